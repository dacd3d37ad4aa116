import Diagnostics
import JSONReader

/// A table that explains the elements of a list in a response, and spells one in another way.
enum ListedNameCheck {
  /// Among more names than that, some are near each other by chance.
  private static let mostNames = 500

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var lists: [[String]] = []
    for response in context.facts.responses { response.json?.collectLists(into: &lists) }
    for loose in context.scan.looseJSON { loose.node.collectLists(into: &lists) }
    var listsByElement: [String: [Int]] = [:]
    for (index, list) in lists.enumerated() {
      for element in list { listsByElement[element, default: []].append(index) }
    }
    var diagnostics: [Diagnostic] = []
    for table in context.facts.tables where table.rows.count > 2 {
      let names = Set(table.rows.map(\.name))
      let candidates = Set(table.rows.prefix(3).flatMap { listsByElement[$0.name] ?? [] })
      for index in candidates.sorted().prefix(20) {
        let list = lists[index]
        let known = Set(list)
        let strange = table.rows.filter { !known.contains($0.name) }
        guard !strange.isEmpty, strange.count * 3 <= table.rows.count,
          list.count <= mostNames, strange.count <= mostNames
        else { continue }
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
    return diagnostics + values(of: context, lists)
  }

  /// A value in another case than in the list that the other values of its key are from.
  private static func values(of context: CheckContext, _ lists: [[String]]) -> [Diagnostic] {
    let listed = Set(lists.joined())
    let folded = Dictionary(listed.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    guard !listed.isEmpty else { return [] }
    var values: [String: [JSONNode]] = [:]
    for loose in context.scan.looseJSON { loose.node.collectStrings(into: &values) }
    for request in context.facts.requests { request.json?.collectStrings(into: &values) }
    var diagnostics: [Diagnostic] = []
    for key in values.keys.sorted() {
      let nodes = values[key] ?? []
      guard nodes.contains(where: { listed.contains($0.string ?? "") }) else { continue }
      for node in nodes {
        guard let text = node.string, !listed.contains(text), let other = folded[text.lowercased()]
        else { continue }
        diagnostics.append(
          .nameMismatch(
            at: node.range, "\(key) \(text)",
            "\(key) has \(text), the list of the response \(other)",
            assumption: "read as it stands", remedy: "write \(other)"))
      }
    }
    return diagnostics
  }
}

extension JSONNode {
  /// All strings that are values of keys, by key.
  fileprivate func collectStrings(into values: inout [String: [JSONNode]]) {
    for element in elements ?? [] { element.collectStrings(into: &values) }
    for member in members ?? [] {
      if member.value.string != nil {
        values[member.key, default: []].append(member.value)
      } else {
        member.value.collectStrings(into: &values)
      }
    }
  }

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
