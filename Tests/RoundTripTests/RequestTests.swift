import ClientEmitter
import ConnectorModel
import Diagnostics
import Foundation
import GenerationPipeline
import JSONReader
import PageFacts
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
      for difference in differences {
        Issue.record("\(sample.example.provenance) \(sample.function): \(difference)")
      }
    }
    for (kind, count) in counts.sorted(by: { $0.key < $1.key }) { print(count, kind) }
    print(failures, "failures")
  }

  /// Where a page writes `http` and `lint` says so, the client sends to `https` all the same.
  private static func mended(_ example: RequestExample) -> String {
    guard example.url.hasPrefix("http://") else { return example.url }
    let reading = Corpus.readings.first { $0.facts.page == example.provenance.page }
    let isReported = reading?.facts.diagnostics.contains { finding in
      let line = reading?.source.location(of: finding.range.lowerBound).line ?? 0
      return finding.rule == .endpointMismatch && (0...4).contains(line - example.provenance.line)
    }
    guard isReported == true else { return example.url }
    return "https://" + example.url.dropFirst("http://".count)
  }

  /// The headers that are not those of the user's configuration or the body's kind.
  private static func headerDifference(_ example: RequestExample, _ sent: String) -> String? {
    let common = [
      "authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name", "content-type",
    ]
    func own(_ headers: [[String]]) -> [[String]] {
      headers.map { [$0[0].lowercased(), $0[1]] }.filter { !common.contains($0[0]) }
        .sorted { $0[0] < $1[0] }
    }
    let expected = own(example.headers.map { [$0.name, $0.value] })
    let pairs = try? JSONDecoder().decode([[String]].self, from: Data(sent.utf8))
    let found = own(pairs ?? [])
    return found == expected ? nil : "headers \(found) instead of \(expected)"
  }

  /// - Parameter answer: Method, URL, headers and body, with tabs between them.
  private static func differences(_ example: RequestExample, _ answer: String) -> [String] {
    let parts = answer.components(separatedBy: "\t")
    guard !answer.hasPrefix("!"), parts.count >= 3 else { return [answer] }
    var differences: [String] = []
    if parts[0] != example.method { differences.append("\(parts[0]) instead of \(example.method)") }
    let expected = ExampleURL(Self.mended(example))
    let found = ExampleURL(parts[1])
    if found != expected { differences.append("\(found) instead of \(expected)") }
    if let difference = Self.headerDifference(example, parts[2]) { differences.append(difference) }
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
struct ExampleURL: Hashable, CustomStringConvertible {
  var server: String
  var path: [String]
  var query: [String]

  /// The URL without percent escapes.
  var description: String {
    let path = path.map { "/" + $0 }.joined()
    return server + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

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
