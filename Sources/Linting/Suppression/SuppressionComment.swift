/// A comment on a page that is meant for the linter.
struct SuppressionComment: Hashable, Sendable {
  enum Directive: String, Hashable, Sendable, CaseIterable {
    case disable = "connectorgen-disable"
    case disableLine = "connectorgen-disable-line"
    case disableNextLine = "connectorgen-disable-next-line"
    case enable = "connectorgen-enable"
  }

  /// A rule as the comment names it.
  struct Name: Hashable, Sendable {
    var text: String
    var range: Range<Int>
  }

  /// `nil` if the word is none of them.
  var directive: Directive?
  /// The word that should be a directive.
  var word: Name
  var rules: [Name]
  /// From `<!--` to behind `-->`.
  var range: Range<Int>
}
