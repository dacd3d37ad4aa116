import Diagnostics
import MarkdownTree
import TestSupport
import Testing

/// Places, marked in the page itself.
@Suite struct PositionTests {
  /// The inlines of a page with that source, code, text and terms alike.
  private func ranges(_ document: MarkdownDocument) -> [Range<Int>] {
    func all(_ inlines: [Inline]) -> [Range<Int>] {
      inlines.flatMap { inline -> [Range<Int>] in
        switch inline.kind {
        case .emphasis(let content), .strong(let content), .strikethrough(let content),
          .link(_, _, let content), .image(_, _, let content), .term(_, let content):
          [inline.range] + all(content)
        default: [inline.range]
        }
      }
    }
    return document.blocks.allRunningTexts.flatMap(all)
  }

  private func expect(
    _ marked: String, _ pairs: [(String, String)],
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    let page = MarkedText(marked)
    let found = ranges(read(page.text))
    for (start, end) in pairs {
      let range = page[start]..<page[end]
      #expect(
        found.contains(range), "\(start)–\(end): \(range) is not in \(found)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func codeBehindAnEscapedBar() {
    expect(
      "| é \\| 1️⃣`a\\|b`2️⃣ | x |\n| --- | --- |\n|3️⃣`y`4️⃣| 5️⃣\\|z6️⃣|\n",
      [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣"), ("5️⃣", "6️⃣")])
  }

  @Test func textOverSeveralLinesOfAList() {
    expect("- a\n  b 1️⃣`c`2️⃣\n    d 3️⃣**e\n  f**4️⃣\n", [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣")])
  }

  @Test func nestedQuotesWithTabs() {
    expect(
      "> >\t日本 1️⃣`a`2️⃣\n>  > b 3️⃣[!DNL X]4️⃣\nlazy 5️⃣*x*6️⃣\n",
      [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣"), ("5️⃣", "6️⃣")])
  }

  @Test func tablesInListsAndFoldsInTabs() {
    expect(
      """
      >[!BEGINTABS]

      >[!TAB A]

      1.  x

          | a |
          |---|
          | 1️⃣`b`2️⃣

      +++T
      3️⃣`c`4️⃣
      +++

      >[!ENDTABS]
      """, [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣")])
  }

  @Test func otherLineEndings() {
    expect("> a\r\n> 1️⃣`b`2️⃣\r\n\r\n# 3️⃣c4️⃣ {#d}\r\n", [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣")])
    expect("a\r1️⃣`b`2️⃣\r\r- 3️⃣`c`4️⃣", [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣")])
  }

  @Test func fencesInListsKeepThePlaceOfEachLine() {
    let page = MarkedText("1. x\n\n   ```json\n   1️⃣{\n     2️⃣\"a\"\n\n   3️⃣}\n   ```\n")
    let document = read(page.text)
    guard case .list(let list)? = document.blocks.first?.kind,
      case .fencedCode(let code)? = list.items.first?.blocks.last?.kind
    else {
      Issue.record("no fence")
      return
    }
    #expect(code.content.string == "{\n  \"a\"\n\n}\n")
    #expect(code.content.sourceOffset(of: 0) == page["1️⃣"])
    #expect(code.content.sourceOffset(of: 4) == page["2️⃣"])
    #expect(code.content.sourceOffset(of: 9) == page["3️⃣"])
    #expect(document.source(code.openingRange) == "```json")
  }
}

@Suite struct FenceTests {
  private func code(_ page: String) -> FencedCodeBlock? {
    for block in read(page).blocks {
      if case .fencedCode(let code) = block.kind { return code }
    }
    return nil
  }

  @Test func theLanguageComesBeforeAttributes() {
    let found = code("```JSON {line-numbers=\"true\" start-line=\"1\"}\n{}\n```\n")
    #expect(found?.language == "json")
    #expect(found?.infoString == "JSON {line-numbers=\"true\" start-line=\"1\"}")
    #expect(code("~~~~json{a}\n~~~\n~~~~\n")?.language == "json")
    #expect(code("~~~~json{a}\n~~~\n~~~~\n")?.content.string == "~~~\n")
    #expect(code("``` {.shell}\n```\n")?.language == "")
  }

  @Test func theLastFenceMayLackItsEnd() {
    let open = code("text\n```\na\n\tb")
    #expect(open?.content.string == "a\n\tb\n")
    #expect(open?.isClosed == false)
    #expect(code("```\na\n```")?.isClosed == true)
    #expect(code("> ```\n> a\n\nb\n")?.content.string == nil)
  }

  @Test func aClosingFenceHasNothingElseOnItsLine() {
    #expect(code("```\na\n``` b\nc\n```\n")?.content.string == "a\n``` b\nc\n")
  }

  @Test func theHTTPSLanguageIsMended() {
    let finding = read("```https\nGET /\n```\n").diagnostics.first
    #expect(finding?.rule == .unknownFenceLanguage)
    #expect(finding?.fix == [Diagnostic.Edit(range: 3..<8, replacement: "http")])
  }
}

@Suite struct TableTests {
  private func rows(_ page: String) -> [[String]] {
    for case .table(let table) in read(page).blocks.map(\.kind) {
      return ([table.header] + table.rows).map { $0.cells.map(\.content.plainText) }
    }
    return []
  }

  @Test func rowsHaveTheCellsOfTheSource() {
    let page = "| a | b |\n|-|:-----:|\nc | d  \n| e\n| f | g | h | |  \n|i|\\|j|\n"
    #expect(
      rows(page) == [["a", "b"], ["c", "d"], ["e"], ["f", "g", "h", ""], ["i", "|j"]])
    #expect(rules(page) == ["ragged-table-row", "ragged-table-row"])
  }

  @Test func attributesAndCommentsAreNoRows() {
    let page = "| a |\n|---|\n| b |\n{style=\"table-layout:auto\"}\n"
    #expect(rows(page) == [["a"], ["b"]])
    #expect(read(page).blocks.count == 2)
    let hidden = "| a | b |\n|---|---|\n| c | d |\n<!-- | e | f |\n| g | h | -->\n"
    #expect(rows(hidden) == [["a", "b"], ["c", "d"]])
  }

  @Test func aTableMayFollowItsLeadDirectly() {
    #expect(
      dump("lead\nmore\n| a |\n|---|\n| b |\n").hasPrefix(
        "paragraph\n  \"lead\"\n  softBreak\n  \"more\"\ntable\n"))
  }
}
