import CurlReader
import Diagnostics
import TestSupport
import Testing

/// Each finding has its rule and its exact place, and one mistake is one finding.
@Suite("Findings")
struct FindingTests {
  /// The places that the markers show, in order, with the rules of the findings.
  static let cases: [(script: String, rules: [String])] = [
    ("curl http://h 1️⃣--data=x", ["unknown-curl-option"]),
    ("curl http://h 1️⃣--nonsense", ["unknown-curl-option"]),
    ("curl http://h 1️⃣-k 2️⃣-o 3️⃣f", ["ignored-curl-option", "ignored-curl-option"]),
    ("curl http://h 1️⃣-H", ["missing-argument"]),
    ("1️⃣curl -X POST", ["missing-url"]),
    ("curl http://h -H 1️⃣'x=1'", ["malformed-header"]),
    ("curl http://h -H 1️⃣'x : 1'", ["malformed-header"]),
    ("curl 'http://h' \\\n  1️⃣'x: 1'", ["missing-option"]),
    ("curl 'http://h' \\\n  1️⃣H 'x: 1'", ["missing-option"]),
    ("curl 'http://h' \\\n  1️⃣- d '{\n\"a\": 1 }'", ["missing-option"]),
    ("curl 'http://h' \\\n  1️⃣'{\n\"a\": 1 }'", ["missing-option"]),
    ("curl 'http://h'1️⃣\n  2️⃣'x: 1'", ["missing-continuation", "missing-option"]),
    ("curl http://h -H 1️⃣'x; 1'", ["malformed-header"]),
    ("curl http://h -H 1️⃣'x：1'", ["malformed-header"]),
    ("curl http://h -H 'x1️⃣\u{200B}y: 1'", ["invisible-character"]),
    (
      "curl http://h \\1️⃣\u{200B}\n  2️⃣\u{200B}-H 'x: 1'",
      Array(repeating: "invisible-character", count: 2)
    ),
    ("curl http://h -H1️⃣\u{A0}'x: 1'", ["smart-dash"]),
    ("curl 'http://h?a=b1️⃣&amp;c=d'", ["html-entity"]),
    ("curl 1️⃣<http://h/a> -H 'x: 1'", ["malformed-url"]),
    ("curl 1️⃣'<http://h/a>'", ["malformed-url"]),
    ("curl \\\n  1️⃣[http://h/a](http://h/a) \\\n  -H 'x: 1'", ["malformed-url"]),
    ("curl 1️⃣POST 'http://h'", ["missing-option"]),
    ("curl 'http://h'1️⃣ ^\n  -H 'x: 1'", ["missing-continuation"]),
    ("curl 'http://h'1️⃣ `\n  -H 'x: 1'", ["missing-continuation"]),
    ("curl 1️⃣’http://h/a’", ["smart-quotes"]),
    ("curl http://h -F 1️⃣x", ["malformed-form-part"]),
    ("1️⃣curl http://h -I -d x", ["conflicting-options"]),
    ("curl http://h \\\n  -H 'a: b'1️⃣\n  -d x", ["missing-continuation"]),
    ("curl http://h \\\n  -H 'a: b'1️⃣ \\ \n  -d x", ["missing-continuation"]),
    ("curl http://h \\\n  -H 'a: b'1️⃣ \\\\\n  -d x", ["missing-continuation"]),
    ("curl http://h \\\n  -H 'a: b' 1️⃣\\\n", ["dangling-continuation"]),
    ("curl http://h \\\n  -H 'a: b1️⃣c \\\n  -d x", ["unterminated-quote"]),
    ("curl http://h \\\n  -H1️⃣ a: bc' \\\n  -d x", ["unterminated-quote"]),
    ("curl http://h -d '{\n  \"a\": 1\n1️⃣}\n", ["unterminated-quote"]),
    ("1️⃣$ curl http://h", ["shell-prompt"]),
    ("1️⃣crul http://h", ["missing-curl"]),
    ("  1️⃣'http://h/a' \\\n  -H 'a: b'", ["missing-curl"]),
    ("curl 1️⃣‘http://h/a’", ["smart-quotes"]),
    ("curl 1️⃣–X POST http://h/a", ["smart-dash"]),
    ("curl 1️⃣http://h/a?b=c&d=e", ["unquoted-argument"]),
    ("curl http://h -d 1️⃣\"{\"a\": \"b\"}\"", ["unescaped-quote"]),
    ("curl http://h -d 1️⃣\"a\": {\n  \"b\": 1\n},\n\"c\": 2\n}\n", ["unquoted-argument"]),
    ("curl http://h -d1️⃣ \"a\": 1,\n\"b\": 2\n}'", ["unterminated-quote"]),
    ("curl http://h -d '{\"a\": \"it1️⃣'s\"}'", ["unescaped-quote"]),
    ("curl http://h/1️⃣$A/$A", ["shell-variable"]),
    ("curl 'http://h/a1️⃣\\'", ["stray-backslash"]),
    ("curl 1️⃣http://h/<ORG>/profile/<KEY> \\\n  -H 'x: 1'", ["unquoted-argument"]),
    ("curl 1️⃣http://h/<ORG>/profile/<KEY>?a=<b>&c=d \\\n  -H 'x: 1'", ["unquoted-argument"]),
    ("curl --url 1️⃣http://h/<ORG> -H 'x: 1'", ["unquoted-argument"]),
    ("curl 1️⃣<BASE-URL>/a -H 'x: 1'", ["unquoted-argument"]),
    ("curl 1️⃣<URL> -H 'x: 1'", ["unquoted-argument"]),
    ("curl http://h -u 1️⃣<user>:<password>", ["unquoted-argument"]),
    ("curl http://h -d 1️⃣name=<the name> -d 2️⃣@<file>", ["unquoted-argument", "unquoted-argument"]),
    ("curl http://h/a > 1️⃣<file> -d x", ["unquoted-argument"]),
    ("curl -X 1️⃣<METHOD> \"http://h/\"", ["unquoted-argument"]),
    ("curl http://h -H 1️⃣x-api-key:<KEY>", ["unquoted-argument"]),
    ("curl http://h -H 1️⃣Authorization: Bearer <TOKEN> \\\n  -H 'x: 1'", ["unquoted-argument"]),
    ("curl 1️⃣http://h/<A> -H 'x: y2️⃣z \\\n  -d x", ["unquoted-argument", "unterminated-quote"]),
    ("curl http://h 1️⃣x-api-key: {KEY} \\\n  -H 'x: 1'", ["missing-option"]),
    ("curl \\\n  1️⃣Accept: */*;q=1 \\\n  http://h", ["missing-option"]),
    ("curl http://h 1️⃣x-api-key:\\ {KEY}", ["missing-option"]),
    ("curl 1️⃣&#39;http://h/2️⃣&#39; -H &#39;x: 1&#39;", Array(repeating: "html-entity", count: 4)),
    ("curl 1️⃣&apos;http://h/2️⃣&#x27;", Array(repeating: "html-entity", count: 2)),
    ("curl 'http://h' 1️⃣--F 'a=b' 2️⃣--H 'x: 1'", Array(repeating: "unknown-curl-option", count: 2)),
    ("curl 'http://h'1️⃣ \\ /* Required */\n  -H 'x: 1'", ["missing-continuation"]),
    ("curl http://h1️⃣ \\ # Required\n  -H 'x: 1'", ["missing-continuation"]),
    ("curl http://h -H 'x: 1'1️⃣\\ // Required\n  -d a", ["missing-continuation"]),
    ("curl http://h 1️⃣\\ # the end\n", ["dangling-continuation"]),
    ("curl http://h -d 'a' 1️⃣cute]", ["malformed-url"]),
    ("curl 1️⃣... http://h -d 'a'", ["malformed-url"]),
    (
      "curl http://h -d '{\"a\": \"b = 1️⃣'c d2️⃣'\"}'",
      Array(repeating: "unescaped-quote", count: 2)
    ),
    ("1️⃣POST http://h/a HTTP/1.1\nA: b\n\n{}", ["http-message"]),
  ]

