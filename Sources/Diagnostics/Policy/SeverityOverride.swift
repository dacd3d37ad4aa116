/// What a project makes of a rule: another severity, or none of it, everywhere or on some pages.
package struct SeverityOverride: Hashable, Sendable {
  /// The rule's identifier.
  package var rule: String
  /// The pages it holds for; all of them if there is no pattern.
  package var paths: [PathPattern]
  /// `nil` switches the rule off.
  package var severity: Severity?

  package init(rule: String, paths: [PathPattern] = [], severity: Severity?) {
    self.rule = rule
    self.paths = paths
    self.severity = severity
  }

  package func holds(on path: String) -> Bool {
    paths.isEmpty || paths.contains { $0.matches(path) }
  }
}
