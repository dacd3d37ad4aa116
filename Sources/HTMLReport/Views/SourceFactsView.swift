import ClientEmitter
import ConnectorModel
import GenerationPipeline
import PageFacts

/// What a page says about its source: specification, authentications with their fields, requests.
struct SourceFactsView {
  let contents: Contents
  let entry: Entry
  let source: Source
  let outline: SwiftOutline

  func write(to html: inout HTMLWriter) {
    html.element("section", .class("facts"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading), text: "Facts")
      writeSpecifications(to: &html)
      if source.authentications.isEmpty {
        html.element("p", .class("none"), text: "No authentication is documented.")
      }
      for authentication in source.authentications { write(authentication, to: &html) }
      for request in source.requests { write(request, to: &html) }
      PayloadsView(contents: contents).write(entry.shown.payloads, to: &html)
      TablesView(contents: contents).write(entry.shown.tables, to: &html)
    }
  }

  private var heading: String { entry.anchor + "/facts" }

  private func writeSpecifications(to html: inout HTMLWriter) {
    html.element("dl", .class("specs")) { html in
      if source.connectionSpecifications.isEmpty {
        html.element("dt", text: "Connection specification")
        html.element("dd", text: "not on the page")
      }
      for specification in source.connectionSpecifications {
        html.element("dt", text: "Connection specification")
        html.element("dd") { html in
          html.element("code", text: specification.id)
          html.text(specification.version.map { " version \($0) " } ?? " ")
          if !specification.isValidUUID { html.badge("error", "✖", "no UUID") }
          if specification.isUncertain { html.badge("warning", "?", "uncertain") }
          html.line(specification.provenance, in: contents)
        }
      }
      for other in entry.shown.reading?.facts.otherSpecIDs ?? [] {
        html.element("dt", text: other.role)
        html.element("dd") { $0.element("code", text: other.id) }
      }
    }
  }

  private func write(_ authentication: Authentication, to html: inout HTMLWriter) {
    html.element("h4") { html in
      html.text(authentication.specName)
      if let title = authentication.title, title != authentication.specName {
        html.element("small", text: " under “\(title)”")
      }
      html.text(" ")
      html.line(authentication.provenance, in: contents)
    }
    FieldsTable(contents: contents).write(
      authentication.fields, caption: "Fields of \(authentication.specName)", to: &html)
    for pattern in authentication.patterns {
      html.element("p", .class("pattern")) { html in
        html.text("Pattern of ")
        html.element("code", text: pattern.field)
        html.text(": ")
        html.element("code", text: pattern.text)
        html.text(" ")
        html.line(pattern.provenance, in: contents)
      }
    }
  }

  private func write(_ request: Request, to html: inout HTMLWriter) {
    html.element("h4") { html in
      html.element("span", .class("method"), text: request.operation.method)
      html.text(" ")
      html.element("code", text: request.operation.template(request.pathParameters))
      html.text(" ")
      html.line(request.provenance, in: contents)
    }
    html.element("p") { html in
      html.text("“\(request.title)”")
      writeSwift(of: request, to: &html)
      if let function = contents.function(of: request.operation) {
        html.text(" · on all pages: ")
        html.element("a", .link(to: function.entry)) { $0.element("code", text: function.name) }
      }
    }
    RequestParts(contents: contents).write(
      path: request.pathParameters, query: request.queryParameters,
      headers: request.headerParameters, body: request.body, to: &html)
  }

  private func writeSwift(of request: Request, to html: inout HTMLWriter) {
    let emitted = contents.input.current.client.requests.first {
      $0.source == source.key && $0.operation == request.operation
    }
    guard let function = emitted?.function.joined(separator: "."),
      let line = outline.line(of: function)
    else { return }
    html.text(" · in Swift: ")
    html.element("a", .link(to: Anchor.swiftLine(line, of: entry.anchor))) {
      $0.element("code", text: function)
    }
  }
}
