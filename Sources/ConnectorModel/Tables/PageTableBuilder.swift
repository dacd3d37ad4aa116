import Diagnostics
import PageFacts

/// Finds the tables that nothing else of the model is made of.
struct PageTableBuilder {
  let page: PageContext
  /// The rows that describe something of the model.
  let readRows: Set<Place>

  /// In page order.
  var tables: [PageTable] {
    page.facts.tables.filter { !isRead($0) }.map { table in
      PageTable(
        heading: table.section.heading, tab: table.section.tab, header: table.header,
        rows: table.rows.map { row in
          PageTable.Row(
            cells: row.cells, line: page.source.location(of: row.range.lowerBound).line)
        }, provenance: page.provenance(table.range.lowerBound, table.section))
    }
  }

  private func isRead(_ table: TableFact) -> Bool {
    table.role == .errorCodes
      || table.rows.contains { readRows.contains(Place(page: page.index, range: $0.range)) }
  }
}
