import Diagnostics
import PageFacts
import Testing

/// The examples of `explain`, read as pages.
@Suite struct RuleExampleTests {
  /// Rules whose findings come from reading one page.
  private static let rulesOfPages =
    (Rule.textRules + Rule.markdownRules + Rule.shellRules + Rule.jsonRules + Rule.factRules)
    // Text cannot hold bytes that are no UTF-8, so there is no bad example.
    .filter { $0 != .invalidUTF8 }

  @Test(arguments: rulesOfPages)
  func badExampleHasTheFinding(rule: Rule) {
    let found = facts(rule.badExample, page: "example.md").diagnostics.map(\.rule.identifier)
    #expect(found.contains(rule.identifier), "found \(found) in:\n\(rule.badExample)")
  }

  @Test(arguments: rulesOfPages)
  func goodExampleHasNot(rule: Rule) {
    let found = facts(rule.goodExample, page: "example.md").diagnostics.filter { $0.rule == rule }
    #expect(found.isEmpty, "\(found.map(\.message)) in:\n\(rule.goodExample)")
  }

  /// Everything else is found elsewhere and tested there: what the model says of several pages, what
  /// the emitter says of names, suppression comments, baselines and the configuration.
  @Test func otherRulesAreFoundElsewhere() {
    let elsewhere = Set(Rule.all).subtracting(Self.rulesOfPages)
    #expect(
      elsewhere
        == Set(
          Rule.modelRules + Rule.emitterRules + Rule.lintRules + Rule.configurationUseRules
            + [.invalidUTF8]))
  }
}
