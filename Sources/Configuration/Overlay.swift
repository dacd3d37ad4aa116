package import Diagnostics

/// The correction of a page's known mistake, without touching the page.
package struct Overlay: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case string(String)
    /// As it is spelt in the configuration.
    case number(String)
    case boolean(Bool)
    case null
  }

  /// The pages that have the mistake.
  package var page: PathPattern
  /// What is wrong, as the finding about it names its subject.
  package var subject: String
  /// What is right.
  package var value: Value
  /// The rule that finds the mistake, where the subject alone is not clear.
  package var rule: String?
  package var reason: String?
  /// Where the overlay stands in the configuration, for the finding that it no longer applies.
  package var range: Range<Int>

  package init(
    page: PathPattern, subject: String, value: Value, rule: String? = nil, reason: String? = nil,
    range: Range<Int> = 0..<0
  ) {
    self.page = page
    self.subject = subject
    self.value = value
    self.rule = rule
    self.reason = reason
    self.range = range
  }
}
