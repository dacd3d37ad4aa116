import Foundation
import TestSupport
import Testing

/// `API.txt` against what the compiler says is public.
@Suite("API.txt", .enabled(if: SlowTests.areEnabled, "CONNECTORGEN_SLOW_TESTS=1 reads the module"))
struct APITextTests {
  private struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Identifier: Decodable { var precise: String }
      var identifier: Identifier
      var pathComponents: [String]
    }
    var symbols: [Symbol]
  }

  @Test("names all that is public, and nothing else") func complete() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let run = try CommandRun(
      [
        "swift", "symbolgraph-extract", "-module-name", "FlowServiceSources", "-I",
        BuiltProducts.modules, "-target", try Self.target(), "-minimum-access-level", "public",
        "-output-dir", folder.path,
      ])
    try #require(run.status == 0, "\(run.errors)")
    // What extends types of other modules has files of its own.
    var all: [Graph.Symbol] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let data = try Data(contentsOf: folder.url.appending(path: name))
      all += try JSONDecoder().decode(Graph.self, from: data).symbols
    }
    var symbols: [String: Int] = [:]
    for symbol in all where !symbol.identifier.precise.contains("::SYNTHESIZED::") {
      let name = symbol.pathComponents.joined(separator: ".")
      // A structure that is `Codable` is read and written; its line says so.
      if name.hasSuffix(".init(from:)") || name.hasSuffix(".encode(to:)") { continue }
      symbols[String(name.prefix { $0 != "(" }), default: 0] += 1
    }
    let text = String(
      decoding: try Data(
        contentsOf: SharedFolder.project.appending(path: "Generated/API.txt")), as: UTF8.self)
    let declarations = text.split(separator: "\n").map(String.init)
    #expect(
      declarations == declarations.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    var lines: [String: Int] = [:]
    for line in declarations
    where !line.hasSuffix(" (module)") && !line.contains("(from decoder: any Decoder)")
      && !line.contains("(to encoder: any Encoder)")
    {
      let name = line.prefix { !" (:<".contains($0) }.filter { $0 != "`" }
      lines[String(name), default: 0] += 1
    }
    for (name, count) in symbols where lines[name] != count {
      Issue.record("\(name) stands \(lines[name] ?? 0) times in API.txt, not \(count)")
    }
    for name in lines.keys where symbols[name] == nil { Issue.record("\(name) is not public") }
  }

  private static func target() throws -> String {
    let run = try CommandRun(["swiftc", "-print-target-info"])
    let match = run.output.firstRange(of: "\"triple\": \"")
    let rest = match.map { run.output[$0.upperBound...] } ?? ""
    return String(rest.prefix { $0 != "\"" })
  }
}
