import Foundation
import GenerationPipeline
import TestSupport
import Testing

@testable import connectorgen

@Suite("Names of files") struct FileNameTests {
  @Test(
    "a page whose name is no UTF-8 is told, not passed over",
    .enabled(if: FileNameTests.takesAnyBytes, "this file system takes UTF-8 only"))
  func invalidName() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    #expect(try fixture.shell("cp \(samplePath) \"docs-input/$(printf 'a\\377').md\"").status == 0)
    let run = try fixture.run("inspect", "docs-input")
    #expect(run.status == 2)
    #expect(run.errors.contains("its name is not UTF-8; rename it"))
    #expect(run.output.contains("Example"))
    let named = try fixture.shell("\"$TOOL\" inspect \"docs-input/$(printf 'a\\377').md\"")
    #expect(named.status == 2)
    #expect(named.errors.contains("there is no such file or folder"))
  }

  static let takesAnyBytes: Bool = {
    guard let folder = try? TemporaryFolder() else { return false }
    defer { folder.remove() }
    return (try? CommandRun(["sh", "-c", "touch \"$(printf 'a\\377')\""], in: folder.url))?.status
      == 0
  }()

  @Test("a page that vanishes between listing and reading") func vanished() throws {
    let fixture = try Fixture([
      "docs/here.md": samplePage, "docs/gone.md": samplePage(about: "Gone"),
    ])
    defer { fixture.folder.remove() }
    let folder = fixture.folder.path + "/docs"
    var finder = PageFinder([folder])
    #expect(finder.places.count == 2 && finder.problems.isEmpty)
    try FileManager.default.removeItem(atPath: folder + "/gone.md")
    let pages = finder.read()
    #expect(pages.map(\.page) == ["here.md"])
    #expect(
      finder.problems.map(\.reason) == ["cannot be read: there is no such file or folder"])
  }

  @Test("very long paths") func long() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let name = String(repeating: "n", count: 300)
    let run = try fixture.run("generate", "--output", name)
    #expect(run.status == 2)
    #expect(run.errors.contains("its name is too long"))
  }
}