  @Test("A finding stands where the mistake is", arguments: cases.indices)
  func places(_ index: Int) {
    let marked = MarkedText(Self.cases[index].script)
    let found = CurlReader.read(MappedText(marked.text)).flatMap(\.diagnostics)
    #expect(found.map(\.rule.identifier) == Self.cases[index].rules, "\(found.map(\.message))")
    for (finding, marker) in zip(found, ["1️⃣", "2️⃣"]) where finding.rule != .ignoredCurlOption {
      #expect(finding.range.lowerBound == marked[marker], "\(marked.text)")
    }
  }

  /// What is data of the reader's own is sent as it stands.
  @Test(
    "Entities and invisible characters that are data stay",
    arguments: [
      #"{"url": "https://b.example/?x=1", "html": "a&amp;b"}"#, "html=&quot;hi&quot;",
      "{\"name\": \"ភាសា\u{200B}ខ្មែរ\"}", #"x=<a href="http://b.example/?q=1">&amp;</a>"#,
    ])
  func dataStays(body: String) {
    let found = CurlReader.read(MappedText("curl 'http://h/' -d '\(body)'"))
    #expect(found.map { $0.body?.text.string } == [body])
    #expect(found.flatMap(\.diagnostics).isEmpty)
  }

  @Test("What a command behind a prompt prints is no part of it")
  func outputIsNoArgument() {
    let found = CurlReader.read(MappedText("$ curl 'http://h/'\n\"Date: now\"\n'{\"a\": 1}'\n"))
    #expect(found.map(\.headers.count) == [0])
    #expect(found.map { $0.body == nil } == [true])
  }

