import Diagnostics
import JSONReader

/// A table that explains the elements of a list in a response, and spells one in another way.
enum ListedNameCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var lists: [[String]] = []
    for response in context.facts.responses { response.json?.collectLists(into: &lists) }
    for loose in context.scan.looseJSON { loose.node.collectLists(into: &lists) }
    var diagnostics: [Diagnostic] = []
    for table in context.facts.tables where table.rows.count > 2 {
      let names = Set(table.rows.map(\.name))
      for list in lists {
        let known = Set(list)
        let strange = table.rows.filter { !known.contains($0.name) }
        guard !strange.isEmpty, strange.count * 3 <= table.rows.count else { continue }
        for row in strange {
          guard
            let other = list.first(where: { element in
              !names.contains(element)
                && (element.lowercased() == row.name.lowercased()
                  || element.distance(to: row.name, limit: 1) == 1)
            })
          else { continue }
          diagnostics.append(
            .nameMismatch(
              at: row.nameRange, row.name,
              "the table says \(row.name), the list of the response \(other)",
              assumption: "read as \"\(other)\"", remedy: "write \(other)"))
        }
        break
      }
    }
    return diagnostics
  }
}

extension JSONNode {
  /// All arrays of three strings and more.
  fileprivate func collectLists(into lists: inout [[String]]) {
    switch kind {
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      if texts.count == elements.count {
        if texts.count > 2 { lists.append(texts) }
      } else {
        for element in elements { element.collectLists(into: &lists) }
      }
    case .object(let members):
      for member in members { member.value.collectLists(into: &lists) }
    default: break
    }
  }
}
