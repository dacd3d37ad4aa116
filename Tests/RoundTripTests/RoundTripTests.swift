import ClientEmitter
import ConnectorModel
import Diagnostics
import Foundation
import JSONReader
import PageFacts
import SwiftDeclarations
import TestSupport
import Testing

/// Every JSON body of every page, request or response, comes back from its generated type by value.
@Suite struct RoundTripTests {
  /// An example with the job that sends it through its type.
  private struct Sample {
    var provenance: Provenance
    var type: String
    var json: JSONNode
    var job: String
  }

  private enum Kind: String, CaseIterable {
    case body = "bodies of operations"
    case sourceBody = "bodies of sources"
    case authentication = "authentications of sources"
    case response = "responses"
    case error = "responses of failed requests, which have no type of the operation"

    /// The job for an example of this kind.
    func answer(_ type: String) -> String {
      guard self == .authentication else { return "roundTrip(\(type).self, json)" }
      return "authentication(json) { (value: \(type)) in "
        + "if case .other = value { true } else { false } }"
    }
  }

  @Test func `nothing is lost`() throws {
    var program = Program()
    var samples: [Sample] = []
    var counts: [Kind: Int] = [:]
    func add(_ kind: Kind, _ json: JSONNode, _ type: TypeReference, _ place: Provenance) {
      let job = program.job(kind.answer(type.rendered))
      samples.append(Sample(provenance: place, type: type.rendered, json: json, job: job))
      counts[kind, default: 0] += 1
    }
    for request in Corpus.requests {
      let emitted = request.emitted
      for example in request.examples {
        guard let json = example.json else { continue }
        let type = try #require(emitted.body, "\(example.provenance)")
        add(emitted.source == nil ? .body : .sourceBody, json, type, example.provenance)
        if request.hasAuthentications, let authentication = json["auth"] {
          let type = TypeReference.named([emitted.function[0], "Authentication"])
          add(.authentication, authentication, type, example.provenance)
        }
      }
      for example in request.responses {
        guard let json = example.json else { continue }
        guard !example.isError else {
          counts[.error, default: 0] += 1
          continue
        }
        add(.response, json, emitted.response, example.provenance)
      }
    }
    let answers = try program.answers(to: samples.map { ($0.job, $0.json.serialized()) })
    var failures = 0
    for (sample, answer) in zip(samples, answers) {
      let found = JSONReader.read(MappedText(answer)).root
      let differences = found.map { JSONDifference.all(sample.json, $0).map(\.description) }
      let failed = answer.hasPrefix("!") ? [answer] : differences ?? [answer]
      if !failed.isEmpty { failures += 1 }
      #expect(failed == [], "\(sample.provenance) \(sample.type)")
    }
    for kind in Kind.allCases { print(counts[kind, default: 0], kind.rawValue) }
    print(failures, "failures with", program.jobCount, "types")
  }
}
