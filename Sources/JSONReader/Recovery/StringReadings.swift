/// The ways in which a string may have been meant that starts at a quote.
///
/// A string whose closing quote stands where one may stand has one reading. Otherwise each quote and
/// each line end ahead that could be the end gives a reading with its price; the search that asked
/// finds out which of them lets the rest of the text make sense.
struct StringReadings {
  let scan: TextScan
  /// How far to look, less for a text that is broken everywhere.
  var reach = 4000
  var maximumQuotes = 24

  var bytes: [UInt8] { scan.bytes }

  /// The readings of what starts at `start`; empty where no quote of any kind does.
  func readings(at start: Int, _ role: Role) -> [Scalar] {
    if scan.at(start) == Byte.quote { return doubleQuoted(at: start, role) }
    if scan.at(start) == Byte.backslash, scan.at(start + 1) == Byte.quote {
      return escapedQuoted(at: start, role)
    }
    if let width = Self.smartDoubleWidth(scan, start) {
      return otherQuoted(at: start, width, role, .smartQuotes) { scan, index in
        scan.at(index) == Byte.quote ? 1 : Self.smartDoubleWidth(scan, index)
      }
    }
    if let width = Self.smartSingleWidth(scan, start) {
      return otherQuoted(at: start, width, role, .smartQuotes) { scan, index in
        scan.at(index) == Byte.apostrophe ? 1 : Self.smartSingleWidth(scan, index)
      }
    }
    let byte = scan.at(start)
    if byte == Byte.apostrophe || byte == Byte.backtick {
      let problem: Problem = byte == Byte.apostrophe ? .singleQuotes : .backticks
      return otherQuoted(at: start, 1, role, problem) { scan, index in
        scan.at(index) == byte ? 1 : nil
      }
    }
    return []
  }

  /// Whether a quote of any kind stands at `index`.
  func isQuote(_ index: Int) -> Bool {
    switch scan.at(index) {
    case Byte.quote, Byte.apostrophe, Byte.backtick: true
    case Byte.backslash: scan.at(index + 1) == Byte.quote
    case 0xE2:
      Self.smartDoubleWidth(scan, index) != nil || Self.smartSingleWidth(scan, index) != nil
    default: false
    }
  }

  static func smartDoubleWidth(_ scan: TextScan, _ index: Int) -> Int? {
    guard scan.at(index) == 0xE2, scan.at(index + 1) == 0x80,
      (0x9C...0x9F).contains(scan.at(index + 2))
    else { return nil }
    return 3
  }

  static func smartSingleWidth(_ scan: TextScan, _ index: Int) -> Int? {
    guard scan.at(index) == 0xE2, scan.at(index + 1) == 0x80,
      (0x98...0x9B).contains(scan.at(index + 2))
    else { return nil }
    return 3
  }

  // MARK: - Double quotes

  /// What is met first behind an opening quote.
  private struct FirstLine {
    /// The first quote without a backslash; nil where the line ends before.
    var quote: Int?
    /// The last quote with a backslash.
    var escapedQuote: Int?
    var escapedQuotes = 0
    /// The end of the line, if that comes first.
    var end: Int
  }

