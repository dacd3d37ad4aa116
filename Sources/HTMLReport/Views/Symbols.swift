import Diagnostics
import ModelDiff

/// How severities and changes are shown: a sign and a word, and a colour besides, which nobody
/// needs to see.
extension Severity {
  var symbol: String {
    switch self {
    case .error: "✖"
    case .warning: "▲"
    case .note: "●"
    }
  }

  static var worstFirst: [Severity] { [.error, .warning, .note] }
}

extension ChangeClass {
  /// The name in the style sheet and in filters.
  var badge: String { isBreaking ? "breaks-" + rawValue : rawValue }

  var symbol: String {
    switch self {
    case .source: "✖"
    case .wire: "▲"
    case .compatible: "✚"
    case .documentation: "✎"
    }
  }

  /// `2 break source`
  func counted(_ count: Int) -> String {
    "\(count) \(count == 1 || !isBreaking ? label : "break" + label.dropFirst("breaks".count))"
  }

  var label: String {
    switch self {
    case .source: "breaks source"
    case .wire: "breaks the wire"
    case .compatible: "compatible"
    case .documentation: "documentation"
    }
  }
}

extension Entry.State {
  var symbol: String {
    switch self {
    case .added: "✚"
    case .removed: "−"
    case .changed: "≠"
    case .same: "="
    }
  }
}

/// `1 field`, `2 fields`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
