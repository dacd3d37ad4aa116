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
    var names: Set<String> = []
    for body in context.bodies {
      for field in body.fields { names.insert(field.path.parts.last ?? "") }
    }
    for row in context.facts.credentialTables.flatMap(\.rows) {
      if row.isSpecID {
        if let finding = spelling(of: row) { diagnostics.append(finding) }
        continue
      }
      if spelt.contains(row.name) { continue }
      if let field = folded[row.name.foldedName] {
        diagnostics.append(.respelt(row, field))
      } else if !names.contains(row.name) {
        diagnostics.append(
          Diagnostic(
            .documentedButUnusedField, at: row.nameRange, subject: row.name,
            "the credential \(row.name) is in no request body",
            assumption: "an optional field of the authentication",
            remedy: "send it in an example, or say what it is for"))
      }
    }
    return diagnostics
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
