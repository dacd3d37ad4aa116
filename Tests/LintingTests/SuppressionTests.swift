import Diagnostics
import Linting
import TestSupport
import Testing

@Suite("Suppression")
struct SuppressionTests {
  /// `rule:line` of what is left, and how many were kept back.
  private func outcome(_ text: String) -> (left: [String], suppressed: Int) {
    let report = Samples.lint(text)
    let page = report.pages[0]
    return (
      page.findings.map {
        "\($0.diagnostic.rule.identifier):"
          + "\(page.file.location(of: $0.diagnostic.range.lowerBound).line)"
      }, page.suppressedOnPage.count
    )
  }

  @Test("disable-next-line covers the next line that says something")
  func nextLine() {
    let (left, suppressed) = outcome(
      "<!-- connectorgen-disable-next-line malformed-baseline -->\n\nbad bad\nbad")
    #expect(left == ["malformed-baseline:4"])
    #expect(suppressed == 2)
  }

  @Test("Several comments may stand before a line, and several rules in a comment")
  func severalRules() {
    let (left, suppressed) = outcome(
      """
      <!-- connectorgen-disable-next-line malformed-baseline -- cannot be mended -->
      <!-- connectorgen-disable-next-line unknown-rule,configuration-syntax -->
      bad
      """)
    #expect(suppressed == 1)
    #expect(left == ["unused-suppression:2", "unused-suppression:2"])
  }

  @Test("A comment before a fence covers all of it")
  func fence() {
    let (left, suppressed) = outcome(
      """
      <!-- connectorgen-disable-next-line malformed-baseline -->
      ```json
      bad

      bad
      ```
      bad
      """)
    #expect(suppressed == 2)
    #expect(left == ["malformed-baseline:7"])
  }

  @Test("Comments inside a fence are text")
  func insideFence() {
    let (left, suppressed) = outcome(
      """
      ```
      <!-- connectorgen-disable malformed-baseline -->
      bad
      ```
      """)
    #expect(suppressed == 0)
    #expect(left == ["malformed-baseline:3"])
  }

  @Test("disable reaches to enable, or to the end")
  func regions() {
    let (left, suppressed) = outcome(
      """
      bad
      <!-- connectorgen-disable malformed-baseline -->
      bad
      <!-- connectorgen-enable malformed-baseline -->
      bad
      <!-- connectorgen-disable malformed-baseline -->
      bad
      <!-- connectorgen-enable -->
      bad
      <!-- connectorgen-disable malformed-baseline -->
      bad
      """)
    #expect(suppressed == 3)
    #expect(left == ["malformed-baseline:1", "malformed-baseline:5", "malformed-baseline:9"])
  }

  @Test("disable-line covers its own line, for rows of tables")
  func ownLine() {
    let (left, suppressed) = outcome(
      "| bad <!-- connectorgen-disable-line malformed-baseline --> |\n| bad |")
    #expect(suppressed == 1)
    #expect(left == ["malformed-baseline:2"])
  }

  @Test("Comments that do nothing are findings")
  func useless() {
    let (left, _) = outcome(
      """
      <!-- connectorgen-disable-next-line malformed-baseline -->
      fine
      <!-- connectorgen-enable malformed-baseline -->
      <!-- connectorgen-disable malformed-baseline -->
      <!-- connectorgen-disable malformed-baseline -->
      """)
    #expect(left == (1...5).filter { $0 != 2 }.map { "unused-suppression:\($0)" })
  }

  @Test("Unknown words and rules are told at their exact place, with what was meant")
  func unknown() throws {
    let text = MarkedText(
      """
      <!-- 1️⃣connectorgen-disable-nextline x -->
      <!-- connectorgen-disable unknown-rule, 2️⃣malformd-baseline, -->
      3️⃣<!-- connectorgen-disable -->
      <!-- connectorgen is fine -->
      """)
    let findings = Samples.lint(text.text).pages[0].findings.map(\.diagnostic)
    let word = try #require(findings.first { $0.range.lowerBound == text["1️⃣"] })
    #expect(word.rule == .malformedSuppression)
    #expect(word.remedy == "did you mean \"connectorgen-disable-next-line\"?")
    let name = try #require(findings.first { $0.range.lowerBound == text["2️⃣"] })
    #expect(name.rule == .unknownRule)
    #expect(name.remedy == "did you mean \"malformed-baseline\"?")
    let bare = try #require(findings.first { $0.range.lowerBound == text["3️⃣"] })
    #expect(bare.rule == .malformedSuppression)
    #expect(findings.count == 4)
  }

