import Diagnostics

/// Words findings about JSON and gives them their places in the page.
struct FindingWriter {
  let text: MappedText
  private let builder: TreeBuilder

  init(_ text: MappedText) {
    self.text = text
    builder = TreeBuilder(text)
  }

  func diagnostic(_ finding: Replay.Finding) -> Diagnostic {
    let wording = Wording(finding.problem)
    let isSmart = finding.problem == .smartQuotes
    var diagnostic = Diagnostic(
      isSmart ? .smartQuotes : .malformedJSON, at: builder.source(finding.range),
      subject: finding.subject, wording.message, assumption: assumption(finding, wording),
      remedy: wording.remedy)
    if let related = finding.related, related >= 0 {
      diagnostic.notes.append(
        Diagnostic.Note(
          range: builder.source(related..<related + 1),
          message: "this bracket has no counterpart"))
    }
    if !finding.isUncertain { diagnostic.fix = fix(finding) }
    return diagnostic
  }

  private func assumption(_ finding: Replay.Finding, _ wording: Wording) -> String? {
    let own = finding.reading.map { "read as " + Self.shortened($0) } ?? wording.assumption
    guard finding.isUncertain, let own, let other = wording.otherReading else { return own }
    return own + "; " + other
  }

  /// A literal that fits on a line, cut in its middle if need be.
  private static func shortened(_ reading: String) -> String {
    guard reading.unicodeScalars.count > 80 else { return reading }
    let scalars = reading.unicodeScalars
    return String(scalars.prefix(50)) + " … " + String(scalars.suffix(20))
  }

  // MARK: - Fixes

  private func fix(_ finding: Replay.Finding) -> [Diagnostic.Edit] {
    let range = finding.range
    switch finding.problem {
    case .missingClosingQuote:
      guard let content = finding.content, isPlain(content), finding.related == nil else {
        return []
      }
      return [insert("\"", behind: content.upperBound)]
    case .missingOpeningQuote:
      guard let content = finding.content, isPlain(content) else { return [] }
      return [insert("\"", before: range.lowerBound)]
    case .bareText, .bareKey:
      guard let content = finding.content, isPlain(content) else { return [] }
      return [insert("\"", before: range.lowerBound), insert("\"", behind: range.upperBound)]
    case .doubledQuotes, .singleQuotes, .smartQuotes, .backticks, .otherLanguage:
      guard let reading = finding.reading, isContiguous(range) else { return [] }
      if let content = finding.content, !isPlain(content) { return [] }
      return [replace(range, reading)]
    case .missingComma: return [insert(",", behind: range.lowerBound)]
    case .missingColon: return [insert(":", behind: range.lowerBound)]
    case .doubledComma, .leadingComma, .trailingComma, .doubledColon:
      guard isContiguous(range) else { return [] }
      return [replace(range, finding.problem == .doubledColon ? ":" : "")]
    case .semicolonForComma, .colonForComma: return [replace(range, ",")]
    case .commaForColon, .otherForColon: return [replace(range, ":")]
    case .wrongCloser(let container): return [replace(range, container.closer)]
    case .oddBlank:
      guard isContiguous(range) else { return [] }
      return [replace(range, " ")]
    default: return []
    }
  }

  /// Whether quotes around the bytes make a JSON string of them.
  private func isPlain(_ range: Range<Int>) -> Bool {
    guard isContiguous(range.lowerBound..<min(range.upperBound + 1, text.count)) else {
      return false
    }
    return !text.bytes[range].contains {
      $0 < 0x20 || $0 == Byte.quote || $0 == Byte.backslash
    }
  }

  /// Whether the bytes stand in the page as they stand here.
  private func isContiguous(_ range: Range<Int>) -> Bool {
    text.sourceRange(of: range).count == range.count
  }

  private func insert(_ addition: String, behind offset: Int) -> Diagnostic.Edit {
    let place = builder.sourceEnd(offset)
    return Diagnostic.Edit(range: place..<place, replacement: addition)
  }

  private func insert(_ addition: String, before offset: Int) -> Diagnostic.Edit {
    let place = text.sourceOffset(of: offset)
    return Diagnostic.Edit(range: place..<place, replacement: addition)
  }

  private func replace(_ range: Range<Int>, _ replacement: String) -> Diagnostic.Edit {
    Diagnostic.Edit(range: text.sourceRange(of: range), replacement: replacement)
  }
}

// MARK: - Findings about the whole text

extension FindingWriter {
  func diagnostic(_ flaw: StringContent.Flaw, _ path: String) -> Diagnostic {
    diagnostic(
      Replay.Finding(problem: Problem(flaw.kind), range: flaw.range, subject: path))
  }

  func byteOrderMark() -> Diagnostic {
    let range = text.sourceRange(of: 0..<3)
    return Diagnostic(
      .malformedJSON, at: range, subject: "JSON", "byte order mark before the JSON",
      assumption: "read as if it were not there", remedy: "take the mark away",
      fix: range.count == 3 ? [Diagnostic.Edit(range: range, replacement: "")] : [])
  }

  func empty() -> Diagnostic {
    Diagnostic(
      .notJSON, at: text.sourceRange, subject: "JSON", "no JSON here: the text is empty",
      remedy: "write the example, or take the block away")
  }

  func notJSON(from start: Int) -> Diagnostic {
    let first = TextScan(bytes: text.bytes).skipLines(start)
    let end = max(first, min(Trivia.lineEnd(text.bytes, first), first + 200))
    return Diagnostic(
      .notJSON, at: text.sourceRange(of: first..<end), subject: "JSON", "this is no JSON",
      remedy: "name the language that the block is in, or write an example in JSON")
  }

  func tooDeep(_ offset: Int) -> Diagnostic {
    Diagnostic(
      .notJSON, at: text.sourceRange(of: offset..<offset + 1), subject: "JSON",
      "more than \(StrictParser.maximumDepth) brackets inside each other",
      assumption: "nothing of it was read", remedy: "write a smaller example")
  }
}
