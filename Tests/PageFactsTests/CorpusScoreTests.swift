import Diagnostics
import Foundation
import JSONReader
import MarkdownTree
import PageFacts
import TestSupport
import Testing

/// The facts of all pages against what people read in them.
@Suite(.enabled(if: SharedFolder.has("tools/score-facts")))
struct CorpusScoreTests {
  private struct Score {
    var recall: Double
    var precision: Double
  }

  /// Runs the scoring tool over a folder of pages; a score for each category.
  private func scores(pages: String, expected: String) throws -> [String: Score] {
    let root = SharedFolder.url.appending(path: pages)
    var all: [JSONNode] = []
    let files = FileManager.default.enumerator(atPath: root.path)
    for case let name as String in files ?? .init() where name.hasSuffix(".md") {
      let data = try Data(contentsOf: root.appending(path: name))
      let source = SourceFile(path: name, bytes: Array(data))
      let facts = PageReader.read(MarkdownReader.read(source), page: name)
      all.append(FactsJSON.json(of: facts, in: source))
    }
    #expect(!all.isEmpty)
    let run = try CommandRun(
      [
        "python3", SharedFolder.url.appending(path: "tools/score-facts").path,
        SharedFolder.url.appending(path: expected).path, "-",
      ], input: JSONNode.list(all).serialized())
    var scores: [String: Score] = [:]
    for line in run.output.split(separator: "\n") {
      let parts = line.split(separator: "%", omittingEmptySubsequences: false)
      guard parts.count == 3, let recall = Self.lastNumber(parts[0]),
        let precision = Self.lastNumber(parts[1])
      else { continue }
      var name = String(parts[0])
      while let last = name.last, last == " " || last == "." || last.isNumber { name.removeLast() }
      scores[name] = Score(recall: recall, precision: precision)
    }
    return scores
  }

  private static func lastNumber(_ text: Substring) -> Double? {
    text.split(separator: " ").last.flatMap { Double($0) }
  }

  /// What is lower than 100 has its reason: the ground truth of one URL and of one response is not
  /// what the pages say, and some findings of the truth need a person's knowledge.
  private static let floors = [
    "requests url": 99.0, "responses": 99.0, "anomalies (recall only)": 88.0,
  ]

  @Test func pagesReachTheirScores() throws {
    let scores = try scores(pages: "corpus/pages", expected: "corpus/expected")
    #expect(scores.count > 15)
    for (category, score) in scores {
      let floor = Self.floors[category] ?? 100
      #expect(score.recall >= floor, "recall of \(category)")
      #expect(score.precision >= floor, "precision of \(category)")
    }
  }

  @Test func translatedPagesReachTheirScores() throws {
    let scores = try scores(pages: "corpus/l10n", expected: "corpus/l10n")
    #expect(scores.count > 10)
    for (category, score) in scores where !category.hasPrefix("anomalies") {
      #expect(score.recall == 100, "recall of \(category)")
      #expect(score.precision == 100, "precision of \(category)")
    }
  }
}
