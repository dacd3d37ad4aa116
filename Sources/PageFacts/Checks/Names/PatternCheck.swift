import Diagnostics
import JSONReader

/// A connection string's pattern that table and body spell differently in blanks, case or brackets.
enum PatternCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var sent: [(text: String, folded: String, range: Range<Int>)] = []
    for authentication in context.facts.authentications {
      for parameter in authentication.parameters {
        if let text = parameter.value.string, isPattern(text) {
          sent.append((text, text.foldedName, parameter.value.range))
        }
      }
    }
    guard !sent.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for row in context.facts.credentialTables.flatMap(\.rows) {
      // A table may show a quote as JSON writes it.
      let plain = row.description.filter { $0 != "\\" }
      let folded = plain.foldedName
      for pattern in sent {
        guard !plain.contains(pattern.text.filter { $0 != "\\" }),
          folded.contains(pattern.folded)
        else { continue }
        diagnostics.append(
          .nameMismatch(
            at: pattern.range, "pattern of \(row.name)",
            "the pattern is spelt differently in the table and in the body",
            assumption: "the body's", remedy: "write the pattern in one way"))
      }
    }
    return diagnostics
  }

  private static func isPattern(_ text: String) -> Bool {
    text.contains("{") && text.contains("=") && text.contains("}")
  }
}
