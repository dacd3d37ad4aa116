import Diagnostics
import JSONReader

/// Compares what tables document with what bodies send.
struct FieldChecks {
  let facts: PageFacts
  private(set) var diagnostics: [Diagnostic] = []

  /// Fields that every body of the service has and no page explains anew.
  private static let envelope: Set<FieldPath> = [
    FieldPath("name"), FieldPath("description"), FieldPath("auth.specName"),
    FieldPath("connectionSpec.version"),
  ]

  private let bodies: [BodyFields]

  init(_ facts: PageFacts) {
    self.facts = facts
    bodies = facts.requests.map { BodyFields($0.json) }
    checkPropertyTables()
    checkCredentialTables()
    checkDuplicateRows()
  }

  // MARK: - Property tables

  private mutating func checkPropertyTables() {
    for index in facts.requests.indices {
      let tables = tablesExplaining(index)
      let rows = tables.flatMap(\.rows)
      compare(rows, withBody: index)
      if facts.requests[index].json?.members != nil {
        reportUndocumented(rows, body: index)
      }
    }
  }

  /// The property tables of a request: its own, and one that stands behind a group of tabs for all of
  /// them.
  private func tablesExplaining(_ request: Int) -> [TableFact] {
    let section = facts.requests[request].section
    return facts.tables.filter { table in
      guard table.role == .requestProperties, let target = table.request,
        target < facts.requests.count
      else { return false }
      if target == request { return true }
      let other = facts.requests[target].section
      return table.section.tab == nil && section.tab != nil && other.tab != nil
        && other.heading == section.heading && other.path == section.path
        && other.anchor == section.anchor
    }
  }

