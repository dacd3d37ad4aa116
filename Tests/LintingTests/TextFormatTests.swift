import Diagnostics
import Linting
import TestSupport
import Testing

@Suite("Text format")
struct TextFormatTests {
  private func render(
    _ marked: String, message: String = "message", assumption: String? = nil,
    remedy: String? = nil, notes: [Diagnostic.Note] = [], format: TextFormat = TextFormat()
  ) -> String {
    let text = MarkedText(marked)
    let file = SourceFile(path: "a.md", text: text.text)
    let place = text["1️⃣"]
    return format.render(
      Diagnostic(
        .malformedBaseline, at: place..<place, subject: "", message, assumption: assumption,
        remedy: remedy, notes: notes), in: file)
  }

  /// The snippet line and how many columns stand before the caret in the line below it.
  private func snippet(_ marked: String) -> (line: String, caret: Int) {
    let lines = render(marked).split(separator: "\n", omittingEmptySubsequences: false)
    let caret = lines[2].unicodeScalars.prefix { $0 != "^" }.count
    return (String(lines[1]), caret)
  }

  @Test("A finding is one located line, a snippet with a caret, notes and help")
  func wholeFinding() {
    let page = String(repeating: "\n", count: 72) + "            \"specName\": 1️⃣\"Basic for X,\n"
    let text = render(
      page, message: "no closing quote after this string", assumption: "read as \"Basic for X\"",
      remedy: "close the quote", notes: [.init(range: 3..<3, message: "opened here")])
    #expect(
      text == """
        a.md:73:25: error: no closing quote after this string [malformed-baseline]
           73 |             "specName": "Basic for X,
              |                         ^ read as "Basic for X"
        a.md:4:1: note: opened here
              help: close the quote

        """)
  }

  @Test("What was read is quoted as such, a phrase stands for itself")
  func assumptions() {
    #expect(render("1️⃣x", assumption: "\"x\"").contains("^ read as \"x\"\n"))
    #expect(render("1️⃣x", assumption: "22").contains("^ read as 22\n"))
    #expect(render("1️⃣x", assumption: "the first ID is taken").contains("^ the first ID is taken"))
  }

  @Test("The caret stands under the place, whatever stands before it")
  func caretColumns() {
    #expect(snippet("abc1️⃣d").caret == 8 + 3)
    #expect(snippet("1️⃣").caret == 8)
    #expect(snippet("é1️⃣x").caret == 8 + 1)
    #expect(snippet("e\u{301}1️⃣x").caret == 8 + 1)
    #expect(snippet("日本1️⃣x").caret == 8 + 4)
    #expect(snippet("😀1️⃣x").caret == 8 + 2)
    #expect(snippet("👩\u{200D}👩\u{200D}👧1️⃣x").caret == 8 + 2)
    #expect(snippet("🇫🇷1️⃣x").caret == 8 + 2)
    #expect(snippet("👍🏽1️⃣x").caret == 8 + 2)
    #expect(snippet("ﾊ1️⃣x").caret == 8 + 1)
    #expect(snippet("\u{FEFF}1️⃣x").caret == 8)
  }

  @Test("Tabs become blanks up to the next stop")
  func tabs() {
    let (line, caret) = snippet("\ta\t1️⃣x")
    #expect(line == "    1 |     a   x")
    #expect(caret == 8 + 8)
  }

  @Test("A place inside a sign is that of the sign, and one behind the page is its end")
  func oddPlaces() {
    let file = SourceFile(path: "a.md", text: "日本")
    let format = TextFormat()
    func caret(_ offset: Int) -> Int? {
      let text = format.render(
        Diagnostic(.malformedBaseline, at: offset..<offset, subject: "", "m"), in: file)
      return text.split(separator: "\n").last.map { $0.unicodeScalars.prefix { $0 != "^" }.count }
    }
    #expect(caret(1) == 8)
    #expect(caret(4) == 10)
    #expect(caret(6) == 12)
    #expect(caret(1000) == 12)
  }

  @Test("Long lines are cut around the place")
  func longLines() throws {
    for before in [0, 50, 99, 100, 101, 399, 400, 401, 5_000, 1_000_000] {
      for after in [0, 1, 50, 99, 100, 5_000] {
        let marked =
          String(repeating: "a", count: before) + "1️⃣X" + String(repeating: "b", count: after)
        let (line, caret) = snippet(marked)
        let scalars = Array(line.unicodeScalars)
        #expect(scalars.count <= 8 + 102, "\(before) \(after)")
        #expect(scalars[caret] == "X", "\(before) \(after): \(line)")
        #expect(line.contains("…") == (before + 1 + after > 100))
      }
    }
  }

  @Test("Wide signs are cut as a whole")
  func longWideLines() {
    let marked =
      String(repeating: "日", count: 300) + "1️⃣X" + String(repeating: "本", count: 300)
    let (line, caret) = snippet(marked)
    // The ellipsis is one column wide, the signs two.
    var column = 0
    for scalar in line.unicodeScalars {
      if scalar == "X" { break }
      column += scalar == "日" ? 2 : 1
    }
    #expect(column == caret)
  }

  @Test("Nothing hidden reaches the terminal")
  func hiddenSigns() {
    let text = render(
      "a\u{1B}[31m\u{202E}\u{7F}\u{9B}\u{200B}1️⃣x\u{0}", message: "no \u{1B}]0;x\u{7} \u{2066}",
      assumption: "\u{202E}", remedy: "\u{8}", notes: [.init(range: 0..<0, message: "\u{1}")])
    for scalar in text.unicodeScalars where scalar != "\n" {
      #expect(scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value))
      #expect(!(0x200B...0x200F).contains(scalar.value))
      #expect(!(0x202A...0x202E).contains(scalar.value))
      #expect(!(0x2066...0x2069).contains(scalar.value))
    }
    #expect(text.contains("␛[31m\\u{202E}␡\\u{9B}\\u{200B}x␀"))
    #expect(snippet("\u{202E}1️⃣x").caret == 8 + 8)
  }

  @Test("Bytes that are no UTF-8 take one column each")
  func invalidBytes() {
    let file = SourceFile(path: "a.md", bytes: [0xE9, 0x20, 0x93, 0xFF, 0x58])
    let text = TextFormat().render(
      Diagnostic(.malformedBaseline, at: 4..<5, subject: "", "m"), in: file)
    #expect(text.contains("    1 | \u{FFFD} \u{FFFD}\u{FFFD}X\n      |     ^\n"))
  }

  @Test("Colours are there on demand, and the text is the same without them")
  func color() {
    let plain = render("a1️⃣b", assumption: "x", remedy: "y")
    let colored = render("a1️⃣b", assumption: "x", remedy: "y", format: TextFormat(usesColor: true))
    #expect(!plain.contains("\u{1B}"))
    var stripped = ""
    var rest = colored[...]
    while let escape = rest.firstIndex(of: "\u{1B}") {
      stripped += rest[..<escape]
      guard let end = rest[escape...].firstIndex(of: "m") else { break }
      rest = rest[rest.index(after: end)...]
    }
    stripped += rest
    #expect(stripped == plain)
  }

  @Test("The summary counts findings and pages")
  func summary() {
    #expect(Samples.lint("ok").summary == "no findings in 1 page")
    #expect(Samples.lint("bad\nbad").summary == "2 errors in 1 of 1 page")
    let pages = ["a.md", "b.md", "c.md"].map { path in
      let file = SourceFile(path: path, text: path == "c.md" ? "" : "bad")
      return LintInput(
        file: file,
        diagnostics: Samples.findings(of: "bad", in: file)
          + (path == "a.md" ? Samples.findings(of: "ba", in: file, rule: .unusedSuppression) : []))
    }
    #expect(Linter.lint(pages).summary == "2 errors, 1 note in 2 of 3 pages")
  }
}
