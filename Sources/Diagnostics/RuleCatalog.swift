extension Rule {
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
