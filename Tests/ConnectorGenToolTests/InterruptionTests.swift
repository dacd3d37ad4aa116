import Foundation
import TestSupport
import Testing

@Suite("Interrupted runs") struct InterruptionTests {
  private static let folder = "docs-input/sources/tutorials/api/create/databases"

  /// Pages of many sources in one of two states; one page is there in one state only.
  private func write(_ state: Int, to fixture: Fixture) throws {
    for index in 0..<24 {
      let page = samplePage(about: "Sample\(index)")
        .replacing("The host of your server.", with: "The host in state \(state).")
      try fixture.folder.write(page, to: "\(Self.folder)/sample\(index).md")
    }
    for other in 0...1 {
      let path = "\(Self.folder)/only\(other).md"
      if other == state {
        try fixture.folder.write(samplePage(about: "Only\(other)"), to: path)
      } else {
        try? FileManager.default.removeItem(at: fixture.folder.url.appending(path: path))
      }
    }
  }

  @Test("a run that is killed leaves every file whole, and the next one heals") func killed() throws
  {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    var whole: [[String: Data]] = []
    for state in 0...1 {
      try write(state, to: fixture)
      #expect(try fixture.run("generate", "--quiet").status == 0)
      whole.append(try fixture.snapshot("Generated"))
    }
    let files = whole[0].keys.filter { path in
      whole[1][path] != nil && whole[0][path] != whole[1][path]
    }.sorted()
    var killed = 0
    var between = 0
    for round in 0..<30 {
      let state = round % 2
      try write(state, to: fixture)
      let process = Process()
      process.executableURL = URL(filePath: BuiltProducts.connectorgen)
      process.arguments = ["generate", "--quiet"]
      process.currentDirectoryURL = fixture.folder.url
      process.standardError = FileHandle.nullDevice
      // The moment at which one of the files is made, or takes the place of the old one.
      let file = fixture.folder.url.appending(path: "Generated/" + files[round * 7 % files.count])
      let isEarly = round % 4 < 2
      let awaited = isEarly ? file.path + ".connectorgen-new" : file.path
      let before = Self.identity(of: awaited)
      try process.run()
      while process.isRunning, Self.identity(of: awaited) == before {}
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }

      let found = try fixture.snapshot("Generated")
      if found != whole[0], found != whole[1] { between += 1 }
      for (path, bytes) in found where !isOwn(path) {
        #expect(
          bytes == whole[0][path] || bytes == whole[1][path], "\(path) is neither old nor new")
      }
      let healing = try fixture.run("generate", "--quiet")
      #expect(healing.status == 0, "\(healing.errors)")
      #expect(try fixture.snapshot("Generated") == whole[state])
    }
    // Otherwise the kills came too late, and the test has shown nothing.
    #expect(killed > 10)
    #expect(between > 5)
  }

  /// By what one sees that a file is another one; nil where there is none.
  private static func identity(of path: String) -> UInt64? {
    var information = stat()
    return stat(path, &information) == 0 ? UInt64(information.st_ino) : nil
  }

  /// The manifest, and files that are not whole yet.
  private func isOwn(_ path: String) -> Bool {
    path.hasSuffix(".connectorgen-manifest") || path.hasSuffix(".connectorgen-new")
  }
}
