import ConnectorModel

/// The tables of a page of which nothing else is made, as they stand.
struct TablesView {
  let contents: Contents

  func write(_ tables: [PageTable], to html: inout HTMLWriter) {
    for table in tables {
      let title = "Table under “\(table.heading)”"
      html.element("h4") { html in
        html.text(title + " ")
        html.line(table.provenance, in: contents)
      }
      html.table(caption: title, columns: table.header) { html in
        for row in table.rows {
          html.element("tr") { html in
            for cell in row.cells { html.element("td", text: cell) }
          }
        }
      }
    }
  }
}
