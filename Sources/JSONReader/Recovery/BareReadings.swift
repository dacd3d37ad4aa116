/// The ways in which text may have been meant that lacks its quotes, or at least the opening one.
struct BareReadings {
  let scan: TextScan

  private var bytes: [UInt8] { scan.bytes }

  // MARK: - Values

  /// The readings of the bare value at `start`.
  func values(at start: Int, _ role: Role) -> [Scalar] {
    let run = self.run(start, role)
    let quoted = missingOpening(start, role)
    guard run.end > start else { return quoted }
    let word = scan.placeholderEnd(start) == nil ? scan.wordEnd(start) : run.end
    var readings: [Scalar] = []
    if word > start, word <= run.end, let first = known(start..<word) {
      readings.append(first)
      if first.range.upperBound == run.end, !run.stopsAtQuote { return readings }
      if first.problem == nil, !run.stopsAtQuote, isDelimited(word) {
        // `1 foo`: a number and something stray, or a text without quotes.
        var text = self.text(start..<run.end)
        text.cost = 330
        text.isUncertain = true
        return readings + [text] + quoted
      }
    }
    readings += quoted
    if readings.first?.range.upperBound != run.end {
      var text = self.text(start..<run.end)
      if run.stopsAtQuote { text.cost += 40 }
      readings.append(text)
    }
    return readings
  }

  /// The string that ends at the next quote, if it may end there.
  private func missingOpening(_ start: Int, _ role: Role) -> [Scalar] {
    var index = start
    var hasPunctuation = false
    let limit = min(bytes.count, start + 4000)
    while index < limit, !Byte.isLineEnd(bytes[index]) {
      switch bytes[index] {
      case Byte.quote:
        guard scan.follows(index + 1, role), index > start else { return [] }
        return [
          Scalar(
            kind: .string, range: start..<index + 1, content: start..<index,
            cost: hasPunctuation ? 150 : 120, problem: .missingOpeningQuote)
        ]
      case Byte.backslash: index += 1
      case Byte.comma, Byte.openBrace, Byte.openBracket, Byte.closeBrace, Byte.closeBracket:
        hasPunctuation = true
      default: break
      }
      index += 1
    }
    return []
  }

  private func isDelimited(_ index: Int) -> Bool {
    let byte = scan.at(index)
    return index >= bytes.count || Byte.isBlank(byte) || byte == Byte.comma
      || Byte.isCloser(byte)
  }

  private func text(_ range: Range<Int>) -> Scalar {
    let hasBlank = bytes[range].contains(Byte.space)
    return Scalar(
      kind: .text, range: range, content: range, cost: hasBlank ? 130 : 100, problem: .bareText)
  }

  /// A number or a literal, as JSON or another language spells it.
  private func known(_ range: Range<Int>) -> Scalar? {
    if NumberSpelling.isNumber(bytes, range) {
      return Scalar(kind: .number, range: range, content: range)
    }
    if scan.matches(range, ["true", "false", "null"]) {
      return Scalar(kind: .literal, range: range, content: range)
    }
    if NumberSpelling.mended(bytes, range) != nil {
      return Scalar(
        kind: .number, range: range, content: range, cost: 80, problem: .otherNumber,
        isUncertain: true)
    }
    guard range.count <= 9 else { return nil }
    switch String(decoding: bytes[range], as: UTF8.self) {
    case "True", "False", "TRUE", "FALSE", "None", "Null", "NULL", "undefined", "nil":
      return Scalar(
        kind: .literal, range: range, content: range, cost: 80, problem: .otherLanguage)
    case "NaN", "-NaN", "Infinity", "-Infinity", "+Infinity", "Inf", "-Inf", "+Inf", "inf", "-inf":
      return Scalar(
        kind: .literal, range: range, content: range, cost: 80, problem: .noNumber,
        isUncertain: true)
    default:
      return nil
    }
  }

  private struct Run {
    /// The end without trailing blanks.
    var end: Int
    /// Where something stands that is not part of the run.
    var stop: Int
    var stopsAtQuote: Bool
  }

