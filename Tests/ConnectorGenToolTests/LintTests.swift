import Foundation
import TestSupport
import Testing

@Suite("connectorgen lint") struct LintTests {
  @Test("a finding is a clickable line with a snippet and a caret") func text() throws {
    let fixture = try Fixture([
      "page.md": samplePage.replacing(
        "\"specName\": \"Basic Authentication\"", with: "\"specName\": \"Basic Authentication")
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "page.md")
    #expect(run.status == 1)
    #expect(run.output.contains("[malformed-json]"))
    #expect(run.output.contains("^ read as \"Basic Authentication"))
    #expect(try fixture.run("lint", "page.md", "--fail-on", "never").status == 0)
  }

  @Test("a sound page has no finding") func sound() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "--fail-on", "warning")
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.hasPrefix("no findings"))
  }

  @Test("coverage names every table and row, fence and spec ID") func coverage() throws {
    let page = samplePage + "\n## More\n\n| X | Y |\n| --- | --- |\n| `a` | b |\n"
    let fixture = try Fixture([samplePath: page])
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "--coverage")
    #expect(run.status == 0)
    #expect(run.output.contains("fence: 3 found, 3 used, 0 not used"))
    #expect(run.output.contains("table: 3 found, 2 used, 1 not used"))
    #expect(run.output.contains("row: 9 found, 8 used, 1 not used"))
    let line = page.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    #expect(run.output.contains("\(samplePath):\(line): row: `a`: not used: "))
  }
}
