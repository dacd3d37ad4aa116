import ConnectorModel
import Foundation
import TestSupport
import Testing

@testable import ClientEmitter

/// The emitted files of the sample model against the files that people have read.
@Suite struct ReferenceTests {
  static let project = SharedFolder.project
  static let folder = project.appending(path: "Tests/ClientEmitterTests/Expected")

  /// `RECORD_EXPECTED=1 swift test --filter ReferenceTests` writes the files anew.
  private static let records = ProcessInfo.processInfo.environment["RECORD_EXPECTED"] != nil

  @Test func `the sample model gives the recorded files`() throws {
    let client = ClientEmitter.emit(SampleModel.model)
    if Self.records {
      try record(client)
      Issue.record("recorded anew; run the test again without RECORD_EXPECTED")
      return
    }
    #expect(try paths() == client.files.map(\.path))
    for file in client.files {
      try compare(file)
    }
  }

  @Test func `the order of the model makes no difference`() {
    var shuffled = SampleModel.model
    shuffled.sources.reverse()
    shuffled.operations.reverse()
    #expect(ClientEmitter.emit(shuffled).files == ClientEmitter.emit(SampleModel.model).files)
  }

  private func compare(_ file: EmittedClient.File) throws {
    let url = Self.folder.appending(path: file.path)
    let expected = (try? Data(contentsOf: url)).map { Array($0) }
    guard expected != file.bytes else { return }
    let folder = try TemporaryFolder()
    _ = try folder.write([(path: "emitted", bytes: file.bytes)])
    let difference = try BuildProducts.run([
      "git", "diff", "--no-index", "--no-color", url.path, folder.url.path + "/emitted",
    ])
    Issue.record("\(file.path) is not as recorded:\n\(difference.output)")
  }

  private func paths() throws -> [String] {
    let enumerator = FileManager.default.enumerator(
      at: Self.folder, includingPropertiesForKeys: [.isRegularFileKey])
    let root = Self.folder.resolvingSymlinksInPath().path + "/"
    var paths: [String] = []
    for case let url as URL in enumerator ?? FileManager.DirectoryEnumerator() {
      let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
      if isFile { paths.append(String(url.resolvingSymlinksInPath().path.dropFirst(root.count))) }
    }
    return paths.sorted()
  }

  private func record(_ client: EmittedClient) throws {
    try? FileManager.default.removeItem(at: Self.folder)
    for file in client.files {
      let url = Self.folder.appending(path: file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(file.bytes).write(to: url)
    }
  }
}
