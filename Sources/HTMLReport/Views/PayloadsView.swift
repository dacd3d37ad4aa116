import ConnectorModel

/// What a page shows as requests and no command sends, with what answers it.
struct PayloadsView {
  let contents: Contents

  func write(_ payloads: [Payload], to html: inout HTMLWriter) {
    for payload in payloads {
      html.element("h4") { html in
        html.text("“\(payload.title)” ")
        html.line(payload.provenance, in: contents)
      }
      let words =
        payload.body == nil
        ? "The page shows this answer, and no request that it answers."
        : "The page shows this payload, and no command that sends it."
      html.element("p", text: words)
      RequestParts(contents: contents).write(
        path: [], query: [], headers: [], body: payload.body, response: payload.response,
        to: &html)
    }
  }
}
