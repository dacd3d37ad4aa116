import Diagnostics
import JSONReader
import TestSupport
import Testing

/// Broken texts, each with the value that was meant and the spot of the mistake.
@Suite struct RepairTests {
  struct Case: CustomTestStringConvertible {
    var broken: String
    var meant: String
    var count: Int

    /// `broken` marks the spots of its mistakes with 1️⃣, 2️⃣ and so on.
    init(_ broken: String, _ meant: String, _ count: Int = 1) {
      self.broken = broken
      self.meant = meant
      self.count = count
    }

    var testDescription: String { broken }
  }

  private func check(_ example: Case, rule: String = "malformed-json") throws {
    let marked = MarkedText(example.broken)
    let reading = JSONReader.read(MappedText(marked.text))
    let root = try #require(reading.root)
    let meant = try #require(JSONReader.read(MappedText(example.meant)).root)
    #expect(root.isEquivalent(to: meant), "read as \(root.serialized())")
    #expect(reading.furtherRoots.isEmpty)
    let spots = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣"].prefix(example.count).map { marked[$0] }
    #expect(reading.diagnostics.map(\.range.lowerBound) == spots)
    for finding in reading.diagnostics {
      #expect(finding.rule.identifier == rule)
      #expect(finding.severity == .error)
      #expect(finding.remedy != nil)
      #expect(finding.range.upperBound <= marked.text.utf8.count)
    }
  }

