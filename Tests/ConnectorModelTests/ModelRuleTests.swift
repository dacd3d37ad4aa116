import Diagnostics
import Testing

@testable import ConnectorModel

/// The examples of the model's rules: the bad one is found, the good one is not.
@Suite struct ModelRuleTests {
  @Test(arguments: Rule.modelRules)
  func examples(rule: Rule) {
    #expect(findings(rule.badExample).contains(rule))
    #expect(!findings(rule.goodExample).contains(rule))
  }

  /// An example of several pages names each in a comment before it.
  private func findings(_ text: String) -> Set<Rule> {
    var pages: [FactPage] = []
    var path = "sources/tutorials/api/create/databases/example.md"
    var lines: [Substring] = []
    func endPage() {
      if lines.contains(where: { !$0.isEmpty }) {
        pages.append(Pages.page(path, lines.joined(separator: "\n")))
      }
      lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("<!-- page: ") {
        endPage()
        path = String(line.dropFirst("<!-- page: ".count).dropLast(" -->".count))
      } else {
        lines.append(line)
      }
    }
    endPage()
    return Set(ModelBuilder.build(pages).diagnostics.values.joined().map(\.rule))
  }
}
