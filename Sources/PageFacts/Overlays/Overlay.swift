package import Diagnostics
import JSONReader

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

    /// As the configuration writes it: a string in quotes.
    package var spelling: String {
      switch self {
      case .string(let text): JSONNode(.string(text), range: 0..<0).serialized()
      case .number, .boolean, .null: text ?? "null"
      }
    }
  }

  /// The pages that have the mistake.
  package var page: PathPattern
  /// What is wrong: `default of port`, `auth.params.port`, an ID, `POST https://…`.
  package var subject: String
  /// What is right.
  package var value: Value
  /// What the page says while the overlay applies: anything else counts, since it may be right. None
  /// if the overlay applies whatever the page says.
  package var documented: Value?
  /// The rule that finds the mistake, where the subject is that of a finding.
  package var rule: String?
  package var reason: String?
  /// Where the overlay stands in the configuration, for the finding that it no longer applies.
  package var range: Range<Int>

  package init(
    page: PathPattern, subject: String, value: Value, documented: Value? = nil,
    rule: String? = nil, reason: String? = nil, range: Range<Int> = 0..<0
  ) {
    self.page = page
    self.subject = subject
    self.value = value
    self.documented = documented
    self.rule = rule
    self.reason = reason
    self.range = range
  }
}
