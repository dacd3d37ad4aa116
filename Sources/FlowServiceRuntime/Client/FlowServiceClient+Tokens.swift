import HTTPTypes

extension FlowServiceClient {
  /// The token to send with the next try.
  func token(
    for request: PreparedRequest, replacement: Secret<String>?, left: Duration, tries: Int
  ) async throws -> Secret<String>? {
    guard request.needsToken else { return nil }
    let token: Secret<String>?
    if let replacement {
      token = replacement
    } else if let tokens {
      token = try await mapped(request, left: left, tries: tries) { try await tokens.token() }
    } else {
      token = configuration.accessToken
    }
    guard let token, !token.exposed.isBlank else {
      throw FlowServiceError(
        kind: .missingCredential(name: "accessToken"), request: request.description, tries: tries)
    }
    guard HTTPField.isValidValue("Bearer " + token.exposed) else {
      let reason = "The one at hand contains a line end or another control character."
      throw FlowServiceError(
        kind: .noToken(reason: reason), request: request.description, tries: tries)
    }
    return token
  }

  /// Another token in the place of one that was refused.
  func replacement(
    for refused: Secret<String>, of request: PreparedRequest, left: Duration, tries: Int
  ) async throws -> Secret<String>? {
    guard let tokens else { return nil }
    let token = try await mapped(request, left: left, tries: tries) {
      try await tokens.replacement(for: refused)
    }
    return token == refused ? nil : token
  }

  /// Does something with the provider of tokens in the time that is left. Its errors become those of
  /// the request.
  private func mapped<Value: Sendable>(
    _ request: PreparedRequest, left: Duration, tries: Int,
    _ operation: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    do {
      return try await withTimeout(left, clock: clock) {
        do {
          return try await operation()
        } catch let error as FlowServiceError {
          throw error
        } catch {
          try Task.checkCancellation()
          throw FlowServiceError(
            kind: .noToken(reason: "The provider of tokens failed: \(error)"),
            request: request.description, tries: tries)
        }
      }
    } catch is FlowServiceTransportError {
      throw overtime(request, tries: tries)
    }
  }
}
