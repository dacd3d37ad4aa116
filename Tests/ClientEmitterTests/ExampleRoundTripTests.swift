import ConnectorModel
import Foundation
import GenerationPipeline
import JSONReader
import PageFacts
import SwiftDeclarations
import Testing

@testable import ClientEmitter

/// Every JSON body of every page, request or response, comes back from its generated type by value.
@Suite(.tags(.slow), .enabled(if: BuildProducts.exist)) struct ExampleRoundTripTests {
  /// An example with the type that it must go through.
  private struct Sample {
    var place: String
    var type: Int
    var json: String
  }

  private static let root = ReferenceTests.project.appending(path: "docs-input")

  private static var pages: [PageInput] {
    get throws {
      let paths = FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []
      var pages: [PageInput] = []
      for case let path as String in paths where path.hasSuffix(".md") {
        let bytes = Array(try Data(contentsOf: root.appending(path: path)))
        pages.append(PageInput(path: "docs-input/" + path, page: path, bytes: bytes))
      }
      return pages
    }
  }

  @Test func `no example loses anything`() async throws {
    let readings = await PageReading.readAll(try Self.pages, labels: .builtIn, jobs: 2)
    let model = Generation(readings).model
    let client = ClientEmitter.emit(model)
    let (types, samples) = Self.samples(of: model, client)
    try #require(samples.count > 150)

    let folder = try TemporaryFolder()
    let swift = client.files.filter { $0.path.hasSuffix(".swift") }
    var sources = try folder.write(swift.map { ($0.path, $0.bytes) })
    sources += try folder.write([
      (path: "Types.swift", bytes: Array(Self.aliases(types).rendered().utf8)),
      (path: "main.swift", bytes: Array(RoundTripProgram.text(types: types.count).utf8)),
    ])
    let lines = samples.map { "\($0.type)\t\($0.json)" }.joined(separator: "\n")
    _ = try folder.write([(path: "samples", bytes: Array(lines.utf8))])
    let program = folder.url.appending(path: "program")
    let compiled = try BuildProducts.compile(sources, to: program)
    try #require(compiled.status == 0, "\(compiled.output.prefix(4000))")
    let outcome = try BuildProducts.run([program.path, folder.url.path + "/samples"])
    try #require(outcome.status == 0, "\(outcome.output.prefix(4000))")
    let results = outcome.output.split(separator: "\n")
    try #require(results.count == samples.count)
    var losses = 0
    for (sample, result) in zip(samples, results) {
      let expected = try JSONDecoder().decode(JSON.self, from: Data(sample.json.utf8))
      let json = try? JSONDecoder().decode(JSON.self, from: Data(result.utf8))
      if json != expected { losses += 1 }
      #expect(json == expected, "\(sample.place): \(result.prefix(2000))")
    }
    print("\(samples.count) JSON bodies went through \(types.count) types, \(losses) with a loss")
  }

  private static func samples(
    of model: ConnectorModel, _ client: EmittedClient
  ) -> (types: [TypeReference], samples: [Sample]) {
    var types: [TypeReference] = []
    var samples: [Sample] = []
    func add(_ json: JSONNode?, _ type: TypeReference?, _ provenance: Provenance) {
      guard let json, let type else { return }
      let index = types.firstIndex(of: type) ?? types.count
      if index == types.count { types.append(type) }
      samples.append(
        Sample(
          place: "\(provenance.page):\(provenance.line)", type: index, json: json.compactText))
    }
    for emitted in client.requests {
      if let key = emitted.source {
        let source = model.sources.first { $0.key == key }
        let request = source?.requests.first { $0.operation == emitted.operation }
        for example in request?.examples ?? [] {
          add(example.json, emitted.body, example.provenance)
        }
      } else {
        let operation = model.operations.first { $0.key == emitted.operation }
        for example in operation?.examples ?? [] {
          add(example.json, emitted.body, example.provenance)
        }
        for example in operation?.responseExamples ?? [] where !isProblem(example) {
          add(example.json, emitted.response, example.provenance)
        }
      }
    }
    return (types, samples)
  }

  /// Whether it is what the service answers where something went wrong, on whatever operation.
  private static func isProblem(_ example: ResponseExample) -> Bool {
    if let status = example.status { return status >= 400 }
    return example.json?["title"] != nil && example.json?["status"] != nil
      && example.json?["type"] != nil
  }

  private static func aliases(_ types: [TypeReference]) -> SwiftFile {
    SwiftFile(
      path: "Types.swift", imports: [.module(RuntimeTypes.module)],
      declarations: types.enumerated().map { .typealias(Typealias("Type\($0)", $1)) })
  }
}

/// A program that sends JSON through types and prints what comes back.
enum RoundTripProgram {
  /// - Parameter types: How many there are: `Type0`, `Type1`, …
  static func text(types: Int) -> String {
    let cases = (0..<types).map { "  case \"\($0)\": print(roundTrip(Type\($0).self, json))" }
    return """
      import FlowServiceRuntime
      import Foundation

      func roundTrip<Value: Codable>(_ type: Value.Type, _ json: String) -> String {
        do {
          let value = try JSONDecoder().decode(type, from: Data(json.utf8))
          return String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
        } catch {
          return "\\(error)".replacing("\\n", with: " ") + " " + json
        }
      }

      for line in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
        .components(separatedBy: "\\n")
      {
        let parts = line.split(separator: "\\t", maxSplits: 1)
        let json = String(parts[1])
        switch parts[0] {
      \(cases.joined(separator: "\n"))
        default: print("?")
        }
      }

      """
  }
}

extension JSONNode {
  /// The value as JSON on one line, numbers as spelt.
  fileprivate var compactText: String {
    switch kind {
    case .object(let members):
      "{"
        + members.map { Self.quoted($0.key) + ":" + $0.value.compactText }
        .joined(separator: ",") + "}"
    case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
    case .string(let text): Self.quoted(text)
    case .number(let spelling): spelling
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    }
  }

  private static func quoted(_ text: String) -> String {
    let data = try? JSONEncoder().encode(text)
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }
}
