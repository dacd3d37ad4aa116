import ConnectorModel
import Foundation
import TestSupport
import Testing

@testable import ModelDiff

/// Edits of pages that change nothing for callers.
@Suite("Edits that change no fact") struct NonChangeTests {
  /// A line of a page with what it stands in.
  struct Line {
    var text: String
    var isCode: Bool
    var isFrontMatter: Bool

    var trimmed: String { text.trimmingCharacters(in: .whitespaces) }
    var isProse: Bool {
      guard !isCode, !isFrontMatter, let first = trimmed.first else { return false }
      return first.isLetter && trimmed.hasSuffix(".")
    }
    var isHeading: Bool { !isCode && !isFrontMatter && text.hasPrefix("#") }
    /// A heading with more words; an anchor stays behind them.
    var renamedHeading: String {
      let parts = text.split(separator: " {#", maxSplits: 1)
      return parts[0] + ", step by step" + (parts.count == 2 ? " {#" + parts[1] : "")
    }
    /// A row, also of a table in a tab.
    var isTableRow: Bool { !isCode && text.drop { $0 == " " || $0 == ">" }.hasPrefix("|") }
    var isRow: Bool { !isCode && trimmed.hasPrefix("|") }
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var changesHeadings = false
    var apply: @Sendable ([Line]) -> [String]
  }

  static let edits: [Edit] = [
    Edit(testDescription: "more words in prose") { lines in
      lines.map { $0.isProse ? $0.text + " This was said before." : $0.text }
    },
    Edit(testDescription: "other words in prose") { lines in
      lines.map { line in
        line.isProse
          ? line.text.replacing("you must", with: "you have to").replacing("below", with: "here")
          : line.text
      }
    },
    Edit(testDescription: "code with more blanks before each line of JSON") { lines in
      lines.map { line in
        let isJSON = ["\"", "{", "}", "]"].contains { line.trimmed.hasPrefix($0) }
        return line.isCode && isJSON && line.text.hasPrefix("  ") ? "    " + line.text : line.text
      }
    },
    Edit(testDescription: "more blanks in tables") { lines in
      lines.map { line in
        line.isRow && !line.text.contains("\\|") && !line.text.contains("`|")
          ? line.text.replacing(" | ", with: "  |   ") : line.text
      }
    },
    Edit(testDescription: "more blank lines") { lines in
      lines.flatMap { $0.isHeading ? ["", $0.text, ""] : [$0.text] }
    },
    Edit(testDescription: "headings with other anchors", changesHeadings: true) { lines in
      lines.map { line in
        line.isHeading && !line.text.contains("{#")
          ? line.text + " {#x\(line.text.count)}" : line.text
      }
    },
    Edit(testDescription: "headings in other words", changesHeadings: true) { lines in
      // The title of a page is what its source is called by.
      lines.map { $0.isHeading && !$0.text.hasPrefix("# ") ? $0.renamedHeading : $0.text }
    },
    Edit(testDescription: "other line ends") { lines in lines.map { $0.text + "\r" } },
  ]

  @Test("break nothing and change comments alone, on all pages", arguments: edits)
  func breakNothing(_ edit: Edit) async throws {
    let old = try await GeneratedFiles.own.value
    let pages = try Pages.all(in: Pages.corpus).map { ($0.page, Self.apply(edit, to: $0.text)) }
    let new = GeneratedFiles(await Pages.readings(pages))
    let changes = ModelComparison(old.model, new.model).changes
    for change in changes where !change.classes.contains(.documentation) {
      let place = change.old.map { "\($0.page):\($0.line)" } ?? ""
      Issue.record("\(place) \(change.subject.description): \(change.message)")
    }

    #expect(new.paths == old.paths)
    #expect(new.text("API.txt") == old.text("API.txt"))
    for path in new.differences(from: old) where path.hasSuffix(".swift") {
      // The calls of the examples, which no user has, are named after the headings.
      if edit.changesHeadings, path.hasPrefix(GeneratedFiles.callModule) { continue }
      #expect(new.code(path) == old.code(path), "\(path)")
    }
  }

  @Test("rows in another order, on all pages") func allRows() async throws {
    let old = try await GeneratedFiles.own.value
    let edit = Edit(testDescription: "rows in another order") { Self.reversingRows($0) }
    let pages = try Pages.all(in: Pages.corpus).map { ($0.page, Self.apply(edit, to: $0.text)) }
    let changes = ModelComparison(old.model, await Pages.model(pages)).changes
    try #require(!changes.isEmpty)
    for change in changes where change.isBreaking {
      Issue.record("\(change.subject.description): \(change.message)")
    }
  }

  /// The rows of all tables from the last one to the first one, below the two of the head.
  private static func reversingRows(_ lines: [Line]) -> [String] {
    var result: [String] = []
    var rows: [String] = []
    for line in lines {
      if line.isTableRow {
        rows.append(line.text)
        continue
      }
      result += rows.prefix(2) + rows.dropFirst(2).reversed() + [line.text]
      rows = []
    }
    return result + rows.prefix(2) + rows.dropFirst(2).reversed()
  }

  @Test("rows in another order, where examples send all fields") func rows() async throws {
    let page = "sources/tutorials/api/create/databases/sample.md"
    let rows = [
      "| `host` | The host. |", "| `password` | The password. |", "| `port` | (Optional) A port. |",
    ]
    func text(_ rows: [String]) -> String {
      """
      # Create a [!DNL Sample] base connection using the [!DNL Flow Service] API

      ## Gather required credentials

      | Credential | Description |
      | --- | --- |
      \(rows.joined(separator: "\n"))

      ## Create a base connection

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -d '{
          "name": "Sample",
          "auth": {
            "specName": "Basic Authentication",
            "params": { "host": "{HOST}", "password": "{PASSWORD}", "port": 22 }
          },
          "connectionSpec": { "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "version": "1.0" }
        }'
      ```
      """
    }
    let old = await Pages.model([(page, text(rows))])
    let new = await Pages.model([(page, text(rows.reversed()))])
    #expect(!old.sources.isEmpty)
    #expect(ModelComparison(old, new).changes.filter(\.isBreaking).isEmpty)
  }

  private static func apply(_ edit: Edit, to text: String) -> String {
    var lines: [Line] = []
    var fence: Substring?
    var isFrontMatter = false
    for (number, text) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let trimmed = text.drop { $0 == " " || $0 == ">" }
      if text == "---", number == 0 || isFrontMatter { isFrontMatter.toggle() }
      let isFence = trimmed.hasPrefix("```")
      let isCode = fence != nil || isFence
      lines.append(Line(text: String(text), isCode: isCode, isFrontMatter: isFrontMatter))
      if isFence { fence = fence == nil ? trimmed : nil }
    }
    return edit.apply(lines).joined(separator: "\n")
  }
}
