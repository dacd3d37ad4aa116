import ConnectorModel
import ModelDiff

/// What changed for those who use the client.
struct ChangesList {
  let contents: Contents

  func section(_ changes: [Change], anchor: String, to html: inout HTMLWriter) {
    let heading = anchor + "/changes"
    html.element("section", .class("changes"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading), text: "Changes")
      list(changes, to: &html)
    }
  }

  func list(_ changes: [Change], to html: inout HTMLWriter) {
    html.element("ul") { html in
      for change in changes { write(change, to: &html) }
    }
  }

  private func write(_ change: Change, to html: inout HTMLWriter) {
    html.element("li") { html in
      for kind in change.classes {
        html.badge(kind.badge, kind.symbol, kind.label)
        html.text(" ")
      }
      html.prose(change.sentence)
      if change.isAccepted { html.text(" (accepted)") }
      if let guess = change.guess { html.element("p", .class("more"), text: "A guess: \(guess)") }
      html.element("p", .class("more")) { html in
        html.element("code", .class("rule-name"), text: change.rule.rawValue)
        writePlaces(of: change, to: &html)
      }
      writeSides(change.oldValue, change.newValue, label: "Value", to: &html)
      for declaration in change.declarations { write(declaration, to: &html) }
    }
    html.newline()
  }

  private func writePlaces(of change: Change, to html: inout HTMLWriter) {
    if let old = change.old {
      html.text(" · before: ")
      if let place = contents.place(ofOld: old) {
        html.element("a", .class("line"), .link(to: place), text: "line \(old.line)")
      } else {
        html.text("\(old.page), line \(old.line)")
      }
    }
    if let new = change.new {
      html.text(" · now: ")
      html.line(new, in: contents)
    }
  }

  private func write(_ declaration: DeclarationChange, to html: inout HTMLWriter) {
    html.element("p", .class("more")) { html in
      html.text("Swift: ")
      if let place = contents.place(ofDeclaration: declaration.name) {
        html.element("a", .link(to: place)) { $0.element("code", text: declaration.name) }
      } else {
        html.element("code", text: declaration.name)
      }
      if !declaration.reason.isEmpty { html.prose(", " + declaration.reason) }
    }
    writeSides(declaration.old, declaration.new, label: "Declaration", to: &html)
  }

  /// What was and what is, each where there is one.
  private func writeSides(
    _ old: String?, _ new: String?, label: String, to html: inout HTMLWriter
  ) {
    let (old, new) = (old ?? "", new ?? "")
    guard !old.isEmpty || !new.isEmpty, old != new else { return }
    html.element(
      "div", .class("sides"), HTMLWriter.Attribute("role", "group"),
      HTMLWriter.Attribute("aria-label", label)
    ) { html in
      if !old.isEmpty { html.element("del", text: old) }
      if !new.isEmpty { html.element("ins", text: new) }
    }
  }
}
