/// How much a finding matters.
package enum Severity: String, Hashable, Comparable, Sendable, CaseIterable, Codable {
  /// Worth knowing; nothing is wrong.
  case note
  /// The page contradicts itself or leaves something unsaid; nothing was lost.
  case warning
  /// The page is broken; something had to be repaired or could not be read.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
