/// What was asked and answered, for tests to count.
actor Journal {
  /// One request and its answer.
  struct Entry: Hashable, Sendable {
    var method: String
    /// Without the query.
    var path: String
    /// Nothing if the connection was lost before the answer.
    var status: Int?
    var requestID: String
  }

  private(set) var entries: [Entry] = []

  /// A double that runs for days keeps what came last.
  private static let capacity = 10_000

  func add(_ entry: Entry) {
    if entries.count >= Self.capacity { entries.removeFirst(Self.capacity / 2) }
    entries.append(entry)
  }

  func clear() {
    entries = []
  }
}