  @Test(arguments: [
    Case("{\n  \"specName\": 1️⃣\"Basic for X,\n  \"b\": 1\n}", #"{"specName":"Basic for X","b":1}"#),
    Case("{\"a\": {\n  \"t\": 1️⃣\"{TOKEN}\n }\n}", #"{"a":{"t":"{TOKEN}"}}"#),
    Case(#"{1️⃣"description: "Source, first", "x": 1}"#, #"{"description":"Source, first","x":1}"#),
    Case(#"{1️⃣"meta:type: "date"}"#, #"{"meta:type":"date"}"#),
    Case(#"{1️⃣name": "x"}"#, #"{"name":"x"}"#),
    Case(#"{1️⃣meta:type": "x"}"#, #"{"meta:type":"x"}"#),
    Case(#"{"a": 1️⃣Foo bar", "b": 1}"#, #"{"a":"Foo bar","b":1}"#),
    Case(#"{1️⃣""name"": "x"}"#, #"{"name":"x"}"#),
    Case(#"{1️⃣"name"": "x", "b": 2️⃣"y""}"#, #"{"name":"x","b":"y"}"#, 2),
    Case(#"{"id": 1️⃣""https://x/y"", "b": ""}"#, #"{"id":"https://x/y","b":""}"#),
    Case(#"{"a": 1️⃣"say "hi" now", "b": 1}"#, #"{"a":"say \"hi\" now","b":1}"#),
    Case(#"{"a": 1️⃣"<a href="x">y</a>", "b": 1}"#, #"{"a":"<a href=\"x\">y</a>","b":1}"#),
    Case(#"{1️⃣'a': 2️⃣'it's'}"#, #"{"a":"it's"}"#, 2),
    Case(#"{"a":1️⃣"foo,"b":"bar"}"#, #"{"a":"foo","b":"bar"}"#),
    Case(#"{"a":1️⃣foo","b":"bar"}"#, #"{"a":"foo","b":"bar"}"#),
    Case(#"["a", 1️⃣"b, "c"]"#, #"["a","b","c"]"#),
    Case("{\"a\": 1️⃣\"one\ntwo\", \"b\": 1}", #"{"a":"one\ntwo","b":1}"#),
    Case(#"{"a": 1️⃣"{"b": [1, "c"]}", "d": 1}"#, #"{"a":"{\"b\": [1, \"c\"]}","d":1}"#),
    Case("{\"a\": 1️⃣\"C:\\\\x\\\",\n\"b\": 1}", #"{"a":"C:\\x\\","b":1}"#),
  ])
  func quotes(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("{1️⃣“a”: 2️⃣“x”, \"b\": \"so “called”\"}", "{\"a\": \"x\", \"b\": \"so “called”\"}", 2),
    Case("{\"a\": 1️⃣\"x”, \"b\": 1}", #"{"a":"x","b":1}"#),
    Case("{\"a\": 1️⃣‘x’}", #"{"a":"x"}"#),
  ])
  func typographicQuotes(_ example: Case) throws { try check(example, rule: "smart-quotes") }

  @Test(arguments: [
    Case("{\n  \"a\": 11️⃣\n  \"b\": 2\n}", #"{"a":1,"b":2}"#),
    Case(#"{"a": "x"1️⃣ "b": 2}"#, #"{"a":"x","b":2}"#),
    Case("[{\"a\": 1}1️⃣\n{\"a\": 2}]", #"[{"a":1},{"a":2}]"#),
    Case("[\"a\"1️⃣ \"b\"]", #"["a","b"]"#),
    Case(#"{"a"1️⃣, 1, "b": 2}"#, #"{"a":1,"b":2}"#),
    Case(#"{"a"1️⃣ 1, "b"2️⃣ {"c": 1}}"#, #"{"a":1,"b":{"c":1}}"#, 2),
    Case(#"{"a"1️⃣:: 1, "b" 2️⃣= 2}"#, #"{"a":1,"b":2}"#, 2),
    Case(#"{"a": 11️⃣; "b": 2}"#, #"{"a":1,"b":2}"#),
    Case(#"{"a": 1,1️⃣, "b": 2}"#, #"{"a":1,"b":2}"#),
    Case(#"{"a": [1,2,1️⃣,], "b": 22️⃣,}"#, #"{"a":[1,2],"b":2}"#, 2),
    Case(#"{1️⃣,"a": 1}"#, #"{"a":1}"#),
  ])
  func punctuation(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("{\"a\": {\n    \"b\": 11️⃣\n  ,\n  \"c\": 2\n}", #"{"a":{"b":1},"c":2}"#),
    Case(
      "{\n  \"a\": {\n    \"b\": 11️⃣,\n  \"c\": 2,\n  \"d\": 3\n}", #"{"a":{"b":1},"c":2,"d":3}"#),
    Case(
      "{\n  \"a\": [\n    {\n      \"b\": 11️⃣\n  ],\n  \"c\": 2\n}", #"{"a":[{"b":1}],"c":2}"#),
    Case("{\"a\": [1, 21️⃣}, \"b\": {\"c\": 12️⃣]}", #"{"a":[1,2],"b":{"c":1}}"#, 2),
    Case(
      "{\n  \"a\": [\n    {\n      \"b\": 1\n    }\n  1️⃣},\n  \"c\": 2\n}", #"{"a":[{"b":1}],"c":2}"#
    ),
    Case("{\"a\": {\"b\": [1, 21️⃣", #"{"a":{"b":[1,2]}}"#),
    Case("{\"a\": {\"b\": 1️⃣\"cde", #"{"a":{"b":"cde"}}"#),
    Case("{\"a\": 1}1️⃣}", #"{"a":1}"#),
    Case("{\"a\": {\"b\": 1}1️⃣}, \"c\": 2}", #"{"a":{"b":1},"c":2}"#),
    Case(
      "{\n  \"a\":1️⃣\n    \"b\": 1,\n    \"c\": 2\n  },\n  \"d\": 3\n}",
      #"{"a":{"b":1,"c":2},"d":3}"#),
    Case("{\n  \"a\":1️⃣\n    \"b\",\n    \"c\"\n  ],\n  \"d\": 3\n}", #"{"a":["b","c"],"d":3}"#),
    Case("{\"a\":1️⃣ \"b\": 1}, \"c\": 2}", #"{"a":{"b":1},"c":2}"#),
    Case("[1️⃣\"a\": 1}, {\"a\": 2}]", #"[{"a":1},{"a":2}]"#),
    Case("1️⃣\"id\": \"x\", \"etag\": \"y\"", #"{"id":"x","etag":"y"}"#),
    Case("1️⃣\"id\": \"x\", \"f\": {\n  \"g\": 1\n", #"{"id":"x","f":{"g":1}}"#),
    Case("1️⃣{\"a\": 1}, {\"a\": 2}", #"[{"a":1},{"a":2}]"#),
  ])
  func brackets(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case("{\"p\": {1️⃣****\n  \"u\": 1\n}}", #"{"p":{"u":1}}"#),
    Case("1️⃣Response:\n{\"a\": 1}", #"{"a":1}"#),
    Case("1️⃣The response has an ID (id).\n\n{\"a\": 1}", #"{"a":1}"#),
    Case("{\"a\": 1} 1️⃣and so on", #"{"a":1}"#),
    Case("{\"a\": \"x\" 1️⃣(optional), \"b\": 1}", #"{"a":"x","b":1}"#),
    Case("{\"a\": 1, 1️⃣...}", #"{"a":1}"#),
    Case("{\"a\": [1, 1️⃣..., 3], \"b\": {2️⃣…}}", #"{"a":[1,3],"b":{}}"#, 2),
    Case(
      "{1️⃣// one\n\"a\": 1, 2️⃣/* two */ 3️⃣# three\n\"b\": \"http://x\"}", #"{"a":1,"b":"http://x"}"#, 3
    ),
    Case("{1️⃣\u{A0}\"a\": 1}", #"{"a":1}"#),
  ])
  func strayText(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case(
      "{\"id\": 1️⃣8d0a4bba-4f4b-4d1c-8f5e-0f1b0b6c7a2d}",
      #"{"id":"8d0a4bba-4f4b-4d1c-8f5e-0f1b0b6c7a2d"}"#),
    Case("{\"p\": 1️⃣{PORT}, \"t\": 2️⃣{{$timestamp}}}", #"{"p":"{PORT}","t":"{{$timestamp}}"}"#, 2),
    Case("[1️⃣a, 2️⃣{B}, 3️⃣https://{HOST}:80/x]", #"["a","{B}","https://{HOST}:80/x"]"#, 3),
    Case("{1️⃣name: 1, 2️⃣{KEY}: 2, 3️⃣meta:x: 3}", #"{"name":1,"{KEY}":2,"meta:x":3}"#, 3),
    Case("{1️⃣key: 2️⃣'value'}", #"{"key":"value"}"#, 2),
    Case("[1️⃣True, 2️⃣False, 3️⃣None, 4️⃣undefined, 5️⃣NaN]", "[true,false,null,null,null]", 5),
    Case("[1️⃣01, 2️⃣.5, 3️⃣5., 4️⃣+1, 5️⃣0x1F]", "[1, 0.5, 5, 1, 31]", 5),
    Case("[1️⃣1_000, 2️⃣2020-01-01]", #"[1000, "2020-01-01"]"#, 2),
  ])
  func bareText(_ example: Case) throws { try check(example) }

  @Test(arguments: [
    Case(#"{"a": "1️⃣\d\d", "b": "it2️⃣\'s"}"#, #"{"a":"dd","b":"it's"}"#, 2),
    Case(#"["1️⃣\ud800"]"#, "[\"\u{FFFD}\"]"),
    Case("[\"a1️⃣\tb\"]", #"["a\tb"]"#),
    Case("1️⃣\u{FEFF}{\"a\": 1}", #"{"a":1}"#),
    Case(#"{"a":1️⃣, "b": 1}"#, #"{"a":null,"b":1}"#),
    Case(#"{"a": 1, "b"1️⃣}"#, #"{"a":1,"b":null}"#),
  ])
  func flaws(_ example: Case) throws { try check(example) }

  @Test func secondValueIsARootOfItsOwn() throws {
    let marked = MarkedText("{\"a\": 1}\n1️⃣{\"b\": 2}\n{\"c\": 3}")
    let reading = JSONReader.read(MappedText(marked.text))
    #expect(reading.root?["a"] != nil)
    #expect(reading.furtherRoots.map { $0.leafPaths() } == [["b"], ["c"]])
    #expect(reading.diagnostics.map(\.range.lowerBound) == [marked["1️⃣"]])
  }

  @Test func duplicateKeysAreTwoMembers() {
    let marked = MarkedText(#"{"data": {"id": 1, 1️⃣"id": 2}}"#)
    let reading = JSONReader.read(MappedText(marked.text))
    #expect(reading.root?["data"]?.members?.count == 2)
    #expect(reading.diagnostics.map(\.rule.identifier) == ["duplicate-field"])
    #expect(reading.diagnostics.first?.subject == "data.id")
    #expect(reading.diagnostics.first?.range.lowerBound == marked["1️⃣"])
  }

  @Test func findingsNameTheirPlace() {
    let reading = JSONReader.read(
      MappedText("{\n  \"auth\": {\n    \"specName\": \"Basic for X,\n    \"b\": 1\n  }\n}"))
    let finding = reading.diagnostics.first
    #expect(finding?.subject == "auth.specName")
    #expect(finding?.message == "no closing quote after this string")
    #expect(finding?.assumption == #"read as "Basic for X""#)
    #expect(finding?.fix == [Diagnostic.Edit(range: 42..<42, replacement: "\"")])
  }

  @Test func guessesAreUncertain() {
    let reading = JSONReader.read(MappedText(#"{"a": 007, "b": 7}"#))
    #expect(reading.root?["a"]?.isUncertain == true)
    #expect(reading.root?["b"]?.isUncertain == false)
    #expect(reading.diagnostics.first?.assumption == "read as 7; it may be meant as a string")
  }

  @Test func rangesPointIntoThePage() {
    let file = SourceFile(path: "p.md", text: "xxxx{\"a\": \"b\"\n  , \"c\" 1}")
    let reading = JSONReader.read(MappedText(4..<file.bytes.count, of: file))
    let member = reading.root?.members?.last
    #expect(member.map { file.text(in: $0.keyRange) } == "\"c\"")
    #expect(member.map { file.text(in: $0.value.range) } == "1")
    #expect(reading.root.map { file.text(in: $0.range) } == "{\"a\": \"b\"\n  , \"c\" 1}")
    #expect(reading.diagnostics.first?.range == 21..<21)
  }
}
