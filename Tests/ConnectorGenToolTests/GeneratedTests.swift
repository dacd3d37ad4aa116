import Foundation
import TestSupport
import Testing

/// The client that stands in the project.
@Suite("Generated") struct GeneratedTests {
  @Test("is what the pages say, and writing it again changes no byte") func isCurrent() throws {
    let check = try CommandRun(
      [BuiltProducts.connectorgen, "check", "--quiet"], in: SharedFolder.project, seconds: 300)
    #expect(check.status == 0, "\(check.output.prefix(4000))\(check.errors)")
  }

  @Test("comes out the same whatever the order of the pages and the number of jobs")
  func isDeterministic() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let root = SharedFolder.project.path + "/docs-input"
    let files = (FileManager.default.enumerator(atPath: root)?.allObjects ?? [])
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".md") }.map { root + "/" + $0 }
    for (name, paths, jobs) in [("a", files.sorted(), "1"), ("b", files.sorted().reversed(), "7")] {
      let run = try CommandRun(
        [BuiltProducts.connectorgen, "generate", "--quiet", "--jobs", jobs, "--output", name]
          + paths, in: folder.url, seconds: 300)
      #expect(run.status == 0, "\(run.errors)")
    }
    let difference = try CommandRun(["diff", "-r", "a", "b"], in: folder.url)
    #expect(difference.status == 0, "\(difference.output.prefix(4000))")
  }
}
