import Foundation
import TestSupport
import Testing

/// The two published pages that the project began with, as they are.
@Suite(
  "The first two pages",
  .enabled(if: SharedFolder.has("seeds"), "the shared folder is not here"))
struct SeedTests {
  private func lint(_ name: String) throws -> CommandRun {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let text = try String(
      contentsOf: SharedFolder.url.appending(path: "seeds/\(name)"), encoding: .utf8)
    try fixture.folder.write(text, to: "create/storage/page.md")
    return try fixture.run("lint", "create/storage/page.md", "--fail-on", "never")
  }

  @Test("two IDs and text decoded wrongly are reported where they stand") func storage() throws {
    let output = try lint("000_f6f3e99715260022.txt").output
    #expect(output.contains("page.md:35:70: error:"))
    #expect(output.contains("[mojibake]"))
    #expect(output.contains("page.md:92:"))
    #expect(output.contains("[invalid-uuid]"))
    #expect(output.contains("[spec-id-mismatch]"))
  }

  @Test("the right ID is taken") func identifier() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let text = try String(
      contentsOf: SharedFolder.url.appending(path: "seeds/000_f6f3e99715260022.txt"),
      encoding: .utf8)
    try fixture.folder.write(text, to: "docs-input/create/storage/page.md")
    #expect(try fixture.run("generate", "--quiet").status == 0)
    let files = try fixture.snapshot("Generated")
    let swift = files.filter { $0.key.hasPrefix("Sources/") }.values.first ?? Data()
    let source = String(decoding: swift, as: UTF8.self)
    #expect(source.contains(#"id: "b3ba5556-48be-44b7-8b85-ff2b69b46dc4""#))
  }

  @Test("the sound page has nothing worse than a note") func database() throws {
    let output = try lint("003_94cde21431fe2e4e.txt").output
    #expect(!output.contains(": error:") && !output.contains(": warning:"), "\(output)")
  }
}
