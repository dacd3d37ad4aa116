import Diagnostics

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

extension ReportChange.Class {
  var symbol: String {
    switch self {
    case .breakingSource: "✖"
    case .breakingWire: "▲"
    case .compatible: "✚"
    case .documentation: "✎"
    }
  }

  var label: String {
    switch self {
    case .breakingSource: "breaks source"
    case .breakingWire: "breaks the wire"
    case .compatible: "compatible"
    case .documentation: "documentation"
    }
  }

  var heading: String {
    switch self {
    case .breakingSource: "Breaks code that uses the client"
    case .breakingWire: "Changes what is sent or understood"
    case .compatible: "Compatible"
    case .documentation: "Documentation only"
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
