import ConnectorModel
import Diagnostics
import Linting

/// The start of the report: what there is in numbers, search and filters, and every entry.
struct OverviewView {
  let contents: Contents

  func write(to html: inout HTMLWriter) {
    html.element("div", .id(Anchor.overview), .class("overview")) { html in
      writeNumbers(to: &html)
      html.element("div", .class("browse")) { html in
        FiltersView(contents: contents).write(to: &html)
        html.element("div", .id("results"), HTMLWriter.Attribute("tabindex", "-1")) { html in
          html.element(
            "p", .id("status"), HTMLWriter.Attribute("role", "status"),
            HTMLWriter.Attribute("aria-live", "polite"),
            text: "\(contents.entries.count) shown")
          for kind in Entry.Kind.allCases { write(kind, to: &html) }
        }
      }
    }
    html.newline()
  }

  private func writeNumbers(to html: inout HTMLWriter) {
    let side = contents.input.current
    html.element("section", .class("numbers"), HTMLWriter.Attribute("aria-label", "In numbers")) {
      html in
      html.element("ul") { html in
        number(side.model.sources.count, "sources", to: &html)
        number(side.model.pages.count, "pages", to: &html)
        number(side.model.operations.count, "operations", to: &html)
        number(
          side.model.sources.reduce(0) { sum, source in
            sum + source.authentications.reduce(0) { $0 + $1.fields.count }
          }, "credential fields", to: &html)
        for severity in Severity.worstFirst {
          let count = contents.entries.reduce(0) { sum, entry in
            sum + entry.findings.count { $0.diagnostic.severity == severity }
          }
          html.element("li", .class(severity.rawValue)) { html in
            html.element("a", .link(to: Anchor.findings)) { html in
              html.element("b", text: "\(count)")
              html.element("span", text: "\(severity.symbol) \(severity.rawValue)s")
            }
          }
        }
        if contents.isComparison {
          html.element("li", .class("changed")) { html in
            html.element("a", .link(to: Anchor.changes)) { html in
              html.element("b", text: "\(contents.input.changes.count)")
              html.element("span", text: "≠ changes")
            }
          }
        }
      }
    }
  }

  private func number(_ count: Int, _ label: String, to html: inout HTMLWriter) {
    html.element("li") { html in
      html.element("b", text: "\(count)")
      html.element("span", text: label)
    }
  }

  private func write(_ kind: Entry.Kind, to html: inout HTMLWriter) {
    let entries = contents.entries.filter { $0.kind == kind }
    guard !entries.isEmpty else { return }
    html.element("section", .class("kind")) { html in
      html.element("h2", text: kind.label)
      var categories: [String] = []
      for entry in entries where !categories.contains(entry.category) {
        categories.append(entry.category)
      }
      if kind == .operations {
        cards(entries, to: &html)
        return
      }
      for category in categories {
        html.element("section", .class("group")) { html in
          html.element("h3", text: Entry.label(ofCategory: category))
          cards(entries.filter { $0.category == category }, to: &html)
        }
      }
    }
  }

  private func cards(_ entries: [Entry], to html: inout HTMLWriter) {
    html.element("ul", .class("cards")) { html in
      for entry in entries { CardView(contents: contents, entry: entry).write(to: &html) }
    }
  }
}
