import Diagnostics
import JSONReader

/// A connection string's pattern that table and body spell differently in blanks, case or brackets.
enum PatternCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var sent: [(text: String, folded: String, range: Range<Int>)] = []
    for authentication in context.facts.authentications {
      for parameter in authentication.parameters {
        if let text = parameter.value.string, isPattern(text), sent.count < 100,
          !sent.contains(where: { $0.text == text })
        {
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
    let placeholders = Set(sent.flatMap { self.placeholders(in: $0.text) }).sorted()
    // A text with more placeholders than that is no connection string.
    guard placeholders.count <= 200 else { return diagnostics }
    for table in context.facts.credentialTables {
      diagnostics += components(of: table, placeholders: placeholders)
    }
    return diagnostics
  }

  /// A component listed beside the string under another name than the string's placeholder.
  private static func components(of table: TableFact, placeholders: [String]) -> [Diagnostic] {
    let names = Set(table.rows.map(\.name.foldedName))
    // Where no row is a component, the rows are about other things.
    guard placeholders.contains(where: { names.contains($0.foldedName) }) else { return [] }
    return table.rows.compactMap { row in
      let words = SecretNames.words(of: row.name)
      guard !placeholders.contains(where: { $0.foldedName == row.name.foldedName }),
        let other = placeholders.first(where: { placeholder in
          let others = SecretNames.words(of: placeholder)
          return !names.contains(placeholder.foldedName) && !words.isEmpty
            && (others.starts(with: words) || words.starts(with: others))
        })
      else { return nil }
      let pattern = table.rows.first { $0.description.contains("{\(other)}") }
      return .nameMismatch(
        at: pattern?.range ?? row.nameRange, "\(row.name) {\(other)}",
        "the connection string has the placeholder {\(other)}, the credential is called \(row.name)",
        assumption: "the same value", remedy: "use one name",
        notes: [Diagnostic.Note(range: row.nameRange, message: "the credential")])
    }
  }

  private static func placeholders(in text: String) -> [String] {
    text.split(separator: "{").dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  private static func isPattern(_ text: String) -> Bool {
    text.contains("{") && text.contains("=") && text.contains("}")
  }
}
