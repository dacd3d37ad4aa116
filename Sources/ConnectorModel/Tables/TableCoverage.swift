import Diagnostics
import PageFacts

/// Tells what became of each table of a page, and of each of its rows.
struct TableCoverage {
  let page: PageContext
  /// What rows of all pages became.
  let uses: [Place: Set<RowUse>]

  /// Each table before its rows.
  var entries: [CoverageEntry] {
    page.facts.tables.flatMap { table in
      let rows = table.rows.map { entry(of: $0, in: table) }
      return [entry(of: table, rows)] + rows
    }
  }

  private func entry(of table: TableFact, _ rows: [CoverageEntry]) -> CoverageEntry {
    let used = rows.count(where: \.isUsed)
    let outcome = rows.isEmpty ? "no rows" : "\(used) of \(rows.count) rows used"
    return CoverageEntry(
      .table, range: table.range, isUsed: used > 0, outcome: "\(table.role.rawValue), \(outcome)")
  }

  private func entry(of row: TableFact.Row, in table: TableFact) -> CoverageEntry {
    var uses = uses[Place(page: page.index, range: row.range)] ?? []
    if givesSpecification(row) { uses.insert(.connectionSpecification) }
    let outcome =
      uses.isEmpty
      ? UnusedRow(page: page, table: table, row: row).reason
      : uses.map(\.text).sorted().joined(separator: ", ")
    return CoverageEntry(
      .row, range: row.range, name: row.cells.first ?? "", isUsed: !uses.isEmpty, outcome: outcome)
  }

  private func givesSpecification(_ row: TableFact.Row) -> Bool {
    guard page.isSource, row.isSpecID else { return false }
    return page.facts.connectionSpecs.contains { row.description.contains($0.id) }
  }
}
