import ClientEmitter
import ConnectorModel
import Diagnostics
import Foundation
import GenerationPipeline
import HTMLReport
import Linting
import PageFacts
import TestSupport
import Testing

@Suite("The document") struct DocumentTests {
  private static let corpus = DocumentReading(SampleReport.corpusBytes)

  @Test("a report of all pages is well-formed and below 5 MB") func wholeCorpus() throws {
    #expect(Self.corpus.problem == nil)
    #expect(SampleReport.corpusBytes.count < 5_000_000)
    let articles = Self.corpus.all("article").compactMap { $0.attributes["id"] }
    let model = SampleReport.corpus.model
    #expect(articles.count { $0.hasPrefix("source/") } == model.sources.count)
    #expect(articles.count { $0.hasPrefix("page/") } == model.pages.count - model.sources.count)
    for source in model.sources { #expect(articles.contains("source/" + source.key)) }
  }

  @Test("the same pages give the same bytes, in whatever order they come") func determinism() {
    let side = SampleReport.corpus
    var other = side
    other.readings.reverse()
    #expect(HTMLReport.render(ReportInput(current: other)) == SampleReport.corpusBytes)
  }

  @Test("every ID stands once and every link leads somewhere") func links() {
    var ids: Set<String> = []
    for element in Self.corpus.elements {
      guard let id = element.attributes["id"] else { continue }
      #expect(ids.insert(id).inserted, "\(id) stands twice")
      #expect(!id.contains { $0.isWhitespace || $0 == "%" || $0 == "#" }, "\(id)")
    }
    var count = 0
    for element in Self.corpus.elements {
      for name in ["href", "aria-labelledby", "aria-describedby", "for"] {
        guard let target = element.attributes[name], target != "data:," else { continue }
        count += 1
        let id = name == "href" ? String(target.dropFirst()) : target
        #expect(ids.contains(id), "\(element.name) \(name)=\(target)")
        if name == "href" { #expect(target.hasPrefix("#")) }
      }
    }
    #expect(count > 1000)
  }

  @Test("all text of the pages and of the Swift is there") func completeText() throws {
    func lines(of kind: String) -> [String: [String]] {
      var lines: [String: [String]] = [:]
      for (index, element) in Self.corpus.elements.enumerated()
      where element.attributes["class"] == "code \(kind)" {
        let article = element.ancestors.compactMap {
          Self.corpus.elements[$0].name == "article" ? Self.corpus.elements[$0] : nil
        }
        let id = article.first?.attributes["id"] ?? ""
        lines[id] = Self.corpus.inside(index).filter {
          $0.ancestors.last == index && $0.attributes["role"] == nil
        }.map(\.text)
      }
      return lines
    }
    let pages = lines(of: "page")
    #expect(pages.count == SampleReport.corpus.readings.count)
    for source in SampleReport.corpus.model.sources.prefix(8) {
      let reading = try #require(
        SampleReport.corpus.readings.first { $0.facts.page == source.provenance.page })
      var expected = String(decoding: reading.source.bytes, as: UTF8.self)
        .components(separatedBy: "\n")
      if expected.last == "" { expected.removeLast() }
      #expect(pages["source/" + source.key] == expected)
    }
    let swift = lines(of: "swift")
    for file in SampleReport.corpus.client.files.compactMap({ $0.source == nil ? nil : $0 }) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let expected = text.components(separatedBy: "\n").dropLast()
      #expect(swift["source/" + (file.source ?? "")] == Array(expected), "\(file.path)")
    }
  }

