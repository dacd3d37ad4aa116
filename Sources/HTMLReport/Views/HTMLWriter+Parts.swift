import ConnectorModel
import Diagnostics

/// Small things that many views show.
extension HTMLWriter {
  /// Text with `code` in backticks.
  mutating func prose(_ text: String) {
    for (index, part) in text.split(separator: "`", omittingEmptySubsequences: false).enumerated() {
      if index % 2 == 1 {
        element("code", text: String(part))
      } else {
        self.text(String(part))
      }
    }
  }

  /// A sign that stands for a word, and what it counts.
  mutating func badge(_ kind: String, _ symbol: String, _ text: String) {
    element("span", .class("badge \(kind)")) { html in
      html.element("span", HTMLWriter.Attribute("aria-hidden", "true"), text: symbol)
      html.text(" " + text)
    }
  }

  mutating func badge(_ severity: Severity, count: Int) {
    badge(severity.rawValue, severity.symbol, counted(count, severity.rawValue))
  }

  /// `line 73`, a link where the page is shown.
  mutating func line(_ provenance: Provenance, in contents: Contents, showsPage: Bool = false) {
    let page = showsPage ? "\(provenance.page), " : ""
    let text = "\(page)line \(provenance.line)"
    guard let place = contents.place(of: provenance) else {
      self.text(text)
      return
    }
    element("a", .class("line"), .link(to: place), text: text)
  }

  /// A table that may be wider than its place and then scrolls by itself.
  mutating func table(
    caption: String, columns: [String], rows: (inout HTMLWriter) -> Void
  ) {
    element(
      "div", .class("table"), HTMLWriter.Attribute("role", "region"),
      HTMLWriter.Attribute("aria-label", caption), HTMLWriter.Attribute("tabindex", "0")
    ) { html in
      html.element("table") { html in
        html.element("thead") { html in
          html.element("tr") { html in
            for column in columns {
              html.element("th", HTMLWriter.Attribute("scope", "col"), text: column)
            }
          }
        }
        html.element("tbody", content: rows)
      }
    }
  }
}
