/// A table of which the model makes no field, no parameter and no error code, as a reader sees it:
/// options of a connection string, operators of a filter.
package struct PageTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var cells: [String]
    /// Counts from 1.
    package var line: Int

    package init(cells: [String], line: Int) {
      self.cells = cells
      self.line = line
    }
  }

  /// The nearest heading above it.
  package var heading: String
  /// The tab that it stands in.
  package var tab: String?
  package var header: [String]
  package var rows: [Row]
  package var provenance: Provenance

  package init(
    heading: String, tab: String?, header: [String], rows: [Row], provenance: Provenance
  ) {
    self.heading = heading
    self.tab = tab
    self.header = header
    self.rows = rows
    self.provenance = provenance
  }
}
