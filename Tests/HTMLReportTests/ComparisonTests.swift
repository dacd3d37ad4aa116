import ClientEmitter
import ConnectorModel
import Foundation
import HTMLReport
import ModelDiff
import TestSupport
import Testing

@Suite("Two revisions") struct ComparisonTests {
  private static let other = "sources/tutorials/api/create/databases/other.md"
  private static let plain = "sources/tutorials/api/explore/plain.md"

  private static func input(
    _ old: [String: String], _ new: [String: String], isModelOnly: Bool = false
  ) -> ReportInput {
    var before = SampleReport.side(of: old.mapValues { Array($0.utf8) })
    let after = SampleReport.side(of: new.mapValues { Array($0.utf8) })
    if isModelOnly { before.readings = [] }
    return ReportInput(
      current: after, previous: before,
      changes: ModelComparison(before.model, after.model).changes)
  }

  private static func document(_ input: ReportInput) -> DocumentReading {
    DocumentReading(HTMLReport.render(input))
  }

  private func state(of title: String, in document: DocumentReading) -> String? {
    document.elements.enumerated().first { index, element in
      element.attributes["data-kind"] != nil
        && document.inside(index).contains { $0.name == "a" && $0.text == title }
    }?.element.attributes["data-changes"]
  }

  /// The targets of links that lead nowhere.
  private func deadLinks(in document: DocumentReading) -> [String] {
    let ids = Set(document.elements.compactMap { $0.attributes["id"] })
    return document.all("a").map { String(($0.attributes["href"] ?? "").dropFirst()) }
      .filter { !ids.contains($0) }
  }

  @Test("lines that came and went stand in page and Swift, changes beside them") func changed()
    throws
  {
    let old = SampleReport.page()
    let new = old.replacingOccurrences(of: "`password`", with: "`passphrase`")
      .replacingOccurrences(of: "\"password\": \"{PASSWORD}\"", with: "\"passphrase\": \"{P}\"")
    let input = Self.input(
      [SampleReport.path: old, Self.plain: "# Plain\n"],
      [SampleReport.path: new, Self.plain: "# Plain\n"])
    #expect(!input.changes.isEmpty)
    let document = Self.document(input)
    #expect(document.problem == nil)
    #expect(deadLinks(in: document) == [])
    let gone = document.all("del").map { $0.text }
    let come = document.all("ins").map { $0.text }
    #expect(gone.contains("| `password` | The password of your account. |"))
    #expect(come.contains("| `passphrase` | The password of your account. |"))
    #expect(gone.contains { $0.contains("public var password: Secret<String>") })
    #expect(come.contains { $0.contains("public var passphrase: Secret<String>") })
    #expect(state(of: "Example", in: document)?.hasPrefix("changed breaks-source") == true)
    #expect(state(of: "Plain", in: document) == "same")

    // Each change is named with its rule, once at its source and once among all.
    for change in input.changes {
      let rules = document.elements.filter {
        $0.attributes["class"] == "rule-name" && $0.text == change.rule.rawValue
      }
      #expect(rules.count >= 2)
      for declaration in change.declarations.compactMap(\.new) {
        #expect(come.contains(declaration))
      }
    }
  }

  @Test("the line before a change is linked, also where it is gone") func oldLines() throws {
    let old = SampleReport.page()
    let new = old.replacingOccurrences(of: ", \"password\": \"{PASSWORD}\"", with: "")
      .replacingOccurrences(of: "| `password` | The password of your account. |\n", with: "")
    let document = Self.document(
      Self.input([SampleReport.path: old], [SampleReport.path: new]))
    #expect(deadLinks(in: document) == [])
    let links = document.all("a").filter {
      $0.attributes["href"]?.hasPrefix("#source/databases/example:-") == true
    }
    let link = try #require(links.first?.attributes["href"])
    let line = document.elements.first { $0.attributes["id"] == String(link.dropFirst()) }
    #expect(line?.name == "del")
    #expect(line?.text.contains("password") == true)
  }

  @Test("sources and pages that came and went are there, too") func addedAndRemoved() throws {
    let document = Self.document(
      Self.input(
        [SampleReport.path: SampleReport.page(), "sources/tutorials/api/delete.md": "# Gone\n"],
        [Self.other: SampleReport.page(name: "Other"), Self.plain: "# Plain\n"]))
    #expect(document.problem == nil)
    #expect(deadLinks(in: document) == [])
    #expect(state(of: "Example", in: document)?.hasPrefix("removed") == true)
    #expect(state(of: "Other", in: document)?.hasPrefix("added") == true)
    #expect(state(of: "Gone", in: document)?.hasPrefix("removed") == true)
    #expect(state(of: "Plain", in: document)?.hasPrefix("added") == true)
    let index = try #require(
      document.elements.firstIndex { $0.attributes["id"] == "source/databases/example" })
    let lines = document.inside(index).filter {
      $0.attributes["id"]?.hasPrefix("source/databases/example:") == true
    }
    #expect(lines.count > 20)
    #expect(lines.allSatisfy { $0.name == "del" })
  }

  @Test("a model alone can be compared with; nothing seems new for that") func modelOnly() throws {
    let pages = [SampleReport.path: SampleReport.page(), Self.plain: "# Plain\n"]
    let document = Self.document(Self.input(pages, pages, isModelOnly: true))
    #expect(document.problem == nil)
    #expect(state(of: "Example", in: document) == "same")
    #expect(state(of: "Plain", in: document) == "same")
    #expect(document.all("ins").isEmpty)

    let less = Self.document(
      Self.input(pages, [Self.other: SampleReport.page(name: "Other")], isModelOnly: true))
    #expect(less.problem == nil)
    #expect(deadLinks(in: less) == [])
    #expect(state(of: "Example", in: less)?.hasPrefix("removed") == true)
    #expect(state(of: "Plain", in: less)?.hasPrefix("removed") == true)
  }

  @Test("the same pages have no changes") func same() throws {
    let side = SampleReport.corpus
    let bytes = HTMLReport.render(ReportInput(current: side, previous: side))
    let document = DocumentReading(bytes)
    #expect(document.problem == nil)
    #expect(document.all("ins").isEmpty && document.all("del").isEmpty)
    let states = Set(document.elements.compactMap { $0.attributes["data-changes"] })
    #expect(states == ["same"])
    #expect(String(decoding: bytes, as: UTF8.self).contains("Nothing changed"))
  }

  @Test(
    "all pages beside other revisions of real ones stay below 5 MB",
    .enabled(if: SharedFolder.has("corpus/revisions"), "needs the shared folder"))
  func revisions() throws {
    var pages = SampleReport.pages(below: SharedFolder.project.appending(path: "docs-input"))
    let revisions = SampleReport.pages(
      below: SharedFolder.url.appending(path: "corpus/revisions"))
    pages.merge(revisions) { $1 }
    let after = SampleReport.side(of: pages)
    let before = SampleReport.corpus
    let bytes = HTMLReport.render(
      ReportInput(
        current: after, previous: before,
        changes: ModelComparison(before.model, after.model).changes))
    #expect(bytes.count < 5_000_000)
    let document = DocumentReading(bytes)
    #expect(document.problem == nil)
    #expect(deadLinks(in: document) == [])
  }
}
