import Diagnostics
import MarkdownTree
import Testing

/// What cmark reads otherwise, because authors mean otherwise.
@Suite struct MendingTests {
  @Test func headingsNeedNoBlank() {
    let page = "##Title {#name}\n\ntext\n\n###[!DNL Acme]\n\n#one\n\n##\n\n##1\n\ntext\n##more\n"
    #expect(
      dump(page) == """
        heading 2 #name
          "Title"
        paragraph
          "text"
        heading 3
          term DNL
            "Acme"
        paragraph
          "#one"
        heading 2
        paragraph
          "##1"
        paragraph
          "text"
          softBreak
          "##more"

        """)
    #expect(rules(page) == ["tight-heading", "tight-heading"])
  }

  @Test func codeHasNoHeadings() {
    let page = "```shell\n\n##Title\n```\n\n    ##Title\n"
    #expect(rules(page).isEmpty)
    #expect(!dump(page).contains("heading"))
  }

  @Test func aLostClosingFenceIsFound() {
    let page = """
      **Request**

      ```shell
      curl a

      -d b

      **Response**

      Text

      ```json
      {}
      ```

      after
      """
    #expect(
      dump(page) == """
        paragraph
          strong
            "Request"
        fence shell unclosed
          "curl a\\n\\n-d b\\n"
        paragraph
          strong
            "Response"
        paragraph
          "Text"
        fence json
          "{}\\n"
        paragraph
          "after"

        """)
    #expect(rules(page) == ["unclosed-fence"])
  }

  /// The line that should close the block opens one.
  @Test func aLostOpeningFenceSwallowsNothing() {
    let page = "curl a\n```\n\n**Response**\n\n```json\n{}\n```\n\nafter\n"
    #expect(dump(page).contains("fence json"))
    #expect(dump(page).hasSuffix("\"after\"\n"))
    #expect(rules(page) == ["unclosed-fence"])
  }

  /// What follows the code shows where it ends, if only another fence shows that it does.
  @Test(
    arguments: [
      "\n**Label**\n", "\n## Heading\n", "\n>[!NOTE]\n>\n>Text\n", "\n+++Title\n\nText\n",
      "\n| a | b |\n|---|---|\n| c | d |\n", "\na | b\n--|--\nc | d\n", "+++\n", "\n+++\n",
    ])
  func proseEndsTheCode(prose: String) {
    for rest in ["\n```json\n{}\n```\n", ""] {
      let page = "```shell\ncurl a\n\(prose)\(rest)"
      let sound = "```shell\ncurl a\n```\n\(prose)\(rest)"
      #expect(rules(page).filter { $0 == "unclosed-fence" } == ["unclosed-fence"])
      let expected = dump(sound).replacing("fence shell\n", with: "fence shell unclosed\n")
      #expect(dump(page) == expected)
    }
  }

  @Test(
    arguments: [
      "```http\nPOST /a\n\n**Label**\n\n```\n{}\n```\n",
      "```\nGET /a\nGET /b\n\n| a | b |\n|---|---|\n\n```\n{}\n```\n",
      "```shell\ncurl a\n\n## b\n\nText\n\n**Response**\n\n```\n{}\n```\n",
    ])
  func requestsAndAnswersEndBeforeProse(page: String) {
    #expect(dump(page).hasSuffix("fence\n  \"{}\\n\"\n"))
    #expect(rules(page) == ["unclosed-fence"])
  }

  /// Everything else of a page stays where it is when a fence is put into a list or a quote.
  @Test func aFenceOfAContainerEndsThere() {
    let page = "> ```shell\n> a\n>\n> **Label**\n\n```json\n{}\n```\n\nText\n"
    #expect(dump(page).hasSuffix("fence json\n  \"{}\\n\"\nparagraph\n  \"Text\"\n"))
    #expect(rules(page) == ["unclosed-fence"])
  }

  /// One that no fence can be put at does not keep the others from being mended.
  @Test func fencesAreMendedOneByOne() {
    let page =
      "<!--\n```\n\n**Label**\n\n-->\n\n```json\n{}\n\n**Label**\n\n```json\n[]\n```\n"
    #expect(rules(page) == ["unclosed-fence"])
    #expect(dump(page).hasSuffix("fence json\n  \"[]\\n\"\n"))
  }

  @Test(
    arguments: [
      ("``json\n{}\n```\n\nText\n", 1), ("```json\n{}\n``\n\nText\n\n```json\n[]\n```\n", 1),
      ("``json\n{}\n``\n\nText\n", 2), ("Text\n\n``\n{}\n```\n\nText\n", 1),
      ("- a\n\n  ``json\n  {}\n  ``\n\n  b\n", 2), ("```json\n{}\n``\n", 1),
      ("> ``json\n> {}\n> ```\n\nText\n", 1), ("```json\n{}\n``\n\n## a\n\n```\n[]\n```\n", 1),
    ])
  func twoBackticksMayBeAFence(page: String, count: Int) {
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let sound = lines.map { line in
      line.contains("``") && !line.contains("```") ? line.replacing("``", with: "```") : line
    }.joined(separator: "\n")
    #expect(rules(page) == Array(repeating: "short-fence", count: count))
    #expect(dump(page) == dump(sound))
    var mended = Array(page.utf8)
    for edit in read(page).diagnostics.flatMap(\.fix).reversed() {
      mended.replaceSubrange(edit.range, with: edit.replacement.utf8)
    }
    #expect(String(decoding: mended, as: UTF8.self) == sound)
  }

  @Test(
    arguments: [
      // Code within running text.
      "Text\n\n``\na\n``\n\n```\nb\n```\n", "``json a`` b\n\n```\nb\n```\n",
      // No line closes it.
      "``json\n\nText\n\n```json\n{}\n```\n", "``\n\nText\n\n```\n{}\n```\n",
      "``word\na\n```\n\n```\n",
      // Code.
      "```\n``\n```\n", "```markdown\n``json\n{}\n``\n```\n", "    ``json\n\n    ```\n",
      "````markdown\n``\n```json\n````\n",
    ])
  func twoBackticksMayBeText(page: String) {
    #expect(!rules(page).contains("short-fence"))
  }

  @Test(
    arguments: [
      // Nothing but code between the fences.
      "```shell\na\n\nb\n```json\n{}\n```\n",
      // A longer fence holds shorter ones.
      "````markdown\n```json\n\n**Label**\n\n```json\n````\n",
      // Fences that pair hold what they hold, whatever it looks like.
      "```bash\ncat >R.md <<'EOF'\n\n**Bold** label\n\n| a | b |\n|---|---|\nEOF\n```\n\nafter\n",
      "```http\nPOST /a\n\n## Title\n\n[!NOTE]\n```\n\n```json\n{}\n```\n",
      // The indented marks are code.
      "    ```\n\n**Label**\n\n```json\n{}\n```\n",
      "<!--\n```\n\n**Label**\n\n-->\n\n```json\n{}\n```\n",
      // Comments between the requests of a file, prose in code that is closed, a table's row alone.
      "```http\nGET /a\n\n### Next\n\nGET /b\n```\n",
      "```markdown\n**Label**\n\n| a |\n|---|\n\n+++a\n```\n\nText\n",
      "```text\n\n| a |\n```\n\n```json\n{}\n```\n",
    ])
  func otherFencesStayAsTheyAre(page: String) {
    #expect(!rules(page).contains("unclosed-fence"))
  }
}
