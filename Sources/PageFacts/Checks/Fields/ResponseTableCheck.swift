import Diagnostics
import JSONReader

/// Keys of a response that its table leaves out while it explains the others.
enum ResponseTableCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for table in context.facts.tables where table.role == .responseProperties {
      guard let index = table.response, index < context.facts.responses.count,
        let members = context.facts.responses[index].json?.members
      else { continue }
      var documented: Set<String> = []
      for row in table.rows {
        for part in FieldPath(row.name).folded { documented.insert(part) }
      }
      let missing = members.filter { !documented.contains($0.key.foldedName) }
      // A table that explains a part of the response only is no list of its keys.
      guard members.count > 2, missing.count * 2 < members.count - missing.count else { continue }
      diagnostics += missing.map { member in
        Diagnostic(
          .undocumentedField, at: member.keyRange, subject: "response \(member.key)",
          "the table explains the keys of the response, but not \(member.key)",
          remedy: "add a row for it")
      }
    }
    return diagnostics
  }
}
