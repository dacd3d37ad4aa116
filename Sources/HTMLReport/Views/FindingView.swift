import Diagnostics
import Linting

/// A finding below the line that it is about.
struct FindingView {
  let contents: Contents
  let entry: Entry
  let source: SourceFile

  func write(_ finding: Finding, next: Finding?, to html: inout HTMLWriter) {
    let diagnostic = finding.diagnostic
    let place = source.location(of: diagnostic.range.lowerBound)
    html.element(
      "div", .id(Anchor.finding("\(finding.fingerprint)", of: entry.anchor)),
      .class("finding \(diagnostic.severity.rawValue)"), HTMLWriter.Attribute("role", "note"),
      HTMLWriter.Attribute("aria-label", "\(diagnostic.severity.rawValue) at \(place)")
    ) { html in
      html.element("p") { html in
        html.badge(
          diagnostic.severity.rawValue, diagnostic.severity.symbol, diagnostic.severity.rawValue)
        html.element("b", text: " \(diagnostic.message)")
      }
      if let assumption = diagnostic.assumption {
        html.element("p", text: "Assumed: \(assumption)")
      }
      for note in diagnostic.notes { write(note, to: &html) }
      if let remedy = diagnostic.remedy { html.element("p", text: "To mend it: \(remedy)") }
      html.element("p", .class("more")) { html in
        html.element("code", text: "\(place)")
        html.text(" · ")
        html.element(
          "a", .link(to: Anchor.rule(diagnostic.rule.identifier)),
          text: diagnostic.rule.identifier)
        if let next {
          html.text(" · ")
          html.element(
            "a", .link(to: Anchor.finding("\(next.fingerprint)", of: entry.anchor)),
            text: "next finding")
        }
      }
    }
    html.newline()
  }

  private func write(_ note: Diagnostic.Note, to html: inout HTMLWriter) {
    let place = source.location(of: note.range.lowerBound)
    html.element("p") { html in
      html.text("\(note.message): ")
      html.element(
        "a", .link(to: Anchor.line(place.line, of: entry.anchor)), text: "line \(place.line)")
    }
  }
}
