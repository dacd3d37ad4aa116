import Diagnostics
import JSONReader

/// Compares the values that readers must gather with those that the bodies send.
struct CredentialTableCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var sent: [BodyFields.Field] = []
    for (index, body) in context.bodies.enumerated()
    where context.facts.requests[index].json?["auth"] != nil {
      sent += body.fields.filter { $0.path.parts.count > 2 && $0.path.parts.first == "auth" }
    }
    guard !sent.isEmpty else { return [] }
    let spelt = Set(sent.compactMap(\.path.parts.last))
    let folded = Dictionary(
      sent.map { ($0.path.parts.last?.foldedName ?? "", $0) },
      uniquingKeysWith: { first, _ in first })
    var names: [String: BodyFields.Field] = [:]
    for field in context.bodies.flatMap(\.fields) {
      guard let name = field.path.parts.last?.foldedName else { continue }
      // A parameter of another request is the one worth a note.
      if names[name] == nil || names[name]?.path.parts.first != "params" { names[name] = field }
    }
    let placeholders = placeholders(in: sent)
    for row in context.facts.credentialTables.flatMap(\.rows) {
      if row.isSpecID {
        if let finding = spelling(of: row) { diagnostics.append(finding) }
        continue
      }
      if spelt.contains(row.name) { continue }
      if let field = folded[row.name.foldedName] {
        diagnostics.append(.respelt(row, field))
      } else if let field = names[row.name.foldedName] {
        if field.path.parts.first == "params" { diagnostics.append(sentElsewhere(row, field)) }
      } else {
        diagnostics.append(unsent(row, placeholders[row.name.foldedName]))
      }
    }
    return diagnostics
  }

  private static func unsent(_ row: TableFact.Row, _ string: BodyFields.Field?) -> Diagnostic {
    if let string, let name = string.path.parts.last {
      return Diagnostic(
        .documentedButUnusedField, at: row.nameRange, subject: row.name,
        "the credential \(row.name) is no field of a request body, only a part of \(name)",
        assumption: "an optional field of the authentication",
        remedy: "say in the row that it goes into \(name)",
        notes: [Diagnostic.Note(range: string.value.range, message: "a part of this")])
    }
    return Diagnostic(
      .documentedButUnusedField, at: row.nameRange, subject: row.name,
      "the credential \(row.name) is in no request body",
      assumption: "an optional field of the authentication",
      remedy: "send it in an example, or say what it is for")
  }

  /// A value that the page lists among the credentials and sends as a parameter of something else.
  private static func sentElsewhere(
    _ row: TableFact.Row, _ field: BodyFields.Field
  ) -> Diagnostic {
    Diagnostic(
      .documentedButUnusedField, at: row.nameRange, subject: row.name,
      "the credential \(row.name) is in no authentication, but another body sends \(field.path.text)",
      assumption: "no field of the authentication",
      remedy: "say in the row which request wants it",
      notes: [Diagnostic.Note(range: field.keyRange, message: "sent here")])
  }

  /// The values that are put together from placeholders, by the placeholders' names.
  private static func placeholders(in sent: [BodyFields.Field]) -> [String: BodyFields.Field] {
    var found: [String: BodyFields.Field] = [:]
    for field in sent {
      guard let text = field.value.string else { continue }
      let pieces = text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
      for piece in pieces {
        guard let close = piece.firstIndex(of: "}"), text.utf8.count > piece.utf8.count + 1 else {
          continue
        }
        let name = String(piece[..<close]).foldedName
        if found[name] == nil { found[name] = field }
      }
    }
    return found
  }

  private static func spelling(of row: TableFact.Row) -> Diagnostic? {
    guard row.name != "connectionSpec.id", row.name.lowercased() == "connectionspec.id" else {
      return nil
    }
    return .nameMismatch(
      at: row.nameRange, row.name, "the table says \(row.name), the field is connectionSpec.id",
      remedy: "write connectionSpec.id")
  }
}
