import ConnectorModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ModelDiff

@Suite("Formats") struct FormatTests {
  @Test(
    "the first line counts",
    arguments: [
      (0, 0, 0, "no changes"),
      (1, 0, 0, "1 breaking change in 1 source"),
      (2, 1, 3, "2 breaking, 1 compatible and 3 documentation changes in 1 source"),
      (0, 1, 1, "1 compatible and 1 documentation changes in 1 source"),
    ])
  func summary(_ breaking: Int, _ compatible: Int, _ words: Int, _ text: String) {
    var model = Sample.model
    model.authentication(0) { authentication in
      for index in 0..<breaking { authentication.fields[index].isNullable = true }
      for index in 0..<compatible {
        authentication.fields.append(Sample.field("new\(index)", optional: true))
      }
      for index in 0..<words { authentication.fields[index].documentation = "Other words." }
    }
    #expect(ChangeSummary(ModelComparison(Sample.model, model)).text == text)
  }

  @Test("text is what a reviewer reads") func text() {
    let mutation = Mutation.all.first { $0.name == "an optional credential that is required" }
    let comparison = ModelComparison(Sample.model, mutation?.model ?? Sample.model)
    #expect(
      ChangeText(oldRoot: "git:HEAD:docs-input/", newRoot: "docs-input/").render(comparison) == """
        1 breaking change in 1 source

        Breaking

          databases/sample
            ! Basic Authentication: `port` is required now [became-required: source, wire]
              docs-input/sources/tutorials/api/create/databases/sample.md:23
              - Sample.BasicAuthentication.init(host: String, userName: String, password: Secret<String>, port: Int? = nil, region: String? = nil)
              + Sample.BasicAuthentication.init(host: String, userName: String, password: Secret<String>, port: Int, region: String? = nil)
                callers give `port` in another type, callers have to give `port`
              - Sample.BasicAuthentication.port: Int? { get set }
              + Sample.BasicAuthentication.port: Int { get set }
                whoever reads or sets it meets another type
              fingerprint \(comparison.changes[0].fingerprint)

        """)
  }

  /// Every change at once, with page texts that try to get out of their place.
  private static var nasty: ModelComparison {
    var model = Sample.model
    model.source { source in
      source.name = "Sam`ple</details><script>alert(1)</script>"
      source.authentications[0].specName = "``` \n# Heading @everyone <!-- [a](javascript:b) | x"
      source.documentation = "\u{202E}text\u{1B}[31m"
    }
    model.credential("host") { $0.name = "`@all`\n```\n</details>" }
    return ModelComparison(Sample.model, model)
  }

  @Test("text of pages stays text in Markdown") func markdown() {
    let text = ChangeMarkdown().render(Self.nasty)
    #expect(text.hasPrefix("### Connectors: "))
    // Nothing but the format's own tags and fences.
    let opened = text.components(separatedBy: "<details>").count
    #expect(text.components(separatedBy: "\n</details>").count == opened)
    var isCode = false
    for line in text.split(separator: "\n") {
      if line.trimmingCharacters(in: .whitespaces).hasPrefix("```") {
        isCode.toggle()
        continue
      }
      if isCode { continue }
      let spans = line.split(separator: "`", omittingEmptySubsequences: false)
      #expect(spans.count % 2 == 1, "\(line)")
      let outside = spans.enumerated().filter { $0.offset % 2 == 0 }.map(\.element).joined()
      #expect(!outside.contains("<script"), "\(line)")
      #expect(!outside.contains("@"), "\(line)")
      #expect(!outside.contains("<!--"), "\(line)")
    }
    #expect(!isCode)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test("Markdown is never longer than a comment may be") func length() {
    let text = ChangeMarkdown(greatestLength: 300).render(Self.nasty)
    #expect(text.utf8.count < 600)
    #expect(text.contains("too many to list here"))
  }

  @Test("text holds nothing that moves a terminal") func terminal() {
    let text = ChangeText().render(Self.nasty)
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }

  @Test(
    "JSON is what the schema says",
    .enabled(if: Python.has("jsonschema"), "Python has no jsonschema")
  )
  func schema() throws {
    var accepted = Self.nasty
    accepted.accept { $0.isBreaking }
    let known = AcceptedChanges(
      reading: SourceFile(
        path: "a", bytes: Array(AcceptedChanges.text(accepting: accepted).utf8)))
    var texts = [
      ChangeJSON.render(Self.nasty), ChangeJSON.render(accepted, stale: known.entries),
    ]
    for mutation in Mutation.all {
      texts.append(ChangeJSON.render(ModelComparison(Sample.model, mutation.model)))
      texts.append(ChangeJSON.render(ModelComparison(mutation.model, Sample.model)))
    }
    let schema = SharedFolder.project.appending(path: "schemas/diff.schema.json").path
    let run = try Python.run(
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      checker = jsonschema.Draft202012Validator(schema)
      checker.check_schema(schema)
      for value in json.load(sys.stdin):
          for error in checker.iter_errors(value):
              print(error.json_path, error.message)
      """, input: "[" + texts.joined(separator: ",") + "]", arguments: [schema])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
  }

  @Test("the schema knows all rules, and so does the documentation") func rules() throws {
    let schema = try Pages.text(
      at: SharedFolder.project.appending(path: "schemas/diff.schema.json"))
    for rule in ChangeRule.allCases {
      #expect(schema.contains("\"\(rule.rawValue)\""), "\(rule.rawValue)")
      #expect(rule.mirrored.mirrored == rule)
    }
    try expectDocumented(ChangeRule.table, as: "rules")
  }

  @Test("the documentation knows where another judge differs") func deviations() throws {
    try expectDocumented(DiagnoseTests.table, as: "deviations")
  }

  /// Whether a part of `docs/diff.md`, between two comments, is what it has to be; writes it where
  /// expectations are recorded.
  private func expectDocumented(_ text: String, as part: String) throws {
    let file = SharedFolder.project.appending(path: "docs/diff.md")
    let page = try Pages.text(at: file)
    let start = try #require(page.firstRange(of: "<!-- \(part): "))
    let end = try #require(page.firstRange(of: "<!-- end of \(part) -->"))
    let line = try #require(page[start.upperBound...].firstIndex(of: "\n"))
    let place = page.index(after: line)..<end.lowerBound
    if ProcessInfo.processInfo.environment["RECORD_EXPECTED"] != nil {
      try Data(page.replacingCharacters(in: place, with: text).utf8).write(to: file)
      return
    }
    #expect(page[place] == text)
  }

  @Test("every rule has a change that shows it") func covered() {
    var shown: Set<ChangeRule> = []
    for mutation in Mutation.all {
      shown.formUnion(ModelComparison(Sample.model, mutation.model).changes.map(\.rule))
      shown.formUnion(ModelComparison(mutation.model, Sample.model).changes.map(\.rule))
    }
    #expect(Set(ChangeRule.allCases).subtracting(shown).isEmpty)
  }

  @Test("accepted changes are read as they were written") func accepted() throws {
    let text = AcceptedChanges.text(accepting: Self.nasty)
    let read = AcceptedChanges(reading: SourceFile(path: "a", bytes: Array(text.utf8)))
    #expect(read.malformedLines.isEmpty)
    #expect(read.entries.count == Self.nasty.changes.filter(\.isBreaking).count)
    #expect(read.stale(for: Self.nasty).isEmpty)
    var comparison = Self.nasty
    comparison.accept(read.contains)
    #expect(comparison.changes.allSatisfy { $0.isAccepted == $0.isBreaking })
    let nothing = ModelComparison(Sample.model, Sample.model)
    #expect(read.stale(for: nothing).count == read.entries.count)
  }
}
