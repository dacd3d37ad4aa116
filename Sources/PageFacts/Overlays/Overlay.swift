package import Diagnostics

/// The correction of a page's known mistake, without touching the page.
///
/// What its subject and rule mean is in `OverlaySubject`.
package struct Overlay: Hashable, Sendable {
  package enum Value: Hashable, Sendable {
    case string(String)
    /// As it is spelt in the configuration.
    case number(String)
    case boolean(Bool)
    case null

    /// As findings and the model show it; none of `null`.
    package var text: String? {
      switch self {
      case .string(let text), .number(let text): text
      case .boolean(let flag): flag ? "true" : "false"
      case .null: nil
      }
    }
  }

  /// The pages that have the mistake.
  package var page: PathPattern
  /// What is wrong: `default of port`, `auth.params.port`, an ID, `POST https://…`.
  package var subject: String
  /// What is right.
  package var value: Value
  /// The rule that finds the mistake, where the subject is that of a finding.
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
