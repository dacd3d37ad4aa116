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
    case response = "responses of operations"
    case loneResponse = "responses to what no command sends"

    /// The job for an example of this kind.
    func answer(_ type: String) -> String {
      guard self == .authentication else { return "roundTrip(\(type).self, json)" }
      return "authentication(json) { (value: \(type)) in "
        + "if case .other = value { true } else { false } }"
    }
  }

  @Test func `nothing is lost`() throws {
    var trip = RoundTrip()
    var counts: [Kind: Int] = [:]
    for request in Corpus.requests {
      let emitted = request.emitted
      func add(_ kind: Kind, _ json: JSONNode, _ type: TypeReference, _ place: Provenance) {
        trip.add(json, at: "\(place) \(type.rendered)", answer: kind.answer(type.rendered))
        counts[kind, default: 0] += 1
      }
      for example in request.examples {
        guard let json = example.json else { continue }
        let type = try #require(emitted.body, "\(example.provenance)")
        add(emitted.source == nil ? .body : .sourceBody, json, type, example.provenance)
        guard let authentication = json["auth"], request.hasAuthentications else { continue }
        add(
          .authentication, authentication, .named([emitted.function[0], "Authentication"]),
          example.provenance)
      }
      for example in request.responses where !example.isError {
        guard let json = example.json else { continue }
        add(.response, json, emitted.response, example.provenance)
      }
    }
    for reading in Corpus.readings {
      for response in reading.facts.responses where response.request == nil {
        guard let json = response.json else { continue }
        trip.add(
          json, at: "\(reading.facts.page) \(response.section.heading)",
          answer: Kind.loneResponse.answer("JSONValue"))
        counts[.loneResponse, default: 0] += 1
      }
    }
    for failure in try trip.failures() { Issue.record("\(failure)") }
    for kind in Kind.allCases { print(counts[kind, default: 0], kind.rawValue) }
    print(trip.program.jobCount, "types")
  }

  /// No example is left out before it comes to its type.
  @Test func `every JSON body of every page is an example of an operation`() {
    let facts = Corpus.readings.map(\.facts)
    let operations = Corpus.requests.filter { $0.emitted.source == nil }
    let bodies = operations.flatMap(\.examples).count { $0.json != nil }
    #expect(bodies == facts.flatMap(\.requests).count { $0.json != nil })
    #expect(bodies > 100)
    let responses = operations.flatMap(\.responses).count { $0.json != nil }
    let shown = facts.flatMap(\.responses).filter { $0.json != nil }
    #expect(responses == shown.count { $0.request != nil })
    #expect(responses > 130)
    // One page shows records and what answers them, and no command that sends them.
    #expect(shown.count { $0.request == nil } == 2)
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