  @Test(
    "A body without its first brace is one body all the same",
    arguments: ["", "'", " \\\n  -H 'a: b'", "' \\\n  -H 'a: b'"])
  func membersAreOneBody(end: String) {
    let members = "\"a\": {\n  \"b\": 1\n},\n\"c\": 2\n}"
    let found = CurlReader.read(MappedText("curl 'http://h/' \\\n  -d \(members)\(end)\n"))
    #expect(found.map { $0.url?.string } == ["http://h/"])
    #expect(found.first?.body?.text.string == members)
  }

  /// The shell ends such a word nowhere else.
  @Test("Quoted keys with a colon behind them are no members without a value")
  func wordsThatAreNoMembers() {
    for word in [#""a":"b""#, #""a":1"#, #""a=b""#] {
      let found = CurlReader.read(MappedText("curl http://h -d \(word) -H 'a: b'"))
      #expect(found.flatMap(\.diagnostics).isEmpty, "\(word)")
      #expect(found.first?.headers.contains { $0.name == "a" } ?? false, "\(word)")
    }
  }

  @Test("A certain fix leaves nothing to find", arguments: cases.indices)
  func fixes(_ index: Int) {
    let text = MarkedText(Self.cases[index].script).text
    let found = CurlReader.read(MappedText(text)).flatMap(\.diagnostics)
    let edits = found.flatMap(\.fix).sorted { $0.range.lowerBound > $1.range.lowerBound }
    guard !edits.isEmpty else { return }
    var bytes = Array(text.utf8)
    for edit in edits { bytes.replaceSubrange(edit.range, with: edit.replacement.utf8) }
    let fixed = String(decoding: bytes, as: UTF8.self)
    let before = CurlReader.read(MappedText(text))
    let after = CurlReader.read(MappedText(fixed))
    #expect(after.flatMap(\.diagnostics).isEmpty, "\(fixed)")
    #expect(after.map(\.method) == before.map(\.method))
    #expect(after.map { $0.url?.string } == before.map { $0.url?.string })
    #expect(after.map { $0.headers.map(\.value) } == before.map { $0.headers.map(\.value) })
    #expect(after.map { $0.body?.text.string } == before.map { $0.body?.text.string })
  }

  @Test("The examples of the rules show what the rules find", arguments: Rule.shellRules.indices)
  func examples(_ index: Int) {
    let rule = Rule.shellRules[index]
    func rules(_ page: String) -> [Rule] {
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
      let text = lines.dropFirst().dropLast().joined(separator: "\n") + "\n"
      return CurlReader.read(MappedText(text)).flatMap(\.diagnostics).map(\.rule)
    }
    #expect(rules(rule.badExample) == [rule])
    #expect(rules(rule.goodExample).isEmpty)
  }

  @Test(
    "A block without a request gives nothing",
    arguments: [
      "", "\n", "ls -la", "export X=a", "openssl enc -d 'x'", "print('don't')\nimport x # it's",
      "# curl is a tool", "curl --version", "curl --help all", "POST /connections", "{\"a\": 1}",
      "GET https://h/a", "https://h/a", "mkdir -p a && cd a", "echo \"x",
      "cat <<E\ncurl http://h\nE",
    ])
  func nothing(_ script: String) {
    #expect(CurlReader.read(MappedText(script)).isEmpty)
  }

