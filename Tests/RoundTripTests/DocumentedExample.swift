import CurlReader
import Diagnostics
import FlowServiceRuntime
import Foundation
import GenerationPipeline
import JSONReader
import PageFacts
import TestSupport
import Testing

/// An example of a page with what the real curl sends for it.
struct DocumentedExample {
  /// What was given to curl.
  enum Form: Hashable {
    /// The page's text as it stands there.
    case pasted
    /// The page's text is broken: the command that was read out of it, written down again.
    case recovered
  }

  /// How many examples stand before it on the page.
  var index: Int
  var place: String
  var form: Form
  var sent: CurlRecorder.Request
  var scheme: String
  /// Who sends it, as the example's headers say.
  var configuration: FlowServiceConfiguration
  /// Whether the page sends a body and forgets to say that it is JSON; curl takes it for a form.
  var lacksContentType: Bool

  /// The examples of a page.
  static func all(
    of reading: PageReading, sending recorder: CurlRecorder
  ) throws -> [DocumentedExample] {
    var examples: [DocumentedExample] = []
    let facts = reading.facts
    for range in Set(facts.requests.map(\.range)).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let indices = facts.requests.indices.filter { facts.requests[$0].range == range }
      let form: Form = isSound(range, in: reading) ? .pasted : .recovered
      var sent: [CurlRecorder.Request] = []
      if form == .pasted {
        sent = try recorder.run(text(of: range, in: reading)).requests
      } else {
        for index in indices {
          sent += try recorder.run(command(for: facts.requests[index], in: facts)).requests
        }
      }
      let line = reading.source.location(of: range.lowerBound).line
      let place = "\(facts.page):\(line)"
      try #require(sent.count == indices.count, "\(place) \(form)")
      for (index, request) in zip(indices, sent) {
        let fact = facts.requests[index]
        examples.append(
          DocumentedExample(
            index: index, place: place, form: form, sent: request,
            scheme: scheme(of: fact, in: reading), configuration: configuration(of: fact),
            lacksContentType: fact.json != nil && value(of: "content-type", in: fact) == nil))
      }
    }
    return examples
  }

  /// Whether nothing was found wrong with the shell's and the body's text.
  private static func isSound(_ range: Range<Int>, in reading: PageReading) -> Bool {
    let rules: [Rule] = Rule.shellRules + [.malformedJSON, .smartQuotes]
    return !reading.facts.diagnostics.contains { finding in
      rules.contains(finding.rule) && finding.severity != .note
        && range.contains(finding.range.lowerBound)
    }
  }

  /// The text of a fence without its first and last line.
  private static func text(of range: Range<Int>, in reading: PageReading) -> String {
    let text = String(decoding: reading.source.bytes[range], as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      .filter { !$0.drop { $0 == " " }.hasPrefix("```") }.joined(separator: "\n")
  }

  /// What was read, as a command. Where a placeholder stands for a number or a truth value, one
  /// takes its place.
  private static func command(for fact: RequestFact, in facts: PageFacts) -> String {
    var words = ["curl", "-X", fact.method, fact.url]
    for header in fact.curl.headers {
      words += ["-H", header.value.isEmpty ? header.name + ";" : header.name + ": " + header.value]
    }
    if let json = fact.json {
      words += ["--data-binary", facts.typingPlaceholders(in: json).serialized(indent: 2)]
    } else if let text = fact.curl.body?.text.string {
      words += ["--data-binary", text]
    }
    return words.map { "'" + $0.replacing("'", with: #"'\''"#) + "'" }.joined(separator: " ")
  }

  private static func configuration(of fact: RequestFact) -> FlowServiceConfiguration {
    let token = value(of: "authorization", in: fact)
    let bearer = "Bearer "
    return FlowServiceConfiguration(
      accessToken: token.flatMap {
        $0.hasPrefix(bearer) ? Secret(String($0.dropFirst(bearer.count))) : nil
      },
      apiKey: value(of: "x-api-key", in: fact),
      organizationID: value(of: "x-gw-ims-org-id", in: fact),
      sandboxName: value(of: "x-sandbox-name", in: fact))
  }

  private static func value(of header: String, in fact: RequestFact) -> String? {
    fact.curl.headers.first { $0.name.lowercased() == header }?.value
  }

  /// Where a page writes `http` and `lint` says so, the client sends to `https` all the same.
  private static func scheme(of fact: RequestFact, in reading: PageReading) -> String {
    guard fact.url.hasPrefix("http://") else { return "https" }
    let isReported = reading.facts.diagnostics.contains { finding in
      finding.rule == .endpointMismatch && fact.range.overlaps(finding.range)
    }
    return isReported ? "https" : "http"
  }
}
