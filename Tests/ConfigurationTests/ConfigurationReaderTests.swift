import GeneratorConfiguration
import Diagnostics
import Foundation
import PageFacts
import TestSupport
import Testing

@Suite("Configuration")
struct ConfigurationReaderTests {
  private func read(_ text: String) -> (Configuration, [Diagnostic]) {
    ConfigurationReader.read(SourceFile(path: "connectorgen.yaml", text: text))
  }

  @Test("An empty file is the defaults", arguments: ["", "\n", "# nothing\n", "---\n", "\u{FEFF}"])
  func empty(text: String) {
    let (configuration, diagnostics) = read(text)
    #expect(diagnostics.isEmpty)
    #expect(configuration == Configuration())
    #expect(configuration.includes("docs-input/a/b.md"))
    #expect(configuration.output == "Generated")
    #expect(configuration.access == .public)
  }

  @Test("All keys are read")
  func everything() throws {
    let (configuration, diagnostics) = read(Samples.everything)
    #expect(diagnostics.isEmpty)
    #expect(configuration.inputs.map(\.text) == ["docs/**/*.md", "more/{a,b}.md"])
    #expect(configuration.includes("docs/x/y.md"))
    #expect(!configuration.includes("docs/drafts/y.md"))
    #expect(configuration.output == "Client")
    #expect(configuration.module == "Connectors")
    #expect(configuration.access == .package)
    #expect(configuration.names.sources.map(\.key) == ["Azure Data Lake Storage Gen2"])
    #expect(configuration.names.sources.map(\.name) == ["DataLake"])
    #expect(configuration.names.fields.map(\.key) == ["auth.params.userName", "on", "role"])
    #expect(configuration.names.operations.map(\.name) == ["createConnection", "connect"])
    #expect(configuration.types.map(\.field) == ["port", "auth.params.useSsl", "port"])
    #expect(configuration.types.map(\.type) == [.integer, .boolean, .json])
    #expect(configuration.labels.matches("Verzoek", .request))
    #expect(configuration.labels.matches("Request", .request))
    #expect(configuration.labels.contains(.defaultValue, in: "standaard is 22"))
    #expect(configuration.severities.map(\.severity) == [nil, .warning, .note, nil])
    #expect(configuration.severities[2].holds(on: "docs/old/x.md"))
    #expect(!configuration.severities[2].holds(on: "docs/new/x.md"))
    #expect(configuration.suppressions.map(\.rule) == ["unused-suppression"])
    #expect(configuration.suppressions.map(\.reason) == ["cannot be mended"])
    #expect(configuration.baseline == "lint-baseline.jsonl")
    #expect(
      configuration.overlays.map(\.value) == [
        .string("aac9bbd4-6c01-46ce-b47e-51c6f0f6db3f"), .number("5.50"), .null, .boolean(true),
      ])
    #expect(configuration.overlays[1].rule == "type-conflict")
    #expect(configuration.overlays.map(\.documented) == [nil, nil, .number("22"), nil])
    #expect(configuration.names.fields.map(\.source) == [nil, nil, "Snowflake"])
    #expect(configuration.names.operations.map(\.source) == [nil, "databases/snowflake"])
    #expect(configuration.types.map(\.source) == [nil, nil, "Snowflake"])
    #expect(configuration.jobs == 8)
    #expect(configuration.places["jobs"] != nil)
  }

  @Test(
    "Every mistake is told at its place",
    arguments: [
      ("1️⃣ouput: x", "unknown-configuration-key", "did you mean \"output\"?"),
      ("names:\n  1️⃣source: {}", "unknown-configuration-key", "did you mean \"sources\"?"),
      ("labels: { 1️⃣requets: [x] }", "unknown-configuration-key", "did you mean \"request\"?"),
      ("severities:\n  1️⃣unknown-rul: off", "invalid-configuration-value", "\"unknown-rule\""),
      ("severities:\n  unknown-rule: 1️⃣eror", "invalid-configuration-value", "\"error\""),
      ("access: 1️⃣open", "invalid-configuration-value", nil),
      ("access: 1️⃣Public", "invalid-configuration-value", "\"public\""),
      ("inputs: 1️⃣docs", "invalid-configuration-value", "write [docs]"),
      ("inputs: 1️⃣[]", "invalid-configuration-value", "pattern"),
      ("inputs: [1️⃣12]", "invalid-configuration-value", "quotes"),
      ("inputs:\n- \"日本\"\n- 1️⃣[a]", "invalid-configuration-value", nil),
      ("inputs: [\"日本\", 1️⃣12]", "invalid-configuration-value", "quotes"),
      ("\u{FEFF}1️⃣ouput: x", "unknown-configuration-key", nil),
      ("exclude:1️⃣", "invalid-configuration-value", "remove the key"),
      ("output: 1️⃣\"\"", "invalid-configuration-value", nil),
      ("module: 1️⃣My Module", "invalid-configuration-value", "letters"),
      ("module: 1️⃣1st", "invalid-configuration-value", nil),
      ("output: 1️⃣2026-01-31", "invalid-configuration-value", "quotes"),
      ("jobs: 1️⃣0", "invalid-configuration-value", nil),
      ("jobs: 1️⃣1.5", "invalid-configuration-value", nil),
      ("jobs: 1️⃣99999999999999999999", "invalid-configuration-value", nil),
      ("types:\n  port: 1️⃣int", "invalid-configuration-value", nil),
      ("suppress:\n- 1️⃣rule: unknown-rule", "invalid-configuration-value", "paths"),
      ("overlays:\n- 1️⃣page: a.md", "invalid-configuration-value", "subject"),
      (
        "overlays: [{page: a, subject: 1️⃣some words, value: x}]", "invalid-configuration-value",
        "METHOD URL"
      ),
      (
        "overlays: [{page: a, subject: optional of x, value: 1️⃣12}]",
        "invalid-configuration-value", nil
      ),
      (
        "overlays: [{page: a, subject: name of x, value: 1️⃣12}]", "invalid-configuration-value",
        "quotes"
      ),
      (
        "overlays: [{page: a, subject: name of x, value: y, documented: 1️⃣x}]",
        "invalid-configuration-value", "remove the key"
      ),
      (
        "overlays: [{page: a, subject: connectionSpec.version, value: '1', documented: 1️⃣1.0}]",
        "invalid-configuration-value", "quotes"
      ),
      (
        "overlays: [{page: a, subject: x, value: y, 1️⃣document: z}]", "unknown-configuration-key",
        "\"documented\""
      ),
      (
        "overlays: [{page: a, subject: x, value: 1️⃣0x10}]", "invalid-configuration-value", nil
      ),
      (
        "overlays: [{page: a, subject: x, value: y, rule: 1️⃣unclosed-fence}]",
        "invalid-configuration-value", "conflicting-default"
      ),
      ("names: {operations: {1️⃣connections: x}}", "invalid-configuration-value", "GET"),
      ("names: {fields: {Acme: {port: 1️⃣1st}}}", "invalid-configuration-value", "letter"),
      ("names: {sources: {Acme: 1️⃣{port: x}}}", "invalid-configuration-value", nil),
      ("types: {Acme: {port: 1️⃣int}}", "invalid-configuration-value", nil),
      ("module: 1️⃣HTTPTypes", "invalid-configuration-value", "another name"),
      ("access: internal\ncalls: 1️⃣Calls", "invalid-configuration-value", "package"),
      ("calls: 1️⃣Sources", "invalid-configuration-value", "another name"),
      ("calls: 1️⃣FlowServiceSources", "invalid-configuration-value", "another name"),
      ("jobs: 1️⃣true", "invalid-configuration-value", nil),
      ("exclude:\n- 1️⃣\"a{b\"", "invalid-configuration-value", "close"),
      ("1️⃣- a\n- b", "invalid-configuration-value", nil),
      ("1️⃣text", "invalid-configuration-value", nil),
      ("module: A\r\n1️⃣module: B", "duplicate-configuration-key", "merge"),
      ("names:\n  fields:\n    a: b\n    1️⃣\"a\" : c", "duplicate-configuration-key", "merge"),
      ("{ 1️⃣jobs: 1, jobs: 2 }", "duplicate-configuration-key", "merge"),
      ("inputs:\n  - 1️⃣**/*.md", "configuration-syntax", "quotes"),
      ("inputs: 1️⃣*nothing", "configuration-syntax", "quotes"),
      ("inputs:\n1️⃣\t- a", "configuration-syntax", "blanks"),
      ("inputs: 1️⃣@x", "configuration-syntax", "quotes"),
      ("jobs: 1️⃣!!int 1", "configuration-syntax", "tag"),
      ("jobs: 1️⃣&a 1", "configuration-syntax", "anchor"),
      ("a: &a 1\nb: 1️⃣*a", "configuration-syntax", "write the value out"),
      ("jobs: 1️⃣\u{7}", "configuration-syntax", "escape"),
      ("output: \"a1️⃣\u{2028}\"", "configuration-syntax", "escape"),
      ("jobs: 1\n1️⃣---\njobs: 2", "configuration-syntax", nil),
    ])
  func mistakes(marked: String, rule: String, remedy: String?) throws {
    let text = MarkedText(marked)
    let (_, diagnostics) = read(text.text)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostics.count == 1)
    #expect(diagnostic.rule.identifier == rule)
    #expect(diagnostic.range.lowerBound == text["1️⃣"])
    if let remedy { #expect(diagnostic.remedy?.contains(remedy) == true) }
  }

  @Test("Paths are those of the configuration's folder")
  func folder() {
    let (configuration, _) = read(Samples.everything)
    let below = configuration.below("a[*]")
    #expect(below.includes("a[*]/docs/x/y.md"))
    #expect(!below.includes("a[b]/docs/x/y.md") && !below.includes("docs/x/y.md"))
    #expect(!below.includes("a[*]/docs/drafts/y.md"))
    #expect(below.output == "a[*]/Client")
    #expect(below.baseline == "a[*]/lint-baseline.jsonl")
    #expect(below.severities[2].holds(on: "a[*]/docs/old/x.md"))
    #expect(below.suppressions[0].holds(on: "a[*]/docs/a.md"))
    #expect(below.overlays[0].page.matches("a[*]/docs/a.md"))
    #expect(configuration.below(".") == configuration)
    #expect(Configuration().below("a").includes("a/docs-input/x.md"))
    let (rooted, _) = read("inputs: [/docs]\noutput: /out")
    #expect(rooted.below("a").includes("/docs/x.md") && rooted.below("a").output == "/out")
  }

  @Test("All mistakes are told at once, and the rest is read")
  func allMistakes() {
    let (configuration, diagnostics) = read(
      """
      ouput: x
      module: 12
      access: internal
      access: open
      jobs: [1]
      module: B
      severities:
        smart: off
        unknown-rule: off
        unknown-rule: note
      """)
    #expect(
      diagnostics.map(\.rule.identifier) == [
        "unknown-configuration-key", "invalid-configuration-value",
        "duplicate-configuration-key", "invalid-configuration-value",
        "duplicate-configuration-key", "invalid-configuration-value",
        "duplicate-configuration-key",
      ])
    #expect(configuration.access == .internal)
    #expect(configuration.severities == [SeverityOverride(rule: "unknown-rule", severity: nil)])
    #expect(diagnostics.allSatisfy { !$0.subject.isEmpty })
  }

  @Test("Findings cover what they are about")
  func ranges() {
    func covered(_ text: String) -> [String] {
      let file = SourceFile(path: "c", text: text)
      return ConfigurationReader.read(file).1.map { file.text(in: $0.range) }
    }
    #expect(covered("ouput: x") == ["ouput"])
    #expect(covered("access: 'o''pen' # x") == ["'o''pen'"])
    #expect(covered("access: \"o\\\"pen\"") == ["\"o\\\"pen\""])
    #expect(covered("access: so open # x") == ["so open"])
    #expect(covered("access: |\n  open\n") == ["|"])
    #expect(covered("日本: x") == ["日本"])
  }

  @Test("The examples of the rules do what they say")
  func ruleExamples() {
    for rule in Rule.lintRules where rule.scope == .configuration {
      #expect(read(rule.badExample).1.contains { $0.rule == rule }, "\(rule.identifier)")
      #expect(read(rule.goodExample).1.isEmpty, "\(rule.identifier)")
    }
  }

  @Test("No file makes it crash or wait", arguments: Samples.hostile.indices)
  func hostile(index: Int) {
    let (_, diagnostics) = ConfigurationReader.read(
      SourceFile(path: "c", bytes: Samples.hostile[index]))
    #expect(!diagnostics.isEmpty)
  }

  @Test("Neither does any prefix or change of a good one")
  func mutations() {
    let bytes = Array(Samples.everything.utf8)
    for end in stride(from: 0, to: bytes.count, by: 3) {
      _ = ConfigurationReader.read(SourceFile(path: "c", bytes: Array(bytes[..<end])))
    }
    var generator = SeededGenerator(seed: 1)
    let signs = Array("{}[]:,-?*&!|>'\"%@`# \t\n\r\\~<".utf8) + [0, 0x80, 0xC2, 0xFF, 0xEF]
    for _ in 0..<600 {
      var changed = bytes
      for _ in 0..<3 {
        let place = Int.random(in: 0..<changed.count, using: &generator)
        changed[place] = signs.randomElement(using: &generator) ?? 0
      }
      let file = SourceFile(path: "c", bytes: changed)
      for diagnostic in ConfigurationReader.read(file).1 {
        #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.upperBound <= changed.count)
      }
    }
  }

  @Test("The examples of the documentation are right")
  func documentation() throws {
    let page = try String(
      contentsOf: SharedFolder.project.appending(path: "docs/configuration.md"), encoding: .utf8)
    let fences = page.components(separatedBy: "```yaml\n").dropFirst()
    #expect(fences.count == 3)
    for fence in fences {
      let text = fence.components(separatedBy: "```")[0]
      #expect(read(text).1.isEmpty, "\(read(text).1.map(\.message))")
    }
    for kind in Labels.Kind.allCases { #expect(page.contains("`\(kind.rawValue)`")) }
  }
}
