import Foundation
import TestSupport
import Testing

/// Whatever goes wrong, what an earlier run wrote stays whole.
@Suite("Old output") struct OldOutputTests {
  /// A folder with output, and pages that would now give another one.
  private func changedFixture() throws -> (fixture: Fixture, old: [String: Data]) {
    let fixture = try Fixture([samplePath: samplePage])
    #expect(try fixture.run("generate").status == 0)
    let old = try fixture.snapshot("Generated")
    try fixture.folder.write(
      samplePage.replacing("The host of your server.", with: "The name of your server."),
      to: samplePath)
    let other = samplePath.replacing("example.md", with: "other.md")
    try fixture.folder.write(samplePage(about: "Other"), to: other)
    #expect(try fixture.run("check").status == 1)
    return (fixture, old)
  }

  private func permit(_ mode: Int, _ path: String, in fixture: Fixture) throws {
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: fixture.folder.url.appending(path: path).path)
  }

  @Test(
    "a folder that may not be written",
    .enabled(if: Unprivileged.canRun, "needs setpriv where root runs the tests"))
  func readOnlyFolder() throws {
    let (fixture, old) = try changedFixture()
    defer { fixture.folder.remove() }
    let folders = ["Generated", "Generated/Sources", "Generated/Sources/Databases"]
    for folder in folders { try permit(0o555, folder, in: fixture) }
    defer { for folder in folders { try? permit(0o755, folder, in: fixture) } }
    let run = try fixture.runUnprivileged("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("Generated/"))
    #expect(run.errors.contains("cannot be written: no permission"))
    #expect(try fixture.snapshot("Generated") == old)
  }

  @Test(
    "one file that may not be written",
    .enabled(if: Unprivileged.canRun, "needs setpriv where root runs the tests"))
  func readOnlyFile() throws {
    let (fixture, old) = try changedFixture()
    defer { fixture.folder.remove() }
    // Everything else may be written by everybody.
    #expect(try fixture.shell("chmod -R a+rwX . && chmod a-w Generated/API.txt").status == 0)
    let run = try fixture.runUnprivileged("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("Generated/API.txt: cannot be written: no permission"))
    #expect(try fixture.snapshot("Generated") == old)
    #expect(try fixture.shell("chmod a+w Generated/API.txt").status == 0)
    let again = try fixture.runUnprivileged("generate")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try fixture.run("check").status == 0)
  }

  @Test("files that stay the same are the same files, and keep what belongs to them")
  func untouched() throws {
    let (fixture, _) = try changedFixture()
    defer { fixture.folder.remove() }
    let list = """
      find Generated -type f ! -name .connectorgen-manifest -printf '%i %T@ %m %p %s\\n' | sort -k 4
      """
    #expect(try fixture.shell("chmod 640 Generated/API.txt; touch -d @5 Generated/*").status == 0)
    let before = try fixture.shell(list).output.split(separator: "\n").map(String.init)
    let run = try fixture.run("generate", "--dry-run")
    let changed = run.output.split(separator: "\n").map { String($0.dropFirst(7)) }
    #expect(try fixture.run("generate").status == 0)
    let after = Set(try fixture.shell(list).output.split(separator: "\n").map(String.init))
    var kept = 0
    for line in before {
      let isChanged = changed.contains { line.contains(" \($0) ") }
      #expect(after.contains(line) != isChanged, "\(line)")
      if !isChanged { kept += 1 }
    }
    #expect(kept > 0)
    #expect(after.contains { $0.contains(" 640 Generated/API.txt ") })
  }

  @Test(
    "a page that may not be read is not taken for gone",
    .enabled(if: Unprivileged.canRun, "needs setpriv where root runs the tests"))
  func unreadablePage() throws {
    let (fixture, old) = try changedFixture()
    defer { fixture.folder.remove() }
    try permit(0, samplePath, in: fixture)
    let run = try fixture.runUnprivileged("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("\(samplePath): cannot be read: no permission"))
    #expect(run.errors.contains("Generated is left as it was"))
    #expect(try fixture.snapshot("Generated") == old)
  }

  @Test("a page that is named and is not there") func missingPage() throws {
    let (fixture, old) = try changedFixture()
    defer { fixture.folder.remove() }
    let run = try fixture.run("generate", samplePath, "docs-input/gone.md")
    #expect(run.status == 2)
    #expect(run.errors.contains("docs-input/gone.md: there is no such file or folder"))
    #expect(try fixture.snapshot("Generated") == old)
  }

  @Test("files that may not become as large as they would") func sizeLimit() throws {
    let (fixture, old) = try changedFixture()
    defer { fixture.folder.remove() }
    let run = try fixture.shell("ulimit -f 1; exec \"$TOOL\" generate")
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("files may not become that large"))
    #expect(try fixture.snapshot("Generated") == old)
    #expect(try fixture.run("generate").status == 0)
    #expect(try fixture.run("check").status == 0)
  }

  @Test("a full disk", .enabled(if: SmallDisk.canBeMade, "needs the right to mount a tmpfs"))
  func fullDisk() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let disk = try SmallDisk(at: fixture.folder.url.appending(path: "Generated"), kilobytes: 512)
    defer { disk.unmount() }
    #expect(try fixture.run("generate").status == 0)
    let filler = try fixture.shell("cat /dev/zero >Generated/filler; true")
    #expect(filler.errors.contains("No space left"))
    let old = try fixture.snapshot("Generated")
    try fixture.folder.write(
      samplePage(about: "Other"), to: samplePath.replacing("example.md", with: "other.md"))
    let run = try fixture.run("generate")
    #expect(run.status == 2)
    #expect(run.errors.contains("the disk is full"))
    #expect(try fixture.snapshot("Generated") == old)
    // A disk that only becomes full halfway.
    #expect(try fixture.shell("truncate -s -16384 Generated/filler").status == 0)
    let files = try fixture.snapshot("Generated").filter { $0.key != "filler" }
    let again = try fixture.run("generate")
    #expect(again.status == 2)
    #expect(try fixture.snapshot("Generated").filter { $0.key != "filler" } == files)
    // And one that is no longer full.
    #expect(try fixture.shell("rm Generated/filler").status == 0)
    #expect(try fixture.run("generate").status == 0)
    #expect(try fixture.run("check").status == 0)
  }

  @Test("an output folder that is a file") func outputIsFile() throws {
    let fixture = try Fixture([samplePath: samplePage, "Generated": "mine"])
    defer { fixture.folder.remove() }
    for arguments in [["generate"], ["generate", "--dry-run"], ["check"]] {
      let run = try CommandRun(
        [BuiltProducts.connectorgen] + arguments, in: fixture.folder.url, seconds: 60)
      #expect(run.status == 2)
      #expect(run.errors.contains("Generated: "))
    }
    #expect(try fixture.folder.read("Generated") == "mine")
    let below = try fixture.run("generate", "--output", "Generated/below")
    #expect(below.status == 2)
    #expect(below.errors.contains("a file stands where a folder is needed"))
  }

  @Test("another run that is writing is waited for") func locked() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.shell(
      """
      mkdir Generated
      flock Generated sleep 1 &
      sleep 0.3
      "$TOOL" generate && test -f Generated/API.txt
      """)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("several runs at the same moment") func together() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let runs = (0..<4).map { _ in
      let process = Process()
      process.executableURL = URL(filePath: BuiltProducts.connectorgen)
      process.arguments = ["generate", "--quiet"]
      process.currentDirectoryURL = fixture.folder.url
      return process
    }
    for run in runs { try run.run() }
    for run in runs {
      run.waitUntilExit()
      #expect(run.terminationStatus == 0)
    }
    #expect(try fixture.run("check").status == 0)
  }

  @Test("closed standard output and error") func closedOutputs() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    #expect(try fixture.shell("\"$TOOL\" generate >&- 2>&- <&-").status == 0)
    #expect(try fixture.run("check").status == 0)
    #expect(try fixture.shell("\"$TOOL\" model >&-").status == 2)
  }
}