  private func firstLine(_ start: Int) -> FirstLine {
    var line = FirstLine(end: start)
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote {
        line.quote = index
        break
      }
      if Byte.isLineEnd(byte) { break }
      if byte == Byte.backslash, index + 1 < bytes.count, !Byte.isLineEnd(bytes[index + 1]) {
        if bytes[index + 1] == Byte.quote {
          line.escapedQuote = index + 1
          line.escapedQuotes += 1
        }
        index += 2
      } else {
        index += 1
      }
    }
    line.end = min(index, bytes.count)
    return line
  }

  private func doubleQuoted(at start: Int, _ role: Role, isDoubled: Bool = false) -> [Scalar] {
    let content = start + 1
    let line = firstLine(content)
    var readings: [Scalar] = []

    if let quote = line.quote {
      let plain = string(start, content..<quote, quote + 1)
      if scan.follows(quote + 1, role) { return [plain] }
      readings.append(plain)
      if scan.at(quote + 1) == Byte.quote, scan.follows(quote + 2, role) {
        readings.append(string(start, content..<quote, quote + 2, 100, .doubledQuotes))
        // A doubled quote at both ends is one slip.
        if isDoubled { return readings }
      }
      if quote == content, !isDoubled, startsText(quote + 1) {
        readings += doubled(start, role)
      }
      readings += withInnerQuotes(start, quote, role)
      if role != .key, let early = beforePunctuation(start, quote) { readings.append(early) }
    } else {
      readings += atLineEnd(start, line.end, role)
      if role != .key { readings += overLines(start, line.end, role) }
      if let quote = line.escapedQuote, scan.follows(quote + 1, role) {
        // `"\"tag\"` lost its closing quote, `"C:\"` has a backslash too few.
        let cost = line.escapedQuotes % 2 == 1 ? 150 : 190
        readings.append(
          string(start, content..<quote, quote + 1, cost, .escapedClosingQuote, true))
      }
    }
    if role == .key { readings += beforeColon(start, line.quote ?? line.end) }
    if let smart = smartClosed(start, line.end, role) { readings.append(smart) }
    if let nested = nestedJSON(start, role) { readings.append(nested) }
    return readings
  }

  private func startsText(_ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let byte = bytes[index]
    return !Byte.isBlank(byte) && byte != Byte.comma && byte != Byte.colon
      && !Byte.isCloser(byte) && byte != Byte.quote
  }

  func string(
    _ start: Int, _ content: Range<Int>, _ end: Int, _ cost: Int = 0, _ problem: Problem? = nil,
    _ isUncertain: Bool = false
  ) -> Scalar {
    Scalar(
      kind: .string, range: start..<end, content: content, cost: cost, problem: problem,
      isUncertain: isUncertain)
  }

  /// `""name"`: the first quote is one too many.
  private func doubled(_ start: Int, _ role: Role) -> [Scalar] {
    doubleQuoted(at: start + 1, role, isDoubled: true).compactMap { reading in
      guard reading.problem == nil || reading.problem == .doubledQuotes else { return nil }
      var reading = reading
      reading.range = start..<reading.range.upperBound
      reading.problem = .doubledQuotes
      reading.cost = 110
      return reading
    }
  }

  /// `"say "hi" now"`: the string ends at a later quote of the line.
  private func withInnerQuotes(_ start: Int, _ quote: Int, _ role: Role) -> [Scalar] {
    var ends: [(index: Int, inner: Int)] = []
    // A quote before a colon ends a key rather than a quotation.
    var inner = scan.at(scan.skipBlanks(quote + 1)) == Byte.colon ? 11 : 1
    var index = quote + 1
    let limit = min(bytes.count, quote + reach)
    while index < limit, inner <= maximumQuotes, !Byte.isLineEnd(bytes[index]) {
      if bytes[index] == Byte.backslash {
        index += 2
        continue
      }
      if bytes[index] == Byte.quote {
        if scan.follows(index + 1, role) { ends.append((index, inner)) }
        inner += scan.at(scan.skipBlanks(index + 1)) == Byte.colon ? 11 : 1
      }
      index += 1
    }
    var chosen = ends.prefix(2)
    if ends.count > 2, let last = ends.last { chosen.append(last) }
    return chosen.map { end in
      string(
        start, start + 1..<end.index, end.index + 1, 200 + 15 * end.inner, .innerQuotes,
        ends.count > 1)
    }
  }

  /// `"foo, "b": …` without a quote behind foo: the string ends before the punctuation that stands
  /// before the next quote.
  private func beforePunctuation(_ start: Int, _ quote: Int) -> Scalar? {
    let content = start + 1
    var balance = 0
    for index in content..<quote {
      if Byte.isOpener(bytes[index]) { balance += 1 }
      if Byte.isCloser(bytes[index]) { balance -= 1 }
    }
    var end = quote
    var punctuation = quote
    loop: while end > content {
      switch bytes[end - 1] {
      case Byte.space, Byte.tab: break
      case Byte.comma: punctuation = end - 1
      case Byte.openBrace, Byte.openBracket:
        balance -= 1
        punctuation = end - 1
      case Byte.closeBrace, Byte.closeBracket:
        // The brace of a placeholder belongs to the string.
        guard balance < 0 else { break loop }
        balance += 1
        punctuation = end - 1
      default: break loop
      }
      end -= 1
    }
    let first = scan.at(punctuation)
    guard first == Byte.comma || Byte.isCloser(first) else { return nil }
    let trimmed = scan.trimmed(content, punctuation)
    return string(start, content..<trimmed, trimmed, 160, .missingClosingQuote)
  }

  /// `"name: "x"`: the key ends before its colon.
  private func beforeColon(_ start: Int, _ limit: Int) -> [Scalar] {
    let content = start + 1
    var index = content
    var hasBlank = false
    while index < limit, index - content < 200 {
      let byte = bytes[index]
      if byte == Byte.space { hasBlank = true }
      if byte == Byte.colon, index > content {
        let next = scan.skipBlanks(index + 1)
        let end = scan.trimmed(content, index)
        let price = hasBlank ? 60 : 0
        if next >= limit || startsValue(next) {
          return [string(start, content..<end, end, 160 + price, .missingClosingQuote)]
        }
        if next > index + 1 {
          return [string(start, content..<end, end, 230 + price, .missingClosingQuote)]
        }
      }
      index += 1
    }
    return []
  }

  private func startsValue(_ index: Int) -> Bool {
    let byte = scan.at(index)
    if byte == Byte.quote || Byte.isOpener(byte) || Byte.isDigit(byte) || byte == Byte.minus {
      return true
    }
    let end = scan.wordEnd(index)
    return scan.matches(index..<end, ["true", "false", "null"])
  }

  /// The string ends with its line; the comma and the brackets at the end belong to the structure.
  func atLineEnd(_ start: Int, _ lineEnd: Int, _ role: Role) -> [Scalar] {
    let content = start + 1
    var end = scan.trimmed(content, lineEnd)
    var isSeen = false
    if end > content, bytes[end - 1] == Byte.comma || bytes[end - 1] == Byte.semicolon {
      end = scan.trimmed(content, end - 1)
      isSeen = true
    }
    var balance = 0
    if end > content, Byte.isCloser(bytes[end - 1]) {
      for index in content..<end {
        if Byte.isOpener(bytes[index]) { balance += 1 }
        if Byte.isCloser(bytes[index]) { balance -= 1 }
      }
    }
    while end > content, balance < 0, Byte.isCloser(bytes[end - 1]) {
      end = scan.trimmed(content, end - 1)
      balance += 1
      isSeen = true
    }
    let next = scan.skipLines(lineEnd)
    if next >= bytes.count || Byte.isCloser(bytes[next]) { isSeen = true }
    var cost = isSeen ? 160 : 190
    // A key may break off with the text, not with its line.
    if role == .key, next < bytes.count { cost += 140 }
    return [string(start, content..<end, end, cost, .missingClosingQuote)]
  }

  /// The closing quote stands some lines below.
  private func overLines(_ start: Int, _ lineEnd: Int, _ role: Role) -> [Scalar] {
    let limit = min(bytes.count, lineEnd + reach)
    var index = lineEnd
    var lines = 0
    var quotes = 0
    var structure = 0
    while index < limit {
      let byte = bytes[index]
      if byte == Byte.lineFeed || byte == Byte.carriageReturn {
        lines += 1
        let next = scan.at(scan.skipLines(index))
        if next == Byte.quote || Byte.isCloser(next) || Byte.isOpener(next) { structure = 200 }
        index = max(index + 1, scan.skipLines(index))
        continue
      }
      if byte == Byte.backslash {
        index += 2
        continue
      }
      if byte == Byte.quote {
        if scan.follows(index + 1, role) {
          let cost = 200 + min(10 * lines, 150) + 60 * quotes + structure
          return [
            string(start, start + 1..<index, index + 1, cost, .lineBreakInString, true)
          ]
        }
        quotes += 1
        if quotes > 6 { break }
      }
      index += 1
    }
    return []
  }

  /// `"name”`: opened by a straight quote, closed by a typographic one.
  private func smartClosed(_ start: Int, _ limit: Int, _ role: Role) -> Scalar? {
    var index = start + 1
    while index + 2 < min(limit, start + reach) {
      if let width = Self.smartDoubleWidth(scan, index), scan.follows(index + width, role) {
        return string(start, start + 1..<index, index + width, 120, .smartQuotes)
      }
      index += 1
    }
    return nil
  }

  /// `"{"a": 1}"`: JSON inside a string whose quotes are not escaped.
  private func nestedJSON(_ start: Int, _ role: Role) -> Scalar? {
    let content = start + 1
    guard role != .key, Byte.isOpener(scan.at(scan.skipBlanks(content))) else { return nil }
    var depth = 0
    var index = content
    let limit = min(bytes.count, content + reach)
    while index < limit {
      if Byte.isOpener(bytes[index]) { depth += 1 }
      if Byte.isCloser(bytes[index]) {
        depth -= 1
        if depth == 0 { break }
      }
      index += 1
    }
    let quote = scan.skipBlanks(index + 1)
    guard index < limit, scan.at(quote) == Byte.quote, scan.follows(quote + 1, role) else {
      return nil
    }
    return string(start, content..<quote, quote + 1, 150, .nestedJSON)
  }
}