  private mutating func compare(_ rows: [TableFact.Row], withBody index: Int) {
    let body = bodies[index]
    guard !body.fields.isEmpty else { return }
    var reportedArray = false
    for row in rows {
      let path = FieldPath(row.name)
      guard !path.parts.isEmpty, !row.name.hasSuffix("."), !row.name.contains("=") else { continue }
      if let field = body.fields.first(where: { $0.path == path }) {
        if field.isInArray, !row.name.contains("["), path.parts.count > 1, !reportedArray,
          facts.requests[index].json?.elements == nil
        {
          reportedArray = true
          reportArray(row, field)
        }
        continue
      }
      if let field = respelt(path, in: body) {
        reportRespelt(row.name, row.nameRange, field, subject: row.name)
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
    let section = facts.requests[request].section
    guard section.tab != nil else { return false }
    for (index, other) in facts.requests.enumerated()
    where index != request && other.section.heading == section.heading {
      if bodies[index].fields.contains(where: { $0.path == path }) { return true }
    }
    return false
  }

  private func respelt(_ path: FieldPath, in body: BodyFields) -> BodyFields.Field? {
    let folded = path.folded
    if let field = body.fields.first(where: { $0.path.folded == folded }) { return field }
    guard let last = folded.last, last.count > 4 else { return nil }
    return body.fields.first { field in
      let other = field.path.folded
      return other.count == folded.count && other.dropLast() == folded.dropLast()
        && last.distance(to: other[other.count - 1], limit: 1) == 1
    }
  }

  private mutating func reportRespelt(
    _ name: String, _ range: Range<Int>, _ field: BodyFields.Field, subject: String
  ) {
    let sent = field.path.parts.last ?? ""
    diagnostics.append(
      Diagnostic(
        .nameMismatch, at: range, subject: subject,
        "the table says \(name), the body sends \(field.path.text)",
        assumption: "read as \"\(sent)\", the name that is sent",
        remedy: "spell the field in the table as in the body",
        notes: [Diagnostic.Note(range: field.keyRange, message: "sent here")]))
  }

  private mutating func reportArray(_ row: TableFact.Row, _ field: BodyFields.Field) {
    diagnostics.append(
      Diagnostic(
        .nameMismatch, at: row.nameRange, subject: row.name,
        "the table writes \(row.name), but an array stands on the way to it in the body",
        assumption: "the field of each element",
        remedy: "write [] behind the array's name",
        notes: [Diagnostic.Note(range: field.keyRange, message: "sent here")]))
  }

  private mutating func reportUndocumented(_ rows: [TableFact.Row], body index: Int) {
    let documented = Set(rows.map { FieldPath($0.name).folded })
    var credentials: Set<String> = []
    for table in facts.credentialTables {
      for row in table.rows { credentials.insert(row.name.foldedName) }
    }
    var reported: Set<[String]> = []
    var unexplained: [BodyFields.Field] = []
    for field in bodies[index].fields where field.isLeaf {
      let path = field.path
      guard !Self.envelope.contains(path), !isExplained(path, by: documented),
        reported.insert(path.folded).inserted
      else { continue }
      if path.parts.first == "auth", credentials.contains(path.folded.last ?? "") { continue }
      // A table with a slip of the pen does explain the field.
      if rows.contains(where: { isNear(FieldPath($0.name), path) }) { continue }
      unexplained.append(field)
    }
    guard let first = unexplained.first else { return }
    if rows.isEmpty {
      let request = facts.requests[index]
      diagnostics.append(
        Diagnostic(
          .undocumentedField, at: first.keyRange, subject: "\(request.method) \(request.resource)",
          "no table explains the fields of this body",
          remedy: "add a table of properties behind the request"))
      return
    }
    for field in unexplained {
      diagnostics.append(
        Diagnostic(
          .undocumentedField, at: field.keyRange, subject: field.path.text,
          "the body sends \(field.path.text), which no table explains",
          remedy: "add a row for the field"))
    }
  }

  private func isNear(_ row: FieldPath, _ path: FieldPath) -> Bool {
    let left = row.folded
    let right = path.folded
    guard left.count == right.count, let leftLast = left.last, let rightLast = right.last else {
      return false
    }
    return left.dropLast() == right.dropLast() && rightLast.count > 4
      && leftLast.distance(to: rightLast, limit: 1) <= 1
  }

  /// A row explains its field and, where it explains an object as a whole, all that is in it unless
  /// rows of its own say more.
  private func isExplained(_ path: FieldPath, by documented: Set<[String]>) -> Bool {
    documented.contains(path.folded)
  }

  // MARK: - Credentials

  private mutating func checkCredentialTables() {
    var sent: [BodyFields.Field] = []
    for (index, body) in bodies.enumerated() where facts.requests[index].json?["auth"] != nil {
      sent += body.fields.filter { $0.path.parts.count > 2 && $0.path.parts.first == "auth" }
    }
    guard !sent.isEmpty else { return }
    for table in facts.credentialTables {
      for row in table.rows {
        if row.isSpecID {
          checkSpecIDSpelling(row)
          continue
        }
        if sent.contains(where: { $0.path.parts.last == row.name }) { continue }
        let folded = row.name.foldedName
        if let field = sent.first(where: { ($0.path.folded.last ?? "") == folded }) {
          reportRespelt(row.name, row.nameRange, field, subject: row.name)
        } else if !isSentByAnyBody(row.name) {
          diagnostics.append(
            Diagnostic(
              .documentedButUnusedField, at: row.nameRange, subject: row.name,
              "the credential \(row.name) is in no request body",
              assumption: "an optional field of the authentication",
              remedy: "send it in an example, or say what it is for"))
        }
      }
    }
  }

  private func isSentByAnyBody(_ name: String) -> Bool {
    bodies.contains { body in body.fields.contains { $0.path.parts.last == name } }
  }

  private mutating func checkSpecIDSpelling(_ row: TableFact.Row) {
    guard row.name != "connectionSpec.id", row.name.lowercased() == "connectionspec.id" else {
      return
    }
    diagnostics.append(
      Diagnostic(
        .nameMismatch, at: row.nameRange, subject: row.name,
        "the table says \(row.name), the field is connectionSpec.id",
        remedy: "write connectionSpec.id",
        fix: []))
  }

  // MARK: - Rows

  private mutating func checkDuplicateRows() {
    for table in facts.tables {
      switch table.role {
      case .credentials, .requestProperties, .responseProperties, .parameters: break
      default: continue
      }
      var seen: [String: Range<Int>] = [:]
      for row in table.rows where !row.name.isEmpty {
        if let first = seen[row.name] {
          diagnostics.append(
            Diagnostic(
              .duplicateField, at: row.nameRange, subject: row.name,
              "\(row.name) has two rows",
              assumption: "both texts belong to the field",
              remedy: "keep one row",
              notes: [Diagnostic.Note(range: first, message: "the other row")]))
        } else {
          seen[row.name] = row.nameRange
        }
      }
    }
  }
}
