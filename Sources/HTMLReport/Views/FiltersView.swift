import ModelDiff

/// Search and filters. They need the script; without it all entries show.
struct FiltersView {
  let contents: Contents

  private struct Choice {
    var value: String
    var label: String
    var count: Int
  }

  func write(to html: inout HTMLWriter) {
    html.element(
      "form", .id("search"), HTMLWriter.Attribute("role", "search"),
      HTMLWriter.Attribute("aria-label", "Entries")
    ) { html in
      html.element("noscript") {
        $0.element("p", text: "Search and filters need JavaScript. Everything else does not.")
      }
      html.element("div", .class("query")) { html in
        html.element("label", HTMLWriter.Attribute("for", "query"), text: "Search")
        html.empty(
          "input", .id("query"), HTMLWriter.Attribute("type", "search"),
          HTMLWriter.Attribute("placeholder", "name, field, ID, operation"),
          HTMLWriter.Attribute("autocomplete", "off"),
          HTMLWriter.Attribute("spellcheck", "false"),
          HTMLWriter.Attribute("aria-keyshortcuts", "/"),
          HTMLWriter.Attribute("aria-describedby", "query-help"))
        html.element("p", .id("query-help"), .class("help")) { html in
          html.element("kbd", text: "/")
          html.text(" searches, ")
          html.element("kbd", text: "↓")
          html.text(" and ")
          html.element("kbd", text: "↑")
          html.text(" choose, ")
          html.element("kbd", text: "Enter")
          html.text(" opens, ")
          html.element("kbd", text: "Esc")
          html.text(" comes back.")
        }
        check("whole-text", "Search page text and Swift, too", to: &html)
      }
      html.element("details", .id("filters"), HTMLWriter.Attribute("open", "")) { html in
        html.element("summary", text: "Filters")
        for (name, legend, choices) in facets where choices.count > 1 {
          write(name, legend, choices, to: &html)
        }
        html.element("p") { html in
          html.element(
            "button", .id("clear"), HTMLWriter.Attribute("type", "button"),
            text: "Clear search and filters")
        }
      }
    }
  }

  private func check(_ id: String, _ label: String, to html: inout HTMLWriter) {
    html.element("label", .class("check")) { html in
      html.empty("input", .id(id), HTMLWriter.Attribute("type", "checkbox"))
      html.text(" " + label)
    }
  }

  private func write(
    _ name: String, _ legend: String, _ choices: [Choice], to html: inout HTMLWriter
  ) {
    html.element("fieldset") { html in
      html.element("legend", text: legend)
      for choice in choices {
        html.element("label", .class("check")) { html in
          html.empty(
            "input", HTMLWriter.Attribute("type", "checkbox"),
            HTMLWriter.Attribute("name", name), HTMLWriter.Attribute("value", choice.value))
          html.text(" \(choice.label) ")
          html.element("span", .class("count"), text: "\(choice.count)")
        }
      }
    }
  }

  // MARK: - Choices

  private var facets: [(name: String, legend: String, choices: [Choice])] {
    let entries = contents.entries
    func choices(_ all: [(String, String)], _ values: (Entry) -> [String]) -> [Choice] {
      all.map { value, label in
        Choice(value: value, label: label, count: entries.count { values($0).contains(value) })
      }.filter { $0.count > 0 }
    }
    let categories = Set(entries.compactMap(\.facetCategory)).sorted()
    var facets = [
      (
        "kind", "Show",
        choices(Entry.Kind.allCases.map { ($0.rawValue, $0.label) }) { [$0.kind.rawValue] }
      ),
      (
        "findings", "Findings",
        choices([
          ("error", "Errors"), ("warning", "Warnings"), ("note", "Notes"), ("none", "No findings"),
        ]) { $0.findingKinds }
      ),
      (
        "authentication", "Authentication",
        choices(AuthenticationKind.allCases.map { ($0.rawValue, $0.label) }) {
          $0.authenticationKinds
        }
      ),
      (
        "category", "Category",
        choices(categories.map { ($0, Entry.label(ofCategory: $0)) }) {
          $0.facetCategory.map { [$0] } ?? []
        }
      ),
    ]
    if contents.isComparison {
      let states: [Entry.State] = [.added, .removed, .changed, .same]
      let all =
        states.map { ($0.rawValue, $0 == .same ? "Unchanged" : $0.rawValue.capitalizedFirst) }
        + ChangeClass.allCases.map { ($0.badge, $0.label.capitalizedFirst) }
      facets.insert(("changes", "Changes", choices(all) { $0.changeKinds }), at: 0)
    }
    return facets
  }
}

extension String {
  /// With a capital at the beginning.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
