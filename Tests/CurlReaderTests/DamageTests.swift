import CurlReader
import Diagnostics
import TestSupport
import Testing

/// A sound command of several lines, and what it says.
private struct SoundCommand {
  var lines: [String]
  var urlLine: Int
  var bodyLines: Range<Int>

  private static let names = [
    "Authorization: Bearer {ACCESS_TOKEN}", "x-api-key: {API_KEY}", "x-gw-ims-org-id: {ORG_ID}",
    "x-sandbox-name: {SANDBOX_NAME}", "Content-Type: application/json", "Accept: */*",
    "If-Match: \"1f00-2b\"", "x-flow: a=b; c=d", "User-Agent: demo (x, y)",
  ]
  private static let urls = [
    "https://api.example.com/data/flows", "https://example.com/items/{ITEM_ID}?mode=draft&x=1",
    "https://h.example.org/specs?property=name==\"Source\"&limit=2", "http://localhost:8080/a/b/",
    "https://example.com/filter?q=e30=&r={A},{B}",
  ]
  private static let values = [
    "\"a\"", "\"{SERVER}\"", "12", "true", "null", "\"x: y, z\"", "\"Server=tcp:{A},1433;B={C}\"",
    "\"https://example.com/?a=b&c=d\"", "\"-H 'is' an option\"", "\"\"", "[1, 2]", "{\"k\": \"v\"}",
    "\"say \\\"hi\\\"\"",
  ].filter { !$0.contains("'") }

  init(_ generator: inout SeededGenerator) {
    let indent = String(
      repeating: " ", count: [0, 1, 2, 2, 4, 4, 8].randomElement(using: &generator) ?? 2)
    let usesDouble = Int.random(in: 0..<6, using: &generator) == 0
    let option = ["-H", "-H", "-H", "--header"].randomElement(using: &generator) ?? "-H"
    let method = ["POST", "PATCH", "PUT"].randomElement(using: &generator) ?? "POST"
    lines = ["curl -X \(method) \\"]
    let url = Self.urls.randomElement(using: &generator) ?? ""
    let quotesURL = url.contains("&") || url.contains("\"") || Bool.random(using: &generator)
    urlLine = 1
    let urlQuote = quotesURL ? (usesDouble && !url.contains("\"") ? "\"" : "'") : ""
    lines.append("\(indent)\(urlQuote)\(url)\(urlQuote) \\")
    for header in Self.names.shuffled(using: &generator).prefix(
      Int.random(in: 1...6, using: &generator))
    {
      let quote = usesDouble && !header.contains("\"") ? "\"" : "'"
      lines.append("\(indent)\(option) \(quote)\(header)\(quote) \\")
    }
    let first = lines.count
    let data =
      ["-d", "-d", "-d ", "--data", "--data-raw", "--json"].randomElement(using: &generator) ?? "-d"
    lines.append("\(indent)\(data) '{")
    for position in 0..<Int.random(in: 1...5, using: &generator) {
      let value = Self.values.randomElement(using: &generator) ?? "1"
      lines.append("\(indent)    \"field\(position)\": \(value),")
    }
    lines.append("\(indent)    \"last\": \(Self.values.randomElement(using: &generator) ?? "1")")
    lines.append("\(indent)}'")
    bodyLines = first..<lines.count
    if Int.random(in: 0..<4, using: &generator) == 0 {
      lines[lines.count - 1] += " \\"
      lines.append("\(indent)-H 'x-last: z'")
    }
  }
}

/// What a command says, without the headers that curl adds.
private struct Meaning: Equatable {
  var method = ""
  var url = ""
  var headers: [String] = []
  var body = ""

  init(_ script: String, fallbackMethod: String? = nil) {
    let requests = CurlReader.read(MappedText(script), fallbackMethod: fallbackMethod)
    guard requests.count == 1, let request = requests.first else { return }
    method = request.method
    url = request.url?.string ?? ""
    headers = request.headers.map { "\($0.name): \($0.value)" }
    body = request.body?.text.string ?? ""
  }
}

