import ConnectorModel
import Foundation
import Testing

@testable import ClientEmitter

/// Values that have the schema come back from the emitted types as they went in.
@Suite(.tags(.slow), .enabled(if: BuildProducts.exist)) struct LosslessTests {
  private static let shapes = 30
  private static let samplesPerShape = 12

  @Test func `decoding and encoding loses nothing`() throws {
    var random = RandomJSON(seed: 20_240_501)
    var operations: [ModelOperation] = []
    var samples: [(shape: Int, json: JSON)] = []
    for index in 0..<Self.shapes {
      let shape = random.objectShape()
      let values = (0..<Self.samplesPerShape).map { _ in random.value(of: shape) }
      operations.append(
        Fixture.operation(
          Fixture.key("GET", "/shape\(index)"), group: "shape\(index)", verb: "list",
          response: TinyInference.schema(of: values)))
      samples += values.map { (index, $0) }
    }
    let model = ConnectorModel(sources: [], operations: operations, errorCodes: [], pages: [])
    let folder = try TemporaryFolder()
    let client = ClientEmitter.emit(model)
    var sources = try folder.write(client.files.map { ($0.path, $0.bytes) })
    let aliases = (0..<Self.shapes).map { "typealias Type\($0) = Shape\($0).ListResponse\n" }
    sources += try folder.write([
      (path: "Types.swift", bytes: Array(aliases.joined().utf8)),
      (path: "main.swift", bytes: Array(RoundTripProgram.text(types: Self.shapes).utf8)),
    ])
    let encoder = JSONEncoder()
    let lines = try samples.map {
      "\($0.shape)\t" + String(decoding: try encoder.encode($0.json), as: UTF8.self)
    }
    _ = try folder.write([(path: "samples", bytes: Array(lines.joined(separator: "\n").utf8))])

    let program = folder.url.appending(path: "program")
    let compiled = try BuildProducts.compile(sources, to: program)
    try #require(compiled.status == 0, "\(compiled.output)")
    let outcome = try BuildProducts.run([program.path, folder.url.path + "/samples"])
    try #require(outcome.status == 0, "\(outcome.output)")
    let results = outcome.output.split(separator: "\n")
    try #require(results.count == samples.count, "\(outcome.output)")
    for (sample, result) in zip(samples, results) {
      let json = try? JSONDecoder().decode(JSON.self, from: Data(result.utf8))
      #expect(json == sample.json, "shape \(sample.shape): \(result)")
    }
  }
}

extension Tag {
  /// Takes some seconds: compiles and runs a program.
  @Tag static var slow: Self
}
