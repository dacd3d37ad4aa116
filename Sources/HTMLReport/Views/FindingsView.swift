import Diagnostics
import GenerationPipeline
import Linting

/// All findings by rule, each rule with what `connectorgen explain` says.
struct FindingsView {
  let contents: Contents

  func write(to html: inout HTMLWriter) {
    let heading = Anchor.findings + "/title"
    html.element(
      "article", .id(Anchor.findings), HTMLWriter.Attribute("aria-labelledby", heading),
      HTMLWriter.Attribute("tabindex", "-1")
    ) { html in
      html.element("nav", .class("crumbs"), HTMLWriter.Attribute("aria-label", "Back")) {
        $0.element("a", .class("up"), .link(to: Anchor.overview), text: "← Overview")
      }
      html.element("header") { html in
        html.element("h2", .id(heading), text: "Findings by rule")
        html.element("p", .class("lead"), text: "What is wrong with the pages, and why it matters.")
      }
      let found = byRule()
      if found.isEmpty { html.element("p", .class("none"), text: "Nothing was found.") }
      for (rule, places) in found { write(rule, places, to: &html) }
    }
    html.newline()
  }

  private struct Place {
    var entry: Entry
    var finding: Finding
  }

  private func byRule() -> [(rule: Rule, places: [Place])] {
    var places: [Rule: [Place]] = [:]
    for entry in contents.entries {
      for finding in entry.findings {
        places[finding.diagnostic.rule, default: []].append(Place(entry: entry, finding: finding))
      }
    }
    return places.map { (rule: $0.key, places: $0.value) }.sorted { left, right in
      if left.rule.severity != right.rule.severity {
        return left.rule.severity > right.rule.severity
      }
      return left.rule.identifier < right.rule.identifier
    }
  }

  private func write(_ rule: Rule, _ places: [Place], to html: inout HTMLWriter) {
    html.element("section", .class("rule")) { html in
      html.element("h3", .id(Anchor.rule(rule.identifier))) { html in
        html.element("code", text: rule.identifier)
        html.text(" ")
        html.badge(rule.severity, count: places.count)
      }
      html.element("p", .class("summary")) { $0.prose(rule.summary + ".") }
      html.element("p") { $0.prose(rule.explanation) }
      html.element("details") { html in
        html.element("summary", text: counted(places.count, "place"))
        html.element("ul", .class("places")) { html in
          for place in places { write(place, to: &html) }
        }
      }
    }
  }

  private func write(_ place: Place, to html: inout HTMLWriter) {
    guard let source = place.entry.current.reading?.source else { return }
    let diagnostic = place.finding.diagnostic
    let location = source.location(of: diagnostic.range.lowerBound)
    html.element("li") { html in
      html.element(
        "a", .link(to: Anchor.finding("\(place.finding.fingerprint)", of: place.entry.anchor)),
        text: "\(place.entry.title), \(location)")
      html.text(" \(diagnostic.message)")
    }
  }
}
