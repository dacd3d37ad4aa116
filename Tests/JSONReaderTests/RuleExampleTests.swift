import Diagnostics
import JSONReader
import Testing

/// The examples of the rules do what they say.
@Suite struct RuleExampleTests {
  /// The rules that reading a JSON block of the example triggers.
  private func rules(_ example: String) -> [String] {
    let lines = example.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first == "```json" else { return [] }
    let text = lines.dropFirst().dropLast().joined(separator: "\n")
    return JSONReader.read(MappedText(text)).diagnostics.map(\.rule.identifier)
  }

  @Test(arguments: Rule.jsonRules.map(\.identifier))
  func examples(_ identifier: String) throws {
    let rule = try #require(Rule.named(identifier))
    #expect(Set(rules(rule.badExample)) == [identifier])
    #expect(rules(rule.goodExample) == [])
  }
}
