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
      for kind in ReportChange.Class.allCases { write(kind, to: &html) }
    }
    html.newline()
  }

  private func write(_ kind: ReportChange.Class, to html: inout HTMLWriter) {
    let all = contents.input.changes.filter { $0.class == kind }
    guard !all.isEmpty else { return }
    html.element("section", .class("changes")) { html in
      html.element("h3", text: "\(kind.heading) (\(all.count))")
      for entry in contents.entries {
        let own = entry.changes.filter { $0.class == kind }
        guard !own.isEmpty else { continue }
        html.element("h4") { $0.element("a", .link(to: entry.anchor), text: entry.title) }
        ChangesList(contents: contents, outlines: [:]).list(own, to: &html)
      }
      let shown = Set(contents.entries.flatMap(\.changes))
      let others = all.filter { !shown.contains($0) }
      if !others.isEmpty {
        html.element("h4", text: "Elsewhere")
        ChangesList(contents: contents, outlines: [:]).list(others, to: &html)
      }
    }
  }
}
