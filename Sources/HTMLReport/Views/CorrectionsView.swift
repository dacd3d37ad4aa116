import ConnectorModel
import Diagnostics
import GenerationPipeline
import Linting
import PageFacts

/// What overlays of the configuration say otherwise than an entry's page, and the findings that are
/// settled by that.
struct CorrectionsView {
  let contents: Contents
  let entry: Entry
  let source: SourceFile

  /// A correction with all its places.
  private struct Row {
    var correction: Provenance.Correction
    var lines: Set<Int>
  }

  func write(to html: inout HTMLWriter) {
    let heading = entry.anchor + "/corrections"
    html.element(
      "section", .class("corrections"), HTMLWriter.Attribute("aria-labelledby", heading)
    ) { html in
      html.element("h3", .id(heading), text: "Corrections")
      html.element(
        "p", text: "The configuration corrects what the page says. Facts and Swift are corrected.")
      if !entry.corrections.isEmpty { writeTable(to: &html) }
      if !entry.corrected.isEmpty { writeFindings(to: &html) }
    }
  }

  private var rows: [Row] {
    var rows: [Row] = []
    var indices: [Provenance.Correction: Int] = [:]
    for fact in entry.corrections {
      let correction = Provenance.Correction(fact)
      let line = source.location(of: fact.range.lowerBound).line
      if let index = indices[correction] {
        rows[index].lines.insert(line)
      } else {
        indices[correction] = rows.count
        rows.append(Row(correction: correction, lines: [line]))
      }
    }
    return rows
  }

  private func writeTable(to html: inout HTMLWriter) {
    html.table(
      caption: "Corrections of \(entry.title)",
      columns: ["What", "The page says", "Right is", "Reason", "Said in"]
    ) { html in
      for row in rows {
        html.element("tr") { html in
          html.element("th", HTMLWriter.Attribute("scope", "row")) {
            $0.element("code", text: row.correction.subject)
          }
          for value in [row.correction.documented, row.correction.value] {
            html.element("td") { html in
              if let value {
                html.element("code", text: value)
              } else {
                html.element("span", .class("none"), text: "nothing")
              }
            }
          }
          html.element("td", text: row.correction.reason ?? "")
          html.element("td") { html in
            for line in row.lines.sorted() {
              link(to: line, text: "line \(line)", in: &html)
              html.text(" ")
            }
          }
        }
        html.newline()
      }
    }
  }

  private func writeFindings(to html: inout HTMLWriter) {
    html.element("h4", text: "Corrected findings")
    html.element("ul") { html in
      for finding in entry.corrected {
        let diagnostic = finding.diagnostic
        let place = source.location(of: diagnostic.range.lowerBound)
        html.element("li") { html in
          link(to: place.line, text: "\(place)", in: &html)
          html.text(" \(diagnostic.message) ")
          html.element("code", .class("rule-name"), text: diagnostic.rule.identifier)
        }
      }
    }
  }

  private func link(to line: Int, text: String, in html: inout HTMLWriter) {
    html.element("a", .class("line"), .link(to: Anchor.line(line, of: entry.anchor)), text: text)
  }
}
