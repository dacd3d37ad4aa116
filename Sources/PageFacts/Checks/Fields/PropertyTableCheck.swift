import Diagnostics
import JSONReader

/// Compares the rows of a property table with the body that it explains.
struct PropertyTableCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = PropertyTableCheck(context: context)
    for index in context.facts.requests.indices {
      check.compare(context.tables(explaining: index).flatMap(\.rows), withBody: index)
    }
    return check.diagnostics
  }

  private mutating func compare(_ rows: [TableFact.Row], withBody index: Int) {
    let body = context.bodies[index]
    guard !body.fields.isEmpty else { return }
    let isList = context.facts.requests[index].json?.elements != nil
    var reportedArray = false
    for (row, path, outcome) in RowMatching(rows, body).rows {
      switch outcome {
      case .sent(let field):
        guard field.isInArray, !isList, !row.name.contains("["), path.parts.count > 1,
          !reportedArray
        else { continue }
        reportedArray = true
        reportArray(row, field)
      case .respelt(let field):
        diagnostics.append(.respelt(row, field))
      case .counterpart(let field):
        // Nothing in the names says that they are the same, so the other reading is told too.
        diagnostics.append(.respelt(row, field))
        diagnostics.append(
          .unsent(row, assumption: "another name of \(field.path.text), which no row explains"))
      case .unsent:
        guard !isSentElsewhere(path, index) else { continue }
        diagnostics.append(.unsent(row, assumption: "an optional field"))
      }
    }
  }

  /// Whether a table of tabs documents a field that another tab's body sends.
  private func isSentElsewhere(_ path: FieldPath, _ request: Int) -> Bool {
    let section = context.facts.requests[request].section
    guard section.tab != nil else { return false }
    let siblings = context.requestsBySection[section.withoutTab] ?? []
    return siblings.contains { $0 != request && context.bodies[$0].field(at: path) != nil }
  }

  private mutating func reportArray(_ row: TableFact.Row, _ field: BodyFields.Field) {
    diagnostics.append(
      .nameMismatch(
        at: row.nameRange, row.name,
        "the table writes \(row.name), but an array stands on the way to it in the body",
        assumption: "the field of each element", remedy: "write [] behind the array's name",
        notes: [Diagnostic.Note(range: field.keyRange, message: "sent here")]))
  }
}

extension Diagnostic {
  /// A row whose field no example sends.
  fileprivate static func unsent(_ row: TableFact.Row, assumption: String) -> Diagnostic {
    Diagnostic(
      .documentedButUnusedField, at: row.nameRange, subject: row.name,
      "the table documents \(row.name), the body has no such field", assumption: assumption,
      remedy: "send the field in the example, or take the row out")
  }

  /// A row whose field is sent under another name.
  static func respelt(_ row: TableFact.Row, _ field: BodyFields.Field) -> Diagnostic {
    let sent = field.path.parts.last ?? ""
    return nameMismatch(
      at: row.nameRange, row.name, "the table says \(row.name), the body sends \(field.path.text)",
      assumption: "read as \"\(sent)\", the name that is sent",
      remedy: "spell the field in the table as in the body",
      notes: [Note(range: field.keyRange, message: "sent here")])
  }
}
