import ConnectorModel
import Diagnostics
import GenerationPipeline
import PageFacts
import Testing

@testable import ModelDiff

/// The words of rows, of all tables of all pages: what becomes of a row decides which change tells of
/// it, and one has to.
@Suite("The words of rows, on all pages") struct RowTextTests {
  /// The pages with a word of its own at the end of each row, and these words.
  private static func marked() async throws -> (
    pages: [(page: String, text: String)], marks: [(place: String, mark: String)]
  ) {
    var pages: [(page: String, text: String)] = []
    var marks: [(place: String, mark: String)] = []
    for reading in try await GeneratedFiles.readings.value {
      var bytes = reading.source.bytes
      for row in reading.facts.tables.flatMap(\.rows).reversed() {
        let mark = "Zq\(marks.count)x."
        let end = end(of: row, in: bytes)
        bytes.insert(contentsOf: Array(" \(mark) ".utf8), at: end)
        let line = reading.source.location(of: row.range.lowerBound).line
        marks.append(("\(reading.facts.page):\(line)", mark))
      }
      pages.append((reading.facts.page, String(decoding: bytes, as: UTF8.self)))
    }
    return (pages, marks)
  }

  /// Where the last cell of a row ends.
  private static func end(of row: TableFact.Row, in bytes: [UInt8]) -> Int {
    var end = row.range.upperBound
    while end > row.range.lowerBound, " \t\r\n".utf8.contains(bytes[end - 1]) { end -= 1 }
    return bytes[end - 1] == UInt8(ascii: "|") ? end - 1 : end
  }

  @Test("are told when they change") func told() async throws {
    let old = try await GeneratedFiles.own.value.model
    let (pages, marks) = try await Self.marked()
    let new = await Pages.model(pages)
    try #require(marks.count > 850)
    let changes = ModelComparison(old, new).changes
    let words = changes.compactMap(\.newValue).joined(separator: "\n")
    for (place, mark) in marks { #expect(words.contains(mark), "\(place)") }
    let back = ModelComparison(new, old).changes.compactMap(\.oldValue).joined(separator: "\n")
    for (place, mark) in marks { #expect(back.contains(mark), "\(place)") }
  }

  /// Of what several pages say of one operation the client holds the words of one.
  @Test("are told of each page that says them") func severalPages() async throws {
    func page(_ text: String) -> String {
      """
      # Watch runs

      **API format**

      ```http
      GET /runs?limit={LIMIT}
      ```

      | Parameter | Description |
      | --- | --- |
      | `{LIMIT}` | \(text) |

      ```shell
      curl 'https://platform.adobe.io/data/foundation/flowservice/runs?limit=5'
      ```
      """
    }
    func model(_ text: String) async -> ConnectorModel {
      await Pages.model([("sources/one.md", page(text)), ("sources/two.md", page(text))])
    }
    let changes = ModelComparison(await model("How many."), await model("At most.")).changes
    #expect(
      changes.map { "\($0.new?.page ?? ""):\($0.new?.line ?? 0) \($0.rule.rawValue)" }.sorted() == [
        "sources/one.md:14 documentation-changed", "sources/two.md:11 table-row-changed",
      ])
  }
}
