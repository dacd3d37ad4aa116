import FlowServiceDouble
import FlowServiceRuntime
import Testing

/// What must not show, whatever goes wrong: tokens, the client's secret, the password of a source.
private let secrets = [
  DoubleSettings().accessToken, DoubleSettings().clientSecret, "hunter2", "access_token",
]

/// The error that something must end with.
///
/// It was looked at as a person would: it says these words, and shows no secret, neither printed nor
/// dumped.
func refusal<Value>(
  says words: [String], sourceLocation: SourceLocation = #_sourceLocation,
  of work: () async throws -> Value
) async throws -> FlowServiceError {
  let error = try #require(
    await #expect(throws: FlowServiceError.self, sourceLocation: sourceLocation) {
      try await work()
    },
    sourceLocation: sourceLocation)
  for word in words {
    #expect(error.description.contains(word), "\(error)", sourceLocation: sourceLocation)
  }
  var dumped = ""
  dump(error, to: &dumped)
  dump(error.response, to: &dumped)
  for text in [error.description, String(reflecting: error), dumped] {
    for secret in secrets {
      #expect(!text.contains(secret), "\(text)", sourceLocation: sourceLocation)
    }
  }
  return error
}

extension FlowServiceError {
  /// Why the request cannot be sent; nothing if it was sent.
  var reasonNotToSend: String? {
    guard case .invalidRequest(let reason) = kind else { return nil }
    return reason
  }
}
