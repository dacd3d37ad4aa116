extension ShellLineScanner {
  /// An argument that lost its option, or the hyphen of it.
  struct LostOption: Equatable {
    /// What stands in the option's place: nothing, or its name.
    var range: Range<Int>
    var option: CurlOption
    var letter: UInt8
  }

  /// What the word at `start` lacks to be the argument that it looks like. No URL looks like a
  /// header, a body or a method, so that nothing curl would take is read as lost.
  func lostOption(at start: Int) -> LostOption? {
    if let letter = letterOfLostOption(at: start) { return lost(letter, start..<start) }
    let nameStart = bytes[start] == .hyphen ? bytes.skippingBlanks(from: start + 1) : start
    if bytes[start] == .hyphen, nameStart == start + 1 { return nil }
    var end = nameStart
    while let byte = bytes.at(end), byte.isLetter || byte == .hyphen, end - nameStart < 16 {
      end += 1
    }
    guard end > nameStart, bytes.at(end)?.isBlank == true,
      let letter = Self.letterOfName(bytes[nameStart..<end]),
      letterOfLostOption(at: bytes.skippingBlanks(from: end)) == letter
    else { return nil }
    return lost(letter, start..<bytes.skippingBlanks(from: end))
  }

  private func lost(_ letter: UInt8, _ range: Range<Int>) -> LostOption? {
    CurlOption.lettered(letter).map { LostOption(range: range, option: $0, letter: letter) }
  }

  private static func letterOfName(_ name: ArraySlice<UInt8>) -> UInt8? {
    if name.equals("H") || name.equals("header") { return UInt8(ascii: "H") }
    if name.equals("d") || name.equals("data") || name.equals("data-raw") {
      return UInt8(ascii: "d")
    }
    return name.equals("X") || name.equals("request") ? UInt8(ascii: "X") : nil
  }

  /// The option that an argument of this look belongs to.
  private func letterOfLostOption(at start: Int) -> UInt8? {
    if isMethod(start) { return hasURL ? nil : UInt8(ascii: "X") }
    guard let quote = bytes.at(start), quote == .singleQuote || quote == .doubleQuote else {
      return nil
    }
    if bytes.startsHeader(at: start + 1) { return UInt8(ascii: "H") }
    return isBody(start + 1, in: quote) ? UInt8(ascii: "d") : nil
  }

  /// A whole word that is one of the methods of the API.
  private func isMethod(_ start: Int) -> Bool {
    var end = start
    while let byte = bytes.at(end), byte.isLetter, end - start < 7 { end += 1 }
    guard bytes.at(end)?.isWhitespace ?? true else { return false }
    let word = bytes[start..<end]
    return word.equals("GET") || word.equals("POST") || word.equals("PUT")
      || word.equals("PATCH") || word.equals("DELETE")
  }

  /// The start of a JSON object or array; what curl takes for alternatives in a URL has no quote
  /// and no line end behind its bracket.
  private func isBody(_ start: Int, in quote: UInt8) -> Bool {
    let open = bytes.skippingBlanks(from: start)
    guard bytes.at(open) == .leftBrace || bytes.at(open) == .leftBracket else { return false }
    let next = bytes.skippingBlanks(from: open + 1)
    if bytes.isLineEnd(next) { return true }
    return bytes[next] == .doubleQuote && quote == .singleQuote || bytes[next] == .leftBrace
  }

  private static let longestBareHeader = 1_000

  /// The header that starts at `start` without quotes, up to the next option or URL or to the end
  /// of the line. Nil where it is more than plain words.
  func bareHeader(at start: Int) -> Range<Int>? {
    guard bytes.startsHeader(at: start) else { return nil }
    var end = start
    var position = start
    while !bytes.isLineEnd(position) {
      guard position - start < Self.longestBareHeader else { return nil }
      switch bytes[position] {
      case .space, .tab:
        position = bytes.skippingBlanks(from: position)
        if endsBareHeader(position) { return start..<end }
        continue
      case .singleQuote, .doubleQuote, .backslash, .backtick, .bar, .ampersand, .leftParenthesis,
        .rightParenthesis:
        return nil
      case 0xC2 where Typography(bytes, at: position) != nil: return start..<end
      case .semicolon where bytes.at(position + 1)?.isWhitespace ?? true: return nil
      default: break
      }
      position += 1
      end = position
    }
    return start..<end
  }

  private func endsBareHeader(_ position: Int) -> Bool {
    switch bytes.at(position) {
    case UInt8.backslash, UInt8.hash: return true
    case UInt8.slash, UInt8.backtick, UInt8(ascii: "^"): return isTrailing(position)
    case UInt8.singleQuote, UInt8.doubleQuote: return bytes.startsURL(at: position + 1)
    default:
      return bytes.startsURL(at: position) || CurlOptionWord.startsLine(bytes, at: position)
    }
  }
}
