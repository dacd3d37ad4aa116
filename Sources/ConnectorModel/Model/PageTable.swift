/// A table as a reader sees it, but for the words of the rows that stand elsewhere in the model:
/// those of the fields, parameters and error codes of the page's own.
package struct PageTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var cells: [String]
    /// Where the links of all cells lead, in order.
    package var links: [String]
    /// Whether it is about something of the client, which has other words.
    package var isDescribed: Bool
    /// Counts from 1.
    package var line: Int

    package init(
      cells: [String], links: [String] = [], isDescribed: Bool = false, line: Int
    ) {
      self.cells = cells
      self.links = links
      self.isDescribed = isDescribed
      self.line = line
    }
  }

  /// The nearest heading above it.
  package var heading: String
  /// The tab that it stands in.
  package var tab: String?
  package var header: [String]
  /// Those whose words stand nowhere else, in the order of the page.
  package var rows: [Row]
  /// The first cells of the other rows, in the order of the page.
  package var otherRows: [String]
  package var provenance: Provenance

  package init(
    heading: String, tab: String?, header: [String], rows: [Row], otherRows: [String] = [],
    provenance: Provenance
  ) {
    self.heading = heading
    self.tab = tab
    self.header = header
    self.rows = rows
    self.otherRows = otherRows
    self.provenance = provenance
  }

  /// Whether no row is about anything of the client.
  package var describesNothing: Bool { otherRows.isEmpty && !rows.contains(where: \.isDescribed) }

  /// The first cells of all rows.
  package var names: [String] { rows.map { $0.cells.first ?? "" } + otherRows }
}
