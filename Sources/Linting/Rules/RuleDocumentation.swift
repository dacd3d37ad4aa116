package import Diagnostics

/// What people are told about rules.
package enum RuleDocumentation {
  /// The text of `explain RULE`.
  package static func explain(_ rule: Rule) -> String {
    var text = "\(rule.identifier) (\(rule.severity.rawValue))\n\n\(rule.summary).\n"
    if !rule.explanation.isEmpty { text += "\n" + wrapped(rule.explanation, width: 80) + "\n" }
    if !rule.badExample.isEmpty { text += "\nBad:\n\n" + indented(rule.badExample) }
    if !rule.goodExample.isEmpty { text += "\nGood:\n\n" + indented(rule.goodExample) }
    return text
  }

  /// What to say about a rule that does not exist.
  package static func unknown(_ identifier: String, among rules: [Rule] = Rule.all) -> String {
    let suggestion = NearestName.suggestion(for: identifier, in: rules.lazy.map(\.identifier))
    return "there is no rule \"\(VisibleText.make(identifier))\""
      + (suggestion.map { "; " + $0 } ?? "; `connectorgen rules` lists all rules")
  }

  /// The text of `rules`: a line each.
  package static func list(_ rules: [Rule] = Rule.all) -> String {
    let width = rules.map { $0.identifier.utf8.count }.max() ?? 0
    return rules.map { rule in
      let gap = String(repeating: " ", count: width - rule.identifier.utf8.count)
      let severity = rule.severity.rawValue
      let severityGap = String(repeating: " ", count: 7 - severity.utf8.count)
      return "\(rule.identifier)\(gap)  \(severity)\(severityGap)  \(rule.summary)\n"
    }.joined()
  }

  /// The page `docs/rules.md`.
  package static func markdown(_ rules: [Rule] = Rule.all) -> String {
    var text = """
      # Rules

      What `connectorgen lint` finds. This page is written by the tool: change the rules, not the page.

      | Rule | Severity | Finds |
      | --- | --- | --- |

      """
    for rule in rules {
      text += "| [`\(rule.identifier)`](#\(rule.identifier)) | \(rule.severity.rawValue) | "
      text += tableCell(rule.summary) + " |\n"
    }
    for rule in rules { text += "\n## \(rule.identifier)\n\n" + markdown(for: rule) }
    return text
  }

  /// The section of one rule, without its heading.
  package static func markdown(for rule: Rule) -> String {
    var text = "\(rule.summary). Severity: \(rule.severity.rawValue).\n"
    if !rule.explanation.isEmpty { text += "\n\(rule.explanation)\n" }
    if !rule.badExample.isEmpty { text += "\nBad:\n\n" + fenced(rule.badExample, rule.scope) }
    if !rule.goodExample.isEmpty { text += "\nGood:\n\n" + fenced(rule.goodExample, rule.scope) }
    return text
  }

  /// A fence that is longer than all those in the text.
  private static func fenced(_ text: String, _ scope: Rule.Scope) -> String {
    var longest = 2
    for line in text.split(whereSeparator: \.isNewline) {
      let backticks = line.drop { $0 == " " || $0 == ">" }.prefix { $0 == "`" }.count
      longest = max(longest, backticks)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let language =
      switch scope {
      case .page: "markdown"
      case .configuration: "yaml"
      case .baseline: "json"
      }
    return "\(fence)\(language)\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
  }

  private static func tableCell(_ text: String) -> String {
    text.map { $0 == "|" ? "\\|" : String($0) }.joined()
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.isEmpty ? "\n" : "    \(VisibleText.make(String(line)))\n"
    }.joined()
  }

  /// Breaks paragraphs into lines of at most `width` columns.
  private static func wrapped(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { paragraph in
      var lines: [String] = []
      var line = ""
      for word in paragraph.split(separator: " ") {
        if !line.isEmpty, line.count + 1 + word.count > width {
          lines.append(line)
          line = ""
        }
        line += (line.isEmpty ? "" : " ") + word
      }
      lines.append(line)
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
