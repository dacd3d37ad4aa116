import Diagnostics
import PageFacts

/// Makes the tables of a page, without the words that something else of the model holds.
struct PageTableBuilder {
  let page: PageContext
  /// The rows that describe something of the model by their own page's facts.
  let described: Set<Place>
  /// The rows whose words the described thing has.
  let held: Set<Place>

  /// In page order.
  var tables: [PageTable] {
    page.facts.tables.map { table in
      let rest = table.rows.filter { !isHeld($0, table.role) }
      let others = table.rows.filter { isHeld($0, table.role) }
      return PageTable(
        heading: table.section.heading, tab: table.section.tab, header: table.header,
        rows: rest.map(row), otherRows: others.map { $0.cells.first ?? "" },
        provenance: page.provenance(table.range.lowerBound, table.section))
    }
  }

  private func row(_ row: TableFact.Row) -> PageTable.Row {
    PageTable.Row(
      cells: row.cells, links: row.links, isDescribed: described.contains(place(of: row)),
      line: page.source.location(of: row.range.lowerBound).line)
  }

  /// Of error codes all cells are held, of other rows the name, if it is all of the first cell, and
  /// the description.
  private func isHeld(_ row: TableFact.Row, _ role: TableFact.Role) -> Bool {
    let place = place(of: row)
    if role == .errorCodes { return held.contains(place) }
    let name = row.cells.first ?? ""
    guard name == row.name || NameMatching.placeholder(name) == row.name,
      row.cells.dropFirst(2).allSatisfy(\.isEmpty)
    else { return false }
    return row.description.isEmpty ? described.contains(place) : held.contains(place)
  }

  private func place(of row: TableFact.Row) -> Place {
    Place(page: page.index, range: row.range)
  }
}