  @Test(
    "The help of another tool is no command",
    arguments: [
      "  --config string   path to a config file (the default is $HOME/.tool)",
      "  -e, --endpoint string   the base URL, e.g. http://host:1\n  -h, --help   help for it",
      "  -o, --output string   a path\n  -u, --url string   a URL (default \"http://host\")",
      "  -k   switch it off\n       http is used then, see https://h/help for more",
      "url 'https://h/a'",
    ])
  func helpOfAnotherTool(_ script: String) {
    #expect(CurlReader.read(MappedText(script)).isEmpty)
  }

  @Test(
    "A block that starts with options of curl is a command",
    arguments: [
      "-X GET http://h/ \\\n  -H 'a: b'", "-H 'a: b' \\\n  http://h/",
      "-k --url http://h/ -H 'a: b'",
      "-H 'a: b' 'http://h/'", "--request GET --header 'a: b' \\\n  --url 'http://h/'",
    ])
  func optionsOfCurl(_ script: String) {
    let requests = CurlReader.read(MappedText(script))
    #expect(requests.map { $0.url?.string } == ["http://h/"])
    #expect(requests.first?.headers.map(\.name) == ["a"])
    let findings = requests.flatMap(\.diagnostics).filter { $0.severity > .note }
    #expect(findings.map(\.rule) == [.missingCurl])
  }

  @Test("Placeholders stand where they were written")
  func placeholders() throws {
    let script = """
      curl https://h.com/<ORG ID>/a/<type:key> \\
        -H x-api-key:<KEY> -u <user>:<password> -d name=<name> -d "$X"/<é>
      """
    let request = try #require(CurlReader.read(MappedText(script)).first)
    #expect(request.url?.string == "https://h.com/<ORG ID>/a/<type:key>")
    #expect(request.headers.map { "\($0.name): \($0.value)" } == ["x-api-key: <KEY>"])
    #expect(request.body?.text.string == "name=<name>&$X/<é>")
    #expect(CurlReader.read(MappedText(script)).count == 1)
  }

  /// What the shell redirects is no argument, and nothing to report.
  @Test(
    "Redirections stay redirections",
    arguments: [
      "< file", "<file", "<file>out", "<in >out", "<in> out.json", "> out.json", ">out", "2>&1",
      "<in 2>/dev/null", "<in>&2", "<in>>out", "<in>/dev/null", "2<in>out", "< <(cat a)", "&>out",
      "<in 2>out >x", "<in>|out", "<a.json>out", "<a.json> out", "<in>$OUT",
    ])
  func redirections(_ redirection: String) {
    let requests = CurlReader.read(MappedText("curl http://h/ -d @- \(redirection)"))
    #expect(requests.map { $0.url?.string } == ["http://h/"])
    #expect(requests.flatMap(\.diagnostics).allSatisfy { $0.severity == .note })
  }

  @Test("Entities stay where quotes of the shell are not meant")
  func entitiesInStrings() {
    for body in [#""it&#39;s""#, #""say &#39;x&#39;""#, "'it&#39;s'", "it&#39;s"] {
      let requests = CurlReader.read(MappedText("curl http://h -d \(body)"))
      #expect(!requests.flatMap(\.diagnostics).contains { $0.rule == .htmlEntity }, "\(body)")
    }
  }

  @Test("A URL without slashes behind its scheme is a URL")
  func schemeWithoutSlashes() {
    let script = "'https:h.com/a' \\\n  -H 'a: b'"
    let requests = CurlReader.read(MappedText(script), fallbackMethod: "PUT")
    #expect(requests.map(\.method) == ["PUT"])
    #expect(requests.map { $0.url?.string } == ["http://https:h.com/a"])
    let cut = CurlReader.read(MappedText("curl https:h.com/a?b=c&d=e"))
    #expect(cut.map { $0.url?.string } == ["http://https:h.com/a?b=c&d=e"])
  }

