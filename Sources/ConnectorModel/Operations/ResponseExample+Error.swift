import PageFacts

extension ResponseExample {
  /// Whether it answers a request that failed, so that the operation's type is not for it.
  package var isError: Bool {
    guard let json else { return status ?? 200 >= 400 }
    return ResponseFact.isError(status, json)
  }
}
