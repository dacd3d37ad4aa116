import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

/// Table cells are what markdown-it-py finds, cell by cell. Set CONNECTORGEN_MARKDOWN_IT to a
/// Python with that package, or to 1 for `python3`.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["CONNECTORGEN_MARKDOWN_IT"] != nil
      && SharedFolder.has("corpus/pages"), "CONNECTORGEN_MARKDOWN_IT is not set"))
struct MarkdownItAgreementTests {
  private static let script = """
    import sys, json
    from markdown_it import MarkdownIt
    reader = MarkdownIt("commonmark").enable("table")
    result = []
    for page in json.load(sys.stdin):
        rows = []
        tokens = reader.parse(page)
        for index, token in enumerate(tokens):
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("td_open", "th_open"):
                rows[-1].append(tokens[index + 1].content)
        result.append(rows)
    print(json.dumps(result))
    """

  private func markdownIt(_ pages: [String]) throws -> [[[String]]] {
    let python = ProcessInfo.processInfo.environment["CONNECTORGEN_MARKDOWN_IT"] ?? "1"
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [python == "1" ? "python3" : python, "-c", Self.script]
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    try JSONEncoder().encode(pages).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: file)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[[String]]].self, from: data)
  }

  private func rows(_ document: MarkdownDocument, _ blocks: [Block]) -> [[String]] {
    blocks.flatMap { block -> [[String]] in
      switch block.kind {
      case .table(let table):
        ([table.header] + table.rows).map { row in
          let cells = row.cells.prefix(table.header.cells.count).map { cell in
            document.source(cell.range).replacing("\\|", with: "|")
          }
          // markdown-it fills up short rows.
          let missing = table.header.cells.count - cells.count
          return cells + Array(repeating: "", count: max(0, missing))
        }
      case .list(let list): list.items.flatMap { rows(document, $0.blocks) }
      case .blockQuote(let blocks): rows(document, blocks)
      case .callout(let callout): rows(document, callout.blocks)
      case .tabs(let group): group.tabs.flatMap { rows(document, $0.blocks) }
      case .fold(let fold): rows(document, fold.blocks)
      default: []
      }
    }
  }

  @Test func cellsAgree() throws {
    let documents = corpusPages().map {
      MarkdownReader.read(SourceFile(path: $0.path, bytes: $0.bytes))
    }
    let texts = documents.map { document in
      let start = document.frontMatter?.range.upperBound ?? 0
      return document.source(start..<document.source.bytes.count)
    }
    var cells = 0
    for (document, theirs) in zip(documents, try markdownIt(texts)) {
      let ours = rows(document, document.blocks)
      // A line of attributes below a table is a row for CommonMark.
      let rows = theirs.filter { $0.first?.hasPrefix("{style=") != true }
      #expect(ours == rows, "\(document.source.path)")
      cells += ours.reduce(0) { $0 + $1.count }
    }
    #expect(cells > 1000)
  }
}
