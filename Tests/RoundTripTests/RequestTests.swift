import ClientEmitter
import ConnectorModel
import Diagnostics
import Foundation
import JSONReader
import SwiftDeclarations
import TestSupport
import Testing

/// Every documented request comes back from the call of its generated function.
@Suite struct RequestTests {
  private struct Sample {
    var example: RequestExample
    var function: String
    var job: String
  }

  @Test func `the generated functions send what the pages show`() throws {
    var program = Program()
    var samples: [Sample] = []
    var counts: [String: Int] = [:]
    for request in Corpus.requests {
      let emitted = request.emitted
      let kind = emitted.source == nil ? "requests of operations" : "requests of sources"
      for example in request.examples {
        let function = emitted.function.joined(separator: ".")
        let call = emitted.call(of: example, body: .identifier("body"))
        guard let call else {
          Issue.record("\(example.provenance) \(function): no call for \(example.url)")
          continue
        }
        guard example.json == nil || emitted.body != nil else { continue }
        let job =
          emitted.body.map { "sent(json) { (body: \($0.rendered)) in \(call.rendered) }" }
          ?? "sent(\(call.rendered))"
        samples.append(Sample(example: example, function: function, job: program.job(job)))
        counts[example.json == nil ? kind : kind + " with JSON", default: 0] += 1
      }
    }
    let answers = try program.answers(
      to: samples.map { ($0.job, $0.example.json?.serialized() ?? "") })
    var failures = 0
    for (sample, answer) in zip(samples, answers) {
      let differences = Self.differences(sample.example, answer)
      if !differences.isEmpty { failures += 1 }
      #expect(differences == [], "\(sample.example.provenance) \(sample.function)")
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) { print(count, kind) }
    print(failures, "failures")
  }

  /// - Parameter answer: Method, URL, headers and body, with tabs between them.
  private static func differences(_ example: RequestExample, _ answer: String) -> [String] {
    let parts = answer.components(separatedBy: "\t")
    guard !answer.hasPrefix("!"), parts.count >= 3 else { return [answer] }
    var differences: [String] = []
    if parts[0] != example.method { differences.append("\(parts[0]) instead of \(example.method)") }
    let expected = ExampleURL(example.url)
    let found = ExampleURL(parts[1])
    if found != expected { differences.append("\(found) instead of \(expected)") }
    let body = parts.count > 3 ? parts[3...].joined(separator: "\t") : nil
    if let json = example.json {
      guard let body, let sent = JSONReader.read(MappedText(body)).root else {
        return differences + ["no body"]
      }
      differences += JSONDifference.all(json, sent).map(\.description)
    } else if body != example.text {
      differences.append("\(body ?? "no body") instead of \(example.text ?? "none")")
    }
    return differences
  }
}

/// A URL as the page or the client writes it, percent escapes decoded. The order of query items
/// means nothing.
struct ExampleURL: Hashable {
  var server: String
  var path: [String]
  var query: [String]

  init(_ url: String) {
    var rest = Substring(url)
    var scheme = "https"
    if let range = rest.firstRange(of: "://") {
      scheme = rest[..<range.lowerBound].lowercased()
      rest = rest[range.upperBound...]
    }
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    let items = rest[mark...].dropFirst().split(separator: "&")
    query = items.map { Self.decoded($0) }.sorted()
    let slash = rest[..<mark].firstIndex(of: "/") ?? mark
    server = scheme + "://" + rest[..<slash].lowercased()
    path = rest[slash..<mark].split(separator: "/").map { Self.decoded($0) }
  }

  private static func decoded(_ text: Substring) -> String {
    String(text).removingPercentEncoding ?? String(text)
  }
}
