import Testing

/// A page that would take ages if anything took more than linear time.
struct HeavyPage: Sendable, CustomTestStringConvertible {
  let name: String
  let text: @Sendable () -> String

  init(_ name: String, _ text: @escaping @Sendable () -> String) {
    self.name = name
    self.text = text
  }

  var testDescription: String { name }

  static let all: [HeavyPage] = [
    HeavyPage("2 MB of prose") {
      times("Some *words* with `code` and a [link](#x) in a line.\n", 40_000)
    },
    HeavyPage("a fence of 100,000 lines") {
      "```\n" + times("  \"key\": \"value\",\n", 100_000) + "```\n"
    },
    HeavyPage("nested quotes") { times(">", 10_000) + " x" },
    HeavyPage("nested quotes on many lines") {
      String(repeating: times("> ", 5_000) + "x\n", count: 20)
    },
    HeavyPage("nested list markers") { times("- ", 50_000) + "x" },
    HeavyPage("nested lists by indentation") {
      (0..<1_000).map { String(repeating: " ", count: $0 * 2) + "- x\n" }.joined()
    },
    HeavyPage("opening brackets") { times("[", 100_000) },
    HeavyPage("links without an end") { times("[a](", 100_000) },
    HeavyPage("links with titles without an end") { times("[a](b \"", 50_000) },
    HeavyPage("terms without an end") { times("[!DNL a ", 100_000) },
    HeavyPage("images without an end") { times("![a", 100_000) },
    HeavyPage("closing brackets") { times("[a]", 100_000) + "\n\n[b]: c\n" },
    HeavyPage("emphasis without an end") { times("*a ", 100_000) },
    HeavyPage("nested emphasis") { times("*a **b ", 30_000) + times("c** d*", 30_000) },
    HeavyPage("underscores") { times("_a__b", 60_000) },
    HeavyPage("tildes") { times("~a ~~b", 60_000) },
    HeavyPage("backticks") { (1..<1_200).map { times("`", $0) + " " }.joined() },
    HeavyPage("comments without an end") { "x" + times(" <!-- a", 50_000) },
    HeavyPage("tags without an end") { "x" + times(" <a b='", 50_000) },
    HeavyPage("instructions without an end") { "x" + times("<?", 50_000) },
    HeavyPage("references without a name") { times("&a", 100_000) + ";" },
    HeavyPage("many references") { (0..<20_000).map { "&x\($0);" }.joined() },
    HeavyPage("folds") { times("+++T\n", 50_000) },
    HeavyPage("nested folds") { times("+++T\n", 20_000) + times("+++\n", 20_000) },
    HeavyPage("tabs and headings") { times(">[!TAB a]\n\n# b\n\n+++c\n", 20_000) },
    HeavyPage("groups of tabs") { times(">[!BEGINTABS]\n", 50_000) },
    HeavyPage("rows of dashes") { times("a | b\n|-|-|-|\n", 50_000) },
    HeavyPage("a wide table") {
      times("|a", 20_000) + "\n" + times("|-", 20_000) + "\n" + times("|b\n", 20_000)
    },
    HeavyPage("a long table") { "| a | b |\n|--|--|\n" + times("| `c` | \\| d |\n", 50_000) },
    HeavyPage("definitions") {
      (0..<30_000).map { "[a\($0)]: b\n" }.joined() + times("[a1]", 1_000)
    },
    HeavyPage("broken text") { times("Ã©â€™", 50_000) },
    HeavyPage("underlines in a quote") { "> " + times("a\n===\n", 30_000) },
    HeavyPage("fences that are not closed") { times("```json\n{}\n\n**a**\n\n", 30_000) },
    HeavyPage("fences of two backticks") { times("``json\n{}\n``\n\n", 30_000) },
    HeavyPage("table headers in a fence") { "```\n" + times("\na | b\n-|-\n", 50_000) },
    HeavyPage("references in many paragraphs") {
      (0..<20_000).map { "&x\($0);\n\n" }.joined()
    },
    HeavyPage("front matter") { "---\nkey: " + times("[", 50_000) + "\n---\n" },
    HeavyPage("long lines") { times("a", 5_000_000) },
    HeavyPage("blank lines") { times("\n", 1_000_000) },
  ]

  private static func times(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }
}
