extension Rule {
  /// The identifiers of rules that may find something on a page only when it is read together with
  /// others.
  package static let amongPages = Set(
    (modelRules + emitterRules + [specIDMismatch, nameMismatch]).map(\.identifier))

  /// All rules, sorted by identifier.
  package static let all: [Rule] =
    (textRules + markdownRules + shellRules + jsonRules + factRules + modelRules + emitterRules
    + lintRules + configurationUseRules)
    .sorted { $0.identifier < $1.identifier }

  /// The rule of that name.
  package static func named(_ identifier: String) -> Rule? {
    all.first { $0.identifier == identifier }
  }
}
