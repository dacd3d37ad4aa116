import Foundation
import TestSupport
import Testing

@Suite("connectorgen report") struct ReportTests {
  @Test("one file, the same wherever the tool runs") func file() throws {
    let first = try Fixture([samplePath: samplePage])
    let second = try Fixture([samplePath: samplePage])
    defer {
      first.folder.remove()
      second.folder.remove()
    }
    let run = try first.run("report")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
    #expect(try first.snapshot(".").keys.sorted() == [samplePath, "report.html"])
    #expect(try second.run("report", "--output", "out/a.html", "--quiet").errors == "")
    let report = try first.folder.read("report.html")
    #expect(try second.folder.read("out/a.html") == report)
    #expect(report.hasPrefix("<!DOCTYPE html>"))
    #expect(!report.contains(first.folder.path))
    // The whole path of the pages changes nothing, either.
    let folder = second.folder.url.appending(path: "docs-input").path
    #expect(try second.run("report", folder, "--output", "b.html").status == 0)
    #expect(try second.folder.read("b.html") == report)
  }

  @Test("with an older folder, model or revision beside it") func old() throws {
    let changed = samplePage.replacingOccurrences(of: "`port`", with: "`portNumber`")
    let fixture = try Fixture([
      samplePath: changed,
      samplePath.replacingOccurrences(of: "docs-input", with: "old"): samplePage,
    ])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("report", "--old", "old").status == 0)
    let report = try fixture.folder.read("report.html")
    #expect(report.contains("id=\"changes\""))
    #expect(report.contains("<del"))

    try fixture.folder.write(try fixture.run("model", "old").output, to: "model.json")
    #expect(try fixture.run("report", "--old", "model.json").status == 0)
    #expect(try fixture.folder.read("report.html").contains("id=\"changes\""))
  }

  @Test("what cannot be read or written is said, and the old report stays") func problems() throws {
    let fixture = try Fixture([samplePath: samplePage, "report.html": "old"])
    defer { fixture.folder.remove() }
    let missing = try fixture.run("report", "--old", "nowhere")
    #expect(missing.status == 2)
    #expect(missing.errors.contains("nowhere"))
    #expect(try fixture.folder.read("report.html") == "old")
    let none = try fixture.run("report", "nowhere")
    #expect(none.status == 2)
    #expect(try fixture.folder.read("report.html") == "old")
    let folder = try fixture.run("report", "--output", "docs-input")
    #expect(folder.status == 2)
    #expect(folder.errors.contains("docs-input"))
  }
}
