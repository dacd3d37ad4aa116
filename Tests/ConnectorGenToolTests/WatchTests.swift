import Foundation
import TestSupport
import Testing

@Suite("connectorgen watch") struct WatchTests {
  /// A `connectorgen watch` that is running.
  private struct Running {
    let process = Process()
    let log: URL

    init(_ fixture: Fixture, _ arguments: [String] = []) throws {
      log = fixture.folder.url.appending(path: "watch.log")
      try Data().write(to: log)
      process.executableURL = URL(filePath: BuiltProducts.connectorgen)
      process.arguments = ["watch"] + arguments
      process.currentDirectoryURL = fixture.folder.url
      process.standardInput = FileHandle.nullDevice
      let handle = try FileHandle(forWritingTo: log)
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
    }

    var lines: [String] {
      let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      return text.split(separator: "\n").map(String.init)
    }

    /// The lines as soon as there are so many.
    func lines(_ count: Int) -> [String] {
      let deadline = Date(timeIntervalSinceNow: 120)
      while lines.count < count, process.isRunning, Date() < deadline {
        Thread.sleep(forTimeInterval: 0.01)
      }
      return lines
    }

    func stop(_ signal: Int32) -> Int32 {
      kill(process.processIdentifier, signal)
      process.waitUntilExit()
      return process.terminationReason == .exit ? process.terminationStatus : -1
    }
  }

  @Test("generates on each change, reads changed pages only, ends on a signal")
  func changes() throws {
    let other = samplePath.replacing("example.md", with: "other.md")
    let fixture = try Fixture([samplePath: samplePage, other: samplePage(about: "Other")])
    defer { fixture.folder.remove() }
    let watch = try Running(fixture)
    var lines = watch.lines(1)
    #expect(lines.first?.hasPrefix("example.md, other.md read, ") == true, "\(lines)")
    #expect(try fixture.run("check").status == 0)

    // Written in place.
    let second = samplePage.replacing("The host of your server.", with: "The second host.")
    try fixture.folder.write(second, to: samplePath)
    lines = watch.lines(2)
    #expect(lines.count == 2 && lines[1].hasPrefix("example.md read, Sources/"), "\(lines)")
    #expect(try fixture.run("check").status == 0)

    // Moved into its place, as editors save.
    try fixture.folder.write(
      samplePage.replacing("The host of your server.", with: "The third host."), to: "saved~")
    let save = "mv \(samplePath) old~; sleep 0.1; mv saved~ \(samplePath)"
    #expect(try fixture.shell(save).status == 0)
    lines = watch.lines(3)
    #expect(lines.count == 3 && lines[2].hasPrefix("example.md read, Sources/"), "\(lines)")

    // The same bytes anew.
    #expect(try fixture.shell("touch \(samplePath)").status == 0)
    lines = watch.lines(4)
    #expect(lines.count == 4 && lines[3].hasPrefix("Generated is up to date"), "\(lines)")

    // A page that goes.
    #expect(try fixture.shell("rm \(other)").status == 0)
    lines = watch.lines(5)
    #expect(lines.count == 5 && lines[4].hasPrefix("1 page gone, "), "\(lines)")
    #expect(try fixture.run("check").status == 0)

    // All pages go, and come back.
    let old = try fixture.snapshot("Generated")
    #expect(try fixture.shell("mv docs-input away").status == 0)
    lines = watch.lines(7)
    #expect(lines.last == "Generated is left as it was", "\(lines)")
    #expect(try fixture.snapshot("Generated") == old)
    #expect(try fixture.shell("mv away docs-input").status == 0)
    lines = watch.lines(8)
    #expect(lines.last?.contains("Generated is up to date") == true, "\(lines)")

    #expect(watch.process.isRunning)
    #expect(watch.stop(SIGTERM) == 0)
  }

  @Test("a page that is written slowly") func slowly() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let watch = try Running(fixture)
    _ = watch.lines(1)
    let new = samplePage.replacing("The host of your server.", with: "The slow host.")
    try fixture.folder.write(new, to: "new.md")
    let write = "head -c 700 new.md >\(samplePath); sleep 0.01; tail -c +701 new.md >>\(samplePath)"
    #expect(try fixture.shell(write).status == 0)
    let lines = watch.lines(2)
    #expect(watch.stop(SIGINT) == 0)
    #expect(lines.count >= 2)
    #expect(try fixture.run("check").status == 0)
  }

  @Test("a configuration that breaks and is mended") func configuration() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let watch = try Running(fixture)
    _ = watch.lines(1)
    let old = try fixture.snapshot("Generated")
    try fixture.folder.write("outptu: Other\n", to: "connectorgen.yaml")
    let deadline = Date(timeIntervalSinceNow: 120)
    while !watch.lines.contains(where: { $0.hasPrefix("the configuration cannot be used") }),
      Date() < deadline
    {
      Thread.sleep(forTimeInterval: 0.02)
    }
    #expect(try fixture.snapshot("Generated") == old)
    let count = watch.lines.count
    try fixture.folder.write("output: Other\n", to: "connectorgen.yaml")
    _ = watch.lines(count + 1)
    #expect(watch.stop(SIGINT) == 0)
    #expect(try fixture.snapshot("Other") == old)
  }

  @Test("after a time with a problem all pages are seen again") func mended() throws {
    let config = "inputs: [docs-input, more]\nsuppress:\n  - rule: mojibake\n    paths: [more]\n"
    let fixture = try Fixture([samplePath: samplePage, "connectorgen.yaml": config])
    defer { fixture.folder.remove() }
    let watch = try Running(fixture)
    // The error, and that nothing is written.
    _ = watch.lines(2)
    try fixture.folder.write("# Nothing", to: "more/nothing.md")
    let lines = watch.lines(3)
    #expect(watch.stop(SIGINT) == 0)
    #expect(lines.last?.hasSuffix("; 1 note in 1 other file") == true, "\(lines)")
  }

  @Test("ends by itself after as many times as it is told") func runs() throws {
    let fixture = try Fixture([samplePath: samplePage])
    defer { fixture.folder.remove() }
    let run = try fixture.run("watch", "--runs", "1")
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(try fixture.run("check").status == 0)
  }
}
