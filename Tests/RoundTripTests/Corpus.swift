import ClientEmitter
import ConnectorModel
import Foundation
import GenerationPipeline
import JSONReader
import PageFacts
import TestSupport

/// All pages that the project generates from, read once.
enum Corpus {
  static let readings: [PageReading] = {
    let root = SharedFolder.project.appending(path: "docs-input")
    let paths = FileManager.default.enumerator(atPath: root.path)?.allObjects ?? []
    var readings: [PageReading] = []
    for case let path as String in paths where path.hasSuffix(".md") {
      guard let data = try? Data(contentsOf: root.appending(path: path)) else { continue }
      let input = PageInput(path: "docs-input/" + path, page: path, bytes: Array(data))
      readings.append(PageReading(input, labels: .builtIn))
    }
    return readings
  }()

  static let model = Generation(readings).model
  static let client = ClientEmitter.emit(model)

  /// The examples of every emitted request.
  static let requests: [DocumentedRequest] = client.requests.map { emitted in
    let operation = model.operations.first { $0.key == emitted.operation }
    guard let key = emitted.source else {
      return DocumentedRequest(
        emitted: emitted, examples: typed(operation?.examples ?? []),
        fieldExamples: operation?.fieldExamples ?? [],
        responses: operation?.responseExamples ?? [])
    }
    let source = model.sources.first { $0.key == key }
    let request = source?.requests.first { $0.operation == emitted.operation }
    // The responses are those of the operation, which all pages share.
    return DocumentedRequest(
      emitted: emitted, examples: typed(request?.examples ?? []),
      fieldExamples: request?.fieldExamples ?? [], responses: [],
      hasAuthentications: source?.authentications.isEmpty == false)
  }

  /// A placeholder without quotes stands for a number or a boolean, so that one takes its place; the
  /// placeholder's text is no value of the type.
  private static func typed(_ examples: [RequestExample]) -> [RequestExample] {
    examples.map { example in
      let reading = readings.first { $0.facts.page == example.provenance.page }
      guard let json = example.json, let facts = reading?.facts else { return example }
      var example = example
      example.json = facts.typingPlaceholders(in: json)
      return example
    }
  }
}

/// An emitted request with what the pages show of it.
struct DocumentedRequest {
  var emitted: EmittedRequest
  var examples: [RequestExample]
  var fieldExamples: [FieldExample]
  var responses: [ResponseExample]
  /// Whether it is a source's with types for its authentications.
  var hasAuthentications = false
}

extension Provenance: CustomStringConvertible {
  /// Page and line.
  public var description: String { "\(page):\(line)" }
}
