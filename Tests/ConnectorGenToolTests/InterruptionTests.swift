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

  /// What the output is in each state.
  private func outputs(_ fixture: Fixture) throws -> [[String: Data]] {
    try (0...1).map { state in
      try write(state, to: fixture)
      #expect(try fixture.run("generate", "--quiet").status == 0)
      return try fixture.snapshot("Generated")
    }
  }

  /// Runs the tool, and kills it as soon as there is another file at a path.
  ///
  /// - Returns: whether it was killed before it was done.
  private func killRun(in fixture: Fixture, when path: String) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: BuiltProducts.connectorgen)
    process.arguments = ["generate", "--quiet"]
    process.currentDirectoryURL = fixture.folder.url
    process.standardError = FileHandle.nullDevice
    let awaited = fixture.folder.url.appending(path: path).path
    let before = Self.identity(of: awaited)
    try process.run()
    while process.isRunning, Self.identity(of: awaited) == before {}
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  @Test("a run that is killed leaves the old tree or the new one, and the next one heals")
  func killed() throws {
    let fixture = try Fixture()
    defer { fixture.folder.remove() }
    let whole = try outputs(fixture)
    let staged = "Generated.connectorgen-new"
    let files = whole[0].keys.filter { whole[1][$0] != nil }.sorted()
    var killed = 0
    var found = [0, 0]
    var round = 0
    // On a busy machine some kills come too late.
    while round < 40 || (round < 400 && (killed <= 20 || (found.min() ?? 0) <= 5)) {
      defer { round += 1 }
      let state = round % 2
      try write(state, to: fixture)
      // The folder is begun, is half full, or has just taken its place.
      let moments = [staged, "\(staged)/\(files[round * 7 % files.count])", "Generated"]
      if try killRun(in: fixture, when: moments[round % 3]) { killed += 1 }
      let left = try fixture.snapshot("Generated")
      #expect(left == whole[0] || left == whole[1], "neither old nor new in round \(round)")
      found[left == whole[state] ? 1 : 0] += 1
      let healing = try fixture.run("generate", "--quiet")
      #expect(healing.status == 0, "\(healing.errors)")
      #expect(try fixture.snapshot("Generated") == whole[state])
      #expect(Self.identity(of: fixture.folder.url.appending(path: staged).path) == nil)
    }
    // Otherwise the kills came too late, and the test has shown nothing.
    #expect(killed > 20)
    #expect(found[0] > 5, "\(found)")
    #expect(found[1] > 5, "\(found)")
  }

  @Test("beside files of other people every file is whole, and the next run heals")
  func killedBesideOthers() throws {
    let fixture = try Fixture(["Generated/Mine.txt": "mine"])
    defer { fixture.folder.remove() }
    let whole = try outputs(fixture)
    let files = whole[0].keys.filter { path in
      whole[1][path] != nil && whole[0][path] != whole[1][path]
    }.sorted()
    var killed = 0
    var between = 0
    var round = 0
    while round < 20 || (round < 400 && (killed <= 7 || between <= 3)) {
      defer { round += 1 }
      let state = round % 2
      try write(state, to: fixture)
      // The moment at which one of the files is made, or takes the place of the old one.
      let file = "Generated/" + files[round * 7 % files.count]
      if try killRun(in: fixture, when: round % 4 < 2 ? file + ".connectorgen-new" : file) {
        killed += 1
      }
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
    #expect(killed > 7)
    #expect(between > 3)
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
