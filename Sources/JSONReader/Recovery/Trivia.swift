/// What stands between two tokens.
struct Trivia {
  /// Where the next token starts.
  var position: Int
  /// The columns before it if it is the first of its line, otherwise -1.
  var indent: Int
  /// Comments, and blanks that JSON does not know.
  var issues: [(problem: Problem, range: Range<Int>)] = []

  init(_ bytes: [UInt8], from start: Int) {
    position = start
    indent = start == 0 ? 0 : -1
    while position < bytes.count {
      let byte = bytes[position]
      if Byte.isLineEnd(byte) {
        indent = 0
        position += 1
      } else if byte == Byte.space || byte == Byte.tab {
        if indent >= 0 { indent += byte == Byte.tab ? 4 : 1 }
        position += 1
      } else if let width = Self.oddBlankWidth(bytes, position) {
        if indent >= 0 { indent += 1 }
        skipOddBlank(width)
      } else if let end = Self.commentEnd(bytes, position) {
        issues.append((.comment, position..<end))
        position = end
      } else {
        break
      }
    }
    if position >= bytes.count { position = bytes.count }
  }

  private mutating func skipOddBlank(_ width: Int) {
    let end = position + width
    if let last = issues.last, last.problem == .oddBlank, last.range.upperBound == position {
      issues[issues.count - 1].range = last.range.lowerBound..<end
    } else {
      issues.append((.oddBlank, position..<end))
    }
    position = end
  }

  /// The bytes of a blank at `index` that is none in JSON: U+00A0, U+200B, U+FEFF, form feed and
  /// the like.
  static func oddBlankWidth(_ bytes: [UInt8], _ index: Int) -> Int? {
    func at(_ offset: Int) -> UInt8 {
      index + offset < bytes.count ? bytes[index + offset] : 0
    }
    switch bytes[index] {
    case 0x0B, 0x0C: return 1
    case 0xC2: return at(1) == 0xA0 || at(1) == 0x85 ? 2 : nil
    case 0xE1: return at(1) == 0x9A && at(2) == 0x80 ? 3 : nil
    case 0xE2:
      let isBlank =
        at(1) == 0x80
        ? (0x80...0x8F).contains(at(2)) || (0xA8...0xAF).contains(at(2))
        : at(1) == 0x81 && (at(2) == 0x9F || at(2) == 0xA0)
      return isBlank ? 3 : nil
    case 0xE3: return at(1) == 0x80 && at(2) == 0x80 ? 3 : nil
    case 0xEF: return at(1) == 0xBB && at(2) == 0xBF ? 3 : nil
    default: return nil
    }
  }

  /// The end of the comment at `index`, if there is one.
  static func commentEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
    guard index + 1 <= bytes.count else { return nil }
    let next = index + 1 < bytes.count ? bytes[index + 1] : Byte.lineFeed
    switch bytes[index] {
    case Byte.hash where Byte.isBlank(next):
      return lineEnd(bytes, index)
    case Byte.slash where next == Byte.slash:
      return lineEnd(bytes, index)
    case Byte.slash where next == Byte.asterisk:
      var end = index + 2
      while end + 1 < bytes.count {
        if bytes[end] == Byte.asterisk, bytes[end + 1] == Byte.slash { return end + 2 }
        end += 1
      }
      // Never closed: it ends with its line, or all that follows would be lost.
      return lineEnd(bytes, index)
    default:
      return nil
    }
  }

  static func lineEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count, !Byte.isLineEnd(bytes[end]) { end += 1 }
    return end
  }
}
