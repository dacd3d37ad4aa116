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
    let rows = rows.filter { row in
      !row.name.hasSuffix(".") && !row.name.contains("=") && !FieldPath(row.name).parts.isEmpty
    }
    let documented = Set(rows.map { FieldPath($0.name) })
    var unsent: [TableFact.Row] = []
    var reportedArray = false
    for row in rows {
      let path = FieldPath(row.name)
      guard let field = body.field(at: path) else {
        unsent.append(row)
        continue
      }
      if field.isInArray, !row.name.contains("["), path.parts.count > 1, !reportedArray,
        context.facts.requests[index].json?.elements == nil
      {
        reportedArray = true
        reportArray(row, field)
      }
    }
    let undocumented = body.fields.filter { !documented.contains($0.path) }
    for row in unsent {
      let path = FieldPath(row.name)
      if let field = Self.respelt(path, in: body) ?? Self.synonym(path, in: undocumented)
        ?? onlyCounterpart(of: path, unsent, undocumented)
      {
        diagnostics.append(.respelt(row, field))
      } else if !isSentElsewhere(path, index) {
        diagnostics.append(
          Diagnostic(
            .documentedButUnusedField, at: row.nameRange, subject: row.name,
            "the table documents \(row.name), the body has no such field",
            assumption: "an optional field",
            remedy: "send the field in the example, or take the row out"))
      }
    }
  }

  /// Whether a table of tabs documents a field that another tab's body sends.
  private func isSentElsewhere(_ path: FieldPath, _ request: Int) -> Bool {
    let section = context.facts.requests[request].section
    guard section.tab != nil else { return false }
    for (index, other) in context.facts.requests.enumerated()
    where index != request && other.section.heading == section.heading {
      if context.bodies[index].field(at: path) != nil { return true }
    }
    return false
  }

  /// The field that is spelt in another case, or differs in one letter.
  private static func respelt(_ path: FieldPath, in body: BodyFields) -> BodyFields.Field? {
    let folded = path.folded
    if let field = body.fields.first(where: { $0.path.folded == folded }) { return field }
    guard let last = folded.last, last.count > 4 else { return nil }
    return body.fields.first { field in
      let other = field.path.folded
      return other.count == folded.count && other.dropLast() == folded.dropLast()
        && last.distance(to: other[other.count - 1], limit: 1) == 1
    }
  }

  /// A field that no row names whose words begin with those of the row, or the other way round:
  /// `destinationXdmPath` for `destination`.
  private static func synonym(
    _ path: FieldPath, in undocumented: [BodyFields.Field]
  ) -> BodyFields.Field? {
    guard path.parts.count > 1, let last = path.parts.last else { return nil }
    let words = SecretNames.words(of: last)
    return undocumented.first { field in
      guard field.path.parts.dropLast() == path.parts.dropLast(),
        let other = field.path.parts.last.map(SecretNames.words), other != words, !words.isEmpty
      else { return false }
      return other.starts(with: words) || words.starts(with: other)
    }
  }

  /// The one parameter of the authentication that no row names, for the one row that names none.
  private func onlyCounterpart(
    of path: FieldPath, _ unsent: [TableFact.Row], _ undocumented: [BodyFields.Field]
  ) -> BodyFields.Field? {
    let parent = ["auth", "params"]
    guard path.parts.count == 3, Array(path.parts.prefix(2)) == parent,
      unsent.count(where: { FieldPath($0.name).parts.starts(with: parent) }) == 1
    else { return nil }
    let fields = undocumented.filter { $0.path.parts.count == 3 && $0.path.parts.starts(with: parent) }
    return fields.count == 1 ? fields[0] : nil
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
