/// One HTML file with all that was read and what became of it, for people who would rather look.
///
/// It needs no other file and no network: its policy forbids both, and names its style and script
/// by their hashes. All of it can be read without the script, which only searches and filters.
package enum HTMLReport {
  /// The same input gives the same bytes.
  package static func render(_ input: ReportInput) -> [UInt8] {
    let contents = Contents(input)
    var html = HTMLWriter()
    html.documentType()
    html.element("html", HTMLWriter.Attribute("lang", "en")) { html in
      html.element("head") { writeHead(to: &$0) }
      html.newline()
      html.element("body") { writeBody(contents, to: &$0) }
    }
    html.newline()
    return html.bytes
  }

  private static let title = "Connector report"

  private static func writeHead(to html: inout HTMLWriter) {
    html.empty("meta", HTMLWriter.Attribute("charset", "utf-8"))
    html.empty(
      "meta", HTMLWriter.Attribute("http-equiv", "Content-Security-Policy"),
      HTMLWriter.Attribute("content", policy))
    html.empty(
      "meta", HTMLWriter.Attribute("name", "viewport"),
      HTMLWriter.Attribute("content", "width=device-width, initial-scale=1"))
    html.empty(
      "meta", HTMLWriter.Attribute("name", "color-scheme"),
      HTMLWriter.Attribute("content", "light dark"))
    html.empty(
      "meta", HTMLWriter.Attribute("name", "referrer"),
      HTMLWriter.Attribute("content", "no-referrer"))
    html.element("title", text: title)
    // An icon of nothing, so that no browser asks for one.
    html.empty(
      "link", HTMLWriter.Attribute("rel", "icon"), HTMLWriter.Attribute("href", "data:,"))
    html.raw("style", Style.text)
  }

  /// Nothing may be loaded, sent or run but what the file itself has.
  private static var policy: String {
    [
      "default-src 'none'", "style-src \(SHA256.policySource(of: Style.text))",
      "script-src \(SHA256.policySource(of: Script.text))", "img-src data:", "base-uri 'none'",
      "form-action 'none'",
    ].joined(separator: "; ")
  }

  private static func writeBody(_ contents: Contents, to html: inout HTMLWriter) {
    html.element("a", .class("skip"), .link(to: "main"), text: "Skip to the content")
    html.element("header", .class("top")) { html in
      html.element("h1") { $0.element("a", .link(to: Anchor.overview), text: title) }
      writeSettings(to: &html)
    }
    html.newline()
    html.element("main", .id("main"), HTMLWriter.Attribute("tabindex", "-1")) { html in
      OverviewView(contents: contents).write(to: &html)
      ChangesView(contents: contents).write(to: &html)
      FindingsView(contents: contents).write(to: &html)
      for (index, entry) in contents.entries.enumerated() {
        EntryView(
          contents: contents, entry: entry,
          before: index > 0 ? contents.entries[index - 1] : nil,
          after: contents.entries.dropFirst(index + 1).first
        ).write(to: &html)
      }
    }
    html.element("footer") {
      $0.element("p", text: "Written by connectorgen. This file loads nothing and sends nothing.")
    }
    html.newline()
    html.raw("script", Script.text)
  }

  private static func writeSettings(to html: inout HTMLWriter) {
    html.element("form", .class("settings"), HTMLWriter.Attribute("aria-label", "Settings")) {
      html in
      html.element("fieldset") { html in
        html.element("legend", text: "Theme")
        for (value, label) in [("system", "System"), ("light", "Light"), ("dark", "Dark")] {
          html.element("label") { html in
            let attributes = [
              HTMLWriter.Attribute("type", "radio"), HTMLWriter.Attribute("name", "theme"),
              HTMLWriter.Attribute("value", value), HTMLWriter.Attribute.id("theme-\(value)"),
            ]
            if value == "system" {
              html.empty(
                "input", attributes[0], attributes[1], attributes[2], attributes[3],
                HTMLWriter.Attribute("checked", ""))
            } else {
              html.empty("input", attributes[0], attributes[1], attributes[2], attributes[3])
            }
            html.element("span", text: label)
          }
        }
      }
      html.element("label", .class("check needs-script")) { html in
        html.empty(
          "input", .id("shortcuts"), HTMLWriter.Attribute("type", "checkbox"),
          HTMLWriter.Attribute("checked", ""))
        html.text(" Shortcut ")
        html.element("kbd", text: "/")
      }
    }
  }
}
