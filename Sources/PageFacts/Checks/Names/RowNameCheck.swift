import Diagnostics
import JSONReader
import MarkdownTree

/// Rows that spell a field in their text in another way than it is spelt elsewhere.
struct RowNameCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = RowNameCheck(context: context)
    check.checkRows()
    return check.diagnostics
  }

  private mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String, assumption: String? = nil,
    remedy: String
  ) {
    diagnostics.append(
      .nameMismatch(at: range, subject, message, assumption: assumption, remedy: remedy))
  }

  private mutating func checkRows() {
    let facts = context.facts
    let fields = Set(
      facts.authentications.flatMap { $0.parameters.map(\.key) }
        + facts.credentialTables.flatMap { $0.rows.map(\.name) }
    ).filter { $0.count > 8 && $0.contains(where: \.isUppercase) }
    let folded = Dictionary(fields.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    for table in facts.tables {
      for row in table.rows {
        checkAssignments(in: row)
        checkWords(of: row, folded)
        if table.role == .responseProperties, row.isPlaceholder(in: context.document.source) {
          report(
            row.nameRange, row.name,
            "the table has the placeholder {\(row.name)} where a key is wanted",
            remedy: "write the key of the response")
        }
      }
    }
  }

  /// A field whose first letter is in another case.
  private mutating func checkWords(of row: TableFact.Row, _ folded: [String: String]) {
    for word in row.description.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let word = String(word)
      guard let field = folded[word.lowercased()], field != word, word.first != field.first,
        word.dropFirst() == field.dropFirst()
      else { continue }
      report(
        row.range, "\(row.name) \(word)", "the text writes \(word), the field is \(field)",
        assumption: "read as \"\(field)\"", remedy: "write \(field)")
      return
    }
  }

  /// `Name=value` in a row whose own name is nearly the same.
  private mutating func checkAssignments(in row: TableFact.Row) {
    guard row.name.count > 6, !row.name.contains("=") else { return }
    for cell in row.cells.dropFirst() {
      for word in cell.split(whereSeparator: { " ();,".contains($0) }) {
        guard let equals = word.firstIndex(of: "=") else { continue }
        let name = String(word[..<equals])
        if name != row.name, name.count > 6, name.distance(to: row.name, limit: 4) <= 4,
          name.first == row.name.first
        {
          report(
            row.nameRange, "\(row.name) \(name)",
            "the row is named \(row.name), its examples say \(name)", remedy: "use one name")
          return
        }
      }
    }
  }
}

extension TableFact.Row {
  /// Whether the page writes the name in braces.
  func isPlaceholder(in source: SourceFile) -> Bool {
    source.text(in: nameRange).contains("{")
  }
}
