import ConnectorModel
import Linting

/// Changes for people at a terminal.
package struct ChangeText: Sendable {
  package var usesColor: Bool
  /// What stands before the path of a page on either side: `docs-input/`.
  package var oldRoot: String
  package var newRoot: String

  package init(usesColor: Bool = false, oldRoot: String = "", newRoot: String = "") {
    self.usesColor = usesColor
    self.oldRoot = oldRoot
    self.newRoot = newRoot
  }

  package func render(_ comparison: ModelComparison) -> String {
    var text = paint(ChangeSummary(comparison).text, .bold) + "\n"
    for (section, changes) in comparison.sections {
      text += "\n" + paint(section.title, section.isBreaking ? .red : .bold) + "\n"
      var heading: String?
      var shown: Set<String> = []
      for change in changes {
        if change.heading != heading {
          heading = change.heading
          text += "\n  " + paint(visible(change.heading), .bold) + "\n"
        }
        write(change, to: &text, shown: &shown)
      }
    }
    return text
  }

  /// - Parameter shown: Declarations that were shown already: of these only what is meant.
  private func write(_ change: Change, to text: inout String, shown: inout Set<String>) {
    let classes = change.classes.map(\.rawValue).joined(separator: ", ")
    let known = change.isAccepted ? ", accepted" : ""
    let tag =
      change.isBreaking ? "\(change.rule.rawValue): \(classes)\(known)" : change.rule.rawValue
    text += "    \(mark(change)) \(visible(change.sentence)) \(paint("[\(tag)]", .dim))\n"
    if let guess = change.guess { text += "      a guess: \(visible(guess))\n" }
    for place in places(change) { text += "      \(paint(visible(place), .dim))\n" }
    if change.rule.showsValues {
      let values = ValueExcerpt(of: change)
      if let old = values.old { text += "      - \(old)\n" }
      if let new = values.new { text += "      + \(new)\n" }
    }
    guard change.isBreaking || change.classes.contains(.compatible) else { return }
    for declaration in change.declarations {
      guard shown.insert("\(declaration.old ?? "")\n\(declaration.new ?? "")").inserted else {
        text += "      \(visible(declaration.name)): \(visible(declaration.reason))\n"
        continue
      }
      if let old = declaration.old { text += "      \(paint("- " + visible(old), .red))\n" }
      if let new = declaration.new { text += "      \(paint("+ " + visible(new), .green))\n" }
      if declaration.isBreaking { text += "        \(visible(declaration.reason))\n" }
    }
    if change.isBreaking, !change.isAccepted {
      text += "      \(paint("fingerprint \(change.fingerprint)", .dim))\n"
    }
  }

  private func mark(_ change: Change) -> String {
    if change.isBreaking { return paint("!", .red) }
    return change.classes.contains(.compatible) ? paint("+", .green) : "·"
  }

  private func places(_ change: Change) -> [String] {
    func text(_ place: Provenance, _ root: String) -> String {
      "\(root)\(place.page):\(place.line)"
    }
    switch (change.old, change.new) {
    case (nil, nil): return []
    case (let old?, nil): return [text(old, oldRoot) + " (gone)"]
    case (nil, let new?): return [text(new, newRoot)]
    case (let old?, let new?):
      if old.page == new.page {
        return [text(new, newRoot) + (old.line == new.line ? "" : " (was line \(old.line))")]
      }
      return ["\(text(new, newRoot)) (was \(text(old, oldRoot)))"]
    }
  }

  private func visible(_ text: String) -> String { VisibleText.make(text) }

  private enum Color: String {
    case bold = "1"
    case dim = "2"
    case red = "31"
    case green = "32"
  }

  private func paint(_ text: String, _ color: Color) -> String {
    usesColor ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
