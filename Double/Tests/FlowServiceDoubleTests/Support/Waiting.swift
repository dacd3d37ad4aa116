import Dispatch

/// Does what blocks its thread on a thread of its own: the double needs those that tasks share.
func waiting<Result: Sendable>(
  for work: @escaping @Sendable () throws -> Result
) async throws -> Result {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async {
      continuation.resume(with: Swift.Result { try work() })
    }
  }
}
