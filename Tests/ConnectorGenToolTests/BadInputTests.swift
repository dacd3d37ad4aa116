import Foundation
import TestSupport
import Testing

@Suite("Bad input") struct BadInputTests {
  @Test("a path that is not there") func missingPath() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate", "nowhere", samplePath)
    #expect(run.status == 2)
    #expect(run.errors.contains("nowhere: there is no such file or folder"))
    // All that can be done is still done.
    #expect(try fixture.snapshot("Generated")["Sources/Databases/Example.swift"] != nil)
  }

  @Test("a folder without pages") func emptyFolder() throws {
    let fixture = try Fixture(["empty/notes.txt": "no page"])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate", "empty")
    #expect(run.status == 2)
    #expect(run.errors.contains("no Markdown page"))
    #expect(try fixture.snapshot("Generated").isEmpty)
  }

  @Test("a file that is no UTF-8") func latin1() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    try fixture.folder.write(
      Array(samplePage.utf8) + [0x63, 0x61, 0x66, 0xE9, 0x0A], to: "docs-input/latin1.md")
    let run = try fixture.run("lint")
    #expect(run.status == 1)
    #expect(run.output.contains("[invalid-utf8]"))
  }

  @Test("a page without a request") func noRequest() throws {
    let fixture = try Fixture(["docs-input/prose.md": "# Only words\n\nNothing to send.\n"])
    defer { fixture.folder.remove() }
    let run = try fixture.run("inspect", "docs-input/prose.md")
    #expect(run.status == 0)
    #expect(run.output.contains("no requests"))
  }

  @Test("wrong usage") func usage() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate", "--no-such-option").status == 64)
    #expect(try fixture.run("lint", "--jobs", "0").status == 64)
    let explain = try fixture.run("explain", "malformed-jsn")
    #expect(explain.status == 64)
    #expect(explain.errors.contains("malformed-json"))
  }

  @Test(
    "pages that try to break the reader",
    arguments: [
      "", "\u{0}", "```", "|", "| a |\n|---|", ">[!TAB", "+++", "---\n---", "[!DNL", "{\n",
      String(repeating: ">", count: 10_000), String(repeating: "[", count: 10_000),
      "```json\n" + String(repeating: "[", count: 10_000),
      "```shell\ncurl 'https://x -d '{\n",
    ])
  func hostile(page: String) throws {
    let fixture = try Fixture(["docs-input/page.md": page])
    defer { fixture.folder.remove() }
    let run = try fixture.run("lint", "--fail-on", "never")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("links that lead back, a pipe and a folder that are called pages") func oddEntries() throws
  {
    let fixture = try Fixture([
      "docs/a/page.md": samplePage, "docs/folder.md/inner.md": "# Inner\n",
    ])
    defer { fixture.folder.remove() }
    let root = fixture.folder.url.appending(path: "docs")
    for name in ["loop1", "a/loop2", "a/loop3"] {
      try FileManager.default.createSymbolicLink(
        at: root.appending(path: name), withDestinationURL: root)
    }
    try FileManager.default.createSymbolicLink(
      atPath: root.appending(path: "dangling.md").path, withDestinationPath: "nowhere")
    mkfifo(root.appending(path: "pipe.md").path, 0o600)
    let run = try fixture.run("inspect", "docs", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.components(separatedBy: "\"page\":").count == 3)
  }

  @Test("more jobs than pages") func manyJobs() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("lint", "--jobs", "\(Int.max)", "--fail-on", "never").status == 0)
  }

  @Test("a reader that goes away") func closedPipe() throws {
    let page = String(repeating: "```json\n{\"a\": 1,}\n```\n\n", count: 2_000)
    let fixture = try Fixture(["page.md": page])
    defer { fixture.folder.remove() }
    let script = "'\(BuiltProducts.connectorgen)' lint page.md | head -n 1"
    let run = try CommandRun(["sh", "-c", script], in: fixture.folder.url, seconds: 60)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    #expect(run.output.hasPrefix("page.md:"))
  }

  @Test("what an interrupted run left behind") func remains() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate").status == 0)
    let whole = try fixture.snapshot("Generated")
    let file = "Generated/Sources/Databases/Example.swift"
    for path in [file, "Generated/.connectorgen-manifest"] {
      try fixture.folder.write("half of", to: path + ".connectorgen-new")
    }
    #expect(try fixture.run("generate").status == 0)
    #expect(try fixture.snapshot("Generated") == whole)
  }

  @Test("inputs that match no page") func noMatch() throws {
    let fixture = try Fixture([
      samplePath: samplePage, "connectorgen.yaml": "inputs:\n  - docs-input/**/other*.md\n",
    ])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("no page matches"))
  }

  @Test("many pages begun at the same moment") func manyPages() throws {
    var pages: [String: String] = [:]
    for index in 0..<16 { pages["docs/\(index).md"] = "| a | b |\n| --- | --- |\n| c | d |\n" }
    let fixture = try Fixture(pages)
    defer { fixture.folder.remove() }
    for _ in 0..<20 {
      let run = try fixture.run("inspect", "docs", "--jobs", "16", "--format", "json")
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test(
    "an output that takes nothing",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let script = "'\(BuiltProducts.connectorgen)' inspect docs-input >/dev/full"
    let run = try CommandRun(["sh", "-c", script], in: fixture.folder.url, seconds: 60)
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot be written"))
  }
}
