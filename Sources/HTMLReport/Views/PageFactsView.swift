import ConnectorModel
import GenerationPipeline
import PageFacts

/// What a page without a source says: the operations that it documents, payloads, tables and error
/// codes.
struct PageFactsView {
  let contents: Contents
  let entry: Entry

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
      let codes = entry.shown.reading?.facts.errorCodes ?? []
      if !codes.isEmpty { write(codes, to: &html) }
      PayloadsView(contents: contents).write(entry.shown.payloads, to: &html)
      TablesView(contents: contents).write(entry.shown.tables, to: &html)
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
      for provenance in operation.provenances
      where contents.entry(ofPage: provenance.page) == entry.anchor {
        html.text(" ")
        html.line(provenance, in: contents)
      }
    }
  }

  private func write(_ codes: [ErrorCodeFact], to html: inout HTMLWriter) {
    html.element("h3", text: "Error codes")
    html.table(caption: "Error codes", columns: ["Code", "Message", "What to do"]) { html in
      for code in codes {
        html.element("tr") { html in
          html.element("th", HTMLWriter.Attribute("scope", "row"), text: code.code)
          html.element("td", text: code.message)
          html.element("td", text: code.remedy)
        }
      }
    }
  }
}
