import Foundation
import TestSupport
import Testing

@Suite("connectorgen generate") struct GenerateTests {
  @Test("writes a source's file, and a second run changes nothing") func twice() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let first = try fixture.run("generate")
    #expect(first.status == 0, "\(first.errors)")
    let files = try fixture.snapshot("Generated")
    #expect(files["Sources/Databases/Example.swift"] != nil)
    #expect(files["API.txt"] != nil)
    let second = try fixture.run("generate", "--dry-run")
    #expect(second.status == 0)
    #expect(second.output == "")
    #expect(try fixture.snapshot("Generated") == files)
    #expect(try fixture.run("check").status == 0)
  }

  @Test("a page outside the documentation's folders has no category") func noCategory() throws {
    let fixture = try Fixture(["docs-input/page.md": samplePage])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate").status == 0)
    let files = try fixture.folder.read("Generated/.connectorgen-manifest").split(separator: "\n")
    #expect(files.contains("Sources/Other/Example.swift"))
    #expect(files.contains("model/sources/other/page.json"))
  }

  @Test("removes what it wrote for a page that is gone, and nothing else") func stale() throws {
    let other = samplePath.replacing("example.md", with: "other.md")
    let fixture = try Fixture([
      samplePath: samplePage, other: samplePage.replacing("Example", with: "Other"),
      "Generated/Mine.txt": "mine",
    ])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate").status == 0)
    #expect(try fixture.snapshot("Generated")["Sources/Databases/Other.swift"] != nil)
    try FileManager.default.removeItem(at: fixture.folder.url.appending(path: other))
    #expect(try fixture.run("check").status == 1)
    #expect(try fixture.run("generate").status == 0)
    let files = try fixture.snapshot("Generated")
    #expect(files["Sources/Databases/Other.swift"] == nil)
    #expect(files["Mine.txt"] == Data("mine".utf8))
  }

  @Test("does not overwrite a file that somebody else wrote") func foreign() throws {
    let fixture = try Fixture([samplePath: samplePage, "Generated/API.txt": "mine"])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("API.txt"))
    #expect(try fixture.snapshot("Generated") == ["API.txt": Data("mine".utf8)])
  }

  @Test("says what would be written") func dryRun() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate", "--dry-run")
    #expect(run.status == 0)
    #expect(run.output.contains("add    Generated/Sources/Databases/Example.swift\n"))
    #expect(try fixture.snapshot("Generated").isEmpty)
  }

  @Test("check prints a diff that patch applies") func diff() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    #expect(try fixture.run("generate").status == 0)
    try fixture.folder.write(
      samplePage.replacing("The host of your server.", with: "The name of your server."),
      to: samplePath)
    let check = try fixture.run("check")
    #expect(check.status == 1)
    let patch = try CommandRun(["patch", "-p1"], in: fixture.folder.url, input: check.output)
    #expect(patch.status == 0, "\(patch.output)")
    #expect(try fixture.run("check").status == 0)
  }
}