  @Test("each finding stands behind its line") func findingsInPlace() throws {
    var places: [String: (index: Int, line: String)] = [:]
    var line = ""
    for (index, element) in Self.corpus.elements.enumerated() {
      guard let id = element.attributes["id"] else { continue }
      if let mark = id.lastIndex(of: "!") {
        places[String(id[id.index(after: mark)...])] = (index, line)
      } else {
        line = id
      }
    }
    var seen = 0
    for (path, findings) in SampleReport.corpus.findings {
      let reading = try #require(
        SampleReport.corpus.readings.first { $0.source.path == path })
      for finding in Finding.findings(findings.map(\.diagnostic), on: reading.facts.page) {
        let line = reading.source.location(of: finding.diagnostic.range.lowerBound).line
        let place = try #require(places["\(finding.fingerprint)"])
        #expect(place.line.hasSuffix(":\(line)"))
        let text = Self.corpus.elements[place.index].text
        #expect(text.contains(finding.diagnostic.rule.identifier))
        seen += 1
      }
    }
    #expect(seen > 400)
  }

  @Test("corrections of a page stand in its entry, with what they settle") func corrections() throws
  {
    let wrong = "b7bf2577-4520-42c9-bae9-cad01560f7bc"
    let page = SampleReport.page().replacing(wrong, with: wrong + "1")
    let overlays = [
      Overlay(
        page: PathPattern("**/example.md"), subject: "connectionSpec.id", value: .string(wrong),
        reason: "</td> a digit too many"),
      Overlay(
        page: PathPattern("**/example.md"), subject: "default of host", value: .string("<b>")),
    ]
    let other = SampleReport.path.replacing("example", with: "other")
    let side = SampleReport.side(
      of: [
        SampleReport.path: Array(page.utf8), other: Array(SampleReport.page(name: "Other").utf8),
      ], overlays: overlays)
    let document = DocumentReading(HTMLReport.render(ReportInput(current: side)))
    #expect(document.problem == nil)
    let ids = Set(document.elements.compactMap { $0.attributes["id"] })
    let sections = document.elements.indices.filter {
      document.elements[$0].attributes["class"] == "corrections"
    }
    #expect(sections.count == 1)
    let section = try #require(sections.first)
    let inside = document.inside(section)
    let article = document.elements[section].ancestors.compactMap {
      document.elements[$0].name == "article" ? document.elements[$0].attributes["id"] : nil
    }
    #expect(article == ["source/databases/example"])
    let rows = inside.filter { $0.name == "tr" }.map(\.text)
    #expect(rows.count == 3)
    for text in ["connectionSpec.id", wrong + "1", "</td> a digit too many", "line 9", "line 23"] {
      #expect(rows[1].contains(text), "\(rows[1])")
    }
    #expect(rows[2].contains("default of hostnothing<b>"), "\(rows[2])")
    let findings = inside.filter { $0.name == "li" }.map(\.text)
    #expect(findings.count { $0.hasSuffix("invalid-uuid") } == 2, "\(findings)")
    for link in inside.compactMap({ $0.attributes["href"] }) {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
    let heading = try #require(document.elements[section].attributes["aria-labelledby"])
    #expect(ids.contains(heading))
    let parts = document.elements.filter { $0.attributes["href"] == "#" + heading }
    #expect(parts.map(\.text) == ["Corrections"])
    // What is corrected is no finding any more.
    #expect(!document.elements.contains { $0.attributes["id"]?.hasPrefix("rule/invalid") ?? false })
  }

  @Test("no text of a page is more than text") func hostileText() throws {
    let text = SampleReport.render([
      SampleReport.path: SampleReport.page(SampleReport.hostileText),
      "sources/</script><b>.md": "# \(SampleReport.hostileText)\n",
    ])
    let document = DocumentReading(Array(text.utf8))
    #expect(document.problem == nil)
    #expect(document.all("script").count == 1)
    #expect(document.all("style").count == 1)
    #expect(document.all("img").isEmpty)
    #expect(document.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    let hidden: [Unicode.Scalar] = [
      "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{2066}", "\u{1}", "\u{1B}", "\u{85}", "\u{2028}",
      "\u{7F}",
    ]
    #expect(!text.contains(SampleReport.nonCharacter))
    for scalar in hidden { #expect(!text.unicodeScalars.contains(scalar)) }
    let page = document.elements.filter { $0.attributes["class"] == "code page" }
      .map { $0.text }
    #expect(page.contains { $0.contains("Text </script><script>window.broken = 1</script>") })
    #expect(page.contains { $0.contains("\\u{202E}turned") })
  }

  @Test("bytes that are no UTF-8, and line endings of all kinds") func oddBytes() {
    let bytes = Array(SampleReport.page().utf8) + [0xFF, 0x0D, 0xC3, 0x28, 0x0D, 0x0A, 0xE2, 0x82]
    let side = SampleReport.side(of: [SampleReport.path: bytes, "empty.md": [], "nul.md": [0]])
    let document = DocumentReading(HTMLReport.render(ReportInput(current: side)))
    #expect(document.problem == nil)
    #expect(document.all("article").count >= 4)
  }

  @Test("the policy forbids the network and knows style and script by hash") func policy() throws {
    let meta = Self.corpus.all("meta").first { $0.attributes["http-equiv"] != nil }
    let policy = try #require(meta?.attributes["content"])
    #expect(policy.hasPrefix("default-src 'none'; "))
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("http"))
    for name in ["style", "script"] {
      let text = String(decoding: SampleReport.corpusBytes, as: UTF8.self)
      let start = try #require(text.range(of: "<\(name)>")).upperBound
      let end = try #require(text.range(of: "</\(name)>")).lowerBound
      let encoded = try CommandRun(
        ["sh", "-c", "openssl dgst -sha256 -binary | openssl base64"],
        input: String(text[start..<end]))
      // Only a machine without openssl gives no hash to compare with.
      if encoded.errors.contains("not found") { continue }
      let hash = encoded.output.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(policy.contains("\(name)-src 'sha256-\(hash)'"))
    }
  }

  @Test("headings, labels and landmarks are those of a good document") func structure() throws {
    let document = Self.corpus
    #expect(document.all("h1").count == 1)
    for name in ["main", "footer"] { #expect(document.all(name).count == 1) }
    #expect(document.elements.contains { $0.attributes["role"] == "search" })
    #expect(document.elements.contains { $0.attributes["aria-live"] == "polite" })
    #expect(document.elements.first?.attributes["lang"] == "en")
    let labelled = Set(document.all("label").compactMap { $0.attributes["for"] })
    for input in document.all("input") {
      let isInLabel = input.ancestors.contains { document.elements[$0].name == "label" }
      #expect(isInLabel || labelled.contains(input.attributes["id"] ?? ""))
    }
    for name in ["a", "button", "summary", "legend", "label", "th", "h1", "h2", "h3", "h4"] {
      for element in document.all(name) {
        let text = element.text.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(!text.isEmpty, "an empty \(name)")
      }
    }
    #expect(document.all("fieldset").count == document.all("legend").count)
    #expect(document.all("details").count == document.all("summary").count)
    for element in document.elements where element.name == "nav" {
      #expect(element.attributes["aria-label"]?.isEmpty == false)
    }
    // In an article and in the overview, no level is left out.
    var level = 1
    for element in document.elements where ["h2", "h3", "h4"].contains(element.name) {
      let next = Int(element.name.dropFirst()) ?? 0
      #expect(next <= level + 1, "\(element.name) \(element.text) behind h\(level)")
      level = next
    }
  }
}
