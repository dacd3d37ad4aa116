import ConnectorModel
import PageFacts

/// What a page without a source says: the operations that it documents, and error codes.
struct PageFactsView {
  let contents: Contents
  let entry: Entry
  let facts: PageFacts

  func write(to html: inout HTMLWriter) {
    let heading = entry.anchor + "/facts"
    html.element("section", .class("facts"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading), text: "Operations")
      if entry.shown.operations.isEmpty {
        html.element("p", .class("none"), text: "The page documents no request.")
      } else {
        html.element("ul", .class("calls")) { html in
          for operation in entry.shown.operations { write(operation, to: &html) }
        }
      }
      if !facts.errorCodes.isEmpty { writeErrorCodes(to: &html) }
    }
  }

  private func write(_ operation: Operation, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("span", .class("method"), text: operation.key.method)
      html.text(" ")
      html.element("code", text: operation.key.template(operation.pathParameters))
      if let function = contents.function(of: operation.key) {
        html.text(" ")
        html.element("a", .link(to: function.entry)) { $0.element("code", text: function.name) }
      }
      for provenance in operation.provenances where provenance.page == facts.page {
        html.text(" ")
        html.line(provenance, in: contents)
      }
    }
  }

  private func writeErrorCodes(to html: inout HTMLWriter) {
    html.element("h3", text: "Error codes")
    html.table(caption: "Error codes", columns: ["Code", "Message", "What to do"]) { html in
      for code in facts.errorCodes {
        html.element("tr") { html in
          html.element("th", HTMLWriter.Attribute("scope", "row"), text: code.code)
          html.element("td", text: code.message)
          html.element("td", text: code.remedy)
        }
      }
    }
  }
}
