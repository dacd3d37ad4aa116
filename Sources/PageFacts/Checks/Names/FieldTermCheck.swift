import Diagnostics

/// One field that is a URI in one table and a URL in another.
enum FieldTermCheck {
  private static let terms = ["uri", "url"]

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var rows: [String: [(row: TableFact.Row, term: String)]] = [:]
    var order: [String] = []
    for table in context.facts.tables
    where table.role == .credentials || table.role == .requestProperties {
      for row in table.rows {
        guard let name = FieldPath(row.name).parts.last, isAddress(name),
          let term = onlyTerm(in: row.description)
        else { continue }
        if rows[name] == nil { order.append(name) }
        rows[name, default: []].append((row, term))
      }
    }
    return order.flatMap { name in
      let all = rows[name] ?? []
      // The name of the field says which of the two is meant.
      let right = SecretNames.words(of: name).last ?? ""
      guard let other = all.first(where: { $0.term == right }) else { return [Diagnostic]() }
      return all.filter { $0.term != right }.map { row, term in
        .nameMismatch(
          at: row.nameRange, "\(row.name) \(term)",
          "the row calls \(name) a \(term.uppercased()), another one a \(right.uppercased())",
          assumption: "the same value", remedy: "write \(right.uppercased())",
          notes: [Diagnostic.Note(range: other.row.nameRange, message: "the other row")])
      }
    }
  }

  private static func isAddress(_ name: String) -> Bool {
    SecretNames.words(of: name).last.map(terms.contains) ?? false
  }

  /// The one of the two terms that a description has.
  private static func onlyTerm(in description: String) -> String? {
    let words = Set(
      description.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init))
    let found = terms.filter(words.contains)
    return found.count == 1 ? found[0] : nil
  }
}