/// Broken commands are read as they were meant.
@Suite("Damaged commands")
struct DamageTests {
  enum Damage: String, CaseIterable, CustomTestStringConvertible {
    case backslashDropped, blankAfterBackslash, backslashDoubled, backslashSlanted
    case headerQuoteUnclosed, headerQuoteUnopened, headerQuotesDropped, urlQuoteUnclosed
    case urlQuoteUnopened, quoteDoubledBefore, quoteDoubledBehind, quoteMismatched
    case bodyQuoteUnclosed, bodyQuoteUnopened, bodyQuotesDropped, bodyInDoubleQuotes, apostrophe
    case headerOptionDropped, headerHyphenDropped, bodyOptionDropped, bodyHyphenDropped
    case methodOptionDropped, caret, backtick
    case commandDropped, smartHeader, smartBody, smartDash, blankLine, commentLine,
      danglingBackslash
    case commentBehindBackslash, headerBare, hyphenDoubled, singleQuotesAsEntities
    case urlWithPlaceholder

    var testDescription: String { rawValue }
  }

  /// The damaged text and what it should still mean; nil where the damage cannot be done.
  private func damaged(
    _ command: SoundCommand, _ damage: Damage, _ generator: inout SeededGenerator
  ) -> (script: String, meant: String)? {
    var lines = command.lines
    var meant = lines
    let backslashes = lines.indices.filter { lines[$0].hasSuffix(" \\") }
    let headers = lines.indices.filter {
      lines[$0].contains("-H ") || lines[$0].contains("--header ")
    }
    .filter { !command.bodyLines.contains($0) && lines[$0].hasSuffix(" \\") }
    guard let broken = backslashes.randomElement(using: &generator),
      let header = headers.randomElement(using: &generator)
    else { return nil }
    let url = command.urlLine
    let last = command.bodyLines.upperBound - 1
    let body = command.bodyLines.lowerBound
    func quote(_ line: Int) -> Character { lines[line].first { $0 == "'" || $0 == "\"" } ?? "'" }
    func removeFirst(_ line: Int) {
      if let place = lines[line].firstIndex(of: quote(line)) { lines[line].remove(at: place) }
    }
    func removeLast(_ line: Int) {
      if let place = lines[line].lastIndex(of: quote(line)) { lines[line].remove(at: place) }
    }
    func change(_ line: Int, _ opening: String, _ closing: String) {
      let quote = quote(line)
      guard let first = lines[line].firstIndex(of: quote) else { return }
      lines[line].replaceSubrange(first...first, with: opening)
      guard let end = lines[line].lastIndex(of: quote) else { return }
      lines[line].replaceSubrange(end...end, with: closing)
    }
    let isQuotedURL = lines[url].contains("'") || lines[url].hasSuffix("\" \\")
    switch damage {
    case .backslashDropped: lines[broken].removeLast(2)
    case .blankAfterBackslash: lines[broken] += " "
    case .backslashDoubled: lines[broken] += "\\"
    case .backslashSlanted: lines[broken] = lines[broken].dropLast() + "/"
    case .headerQuoteUnclosed: removeLast(header)
    case .headerQuoteUnopened: removeFirst(header)
    case .headerQuotesDropped:
      if lines[header].contains("\"1f") || lines[header].contains("(")
        || lines[header].contains(";")
      {
        return nil
      }
      removeFirst(header)
      lines[header].removeAll { $0 == "'" || $0 == "\"" }
    case .urlQuoteUnclosed:
      guard isQuotedURL else { return nil }
      removeLast(url)
    case .urlQuoteUnopened:
      guard isQuotedURL else { return nil }
      removeFirst(url)
    case .quoteDoubledBefore:
      let quote = quote(header)
      if let place = lines[header].firstIndex(of: quote) { lines[header].insert(quote, at: place) }
    case .quoteDoubledBehind:
      let quote = quote(header)
      if let place = lines[header].lastIndex(of: quote) { lines[header].insert(quote, at: place) }
    case .quoteMismatched:
      let other = quote(header) == "'" ? "\"" : "'"
      guard let place = lines[header].lastIndex(of: quote(header)) else { return nil }
      lines[header].replaceSubrange(place...place, with: other)
    case .bodyQuoteUnclosed: removeLast(last)
    case .bodyQuoteUnopened:
      removeFirst(body)
      if lines[body].contains("'") { return nil }
    case .bodyQuotesDropped:
      lines[body].removeAll { $0 == "'" }
      lines[last].removeAll { $0 == "'" }
    case .bodyInDoubleQuotes:
      guard !lines[body...last].joined().contains("\\\"") else { return nil }
      lines[body] = lines[body].replacing("'", with: "\"")
      lines[last] = lines[last].replacing("'", with: "\"")
    case .apostrophe:
      lines.insert("    \"description\": \"the source's name\",", at: body + 1)
      meant.insert("    \"description\": \"the source'\\''s name\",", at: body + 1)
    case .headerOptionDropped, .headerHyphenDropped:
      let hyphen = damage == .headerHyphenDropped
      lines[header] = lines[header].replacing("--header ", with: hyphen ? "header " : "")
        .replacing("-H ", with: hyphen ? "H " : "")
    case .bodyOptionDropped, .bodyHyphenDropped:
      guard !lines[body].contains("--json") else { return nil }
      let end = lines[body].firstIndex(of: "'") ?? lines[body].startIndex
      lines[body].replaceSubrange(
        ..<end, with: damage == .bodyOptionDropped ? "  " : "  data ")
    case .methodOptionDropped: lines[0] = lines[0].replacing("-X ", with: "")
    case .caret: lines[broken] = lines[broken].dropLast() + "^"
    case .backtick: lines[broken] = lines[broken].dropLast() + "`"
    case .commandDropped: lines.removeFirst()
    case .smartHeader: change(header, "‘", "’")
    case .smartBody:
      lines[body] = lines[body].replacing("'", with: "“")
      lines[last] = lines[last].replacing("'", with: "”")
    case .smartDash:
      lines[header] = lines[header].replacing("--header", with: "–header").replacing(
        "-H ", with: "–H ")
    case .blankLine: lines.insert("", at: broken + 1)
    case .commentLine: lines.insert("  # a comment", at: broken + 1)
    case .danglingBackslash: lines[lines.count - 1] += " \\"
    case .commentBehindBackslash:
      lines[broken] +=
        [" /* Required */", " # required", " // required"].randomElement(
          using: &generator) ?? ""
    case .headerBare:
      guard !lines[header].contains("\"1f"), !lines[header].contains("("),
        !lines[header].contains(";")
      else { return nil }
      lines[header] = lines[header].replacing("--header ", with: "").replacing("-H ", with: "")
      lines[header].removeAll { $0 == "'" || $0 == "\"" }
    case .hyphenDoubled:
      guard lines[header].contains(" -H ") || lines[header].hasPrefix("-H ") else { return nil }
      lines[header] = lines[header].replacing("-H ", with: "--H ")
    case .singleQuotesAsEntities:
      guard !lines.joined().contains("#") else { return nil }
      let entity = ["&#39;", "&apos;", "&#x27;"].randomElement(using: &generator) ?? ""
      lines = lines.map { $0.replacing("'", with: entity) }
      guard lines.joined().contains(entity) else { return nil }
    case .urlWithPlaceholder:
      lines[url] = "  https://example.com/<ORG ID>/{A}/<KEY>/?x=<X> \\"
      meant[url] = "  'https://example.com/<ORG ID>/{A}/<KEY>/?x=<X>' \\"
    }
    return (lines.joined(separator: "\n") + "\n", meant.joined(separator: "\n") + "\n")
  }

