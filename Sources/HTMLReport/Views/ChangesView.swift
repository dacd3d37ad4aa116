import ModelDiff

/// All changes, the worst first.
struct ChangesView {
  let contents: Contents

  func write(to html: inout HTMLWriter) {
    guard contents.isComparison else { return }
    let heading = Anchor.changes + "/title"
    html.element(
      "article", .id(Anchor.changes), HTMLWriter.Attribute("aria-labelledby", heading),
      HTMLWriter.Attribute("tabindex", "-1")
    ) { html in
      html.element("nav", .class("crumbs"), HTMLWriter.Attribute("aria-label", "Back")) {
        $0.element("a", .class("up"), .link(to: Anchor.overview), text: "← Overview")
      }
      html.element("header") { html in
        html.element("h2", .id(heading), text: "Changes")
        html.element("p", .class("lead"), text: "What changed for those who use the client.")
      }
      if contents.input.changes.isEmpty {
        html.element("p", .class("none"), text: "Nothing changed for those who use the client.")
      }
      for section in ChangeSection.allCases { write(section, to: &html) }
    }
    html.newline()
  }

  private func write(_ section: ChangeSection, to html: inout HTMLWriter) {
    let count = contents.input.changes.count { $0.section == section }
    guard count > 0 else { return }
    let list = ChangesList(contents: contents)
    html.element("section", .class("changes")) { html in
      html.element("h3", text: "\(section.title) (\(count))")
      for entry in contents.entries {
        let own = entry.changes.filter { $0.section == section }
        guard !own.isEmpty else { continue }
        html.element("h4") { $0.element("a", .link(to: entry.anchor), text: entry.title) }
        list.list(own, to: &html)
      }
      let others = contents.otherChanges.filter { $0.section == section }
      if !others.isEmpty {
        html.element("h4", text: "Elsewhere")
        list.list(others, to: &html)
      }
    }
  }
}
