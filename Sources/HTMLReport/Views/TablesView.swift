import ConnectorModel

/// The rows of a page's tables of which nothing else is made, as they stand.
struct TablesView {
  let contents: Contents

  func write(_ tables: [PageTable], to html: inout HTMLWriter) {
    for table in tables {
      let rows = table.rows.filter { !$0.isDescribed }
      guard !rows.isEmpty || table.describesNothing else { continue }
      let isWhole = rows.count == table.names.count
      let title = (isWhole ? "Table" : "Rest of the table") + " under “\(table.heading)”"
      html.element("h4") { html in
        html.text(title + " ")
        html.line(table.provenance, in: contents)
      }
      html.table(caption: title, columns: table.header) { html in
        for row in rows {
          html.element("tr") { html in
            for cell in row.cells { html.element("td", text: cell) }
          }
        }
      }
    }
  }
}
