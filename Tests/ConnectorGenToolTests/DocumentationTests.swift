import Foundation
import TestSupport
import Testing

/// `make documentation`, on the modules of this build.
@Suite(
  "The documentation", .enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 builds it"))
struct DocumentationTests {
  @Test("is built without a warning, and everything public stands in a group") func builds() throws
  {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try Self.build(SharedFolder.project, to: folder)
    try #require(run.status == 0, "\(run.output)\(run.errors)")
    for page in [
      "FlowServiceRuntime.doccarchive/data/tutorials/flowserviceruntime/fromconnectiontorun.json",
      "ConnectorGen.doccarchive/data/tutorials/connectorgen/frompagetoreview.json",
      "site/data/documentation/flowservicesources/sftp.json",
    ] {
      #expect(
        FileManager.default.fileExists(atPath: folder.url.appending(path: page).path), "\(page)")
    }
    for module in ["FlowServiceRuntime", "FlowServiceSources"] {
      let page = try folder.read(
        "\(module).doccarchive/data/documentation/\(module.lowercased()).json")
      let root = try JSONDecoder().decode(Page.self, from: Data(page.utf8))
      #expect(root.topicSections.count > 5)
      for section in root.topicSections where section.generated ?? false {
        Issue.record("\(section.identifiers) of \(module) are in no group")
      }
    }
  }

  @Test("is not built with a link to nothing") func brokenLink() throws {
    let project = try TemporaryFolder()
    defer { project.remove() }
    try FileManager.default.createDirectory(
      at: project.url.appending(path: "Sources/FlowServiceRuntime"),
      withIntermediateDirectories: true)
    for path in ["scripts", "Sources/FlowServiceRuntime/FlowServiceRuntime.docc"] {
      try FileManager.default.copyItem(
        at: SharedFolder.project.appending(path: path), to: project.url.appending(path: path))
    }
    let page = "Sources/FlowServiceRuntime/FlowServiceRuntime.docc/Articles/Waiting.md"
    try project.write(
      try project.read(page).replacing("``FlowRunStatus``", with: "``FlowRunState``"), to: page)
    let run = try Self.build(project.url, to: project)
    #expect(run.status != 0)
    #expect(run.output.contains("'FlowRunState' doesn't exist"), "\(run.output)\(run.errors)")
  }

  private struct Page: Decodable {
    struct Section: Decodable {
      var identifiers: [String]
      var generated: Bool?
    }
    var topicSections: [Section]
  }

  private static func build(_ project: URL, to folder: TemporaryFolder) throws -> CommandRun {
    try CommandRun(
      [
        project.appending(path: "scripts/documentation").path, "--modules", BuiltProducts.modules,
        "--output", folder.path,
      ], in: project)
  }
}
