import Foundation
import TestSupport
import Testing

/// The tutorial for those who generate: its transcripts, pages and files are what the tool does.
///
/// `RECORD_EXPECTED=1 swift test --filter GeneratorTutorialTests` writes them anew, but for the page
/// that the tutorial begins with.
@Suite("The generator's tutorial") struct GeneratorTutorialTests {
  private static let steps = "Sources/ConnectorGenTool/ConnectorGen.docc/Tutorials/Steps"
  private static let place = "docs-input/sources/tutorials/api/create/databases"
  private static let records = ProcessInfo.processInfo.environment["RECORD_EXPECTED"] != nil

  @Test("shows what the tool does") func isCurrent() throws {
    let fixture = try Fixture(["orders.md": try Self.recorded("orders-1.txt")])
    defer { fixture.folder.remove() }
    try play("inspect.txt", in: fixture)
    try play("explain.txt", in: fixture)
    try play("fix.txt", in: fixture)
    let mended = try fixture.folder.read("orders.md")
    try expect(mended, "orders-2.txt")

    // The source that the project has already.
    let stock = mended.replacing("Acme Orders", with: "Acme Stock")
      .replacing("6f1d0f3a-4f3a", with: "0c1f8e12-7d0b")
    try fixture.folder.write(stock, to: "\(Self.place)/stock.md")
    #expect(try fixture.run("generate").status == 0)
    try play("add.txt", in: fixture)
    try play("generate.txt", in: fixture)
    let swift = "Generated/Sources/Databases/AcmeOrders.swift"
    try expect(try fixture.folder.read(swift), "AcmeOrders-1.swift")
    try #require(
      try fixture.shell(
        "git init -q && git add . && git -c user.name=a -c user.email=a@example.com commit -qm one"
      ).status == 0)

    let changed = mended.replacing(
      "| `port` |", with: "| `database` | The database with the orders. |\n| `port` |"
    ).replacing(
      "        \"port\"", with: "        \"database\": \"{DATABASE}\",\n        \"port\"")
    try expect(changed, "orders-3.txt")
    try fixture.folder.write(changed, to: "\(Self.place)/orders.md")
    try play("diff.txt", in: fixture)
    try play("generate-again.txt", in: fixture)
    try expect(try fixture.folder.read(swift), "AcmeOrders-2.swift")
  }

  @Test("begins with the mistakes that its text names") func mistakes() throws {
    let lines = try Self.recorded("orders-1.txt").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[42].contains("Basic Authentication,"))
    #expect(lines[49] == "    }")
  }

  /// Runs the commands of a transcript and compares it with what comes of them.
  private func play(_ name: String, in fixture: Fixture) throws {
    var transcript = ""
    for line in try Self.recorded(name).split(separator: "\n") where line.hasPrefix("$ ") {
      let command = line.dropFirst(2).replacing(
        "connectorgen ", with: "\"$TOOL\" ", maxReplacements: 1)
      transcript += line + "\n" + (try fixture.shell(command + " 2>&1")).output
    }
    try #require(!transcript.isEmpty)
    try expect(transcript, name)
  }

  private func expect(_ text: String, _ name: String) throws {
    if Self.records {
      try Data(text.utf8).write(to: Self.url(name))
      Issue.record("\(name) is recorded anew; run the test again without RECORD_EXPECTED")
      return
    }
    #expect(text == (try Self.recorded(name)), "\(name) is out of date")
  }

  private static func url(_ name: String) -> URL {
    SharedFolder.project.appending(path: "\(steps)/\(name)")
  }

  private static func recorded(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url(name)), as: UTF8.self)
  }
}
