import Diagnostics
import JSONReader

/// A table that maps paths to paths, some of which lead through an array of the page's payloads.
enum MappingTableCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    let tables = context.facts.tables.filter(mapsPaths)
    guard !tables.isEmpty else { return [] }
    let samples =
      context.scan.looseJSON.map(\.node) + context.facts.requests.compactMap(\.json)
      + context.facts.responses.compactMap(\.json)
    return tables.flatMap(\.rows).compactMap { row in
      guard isPath(row.name), !row.name.contains("["),
        let array = samples.lazy.compactMap({ array(on: FieldPath(row.name).parts[...], in: $0) })
          .first
      else { return nil }
      return .nameMismatch(
        at: row.nameRange, row.name,
        "the table writes \(row.name), but an array stands on the way to it in the payload",
        assumption: "the field of each element", remedy: "write [] behind the array's name",
        notes: [Diagnostic.Note(range: array, message: "the array")])
    }
  }

  private static func mapsPaths(_ table: TableFact) -> Bool {
    guard table.header.count == 2, table.rows.count > 1 else { return false }
    return table.rows.allSatisfy { row in
      row.cells.count == 2 && isPath(row.cells[0]) && isPath(row.cells[1])
    }
  }

  private static func isPath(_ text: String) -> Bool {
    text.contains(".") && !text.contains(" ") && !text.hasPrefix(".") && !text.hasSuffix(".")
  }

  /// Where the key of the first array stands that a path leads through.
  private static func array(on path: ArraySlice<String>, in node: JSONNode) -> Range<Int>? {
    guard let name = path.first, path.count > 1,
      let member = node.members?.first(where: { $0.key == name })
    else { return nil }
    let rest = path.dropFirst()
    if let elements = member.value.elements {
      let leads = elements.contains { element in element.leads(along: rest) }
      return leads ? member.keyRange : nil
    }
    return array(on: rest, in: member.value)
  }
}

extension JSONNode {
  fileprivate func leads(along path: ArraySlice<String>) -> Bool {
    guard let name = path.first else { return true }
    if let elements { return elements.contains { $0.leads(along: path) } }
    guard let member = members?.first(where: { $0.key == name }) else { return false }
    return member.value.leads(along: path.dropFirst())
  }
}
