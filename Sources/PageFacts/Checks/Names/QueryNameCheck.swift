import Diagnostics

/// A query parameter of one API format that is nearly that of the others, and values that differ only
/// in case.
enum QueryNameCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    let lines = context.scan.apiFormats.flatMap(\.lines).map { line in
      (line: line, items: QueryItem.items(of: line.target))
    }
    var counts: [String: Int] = [:]
    var values: [String: Set<String>] = [:]
    for item in lines.flatMap(\.items) {
      counts[item.name, default: 0] += 1
      values[item.name, default: []].insert(item.value)
    }
    let usual = counts.keys.filter { counts[$0, default: 0] > 1 }.sorted()
    var diagnostics: [Diagnostic] = []
    for (line, items) in lines {
      for item in items {
        if counts[item.name] == 1, item.name.count > 4,
          let other = usual.first(where: { $0.distance(to: item.name, limit: 1) == 1 })
        {
          diagnostics.append(
            .nameMismatch(
              at: line.range, item.name,
              "the query parameter is called \(item.name) here, \(other) elsewhere",
              assumption: "read as \"\(other)\"", remedy: "write \(other)"))
        }
        let folded = item.value.lowercased()
        if item.value != folded, !item.value.hasPrefix("{"),
          values[item.name]?.contains(folded) ?? false
        {
          diagnostics.append(
            .nameMismatch(
              at: line.range, "\(item.name)=\(item.value)",
              "\(item.name) has \(item.value) here and \(folded) elsewhere",
              assumption: "the same value", remedy: "write \(folded)"))
        }
      }
    }
    return diagnostics
  }
}
