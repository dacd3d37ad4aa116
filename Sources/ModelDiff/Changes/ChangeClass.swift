/// What a change means for those who use the client.
package enum ChangeClass: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Code that compiled against the old client may not compile against the new one.
  case source
  /// What was right by the old pages is not right by the new ones: a request that the old client
  /// makes, or a response that it is to read.
  case wire
  /// The client is another one, and whoever uses it need not care.
  case compatible
  /// Only texts and examples.
  case documentation

  /// Whether somebody has to do something.
  package var isBreaking: Bool { self == .source || self == .wire }

  private var rank: Int {
    switch self {
    case .source: 0
    case .wire: 1
    case .compatible: 2
    case .documentation: 3
    }
  }

  package static func < (left: ChangeClass, right: ChangeClass) -> Bool { left.rank < right.rank }
}
