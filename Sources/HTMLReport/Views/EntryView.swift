import ClientEmitter
import ConnectorModel
import Diagnostics
import GenerationPipeline
import Linting

/// The article of an entry: what it is, its findings and changes, its facts, the page and the Swift.
struct EntryView {
  let contents: Contents
  let entry: Entry
  let before: Entry?
  let after: Entry?

  private let outline: SwiftOutline

  init(contents: Contents, entry: Entry, before: Entry?, after: Entry?) {
    self.contents = contents
    self.entry = entry
    self.before = before
    self.after = after
    outline = contents.outlines[entry.anchor] ?? SwiftOutline([])
  }

  func write(to html: inout HTMLWriter) {
    let heading = entry.anchor + "/title"
    html.element(
      "article", .id(entry.anchor), .class(entry.kind.rawValue),
      HTMLWriter.Attribute("aria-labelledby", heading), HTMLWriter.Attribute("tabindex", "-1")
    ) { html in
      writeNavigation(to: &html)
      html.element("header") { html in
        html.element("h2", .id(heading), text: entry.title)
        html.element("p", .class("lead")) { writeLead(to: &$0) }
        writeParts(to: &html)
      }
      if !entry.changes.isEmpty {
        ChangesList(contents: contents)
          .section(entry.changes, anchor: entry.anchor, to: &html)
      }
      writeFindings(to: &html)
      if hasCorrections, let source = entry.current.reading?.source {
        CorrectionsView(contents: contents, entry: entry, source: source).write(to: &html)
      }
      writeFacts(to: &html)
      html.element("div", .class("panes")) { html in
        PageCodeView(contents: contents, entry: entry).write(to: &html)
        SwiftCodeView(contents: contents, entry: entry, outline: outline).write(to: &html)
      }
    }
    html.newline()
  }

  private func writeNavigation(to html: inout HTMLWriter) {
    html.element(
      "nav", .class("crumbs"), HTMLWriter.Attribute("aria-label", "Neighbours of \(entry.title)")
    ) { html in
      html.element("a", .class("up"), .link(to: Anchor.overview), text: "← Overview")
      html.element("span", .class("gap")) { _ in }
      if let before {
        html.element("a", .link(to: before.anchor), text: "‹ \(before.title)")
      }
      if let after {
        html.element("a", .link(to: after.anchor), text: "\(after.title) ›")
      }
    }
  }

  private func writeLead(to html: inout HTMLWriter) {
    switch entry.kind {
    case .source: html.text(Entry.label(ofCategory: entry.category) + " source")
    case .page: html.text("Page without a source: " + Entry.label(ofCategory: entry.category))
    case .operations: html.text("Operations of \(entry.category)")
    }
    if contents.isComparison {
      html.text(" ")
      html.badge(entry.state.rawValue, entry.state.symbol, entry.state.rawValue)
    }
    if let text = entry.shown.source?.documentation {
      html.text(". ")
      html.prose(text)
    }
  }

  /// Links to the parts of the article.
  private func writeParts(to html: inout HTMLWriter) {
    html.element(
      "nav", .class("parts"), HTMLWriter.Attribute("aria-label", "Parts of \(entry.title)")
    ) { html in
      func link(_ part: String, _ text: String, _ html: inout HTMLWriter) {
        html.element("a", .link(to: "\(entry.anchor)/\(part)"), text: text)
      }
      if !entry.changes.isEmpty { link("changes", counted(entry.changes.count, "change"), &html) }
      if !entry.findings.isEmpty {
        link("findings", counted(entry.findings.count, "finding"), &html)
      }
      if hasCorrections { link("corrections", "Corrections", &html) }
      link("facts", entry.kind == .source ? "Facts" : "Operations", &html)
      if entry.shown.reading != nil { link("page", "Page", &html) }
      if entry.shown.file != nil { link("swift", "Swift", &html) }
    }
  }

  private var hasCorrections: Bool { !entry.corrections.isEmpty || !entry.corrected.isEmpty }

  private func writeFacts(to html: inout HTMLWriter) {
    if let source = entry.shown.source {
      SourceFactsView(contents: contents, entry: entry, source: source, outline: outline)
        .write(to: &html)
    } else if entry.kind == .page {
      PageFactsView(contents: contents, entry: entry).write(to: &html)
    } else {
      OperationsView(contents: contents, entry: entry, outline: outline).write(to: &html)
    }
  }

  private func writeFindings(to html: inout HTMLWriter) {
    guard !entry.findings.isEmpty, let source = entry.current.reading?.source else { return }
    let heading = entry.anchor + "/findings"
    html.element("section", .class("findings"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading), text: "Findings")
      html.element("ul") { html in
        for finding in entry.findings {
          let diagnostic = finding.diagnostic
          html.element("li") { html in
            html.badge(
              diagnostic.severity.rawValue, diagnostic.severity.symbol,
              diagnostic.severity.rawValue)
            html.text(" ")
            html.element("a", .link(to: Anchor.finding("\(finding.fingerprint)", of: entry.anchor)))
            {
              $0.element("code", text: "\(source.location(of: diagnostic.range.lowerBound))")
              $0.text(" " + diagnostic.message)
            }
            html.text(" ")
            html.element("code", .class("rule-name"), text: diagnostic.rule.identifier)
          }
        }
      }
    }
  }
}