  @Test("A switch that one long name starts with is that one")
  func startOfALongName() {
    let requests = CurlReader.read(MappedText("curl --X 'http://h/'"))
    #expect(requests.map { $0.url?.string } == ["http://h/"])
    #expect(requests.flatMap(\.diagnostics).map(\.rule) == [.ignoredCurlOption])
  }

  @Test("Words are no requests, unless the command has nothing else")
  func words() {
    func urls(_ script: String) -> [String?] {
      CurlReader.read(MappedText(script)).map { $0.url?.string }
    }
    #expect(urls("curl h") == ["http://h/"])
    #expect(urls("curl path to a file") == ["http://path/"])
    #expect(
      urls("curl localhost http://h/ h:80 a/b") == [
        "http://localhost/", "http://h/", "http://h:80/", "http://a/b",
      ])
    #expect(urls("curl -T a h -T b http://h/") == ["http://h/a", "http://h/b"])
  }

  @Test(
    "A header without quotes ends before the mark at the line's end", arguments: ["^", "`", "/"])
  func bareHeader(mark: String) {
    let script = "curl http://h/ \\\n  x-api-key: {KEY} \(mark)\n  -H 'x: 1'"
    let request = CurlReader.read(MappedText(script)).first
    #expect(request?.headers.map(\.value) == ["{KEY}", "1"])
    let rules = request?.diagnostics.map(\.rule)
    #expect(rules == [.missingOption, .missingContinuation])
  }

  @Test("What a server answers is no header of the command")
  func answers() {
    let script = "curl -i http://h/\nContent-Type: application/json\nDate: today\n"
    let requests = CurlReader.read(MappedText(script))
    #expect(requests.map { $0.url?.string } == ["http://h/"])
    #expect(requests.first?.headers.isEmpty ?? false)
  }

  @Test("The method of the API format is used where the block lacks the word curl")
  func fallbackMethod() {
    let script = "  'https://h/a' \\\n  -H 'a: b' \\\n  -d '{}'"
    let fallback = CurlReader.read(MappedText(script), fallbackMethod: "PATCH")
    #expect(fallback.map(\.method) == ["PATCH"])
    #expect(CurlReader.read(MappedText(script)).map(\.method) == ["POST"])
    let named = CurlReader.read(MappedText("-X PUT \\\n" + script), fallbackMethod: "PATCH")
    #expect(named.map(\.method) == ["PUT"])
  }

  @Test("Line endings of Windows are line endings")
  func windows() {
    let script = "curl \\\r\n  -X POST \\\r\n  'http://h/' \\\r\n  -H 'a: b'\r\n  -d '{\r\n}'\r\n"
    let requests = CurlReader.read(MappedText(script))
    #expect(requests.map(\.method) == ["POST"])
    #expect(requests.first?.headers.map(\.value) == ["b"])
    #expect(requests.first?.body?.text.string == "{\r\n}")
    #expect(requests.first?.diagnostics.map(\.rule) == [.missingContinuation])
  }

  @Test("A body keeps its places in the page")
  func bodyPlaces() throws {
    let script = "curl h -d '{\"a\": \"it'\\''s\"}' -d \"{\\\"b\\\": 1}\""
    let body = try #require(CurlReader.read(MappedText(script)).first?.body)
    #expect(body.text.string == "{\"a\": \"it's\"}&{\"b\": 1}")
    let source = Array(script.utf8)
    for (offset, byte) in body.text.bytes.enumerated() where byte != UInt8(ascii: "&") {
      #expect(source[body.text.sourceOffset(of: offset)] == byte)
    }
  }

  @Test("Parts of a form are told apart")
  func formParts() throws {
    let script = """
      curl h -F 'a=b;type=text/plain' -F 'f=@dir/x.csv;filename=y' -F 't=<z' --form-string 's=@q'
      """
    let body = try #require(CurlReader.read(MappedText(script)).first?.body)
    #expect(body.kind == .form)
    #expect(body.formParts.map(\.name) == ["a", "f", "t", "s"])
    #expect(body.formParts.map(\.content.string) == ["b", "", "", "@q"])
    #expect(body.formParts.map(\.files) == [[], ["dir/x.csv"], ["z"], []])
    #expect(body.formParts.map(\.filename) == [nil, "y", nil, nil])
    #expect(body.formParts.map(\.contentType) == ["text/plain", nil, nil, nil])
  }
}
