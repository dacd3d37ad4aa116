import ConnectorModel
import Linting

/// Changes as a comment of a pull request: a summary that is read at once, the rest folded.
package struct ChangeMarkdown: Sendable {
  /// Longer comments are refused by GitHub.
  package var greatestLength: Int

  package init(greatestLength: Int = 60_000) { self.greatestLength = greatestLength }

  package func render(_ comparison: ModelComparison) -> String {
    var text = "### Connectors: \(ChangeSummary(comparison).text)\n"
    for (section, changes) in comparison.sections {
      let room = greatestLength - text.utf8.count
      let all = render(section, changes, details: details(changes))
      let short = render(section, changes, details: nil)
      if all.utf8.count <= room {
        text += all
      } else if short.utf8.count <= room {
        text += short
      } else {
        let titles = section.title.lowercased()
        text += "\n\(section.title): \(changes.count), too many to list here. "
        text += "`connectorgen diff` shows the \(titles) ones.\n"
      }
    }
    return text
  }

  private func render(
    _ section: ChangeSection, _ changes: [Change], details: String?
  ) -> String {
    var body = list(changes)
    if let details { body += "\n" + Self.folded(Self.title(ofDetails: section), details) }
    return section.isBreaking
      ? "\n**\(section.title)**: \(Self.legend(changes))\n\n" + body
      : "\n" + Self.folded("\(section.title): \(changes.count)", body)
  }

  /// What the classes mean that the list names.
  private static func legend(_ changes: [Change]) -> String {
    var parts: [String] = []
    if changes.contains(where: { $0.classes.contains(.source) }) {
      parts.append("*source*, code may no longer compile")
    }
    if changes.contains(where: { $0.classes.contains(.wire) }) {
      parts.append("*wire*, what is sent or read is no longer as documented")
    }
    return parts.joined(separator: "; ")
  }

  private static func folded(_ title: String, _ text: String) -> String {
    "<details>\n<summary>\(title)</summary>\n\n\(text)\n</details>\n"
  }

  private static func title(ofDetails section: ChangeSection) -> String {
    switch section {
    case .breaking: "Declarations, places and fingerprints"
    case .compatible: "Declarations and places"
    case .documentation: "Texts and places"
    }
  }

  /// A line each, under the name of their source.
  private func list(_ changes: [Change]) -> String {
    var text = ""
    var heading: String?
    for change in changes {
      if change.heading != heading {
        heading = change.heading
        text += "- \(Self.escaped(change.heading))\n"
      }
      let classes =
        change.isBreaking
        ? " (" + change.classes.map(\.rawValue).joined(separator: ", ")
          + (change.isAccepted ? ", accepted" : "") + ")" : ""
      let guess = change.guess.map { ", a guess: " + Self.escaped($0) } ?? ""
      text += "  - \(Self.escaped(change.sentence))\(guess)\(classes)\n"
    }
    return text
  }

  private func details(_ changes: [Change]) -> String {
    var text = ""
    for change in changes {
      text += "- \(Self.escaped(change.heading)): \(Self.escaped(change.sentence))\n"
      text += "  `\(change.rule.rawValue)`"
      if change.isBreaking { text += ", fingerprint `\(change.fingerprint)`" }
      text += "\n"
      let places = [("old", change.old), ("new", change.new)].compactMap { side, place in
        place.map { "\(side) \(Self.code("\($0.page):\($0.line)"))" }
      }
      if !places.isEmpty { text += "  " + places.joined(separator: ", ") + "\n" }
      let lines = lines(change)
      guard !lines.isEmpty else { continue }
      text += "\n  ```diff\n" + lines.map { "  \(Self.line($0))\n" }.joined() + "  ```\n\n"
    }
    return text
  }

  /// The values and declarations of a change, as the lines of a diff.
  private func lines(_ change: Change) -> [String] {
    var lines: [String] = []
    if change.rule.showsValues {
      let values = ValueExcerpt(of: change)
      if let old = values.old { lines.append("- " + old) }
      if let new = values.new { lines.append("+ " + new) }
    }
    for declaration in change.declarations {
      if let old = declaration.old { lines.append("- " + old) }
      if let new = declaration.new { lines.append("+ " + new) }
      if declaration.isBreaking { lines.append("# " + declaration.reason) }
    }
    return lines
  }

  // MARK: - Text of pages

  /// Text in which nothing but code between backticks is markup. What stands between the backticks
  /// is code whatever it is, and what stands outside is escaped, so that a name with a backtick in
  /// it is ugly and nothing worse.
  static func escaped(_ text: String) -> String {
    let parts = line(text).split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count % 2 == 1 else { return plain(parts.joined(separator: "'")) }
    var result = ""
    for (index, part) in parts.enumerated() {
      if index % 2 == 0 {
        result += plain(String(part))
      } else if !part.isEmpty {
        result += code(String(part))
      }
    }
    return result
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "@": result += "&#64;"
      case "\\", "*", "_", "[", "]", "#", "|", "~", "!", "$": result += "\\" + String(character)
      default: result.append(character)
      }
    }
    return result
  }

  /// A code span; a backtick would end it.
  private static func code(_ text: String) -> String {
    "`" + line(text).map { $0 == "`" ? "'" : String($0) }.joined() + "`"
  }

  /// On one line, with nothing hidden.
  private static func line(_ text: String) -> String {
    VisibleText.make(text.split(whereSeparator: \.isNewline).joined(separator: " "))
      .replacing("```", with: "'''")
  }
}
