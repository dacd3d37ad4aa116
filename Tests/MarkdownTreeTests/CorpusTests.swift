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

  @Test func showFindings() {
    for page in corpusPages() {
      let document = MarkdownReader.read(SourceFile(path: page.path, bytes: page.bytes))
      for finding in document.diagnostics where finding.rule != .unknownFenceLanguage {
        print("FIND \(page.path):\(document.source.location(of: finding.range.lowerBound)) \(finding.rule.identifier) \(finding.message)")
      }
    }
  }
}
