import Diagnostics
import Foundation
import MarkdownTree
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.has("corpus/pages")))
struct CorpusTests {
  @Test func treesOfAllPagesAreSound() {
    for page in corpusPages() {
      let document = MarkdownReader.read(SourceFile(path: page.path, bytes: page.bytes))
      let problems = TreeInvariants.problems(in: document)
      #expect(problems.isEmpty, "\(page.path): \(problems.prefix(5))")
    }
  }

  /// The corpus has no broken text; the published pages beside it have one apostrophe.
  @Test func noTextIsTakenForBroken() {
    for page in corpusPages() where page.path.hasSuffix(".md") {
      let document = MarkdownReader.read(SourceFile(path: page.path, bytes: page.bytes))
      let found = document.diagnostics.filter { Rule.textRules.contains($0.rule) }
      #expect(found.isEmpty, "\(page.path)")
    }
  }

  /// Every fence of the pages, found by a look at the lines alone, is a fence of the tree.
  @Test func noFenceIsLost() {
    for page in corpusPages() {
      let source = SourceFile(path: page.path, bytes: page.bytes)
      let text = source.text(in: 0..<page.bytes.count)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let marks = lines.filter { $0.drop { " >".contains($0) }.hasPrefix("```") }.count
      var fences = 0
      MarkdownReader.read(source).blocks.visit { block in
        if case .fencedCode(let code) = block.kind { fences += code.isClosed ? 2 : 1 }
      }
      #expect(fences == marks, "\(page.path)")
    }
  }
}

extension [Block] {
  func visit(_ body: (Block) -> Void) {
    for block in self {
      body(block)
      switch block.kind {
      case .list(let list): for item in list.items { item.blocks.visit(body) }
      case .blockQuote(let blocks): blocks.visit(body)
      case .callout(let callout): callout.blocks.visit(body)
      case .tabs(let group): for tab in group.tabs { tab.blocks.visit(body) }
      case .fold(let fold): fold.blocks.visit(body)
      default: break
      }
    }
  }
}
