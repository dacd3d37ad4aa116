import Diagnostics
import Foundation
import JSONReader
import PageFacts
import TestSupport
import Testing

@testable import ConnectorModel

/// What holds for the model of all pages.
@Suite struct CorpusModelTests {
  @Test func dumps() throws {
    guard let path = ProcessInfo.processInfo.environment["CONNECTORGEN_DUMP"] else { return }
    try ModelDump.text(Pages.model.model).write(toFile: path, atomically: true, encoding: .utf8)
    var text = ""
    for (page, diagnostics) in Pages.model.diagnostics.sorted(by: { $0.key < $1.key }) {
      for diagnostic in diagnostics {
        text += "\(page) \(diagnostic.rule.identifier) \(diagnostic.message)\n"
      }
    }
    try text.write(toFile: path + ".findings", atomically: true, encoding: .utf8)
    try Data(ModelJSON.whole(Pages.model.model)).write(to: URL(filePath: path + ".json"))
  }

  @Test func everyRequestIsInAnOperation() {
    let requests = Pages.all.reduce(0) { $0 + $1.facts.requests.count }
    let examples = Pages.model.model.operations.reduce(0) { $0 + $1.examples.count }
    #expect(requests > 100)
    #expect(examples == requests)
  }

  @Test func everyExampleIsOfItsType() {
    var count = 0
    for operation in Pages.model.model.operations {
      for example in operation.examples {
        guard let json = example.json else { continue }
        count += 1
        #expect(
          operation.body?.mismatch(with: json) == nil, "\(operation.key) \(example.provenance)")
      }
      for example in operation.responseExamples {
        guard let json = example.json, !ResponseFact.isError(example.status, json) else { continue }
        count += 1
        #expect(
          operation.response?.mismatch(with: json) == nil,
          "\(operation.key) \(example.provenance)")
      }
    }
    for source in Pages.model.model.sources {
      for request in source.requests {
        for example in request.examples {
          guard let json = example.json else { continue }
          count += 1
          #expect(request.body?.mismatch(with: json) == nil, "\(source.key) \(request.title)")
        }
      }
    }
    #expect(count > 250)
  }

  @Test func everyAuthIsOneOfItsSourcesAuthentications() {
    var count = 0
    for source in Pages.model.model.sources {
      for example in source.requests.flatMap(\.examples) {
        let facts = Pages.all.first { $0.facts.page == example.provenance.page }?.facts
        guard let auth = example.json.flatMap({ facts?.typingPlaceholders(in: $0) })?["auth"],
          let name = auth["specName"]?.string, let params = auth["params"]
        else { continue }
        count += 1
        let authentication = source.authentications.first { $0.specName == name }
        let schema = authentication.map { Schema.object(ObjectSchema(properties: $0.fields)) }
        #expect(schema?.mismatch(with: params) == nil, "\(source.key) \(name)")
      }
    }
    #expect(count > 45)
  }

  @Test func noTwoOperationsHaveOneName() {
    let names = Pages.model.model.operations.map { "\($0.group)/\($0.verb)" }
    #expect(Set(names).count == names.count)
    let collisions = Pages.model.diagnostics.values.joined().filter {
      $0.rule == .operationNameCollision
    }
    #expect(collisions.isEmpty)
  }

  @Test func theOrderOfPagesDoesNotMatter() {
    var generator = SeededGenerator(seed: 7)
    let shuffled = ModelBuilder.build(Pages.all.shuffled(using: &generator))
    #expect(shuffled.model == Pages.model.model)
    #expect(shuffled.diagnostics == Pages.model.diagnostics)
  }

  @Test func aPageMoreChangesNothingOfOtherSources() {
    let fewer = ModelBuilder.build(Pages.all.filter { !$0.facts.page.hasSuffix("/sftp.md") }).model
    let model = Pages.model.model
    #expect(fewer.sources == model.sources.filter { $0.key != "cloud-storage/sftp" })
    let names = Dictionary(uniqueKeysWithValues: model.operations.map { ($0.key, $0) })
    for operation in fewer.operations {
      #expect(names[operation.key]?.group == operation.group)
      #expect(names[operation.key]?.verb == operation.verb)
    }
  }

  @Test func jsonReadsBackToTheSameModel() throws {
    let model = Pages.model.model
    let bytes = ModelJSON.whole(model)
    #expect(try ModelJSON.read(bytes) == model)
    _ = try JSONSerialization.jsonObject(with: Data(bytes))

    let pieces = ModelJSON.pieces(of: model)
    let files = Dictionary(uniqueKeysWithValues: pieces.map { ($0.path, $0.bytes) })
    #expect(try ModelJSON.read { files[$0] } == model)
    #expect(files["model/sources/databases/snowflake.json"] != nil)
    #expect(files["model/operations/connections.json"] != nil)
  }

  @Test func noSecretIsShownAsAnExample() {
    for source in Pages.model.model.sources {
      for field in source.authentications.flatMap(\.fields) where field.isSecret {
        #expect(field.schema == .string, "\(source.key) \(field.name)")
      }
    }
  }

  @Test(.enabled(if: SharedFolder.has("corpus/expected")))
  func authenticationsAreThoseOfTheGroundTruth() throws {
    var wrong: [String] = []
    var count = 0
    // A request that could not be read has no authentication to compare.
    for source in Pages.model.model.sources where !source.authentications.isEmpty {
      let file = SharedFolder.url.appending(
        path: "corpus/expected/\(source.provenance.page).json")
      let truth =
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
      var expected: [String: Set<String>] = [:]
      for authentication in truth["authentications"] as? [[String: Any]] ?? [] {
        let name = authentication["specName"] as? String ?? ""
        for param in authentication["params"] as? [[String: Any]] ?? [] {
          expected[name, default: []].insert(param["name"] as? String ?? "")
        }
      }
      count += expected.count
      var found: [String: Set<String>] = [:]
      for authentication in source.authentications {
        let sent = authentication.fields.filter { $0.optionalReason != "no example sends it" }
        found[authentication.specName] = Set(sent.map(\.name))
      }
      if found != expected { wrong.append("\(source.key): \(found) is not \(expected)") }
    }
    #expect(count > 40)
    #expect(wrong == [])
  }
}
