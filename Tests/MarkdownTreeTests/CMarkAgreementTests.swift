import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

/// Blocks and running text are what cmark-gfm reads, wherever the page has none of the
/// documentation's own constructs.
@Suite struct CMarkAgreementTests {
  private static let inlinePieces = [
    "*", "**", "_", "__", "***", "`", "``", "[", "]", "(", ")", "![", "](/u)", "](<a b> \"t\")",
    "\\", "\\*", "\\`", "&amp;", "&#x41;", "&bogus;", "<", ">", "<a href=\"x\">", "</a>", "<br/>",
    "<https://a.b/c>", "<m@n.org>", "~", "~~", "a", "b", "word", " ", " ", "  \n", "\n", "é", "日本",
    "“", "!", "\"", "'", ".", "[r]", "[r][]", "[x][r]", "\u{A0}", "-", "(a(b)c)", "<!-- c -->",
    "\t",
  ]

  private static let blockPieces = [
    "\n", "\n", "\n\n", "# h\n", "## h ##\n", "text\n", "  text\n", "    code\n", "\tcode\n", "- ",
    "* ", "+ ", "1. ", "2) ", "10. ", ">", "> ", ">\t", "```\n", "```js\n", "~~~\n", "````\n",
    "  ```\n",
    "===\n", "---\n", "***\n", "| a | b |\n", "|---|:-:|\n", "| c | d\n", "e | f\n",
    "| \\| | `x\\|y` |\n",
    "<div>\n", "</div>\n", "<!-- c\n", "-->\n", "<b>x\n", "  - ", "   ", " ", "\t", "a\n", "b\n",
    "[r]: /url 't'\n\n", "[r]\n", "-\n", "1.\n", "&amp; *x*\n", "`y`  \n", "a\\\nb\n", "x | y\n",
    "--|--\n",
    "<script>\n", "</script>\n", "<?\n", "?>\n", "#\n", "é |\n",
  ]

  private func expectAgreement(_ text: String, _ seed: Int) -> Bool {
    // cmark resolves a bar's backslash in the paragraph before a table as well.
    let ours = CommonForm.dump(read(text)).replacing("\\|", with: "|")
    let theirs = CMarkOracle.dump(text).replacing("\\|", with: "|")
    if ours == theirs { return true }
    Issue.record(
      "seed \(seed): \(text.debugDescription)\n--- ours\n\(ours)\n--- cmark\n\(theirs)")
    return false
  }

  @Test func runningTextIsWhatCMarkReads() {
    var generator = SeededGenerator(seed: 1)
    var failures = 0
    for seed in 0..<8000 {
      var text = "x"
      for _ in 0..<Int.random(in: 1...14, using: &generator) {
        text += Self.inlinePieces.randomElement(using: &generator) ?? ""
      }
      // cmark looks past tildes next to other marks, but not always.
      guard !["\\~", "~*", "~_", "*~", "_~"].contains(where: text.contains) else { continue }
      text += "\n\n[r]: /url 'title'\n"
      if !expectAgreement(text, seed) { failures += 1 }
      if failures > 5 { return }
    }
  }

  @Test func blocksAreWhatCMarkReads() {
    var generator = SeededGenerator(seed: 2)
    var failures = 0
    var mended = 0
    for seed in 0..<8000 {
      var text = ""
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        text += Self.blockPieces.randomElement(using: &generator) ?? ""
      }
      guard !text.hasPrefix("---\n") else { continue }
      // cmark counts a tab before a fence as one column.
      guard !text.contains("\t```"), !text.contains("\t~~~"), !text.contains("\t  ```") else {
        continue
      }
      // cmark lets a fence that nothing closes take in the prose behind it.
      if endsFenceBeforeProse(text) {
        mended += 1
        continue
      }
      if !expectAgreement(text, seed) { failures += 1 }
      if failures > 5 { return }
    }
    print("pages with a mended fence: \(mended)")
    #expect(mended < 100)
  }

  private func endsFenceBeforeProse(_ text: String) -> Bool {
    read(text).diagnostics.contains {
      $0.rule == .unclosedFence && $0.assumption?.contains("next label") == true
    }
  }

  /// Every running text of the corpus, taken by itself, is what cmark reads.
  @Test(.enabled(if: SharedFolder.has("corpus/pages")))
  func runningTextOfAllPagesIsWhatCMarkReads() {
    var count = 0
    for page in corpusPages() {
      let document = MarkdownReader.read(SourceFile(path: page.path, bytes: page.bytes))
      for inlines in document.blocks.allRunningTexts {
        guard let first = inlines.first, let last = inlines.last else { continue }
        let source = document.source(first.range.lowerBound..<last.range.upperBound)
        // A text over several lines of a quote has its markers within it; a line that is a block
        // of another kind by itself proves nothing.
        let theirs = CMarkOracle.dump(source)
        guard !source.contains("\n"), !source.contains("\\|"), theirs.hasPrefix("paragraph\n")
        else {
          continue
        }
        var ours = CommonForm()
        ours.add("paragraph", 0)
        ours.add(inlines, 1)
        count += 1
        #expect(ours.text == theirs, "\(page.path): \(source)")
      }
    }
    #expect(count > 3000)
  }
}

extension [Block] {
  /// The running texts of all headings, paragraphs and table cells.
  var allRunningTexts: [[Inline]] {
    flatMap { block -> [[Inline]] in
      switch block.kind {
      case .heading(let heading): [heading.content]
      case .paragraph(let content): [content]
      case .table(let table): ([table.header] + table.rows).flatMap { $0.cells.map(\.content) }
      case .list(let list): list.items.flatMap { $0.blocks.allRunningTexts }
      case .blockQuote(let blocks): blocks.allRunningTexts
      case .callout(let callout): callout.blocks.allRunningTexts
      case .tabs(let group): group.tabs.flatMap { $0.blocks.allRunningTexts }
      case .fold(let fold): fold.blocks.allRunningTexts
      case .fencedCode, .indentedCode, .html, .thematicBreak: []
      }
    }
  }
}