  @Test("One damage leaves the request as it was meant", arguments: Damage.allCases)
  func damage(_ damage: Damage) {
    var generator = SeededGenerator(seed: 7)
    var total = 0
    var same = 0
    var reported = 0
    var shown = 0
    while total < 150 {
      let command = SoundCommand(&generator)
      guard let (script, meant) = damaged(command, damage, &generator) else { continue }
      total += 1
      let expected = Meaning(meant)
      let method = expected.method
      let read = Meaning(script, fallbackMethod: method)
      if read == expected {
        same += 1
      } else if shown < 2 {
        shown += 1
        print("\(damage.rawValue) not mended:\n\(script)\nread as \(read)")
      }
      let findings = CurlReader.read(MappedText(script)).flatMap(\.diagnostics)
      if findings.contains(where: { $0.severity > .note }) { reported += 1 }
    }
    print("\(damage.rawValue): read as meant \(same) of \(total), reported \(reported)")
    #expect(same * 100 >= total * 98)
    #expect(reported * 100 >= total * 99)
  }

  @Test("Sound commands have no findings")
  func soundCommands() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      let script = SoundCommand(&generator).lines.joined(separator: "\n")
      let findings = CurlReader.read(MappedText(script)).flatMap(\.diagnostics)
      #expect(findings.isEmpty, "\(script)\n\(findings.map(\.message))")
    }
  }
}
