/// Looks ahead in the text without a grammar.
struct TextScan {
  let bytes: [UInt8]

  /// The byte at `index`; 0 beyond the end.
  func at(_ index: Int) -> UInt8 { index >= 0 && index < bytes.count ? bytes[index] : 0 }

  /// Skips blanks within the line.
  func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == Byte.space || bytes[index] == Byte.tab {
      index += 1
    }
    return index
  }

  /// Skips blanks and line ends.
  func skipLines(_ start: Int) -> Int {
    var index = start
    while index < bytes.count, Byte.isBlank(bytes[index]) { index += 1 }
    return index
  }

  /// `end` without the blanks before it, but not before `start`.
  func trimmed(_ start: Int, _ end: Int) -> Int {
    var index = end
    while index > start, Byte.isBlank(bytes[index - 1]) { index -= 1 }
    return index
  }

  /// Whether what stands at `index` may follow a string in that role.
  func follows(_ index: Int, _ role: Role) -> Bool {
    let next = skipBlanks(index)
    guard next < bytes.count, !Byte.isLineEnd(bytes[next]) else { return role != .key }
    switch bytes[next] {
    case Byte.colon: return role == .key
    case Byte.comma, Byte.closeBrace, Byte.closeBracket, Byte.semicolon: return role != .key
    default: return role != .key && Trivia.commentEnd(bytes, next) != nil
    }
  }

  /// The indentation of the last line that holds anything, if that is a closing bracket; 0
  /// otherwise.
  func lastIndent() -> Int {
    let end = trimmed(0, bytes.count)
    var start = end
    while start > 0, !Byte.isLineEnd(bytes[start - 1]) { start -= 1 }
    let first = skipBlanks(start)
    guard start > 0, first < end, Byte.isCloser(bytes[first]) else { return 0 }
    return Trivia(bytes, from: start - 1).indent
  }

  /// The end of a placeholder such as `{PORT}`, `${PORT}` or `{{$timestamp}}` at `start`.
  func placeholderEnd(_ start: Int) -> Int? {
    guard at(start) == Byte.openBrace else { return nil }
    let braces = at(start + 1) == Byte.openBrace ? 2 : 1
    var index = start + braces
    var hasName = false
    while index < bytes.count, index - start < 120 {
      let byte = bytes[index]
      if byte == Byte.closeBrace {
        let isClosed = braces == 1 || at(index + 1) == Byte.closeBrace
        return hasName && isClosed ? index + braces : nil
      }
      switch byte {
      case Byte.space, Byte.dot, Byte.minus: break
      case 0xE2 where ellipsisEnd(index) != nil: return nil
      case Byte.underscore, UInt8(ascii: "$"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x80...:
        hasName = true
      case _ where Byte.isLetter(byte) || Byte.isDigit(byte): hasName = true
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// The end of `...` or `…` at `start`.
  func ellipsisEnd(_ start: Int) -> Int? {
    var index = start
    while true {
      if at(index) == Byte.dot {
        index += 1
      } else if at(index) == 0xE2, at(index + 1) == 0x80, at(index + 2) == 0xA6 {
        index += 3
      } else {
        break
      }
    }
    guard index - start >= 3 else { return nil }
    let next = at(index)
    let ends =
      index >= bytes.count || Byte.isBlank(next) || next == Byte.comma || Byte.isCloser(next)
      || Byte.isOpener(next)
    return ends ? index : nil
  }

  /// The end of the run at `start` that holds neither blanks nor punctuation nor quotes.
  func wordEnd(_ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      switch bytes[index] {
      case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn, Byte.comma, Byte.colon,
        Byte.semicolon, Byte.quote, Byte.openBrace, Byte.closeBrace, Byte.openBracket,
        Byte.closeBracket:
        return index
      default: index += 1
      }
    }
    return index
  }

  func matches(_ range: Range<Int>, _ word: StaticStringList) -> Bool {
    word.contains { word in
      word.utf8.count == range.count && bytes[range].elementsEqual(word.utf8)
    }
  }

  typealias StaticStringList = [String]
}
