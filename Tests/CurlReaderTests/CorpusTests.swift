import CurlReader
import Diagnostics
import Foundation
import TestSupport
import Testing

/// A shell fence of a page, found without the Markdown reader.
struct PageFence {
  var text: MappedText
  /// The line of the page on which the text starts.
  var line: Int

  /// The fences that may hold a curl command.
  static func all(in file: SourceFile) -> [PageFence] {
    var fences: [PageFence] = []
    var line = 1
    while line <= file.lineStarts.count {
      let opening = file.text(in: file.lineRange(line)).trimmingCharacters(in: .whitespaces)
      line += 1
      guard opening.hasPrefix("```") else { continue }
      let language = opening.dropFirst(3).prefix { $0.isLetter }
      let first = line
      while line <= file.lineStarts.count,
        !file.text(in: file.lineRange(line)).trimmingCharacters(in: .whitespaces).hasPrefix("```")
      {
        line += 1
      }
      let start = file.lineRange(first).lowerBound
      let end = line <= file.lineStarts.count ? file.lineRange(line).lowerBound : file.bytes.count
      line += 1
      if ["json", "http", "https", "sql"].contains(String(language)) { continue }
      fences.append(PageFence(text: MappedText(start..<max(start, end), of: file), line: first))
    }
    return fences
  }
}

/// The hand-made ground truth about the tutorial pages.
@Suite("Tutorial pages", .enabled(if: SharedFolder.has("corpus/pages")))
struct CorpusTests {
  struct Expected: Decodable {
    struct Request: Decodable {
      var line: Int
      var method: String
      var url: String
      var headers: [String]
    }
    struct Anomaly: Decodable {
      var line: Int
      var kind: String
      var what: String
    }
    var requests: [Request]
    var anomalies: [Anomaly]
  }

  static func pages() throws -> [(name: String, file: SourceFile, expected: Expected)] {
    let root = SharedFolder.url.appending(path: "corpus")
    let pages = root.appending(path: "pages")
    let names = FileManager.default.enumerator(atPath: pages.path)?.compactMap { $0 as? String }
    return try (names ?? []).filter { $0.hasSuffix(".md") }.sorted().map { name in
      let bytes = Array(try Data(contentsOf: pages.appending(path: name)))
      let truth = try Data(contentsOf: root.appending(path: "expected/\(name).json"))
      return (
        name, SourceFile(path: name, bytes: bytes),
        try JSONDecoder().decode(Expected.self, from: truth)
      )
    }
  }

  @Test("All requests are found with method, URL and headers")
  func requests() throws {
    var count = 0
    var otherURLs: [String] = []
    for page in try Self.pages() {
      var read: [(line: Int, request: CurlRequest)] = []
      for fence in PageFence.all(in: page.file) {
        for request in CurlReader.read(fence.text, fallbackMethod: "POST") {
          let line = page.file.location(of: request.commandRange.lowerBound).line
          read.append((line, request))
        }
      }
      #expect(read.count == page.expected.requests.count, "\(page.name)")
      for (found, expected) in zip(read, page.expected.requests) {
        let place = "\(page.name):\(expected.line)"
        #expect(found.line == expected.line, "\(place)")
        #expect(found.request.method == expected.method, "\(place)")
        if found.request.url?.string != expected.url { otherURLs.append(place) }
        #expect(found.request.headers.map(\.name) == expected.headers, "\(place)")
        count += 1
      }
    }
    print("requests compared with the ground truth: \(count), other URLs: \(otherURLs)")
    // The truth is made by hand, and one of its URLs is not that of its page.
    #expect(otherURLs.count <= 1, "\(otherURLs)")
  }

  @Test("Broken commands are reported where they are broken, and sound ones are not")
  func anomalies() throws {
    let kinds: Set = ["missing-continuation", "unterminated-quote"]
    for page in try Self.pages() {
      var findings: [(line: Int, kind: String, message: String)] = []
      for fence in PageFence.all(in: page.file) {
        for finding in CurlReader.read(fence.text).flatMap(\.diagnostics) {
          let line = page.file.location(of: finding.range.lowerBound).line
          if finding.rule.identifier != "ignored-curl-option" {
            print("\(page.name):\(line): \(finding.rule.identifier): \(finding.message)")
          }
          if kinds.contains(finding.rule.identifier) {
            findings.append((line, finding.rule.identifier, finding.message))
          }
        }
      }
      // The kind unterminated-quote of the truth also names quotes of JSON.
      let expected = page.expected.anomalies.filter {
        kinds.contains($0.kind)
          && ($0.kind != "unterminated-quote" || $0.what.contains("single quote")
            || $0.what.contains("-d '"))
      }
      for anomaly in expected {
        let isFound = findings.contains {
          $0.kind == anomaly.kind && abs($0.line - anomaly.line) <= 3
        }
        #expect(isFound, "\(page.name):\(anomaly.line): \(anomaly.what)")
      }
      for finding in findings {
        let isTrue = expected.contains {
          $0.kind == finding.kind && abs($0.line - finding.line) <= 3
        }
        #expect(isTrue, "\(page.name):\(finding.line): \(finding.message)")
      }
    }
  }

  @Test("Sound fences are read as curl sends them", .enabled(if: CurlRecorder.isAvailable))
  func oracle() throws {
    let recorder = try CurlRecorder()
    defer { recorder.stop() }
    var compared = 0
    var broken = 0
    for page in try Self.pages() {
      for fence in PageFence.all(in: page.file) {
        let read = CurlReader.read(fence.text)
        guard !read.isEmpty else { continue }
        let isBroken = read.flatMap(\.diagnostics).contains { $0.severity == .error }
        let run = try recorder.run(fence.text.string)
        if isBroken || run.status != 0 {
          broken += 1
          #expect(isBroken, "\(page.name):\(fence.line): \(run.errors)")
          continue
        }
        let sent = run.requests.map(ComparableRequest.init)
        let expected = read.map(ComparableRequest.init)
        #expect(sent == expected, "\(page.name):\(fence.line)")
        compared += 1
      }
    }
    print("fences compared with curl: \(compared), broken: \(broken)")
  }
}