  @Test("Many comments and findings take no quadratic time")
  func manyComments() {
    let text = String(
      repeating: "<!-- connectorgen-disable-next-line malformed-baseline -->\nbad\n", count: 20_000)
    let (left, suppressed) = outcome(text)
    #expect(left.isEmpty)
    #expect(suppressed == 20_000)
    let open = String(repeating: "<!-- connectorgen-disable malformed-baseline -- ", count: 20_000)
    #expect(outcome(open + String(repeating: "bad ", count: 1000)).suppressed == 0)
    #expect(outcome(String(repeating: "<!--", count: 100_000)).left.isEmpty)
  }

  @Test("The configuration changes severities by rule and path, the last word counts")
  func severities() {
    func severity(_ overrides: [SeverityOverride], path: String) -> Severity? {
      Samples.lint("bad", policy: LintPolicy(severities: overrides), path: path).pages[0].findings
        .first?.diagnostic.severity
    }
    let overrides = [
      SeverityOverride(rule: "malformed-baseline", severity: .warning),
      SeverityOverride(rule: "malformed-baseline", paths: [PathPattern("old/**")], severity: nil),
      SeverityOverride(rule: "mojibake", severity: .note),
    ]
    #expect(severity(overrides, path: "a.md") == .warning)
    #expect(severity(overrides, path: "old/a.md") == nil)
    #expect(severity([], path: "a.md") == .error)
  }

  @Test("The configuration keeps findings back, and says where it does so in vain")
  func configuredSuppressions() throws {
    let configuration = SourceFile(path: "connectorgen.yaml", text: "suppress: …")
    let policy = LintPolicy(
      suppressions: [
        ConfiguredSuppression(rule: "malformed-baseline", paths: [PathPattern("*.md")]),
        ConfiguredSuppression(rule: "mojibake", paths: [PathPattern("*.md")], range: 0..<8),
      ], configuration: configuration)
    let report = Samples.lint("bad", policy: policy)
    #expect(report.pages[0].findings.isEmpty)
    #expect(report.pages[0].suppressedByConfiguration.count == 1)
    let unused = try #require(report.pages.last)
    #expect(unused.file.path == "connectorgen.yaml")
    #expect(unused.findings.map(\.diagnostic.rule) == [.unusedSuppression])
    #expect(unused.findings[0].diagnostic.range == 0..<8)
  }

  @Test("What overlays settled is counted, and changes no fingerprint")
  func corrected() throws {
    let file = SourceFile(path: "a.md", text: "bad bad")
    let findings = Samples.findings(of: "bad", in: file, rule: .malformedBaseline)
    let plain = Linter.lint([LintInput(file: file, diagnostics: findings)])
    let report = Linter.lint([
      LintInput(file: file, diagnostics: [findings[1]], corrected: [findings[0]])
    ])
    let page = try #require(report.pages.first)
    #expect(page.corrected == [plain.pages[0].findings[0]])
    #expect(page.findings == [plain.pages[0].findings[1]])
    #expect(report.summary.hasSuffix(" in 1 of 1 page (1 corrected)"))
  }

  @Test("Findings about the configuration stand there, and steer by it")
  func configurationFindings() {
    let configuration = SourceFile(path: "connectorgen.yaml", text: "overlays: []\n")
    let finding = Diagnostic(.staleOverlay, at: 0..<8, subject: "x", "nothing to correct")
    let policy = LintPolicy(
      severities: [SeverityOverride(rule: "stale-overlay", severity: .error)],
      configuration: configuration, configurationFindings: [finding])
    let report = Linter.lint(
      [LintInput(file: SourceFile(path: "a.md", text: ""), diagnostics: [])], policy: policy)
    #expect(report.count(.error) == 1)
    #expect(report.summary == "1 error in 1 other file")
  }

  @Test("Of pages that were not looked at nothing is said to be needless")
  func partial() {
    let known = Samples.lint("bad", path: "b.md", rule: .malformedSuppression)
    let file = SourceFile(path: "baseline.jsonl", text: Baseline.text(for: known))
    let suppression = ConfiguredSuppression(
      rule: "mojibake", paths: [PathPattern("b.md")], reason: nil, range: 0..<1)
    var policy = LintPolicy(
      suppressions: [suppression], baseline: Baseline(reading: file),
      configuration: SourceFile(path: "c", text: "x"))
    #expect(Samples.lint("ok", policy: policy).pages.flatMap(\.findings).count == 2)
    policy.isWhole = false
    #expect(!Samples.lint("ok", policy: policy).hasFindings)
    #expect(Samples.lint("ok", policy: policy, path: "b.md").pages.flatMap(\.findings).count == 2)
  }
}
