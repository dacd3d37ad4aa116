import ConnectorModel
import Diagnostics
import JSONReader

/// Examples on their way through their types.
struct RoundTrip {
  private struct Sample {
    var place: String
    var json: JSONNode
    var job: String
  }

  var program = Program()
  private var samples: [Sample] = []

  init(_ program: Program = Program()) { self.program = program }

  /// - Parameter answer: The expression that makes JSON again of the text `json`.
  mutating func add(_ json: JSONNode, at place: String, answer: String) {
    samples.append(Sample(place: place, json: json, job: program.job(answer)))
  }

  /// What was lost or changed on the way, each with its place.
  func failures() throws -> [String] {
    let answers = try program.answers(to: samples.map { ($0.job, $0.json.serialized()) })
    var failures: [String] = []
    for (sample, answer) in zip(samples, answers) {
      guard !answer.hasPrefix("!"), let found = JSONReader.read(MappedText(answer)).root else {
        failures.append("\(sample.place): \(answer)")
        continue
      }
      for difference in JSONDifference.all(sample.json, found) {
        failures.append("\(sample.place) \(difference)")
      }
    }
    return failures
  }
}