  /// How far a value without quotes goes.
  private func run(_ start: Int, _ role: Role) -> Run {
    var index = start
    var brackets = 0
    loop: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case Byte.lineFeed, Byte.carriageReturn, Byte.quote: break loop
      case Byte.comma:
        if role == .element || endsValue(index) { break loop }
      case Byte.semicolon:
        if endsValue(index) { break loop }
      case Byte.openBrace:
        if let end = scan.placeholderEnd(index) {
          index = end
          continue
        }
        break loop
      case Byte.openBracket:
        if index == start { break loop }
        brackets += 1
      case Byte.closeBrace: break loop
      case Byte.closeBracket:
        if brackets == 0 { break loop }
        brackets -= 1
      case Byte.slash, Byte.hash:
        // A comment needs a blank before it: `https://…` is no comment.
        if index > start, bytes[index - 1] == Byte.space,
          Trivia.commentEnd(bytes, index) != nil
        {
          break loop
        }
      default: break
      }
      index += 1
    }
    let stop = min(index, bytes.count)
    return Run(
      end: scan.trimmed(start, stop), stop: stop, stopsAtQuote: scan.at(stop) == Byte.quote)
  }

  /// Whether the comma at `index` ends a value, rather than being a part of it: a key, an element, a
  /// bracket or the line end follows.
  private func endsValue(_ index: Int) -> Bool {
    let next = scan.skipBlanks(index + 1)
    guard next < bytes.count else { return true }
    let byte = bytes[next]
    if Byte.isLineEnd(byte) || byte == Byte.quote || Byte.isOpener(byte) || Byte.isCloser(byte)
      || byte == Byte.comma || byte == Byte.apostrophe
    {
      return true
    }
    let word = scan.wordEnd(next)
    return word > next && scan.at(scan.skipBlanks(word)) == Byte.colon
      || scan.at(word) == Byte.quote && scan.follows(word + 1, .key)
  }

  // MARK: - Keys

  /// The readings of the bare key at `start`.
  func keys(at start: Int) -> [Scalar] {
    var readings: [Scalar] = []
    var index = start
    var colon: Int?
    loop: while index < bytes.count, index - start < 200 {
      let byte = bytes[index]
      switch byte {
      case Byte.quote:
        if scan.follows(index + 1, .key) {
          let end = scan.trimmed(start, index)
          readings.append(
            Scalar(
              kind: .string, range: start..<index + 1, content: start..<end, cost: 120,
              problem: .missingOpeningQuote))
        }
        break loop
      case Byte.lineFeed, Byte.carriageReturn, Byte.comma, Byte.closeBrace, Byte.openBracket,
        Byte.closeBracket, Byte.semicolon:
        break loop
      case Byte.openBrace:
        guard let end = scan.placeholderEnd(index) else { break loop }
        index = end
        continue
      case Byte.colon:
        if colon == nil, index > start, endsKey(index) { colon = index }
      default: break
      }
      index += 1
    }
    if let colon {
      let end = scan.trimmed(start, colon)
      let cost = bytes[start..<end].contains(Byte.space) ? 180 : 100
      readings.append(bareKey(start..<end, cost))
    } else if readings.isEmpty {
      let end = scan.wordEnd(start)
      let next = scan.at(scan.skipBlanks(end))
      if end > start, Byte.isLetter(bytes[start]), next == Byte.quote || Byte.isOpener(next) {
        readings.append(bareKey(start..<end, 160))
      }
    }
    return readings
  }

  private func bareKey(_ range: Range<Int>, _ cost: Int) -> Scalar {
    Scalar(kind: .text, range: range, content: range, cost: cost, problem: .bareKey)
  }

  /// Whether the colon at `index` is the one behind a key, not one within it.
  private func endsKey(_ index: Int) -> Bool {
    let next = scan.at(index + 1)
    return index + 1 >= bytes.count || Byte.isBlank(next) || next == Byte.quote
      || next == Byte.apostrophe || Byte.isOpener(next) || Byte.isDigit(next)
      || next == Byte.minus || next >= 0x80
      || scan.matches(index + 1..<scan.wordEnd(index + 1), ["true", "false", "null"])
  }
}
