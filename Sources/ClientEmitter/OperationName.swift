package import ConnectorModel

/// The name that the configuration gives the functions of an operation.
package struct OperationName: Hashable, Sendable {
  package var operation: OperationKey
  /// The name or the key of a source whose function it is; the group's and all sources' where nil.
  package var source: String?
  package var name: String

  package init(_ operation: OperationKey, of source: String? = nil, _ name: String) {
    self.operation = operation
    self.source = source
    self.name = name
  }
}

/// The names of operations as the emitter looks them up.
struct OperationNames {
  private let entries: [OperationName]
  private let indices: [OperationKey: [Int]]

  init(_ entries: [OperationName]) {
    self.entries = entries
    indices = Dictionary(grouping: entries.indices) { entries[$0].operation }
  }

  /// The name of an operation's function: in a source what is said of that source, else what is
  /// said of the operation.
  func name(of operation: OperationKey, in source: SourceIdentity? = nil) -> String? {
    let candidates = indices[operation] ?? []
    let own = candidates.first { index in
      guard let source, let wanted = entries[index].source else { return false }
      return source.isCalled(wanted)
    }
    return (own ?? candidates.first { entries[$0].source == nil }).map { entries[$0].name }
  }
}
