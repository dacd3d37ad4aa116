/// A kind of finding, with what `connectorgen explain` says about it.
package struct Rule: Hashable, Sendable {
  /// What kind of file a rule is about, and so what its examples are written in.
  package enum Scope: String, Hashable, Sendable, CaseIterable {
    case page
    case configuration
    case baseline
  }

  /// The stable name: kebab case, never reused for anything else.
  package let identifier: String
  package let severity: Severity
  /// One sentence without a full stop.
  package let summary: String
  /// Why it matters, what is assumed meanwhile and how to mend the page.
  package let explanation: String
  package let scope: Scope
  /// A page (or another file, by `scope`) that the rule finds something in.
  package let badExample: String
  /// The same, mended.
  package let goodExample: String

  package init(
    _ identifier: String, _ severity: Severity, scope: Scope = .page, summary: String,
    explanation: String,
    bad badExample: String, good goodExample: String
  ) {
    self.identifier = identifier
    self.severity = severity
    self.scope = scope
    self.summary = summary
    self.explanation = explanation
    self.badExample = badExample
    self.goodExample = goodExample
  }

  package static func == (left: Rule, right: Rule) -> Bool { left.identifier == right.identifier }
  package func hash(into hasher: inout Hasher) { hasher.combine(identifier) }
}
