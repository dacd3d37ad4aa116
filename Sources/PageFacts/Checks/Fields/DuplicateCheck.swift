import Diagnostics
import JSONReader

/// Finds rows and mappings that stand twice.
struct DuplicateCheck {
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = DuplicateCheck()
    for table in context.facts.tables { check.checkRows(of: table) }
    for request in context.facts.requests {
      check.checkMappings(request.json?["mappings"]?.elements ?? [])
    }
    return check.diagnostics
  }

  private mutating func checkRows(of table: TableFact) {
    switch table.role {
    case .credentials, .requestProperties, .responseProperties, .parameters: break
    default: return
    }
    var seen: [String: Range<Int>] = [:]
    for row in table.rows where !row.name.isEmpty {
      guard let first = seen[row.name] else {
        seen[row.name] = row.nameRange
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateField, at: row.nameRange, subject: row.name, "\(row.name) has two rows",
          assumption: "both texts belong to the field", remedy: "keep one row",
          notes: [Diagnostic.Note(range: first, message: "the other row")]))
    }
  }

  /// `source` or `sourceAttribute`, but not `sourceType`, which says nothing of what is mapped.
  private static func end(_ name: String, of members: [JSONMember]) -> JSONMember? {
    members.first { $0.key == name }
      ?? members.first { $0.key.hasPrefix(name) && !$0.key.hasSuffix("Type") }
  }

  /// The same source mapped to the same destination.
  private mutating func checkMappings(_ elements: [JSONNode]) {
    var seen: [[String]: Range<Int>] = [:]
    for element in elements {
      guard let members = element.members,
        let source = Self.end("source", of: members),
        let destination = Self.end("destination", of: members),
        let from = source.value.string, let to = destination.value.string
      else { continue }
      guard let first = seen[[from, to]] else {
        seen[[from, to]] = element.range
        continue
      }
      diagnostics.append(
        Diagnostic(
          .duplicateField, at: element.range, subject: "mapping \(from) to \(to)",
          "\(from) is mapped to \(to) twice", assumption: "both are kept", remedy: "keep one",
          notes: [Diagnostic.Note(range: first, message: "the other mapping")]))
    }
  }
}
