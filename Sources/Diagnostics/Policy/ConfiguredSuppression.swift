/// Findings that a project does not want to see on some pages, with the reason.
package struct ConfiguredSuppression: Hashable, Sendable {
  /// The rule's identifier.
  package var rule: String
  package var paths: [PathPattern]
  package var reason: String?
  /// Where it stands in the configuration, for the finding that it matches nothing.
  package var range: Range<Int>

  package init(rule: String, paths: [PathPattern], reason: String? = nil, range: Range<Int> = 0..<0)
  {
    self.rule = rule
    self.paths = paths
    self.reason = reason
    self.range = range
  }

  package func holds(on path: String) -> Bool {
    paths.contains { $0.matches(path) }
  }
}
