import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite("Linting some of the pages") struct PartialLintTests {
  @Test("calls nothing unused that the whole documentation needs") func unused() throws {
    let fixture = try Fixture([
      "connectorgen.yaml": """
      baseline: known.jsonl
      suppress:
        - rule: smart-quotes
          paths: [docs-input]

      """
    ])
    defer { fixture.folder.remove() }
    try FileManager.default.copyItem(
      at: SharedFolder.project.appending(path: "docs-input"),
      to: fixture.folder.url.appending(path: "docs-input"))
    let whole = try fixture.run(
      "lint", "--write-baseline", "known.jsonl", "--fail-on", "never", "--quiet")
    #expect(whole.status == 0, "\(whole.errors)")
    var rules: [String: Set<String>] = [:]
    for line in try fixture.folder.read("known.jsonl").split(separator: "\n") {
      let entry = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
      rules[entry["page"] ?? "", default: []].insert(entry["rule"] ?? "")
    }
    let pages = rules.keys.sorted().filter {
      SlowTests.areEnabled || !Rule.amongPages.isDisjoint(with: rules[$0] ?? [])
    }
    #expect(pages.count > 4)
    var known = 0
    for page in pages {
      let run = try fixture.run("lint", page)
      #expect(!run.output.contains("unused-"), "\(run.output)")
      if run.output.contains("in the baseline") { known += 1 }
    }
    #expect(known > 4)
  }
}
