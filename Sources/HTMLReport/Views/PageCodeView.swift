import Diagnostics
import GenerationPipeline
import Linting
import PageFacts

/// A page as it is written, line by line, with its findings in place and, in a comparison, with the
/// lines that went.
struct PageCodeView {
  let contents: Contents
  let entry: Entry

  func write(to html: inout HTMLWriter) {
    guard let path = (entry.current.reading ?? entry.previous?.reading)?.facts.page else { return }
    let heading = entry.anchor + "/page"
    html.element("section", .class("pane"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading)) { html in
        html.text("Page ")
        html.element("code", text: path)
      }
      html.element(
        "div", .class("code page"), HTMLWriter.Attribute("role", "region"),
        HTMLWriter.Attribute("aria-label", "Text of \(path)"),
        HTMLWriter.Attribute("tabindex", "0"), HTMLWriter.Attribute("dir", "ltr")
      ) { writeLines(to: &$0) }
    }
  }

  private func writeLines(to html: inout HTMLWriter) {
    let new = entry.current.reading.map { PageLines($0) }
    let old = entry.previous?.reading.map { PageLines($0) }
    let isOldKnown = entry.previous != nil && contents.input.previous?.readings.isEmpty == false
    let pairing = LinePairing(
      old: isOldKnown ? old?.lines ?? [] : nil, new: new?.lines ?? [])
    let marks = LineMarks(
      entry.findings.map(\.diagnostic), in: entry.current.reading?.source)
    for row in pairing.rows {
      switch row {
      case .removed(let index):
        if let old { writeRemoved(old, index, to: &html) }
      case .added(let index):
        if let new { write("ins", new, index, marks, to: &html) }
      case .same(_, let index):
        if let new { write("div", new, index, marks, to: &html) }
      }
    }
  }

  private func writeRemoved(_ page: PageLines, _ index: Int, to html: inout HTMLWriter) {
    // Where the whole page is gone, links of its facts lead to what it was.
    let id =
      entry.state == .removed
      ? Anchor.line(index + 1, of: entry.anchor) : Anchor.removedLine(index + 1, of: entry.anchor)
    line("del", id, page.styles[index], to: &html) { $0.text(page.lines[index]) }
  }

  private func write(
    _ name: StaticString, _ page: PageLines, _ index: Int, _ marks: LineMarks,
    to html: inout HTMLWriter
  ) {
    let content = page.lines[index]
    line(name, Anchor.line(index + 1, of: entry.anchor), page.styles[index], to: &html) { html in
      for piece in marks.pieces(of: content.startIndex..<content.endIndex) {
        if let severity = piece.severity {
          html.element("mark", .class(severity.rawValue)) { $0.text(content[piece.range]) }
        } else {
          html.text(content[piece.range])
        }
      }
    }
    guard let source = entry.current.reading?.source else { return }
    for (number, finding) in entry.findings.enumerated()
    where source.location(of: finding.diagnostic.range.lowerBound).line == index + 1 {
      FindingView(contents: contents, entry: entry, source: source)
        .write(finding, next: entry.findings.dropFirst(number + 1).first, to: &html)
    }
  }

  private func line(
    _ name: StaticString, _ id: String?, _ style: PageLines.Style, to html: inout HTMLWriter,
    content: (inout HTMLWriter) -> Void
  ) {
    let kind: String? =
      switch style {
      case .prose: nil
      case .heading: "h"
      case .code: "c"
      }
    switch (id, kind) {
    case (let id?, let kind?): html.element(name, .id(id), .class(kind), content: content)
    case (let id?, nil): html.element(name, .id(id), content: content)
    case (nil, let kind?): html.element(name, .class(kind), content: content)
    case (nil, nil): html.element(name, content: content)
    }
    html.newline()
  }
}
