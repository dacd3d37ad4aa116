/// A kind of finding, with what `connectorgen explain` says about it.
package struct Rule: Hashable, Sendable {
  /// The stable name: kebab case, never reused for anything else.
  package let identifier: String
  package let severity: Severity
  /// One sentence without a full stop.
  package let summary: String
  /// Why it matters, what is assumed meanwhile and how to mend the page.
  package let explanation: String
  /// Markdown that the rule finds.
  package let badExample: String
  /// The same, mended.
  package let goodExample: String

  package init(
    _ identifier: String, _ severity: Severity, summary: String, explanation: String,
    bad badExample: String, good goodExample: String
  ) {
    self.identifier = identifier
    self.severity = severity
    self.summary = summary
    self.explanation = explanation
    self.badExample = badExample
    self.goodExample = goodExample
  }

  package static func == (left: Rule, right: Rule) -> Bool { left.identifier == right.identifier }
  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
