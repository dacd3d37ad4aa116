import ConnectorModel

/// The operations of a group as all pages document them together.
struct OperationsView {
  let contents: Contents
  let entry: Entry
  let outline: SwiftOutline

  func write(to html: inout HTMLWriter) {
    let heading = entry.anchor + "/facts"
    html.element("section", .class("facts"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading), text: "Operations")
      for operation in entry.shown.operations { write(operation, to: &html) }
    }
  }

  private func write(_ operation: Operation, to html: inout HTMLWriter) {
    html.element("h4") { html in
      html.element("span", .class("method"), text: operation.key.method)
      html.text(" ")
      html.element("code", text: operation.key.template(operation.pathParameters))
    }
    if let text = operation.documentation { html.element("p") { $0.prose(text) } }
    if let name = contents.function(of: operation.key)?.name,
      let line = outline.line(of: name)
    {
      html.element("p") { html in
        html.text("In Swift: ")
        html.element("a", .link(to: Anchor.swiftLine(line, of: entry.anchor))) {
          $0.element("code", text: name)
        }
      }
    }
    RequestParts(contents: contents).write(
      path: operation.pathParameters, query: operation.queryParameters,
      headers: operation.headerParameters, body: operation.body, response: operation.response,
      to: &html)
    html.element("details") { html in
      let count = operation.provenances.count
      html.element("summary", text: "Documented in \(counted(count, "place"))")
      html.element("ul", .class("places")) { html in
        for provenance in operation.provenances {
          html.element("li") { $0.line(provenance, in: contents, showsPage: true) }
        }
      }
    }
  }
}
