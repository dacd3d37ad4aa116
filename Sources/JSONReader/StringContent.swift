/// The text between the quotes of a JSON string.
struct StringContent {
  /// What is wrong with an escape or a byte; the string was read all the same.
  struct Flaw {
    enum Kind: Hashable {
      case controlCharacter, invalidEscape, loneSurrogate, invalidUTF8
    }

    var kind: Kind
    /// Offsets into the text.
    var range: Range<Int>
  }

  private(set) var text = ""
  private(set) var flaws: [Flaw] = []

  /// Reads the bytes of `range`, which holds no quotes that end the string. An escape that JSON
  /// does not know stands for the character behind the backslash.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var isPlain = true
    for index in range where bytes[index] < 0x20 || bytes[index] == Byte.backslash {
      isPlain = false
      break
    }
    if isPlain {
      append(bytes, range)
    } else {
      decode(bytes, range)
    }
  }

  private mutating func add(_ kind: Flaw.Kind, _ range: Range<Int>) {
    // One finding a string and kind: a pattern full of `\d` is one mistake.
    guard !flaws.contains(where: { $0.kind == kind }) else { return }
    flaws.append(Flaw(kind: kind, range: range))
  }

  /// Adds bytes that stand for themselves.
  private mutating func append(_ bytes: [UInt8], _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if let valid = String(validating: bytes[range], as: UTF8.self) {
      text += valid
    } else {
      add(.invalidUTF8, range)
      text += String(decoding: bytes[range], as: UTF8.self)
    }
  }

  private mutating func decode(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    var plain = index
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == Byte.backslash {
        append(bytes, plain..<index)
        index = decodeEscape(bytes, index, range.upperBound)
        plain = index
        continue
      }
      if byte < 0x20 { add(.controlCharacter, index..<index + 1) }
      index += 1
    }
    append(bytes, plain..<index)
  }

  /// Reads the escape at `start` and gives the offset behind it.
  private mutating func decodeEscape(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    guard start + 1 < limit else {
      add(.invalidEscape, start..<start + 1)
      text += "\\"
      return start + 1
    }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): text += "\""
    case UInt8(ascii: "\\"): text += "\\"
    case UInt8(ascii: "/"): text += "/"
    case UInt8(ascii: "b"): text += "\u{8}"
    case UInt8(ascii: "f"): text += "\u{C}"
    case UInt8(ascii: "n"): text += "\n"
    case UInt8(ascii: "r"): text += "\r"
    case UInt8(ascii: "t"): text += "\t"
    case UInt8(ascii: "u"): return decodeUnicode(bytes, start, limit)
    default:
      add(.invalidEscape, start..<start + 2)
      // The character behind the backslash may take several bytes: they are read as plain ones.
      return start + 1
    }
    return start + 2
  }

  private mutating func decodeUnicode(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    guard let unit = Self.codeUnit(bytes, start, limit) else {
      add(.invalidEscape, start..<min(start + 6, limit))
      return start + 1
    }
    if let scalar = Unicode.Scalar(unit) {
      text.unicodeScalars.append(scalar)
      return start + 6
    }
    if unit < 0xDC00, let low = Self.codeUnit(bytes, start + 6, limit), low >= 0xDC00, low < 0xE000,
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    {
      text.unicodeScalars.append(scalar)
      return start + 12
    }
    add(.loneSurrogate, start..<start + 6)
    text += "\u{FFFD}"
    return start + 6
  }

  /// The code unit of `\uXXXX` at `start`.
  static func codeUnit(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> UInt32? {
    guard start + 6 <= limit, bytes[start] == Byte.backslash,
      bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var unit: UInt32 = 0
    for index in start + 2..<start + 6 {
      guard let digit = Byte.hexadecimal(bytes[index]) else { return nil }
      unit = unit << 4 | digit
    }
    return unit
  }
}
