import ClientEmitter
import ConnectorModel
import GenerationPipeline
import JSONReader
import PageFacts
import SwiftDeclarations
import Testing

/// Every JSON body of every page, request or response, comes back from its generated type by value.
@Suite struct RoundTripTests {
  private enum Kind: String, CaseIterable {
    case body = "bodies of operations"
    case sourceBody = "bodies of sources"
    case authentication = "authentications of sources"
    case fieldValue = "values of fields by themselves"
    case response = "responses of operations"
    case payload = "payloads that no command sends"
    case payloadResponse = "responses to payloads"

    /// Whether it is a fence of its own, and no part of a command.
    var isFence: Bool {
      switch self {
      case .body, .sourceBody, .authentication: false
      case .fieldValue, .response, .payload, .payloadResponse: true
      }
    }
  }

  /// JSON of a page with the type that it has to come back from.
  private struct Sample {
    var kind: Kind
    var json: JSONNode
    var type: TypeReference
    var place: Provenance

    /// The job that it is.
    var answer: String {
      guard kind == .authentication else { return "roundTrip(\(type.rendered).self, json)" }
      return "authentication(json) { (value: \(type.rendered)) in "
        + "if case .other = value { true } else { false } }"
    }
  }

  private static func samples() throws -> [Sample] {
    var samples: [Sample] = []
    func add(_ kind: Kind, _ json: JSONNode?, _ type: TypeReference?, _ place: Provenance) throws {
      guard let json else { return }
      let type = try #require(type, "\(place)")
      samples.append(Sample(kind: kind, json: json, type: type, place: place))
    }
    for request in Corpus.requests {
      let emitted = request.emitted
      for example in request.examples {
        let place = example.provenance
        try add(emitted.source == nil ? .body : .sourceBody, example.json, emitted.body, place)
        guard request.hasAuthentications else { continue }
        try add(
          .authentication, example.json?["auth"],
          .named([emitted.function[0], "Authentication"]), place)
      }
      for example in request.fieldExamples {
        let type = emitted.fieldTypes[example.path]
        try add(.fieldValue, example.json, type, example.provenance)
      }
      for example in request.responses where !example.isError {
        try add(.response, example.json, emitted.response, example.provenance)
      }
    }
    for emitted in Corpus.client.payloads {
      let payload = Corpus.model.payloads[emitted.index]
      for example in payload.examples {
        try add(.payload, example.json, emitted.body, example.provenance)
      }
      for example in payload.responseExamples where !example.isError {
        try add(.payloadResponse, example.json, emitted.response, example.provenance)
      }
    }
    return samples
  }

  @Test func `nothing is lost`() throws {
    var trip = RoundTrip()
    let samples = try Self.samples()
    for sample in samples {
      trip.add(sample.json, at: "\(sample.place) \(sample.type.rendered)", answer: sample.answer)
    }
    for failure in try trip.failures() { Issue.record("\(failure)") }
    let counts = Dictionary(grouping: samples, by: \.kind)
    for kind in Kind.allCases { print(counts[kind]?.count ?? 0, kind.rawValue) }
    print(trip.program.jobCount, "types")
  }

  /// No body is left out before it comes to its type.
  @Test func `every JSON body of every command has a type`() throws {
    let facts = Corpus.readings.map(\.facts)
    let bodies = try Self.samples().count { $0.kind == .body }
    #expect(bodies == facts.flatMap(\.requests).count { $0.json != nil })
    #expect(bodies > 100)
  }

  /// Whatever a page shows as JSON has a type: responses, payloads, values of fields. The fences are
  /// counted on the pages' text; the only one without a type is that of an error.
  @Test func `every fence with JSON of every page has a type`() throws {
    var fences: Set<String> = []
    for reading in Corpus.readings {
      for line in JSONFences(reading).lines { fences.insert("\(reading.facts.page):\(line)") }
    }
    #expect(fences.count > 140)
    let samples = try Self.samples().filter(\.kind.isFence)
    let errors = Set(Corpus.requests.flatMap(\.responses).filter(\.isError).map(\.provenance))
    let typed = Set(samples.map(\.place))
    #expect(
      Set((typed.union(errors)).map(\.description)).symmetricDifference(fences).sorted() == [])
    // A type that takes anything proves nothing. What is the user's own stays JSON elsewhere.
    for sample in samples where sample.kind != .response {
      #expect(sample.type.rendered != "JSONValue", "\(sample.place)")
    }
  }

  @Test func `every authentication of a source's page is tried`() {
    for request in Corpus.requests where request.emitted.source != nil {
      for example in request.examples where example.json?["auth"] != nil {
        #expect(request.hasAuthentications, "\(example.provenance)")
      }
    }
  }

  /// What the service answers when something went wrong is not the operation's answer, so that it
  /// has no type of the operation's.
  @Test func `only one response is that to a request that failed`() {
    let errors = Corpus.requests.flatMap(\.responses).filter { $0.json != nil && $0.isError }
    #expect(
      errors.map(\.provenance.page) == ["sources/tutorials/api/create/streaming/http.md"])
  }
}
