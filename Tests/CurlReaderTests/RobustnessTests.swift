import CurlReader
import Diagnostics
import TestSupport
import Testing

/// Whatever stands in a fence, it is read in time that grows with its size, and without a crash.
@Suite("Robustness")
struct RobustnessTests {
  /// Texts that grow with `count`, each a trap of its own.
  static let texts: [(name: String, make: @Sendable (Int) -> String)] = [
    ("single quotes", { "curl " + String(repeating: "'a'", count: $0) }),
    ("double quotes", { "curl -d " + String(repeating: "\"a\"", count: $0) }),
    ("open quotes on lines", { String(repeating: "curl -H 'a: b \\\n", count: $0) }),
    ("open quotes", { "curl http://h " + String(repeating: "'\n\"\n", count: $0) }),
    ("substitutions", { "curl " + String(repeating: "$(", count: $0) }),
    ("braces", { "curl \"" + String(repeating: "${a", count: $0) }),
    ("backticks", { "curl -d '" + String(repeating: "`\"", count: $0) }),
    ("blank lines", { "curl http://h \\" + String(repeating: "\n", count: $0) + "-d x" }),
    ("comments", { "curl http://h" + String(repeating: "\n# x", count: $0) }),
    ("commands", { String(repeating: "curl -H 'a: b' http://h\n", count: $0) }),
    ("data options", { "curl h" + String(repeating: " -d x", count: $0) }),
    ("JSON", { "curl h -d '{" + String(repeating: "\"a\": 'it's',\n", count: $0) + "}'" }),
    ("open JSON", { "curl h -d '" + String(repeating: "{\"a\":\n", count: $0) }),
    ("double JSON", { "curl h -d \"" + String(repeating: "{\"a\":\n", count: $0) }),
    ("unquoted JSON", { "curl h -d " + String(repeating: "{\"a\":\n", count: $0) }),
    ("data in quotes", { "curl h" + String(repeating: " -d '{' x", count: $0) }),
    ("smart quotes", { "curl h" + String(repeating: " -d ‘{", count: $0) }),
    ("heredocs", { "cat " + String(repeating: "<<A ", count: $0) + "\nx\nA\n" }),
    ("prompts", { String(repeating: "$ curl h \\\n> -d 'x\n", count: $0) }),
    ("dots", { "curl http://h" + String(repeating: "/a/..", count: $0) }),
    ("headers", { "curl h" + String(repeating: " -H a: b", count: $0) }),
    ("apostrophes", { String(repeating: "don't\n", count: $0) + "curl h" }),
    ("not curl", { String(repeating: "import x; y('a') # \"b\n", count: $0) }),
    ("backslashes", { "curl " + String(repeating: "\\", count: $0) }),
    ("ampersands", { "curl http://h?" + String(repeating: "a=b&", count: $0) }),
    ("operators", { "curl h (' " + String(repeating: "| (x ", count: $0) + "'" }),
    ("quoted data", { "curl h" + String(repeating: " -d 'x'y", count: $0) }),
    ("pipes", { String(repeating: "curl h | ", count: $0) }),
    ("dashes", { "curl h" + String(repeating: " –H 'a: b'", count: $0) }),
    ("URLs", { "curl" + String(repeating: " http://h/?a=b&c=d", count: $0) }),
    ("continued comments", { "curl h \\\n" + String(repeating: "-H 'a: b' # \\\n", count: $0) }),
    ("forms", { "curl h" + String(repeating: " -F 'a=@b,c;type=d'", count: $0) }),
    ("placeholders", { "curl" + String(repeating: " <a b>/<c>", count: $0) }),
    ("open placeholders", { "curl http://h/" + String(repeating: "<a ", count: $0) }),
    ("placeholders and quotes", { "curl" + String(repeating: " <a> 'x\n", count: $0) }),
    ("bare headers", { "curl h" + String(repeating: " a: b", count: $0) + " '" }),
    ("words", { "curl" + String(repeating: " word", count: $0) }),
    ("entities", { "curl " + String(repeating: "&#39;a", count: $0) }),
    ("options", { String(repeating: "-k\n", count: $0) + "http://h" }),
    ("comments behind backslashes", { "curl h" + String(repeating: " \\ # x\n -k", count: $0) }),
    ("open comments", { "curl h" + String(repeating: " \\ /* x", count: $0) }),
    ("values in a body", { "curl h -d '" + String(repeating: "\"a 'b c'\", ", count: $0) + "'" }),
    ("uploads", { "curl" + String(repeating: " -T a http://h/", count: $0) }),
  ]

  @Test("Ten times the text takes about ten times as long", arguments: texts.indices)
  func linear(_ index: Int) {
    let (name, make) = Self.texts[index]
    let (small, large) = (MappedText(make(300)), MappedText(make(3_000)))
    // A quadratic loop would take a hundred times as long.
    #expect(
      ProcessorTime.grows(
        atMost: 40, from: { _ = CurlReader.read(small) }, to: { _ = CurlReader.read(large) }),
      "\(name)")
  }

  @Test("Random text does not crash the reader")
  func randomText() {
    let pieces = [
      "curl ", "-d ", "-H ", "'", "\"", "\\", "\n", " ", "{", "}", "[", "]", "$(", "`", "http://h/",
      "‘", "’", "“", "–", "\u{A0}", "é", "#", "-X", "POST", "<<E", "\nE\n", "&", "|", ";", "\r\n",
      "--json ", "--data=", "a: b", "$'", "\\x", "%41", "@-", "-F ", "a=b;type=", ",", "\t", "(",
      ")",
      "--next ", "-T ", "<A>", "<a b>", "&#39;", " /* x */", "--H ", "https:h.com", "?x=y", "/../",
      "$ curl ", "> ", "POST http://h/ HTTP/1.1\n",
    ]
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<6_000 {
      var script = ""
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        script += pieces.randomElement(using: &generator) ?? ""
      }
      let count = script.utf8.count
      for request in CurlReader.read(MappedText(script), fallbackMethod: "GET") {
        for finding in request.diagnostics {
          #expect(finding.range.lowerBound >= 0 && finding.range.upperBound <= count, "\(script)")
        }
        #expect(request.range.upperBound <= count)
      }
      _ = ShellReader.read(MappedText(script))
    }
  }

  @Test("Random bytes do not crash the reader")
  func randomBytes() {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<3_000 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let file = SourceFile(path: "x", bytes: Array("curl -d '".utf8) + bytes)
      _ = CurlReader.read(MappedText(0..<file.bytes.count, of: file))
    }
  }
}
