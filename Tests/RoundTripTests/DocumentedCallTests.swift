import CurlReader
import DocumentedCalls
import FlowServiceRuntime
import Foundation
import GenerationPipeline
import HTTPTypes
import JSONReader
import PageFacts
import TestSupport
import Testing

/// Every documented example is sent by its call through the client's types as the real curl sends
/// it: method, URL, headers, body.
@Suite("The documented calls", .enabled(if: CurlRecorder.isAvailable), .serialized)
struct DocumentedCallTests {
  @Test func `each example of each page has a call`() {
    var expected: [String] = []
    for reading in Corpus.readings {
      for index in reading.facts.requests.indices {
        expected.append("\(reading.facts.page) \(index)")
      }
    }
    #expect(Set(DocumentedCall.all.map { "\($0.page) \($0.index)" }) == Set(expected))
    #expect(Set(expected).count == expected.count)
    #expect(expected.count > 150)
  }

  @Test func `each call sends what curl sends`() throws {
    let recorder = try CurlRecorder()
    defer { recorder.stop() }
    let calls = Dictionary(grouping: DocumentedCall.all, by: \.page)
    var counts: [DocumentedExample.Form: Int] = [:]
    var untyped: [String] = []
    for reading in Corpus.readings {
      let pageCalls = calls[reading.facts.page] ?? []
      for example in try DocumentedExample.all(of: reading, sending: recorder) {
        let expected = SentRequest(example.sent, scheme: example.scheme)
        if example.lacksContentType { untyped.append("\(example.place)") }
        for call in pageCalls where call.index == example.index {
          let found = try SentRequest(call.request, for: example.configuration)
          for (part, changed) in try found.changed() where found.differences(to: changed).isEmpty {
            Issue.record("\(example.place) \(call.name): a changed \(part) goes unnoticed")
          }
          var differences = expected.differences(to: found)
          if example.lacksContentType {
            differences.removeAll { $0.hasPrefix("content-type: application/json instead") }
          }
          for difference in differences {
            Issue.record("\(example.place) \(call.name) (\(example.form)): \(difference)")
          }
        }
        counts[example.form, default: 0] += 1
      }
    }
    // The pages with a broken command or body, no more than there are.
    #expect(counts[.recovered] == 35)
    // Here the client knows better than the page.
    #expect(
      untyped == [
        "sources/tutorials/api/update-dataflows.md:186",
        "sources/tutorials/api/update-dataflows.md:244",
      ])
    #expect(counts.values.reduce(0, +) == Corpus.readings.map(\.facts.requests.count).reduce(0, +))
  }
}
