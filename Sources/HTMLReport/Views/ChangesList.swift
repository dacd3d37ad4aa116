import ConnectorModel

/// What changed for those who use the client.
struct ChangesList {
  let contents: Contents
  /// Where the declarations of emitted files stand, by entry.
  let outlines: [String: SwiftOutline]

  func section(_ changes: [ReportChange], anchor: String, to html: inout HTMLWriter) {
    let heading = anchor + "/changes"
    html.element("section", .class("changes"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading), text: "Changes")
      list(changes, to: &html)
    }
  }

  func list(_ changes: [ReportChange], to html: inout HTMLWriter) {
    html.element("ul") { html in
      for change in changes { write(change, to: &html) }
    }
  }

  private func write(_ change: ReportChange, to html: inout HTMLWriter) {
    html.element("li", .class(change.class.rawValue)) { html in
      html.badge(change.class.rawValue, change.class.symbol, change.class.label)
      html.element("span", .class("message")) { html in
        html.text(" ")
        html.prose(change.message)
        html.text(" ")
      }
      html.element("span", .class("more")) { html in
        html.element("code", .class("rule-name"), text: change.rule)
        if let old = change.old {
          html.text(" · before: ")
          // The old page is shown by its removed lines only, so there is no line to lead to.
          html.text("\(old.page), line \(old.line)")
        }
        if let new = change.new {
          html.text(" · now: ")
          html.line(new, in: contents)
        }
        writeDeclarations(of: change, to: &html)
      }
    }
    html.newline()
  }

  private func writeDeclarations(of change: ReportChange, to html: inout HTMLWriter) {
    guard !change.declarations.isEmpty else { return }
    html.text(" · Swift: ")
    let place = [change.new, change.old].compactMap { $0 }
      .compactMap { contents.entry(ofPage: $0.page) }.first
    for (number, declaration) in change.declarations.enumerated() {
      if number > 0 { html.text(", ") }
      if let place, let line = outlines[place]?.line(of: declaration) {
        html.element("a", .link(to: Anchor.swiftLine(line, of: place))) {
          $0.element("code", text: declaration)
        }
      } else {
        html.element("code", text: declaration)
      }
    }
  }
}
