import Diagnostics
import Linting
import TestSupport
import Testing

@Suite("Rule documentation")
struct RuleDocumentationTests {
  @Test("Every rule can be explained", arguments: Rule.all)
  func explained(rule: Rule) {
    let text = RuleDocumentation.explain(rule)
    #expect(text.hasPrefix("\(rule.identifier) (\(rule.severity.rawValue))\n\n\(rule.summary).\n"))
    #expect(!rule.summary.isEmpty && !rule.summary.hasSuffix("."))
    #expect(!rule.explanation.isEmpty)
    #expect(!rule.badExample.isEmpty)
    #expect(
      rule.identifier.utf8.allSatisfy {
        // Kebab case, with digits as in `utf8`.
        $0 == UInt8(ascii: "-") || (97...122).contains($0) || (48...57).contains($0)
      })
  }

  @Test("Identifiers are unique")
  func unique() {
    #expect(Set(Rule.all.map(\.identifier)).count == Rule.all.count)
  }

  @Test("A misspelt rule is answered with what was meant")
  func unknown() {
    #expect(
      RuleDocumentation.unknown("unused-supression")
        == "there is no rule \"unused-supression\"; did you mean \"unused-suppression\"?")
    #expect(RuleDocumentation.unknown("zzz").contains("connectorgen rules"))
  }

  @Test("The list has a line for each rule")
  func list() {
    let lines = RuleDocumentation.list().split(separator: "\n")
    #expect(lines.count == Rule.all.count)
    #expect(lines.contains { $0.hasPrefix("unknown-rule ") && $0.contains("  warning  A comment") })
  }

  @Test("Fences of the page are longer than those of the examples")
  func fences() {
    let rule = Rule(
      "sample", .note, summary: "A | b", explanation: "Text",
      bad: "````json\n{\n````", good: "> ```\n> x\n> ```")
    let page = RuleDocumentation.markdown([rule])
    #expect(page.contains("\n`````markdown\n````json\n{\n````\n`````\n"))
    #expect(page.contains("\n````markdown\n> ```\n"))
    #expect(page.contains("| note | A \\| b |"))
    #expect(page.hasSuffix("````\n"))
  }

  @Test(
    "The examples of the linter's own rules do what they say",
    arguments: Rule.lintRules.filter { $0.scope == .page })
  func examples(rule: Rule) {
    func rules(_ text: String) -> [Rule] {
      Samples.lint(text, word: "no such word").pages[0].findings.map(\.diagnostic.rule)
    }
    #expect(rules(rule.badExample).contains(rule))
    #expect(!rules(rule.goodExample).contains(rule))
  }

  @Test("The examples of the rules of baselines do what they say")
  func baselineExamples() {
    for rule in Rule.lintRules where rule.scope == .baseline {
      let baseline = Baseline(reading: SourceFile(path: "b", text: rule.badExample))
      let report = Samples.lint("", policy: LintPolicy(baseline: baseline))
      #expect(report.pages.flatMap { $0.findings.map(\.diagnostic.rule) } == [rule])
    }
  }
}
