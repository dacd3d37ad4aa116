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

  @Test(
    "a file that may not be read",
    .enabled(if: getuid() != 0, "root may read everything"))
  func unreadable() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: fixture.folder.url.appending(path: samplePath).path)
    let run = try fixture.run("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("cannot be read"))
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
}
