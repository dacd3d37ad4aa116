/// The ASCII bytes that shells and curl give a meaning, by name.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamation = UInt8(ascii: "!")
  static let doubleQuote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let singleQuote = UInt8(ascii: "'")
  static let leftParenthesis = UInt8(ascii: "(")
  static let rightParenthesis = UInt8(ascii: ")")
  static let plus = UInt8(ascii: "+")
  static let comma = UInt8(ascii: ",")
  static let hyphen = UInt8(ascii: "-")
  static let period = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let lessThan = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greaterThan = UInt8(ascii: ">")
  static let questionMark = UInt8(ascii: "?")
  static let at = UInt8(ascii: "@")
  static let leftBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let rightBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let leftBrace = UInt8(ascii: "{")
  static let bar = UInt8(ascii: "|")
  static let rightBrace = UInt8(ascii: "}")

  /// A space or a tab.
  var isBlank: Bool { self == .space || self == .tab }
  /// A blank or a part of a line ending.
  var isWhitespace: Bool { isBlank || self == .newline || self == .carriageReturn }
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }
  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }
  var isNameStart: Bool { isLetter || self == .underscore }
  var isNamePart: Bool { isLetter || isDigit || self == .underscore }
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }

  /// The value of a hexadecimal digit.
  var hexadecimalValue: UInt8? {
    if isDigit { return self - 0x30 }
    let letter = self | 0x20
    return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : nil
  }

  /// A character of an HTTP header name (RFC 9110, token) or of a placeholder in one.
  var isHeaderNamePart: Bool {
    if isLetter || isDigit { return true }
    switch self {
    case .exclamation, .hash, .dollar, .percent, .ampersand, .singleQuote, .plus, .hyphen,
      .period, .underscore, .backtick, .bar, .leftBrace, .rightBrace, UInt8(ascii: "*"),
      UInt8(ascii: "^"), UInt8(ascii: "~"):
      return true
    default:
      return false
    }
  }
}

extension Collection where Element == UInt8 {
  /// Whether these are the bytes of `text`, whatever the case of their letters.
  func equalsIgnoringCase(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return starts(withIgnoringCase: text)
  }

  /// Whether the bytes start with those of `text`, whatever the case of their letters.
  func starts(withIgnoringCase text: StaticString) -> Bool {
    text.withUTF8Buffer { expected in
      var position = startIndex
      for byte in expected {
        guard position != endIndex, self[position].lowercased == byte.lowercased else {
          return false
        }
        formIndex(after: &position)
      }
      return true
    }
  }

  /// Whether the bytes are exactly those of `text`.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { elementsEqual($0) }
  }

  /// The bytes as text.
  var string: String { String(decoding: self, as: UTF8.self) }
}

extension [UInt8] {
  /// Whether the bytes of `text` stand at `index`.
  func has(_ text: StaticString, at index: Int) -> Bool {
    guard index >= 0, index + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { expected in
      for (offset, byte) in expected.enumerated() where self[index + offset] != byte {
        return false
      }
      return true
    }
  }

  /// The byte at `index`, nil outside.
  func at(_ index: Int) -> UInt8? { index >= 0 && index < count ? self[index] : nil }

  /// Whether a line ends at `index`: LF, CRLF or the end of the text.
  func isLineEnd(_ index: Int) -> Bool {
    guard index < count else { return true }
    if self[index] == .newline { return true }
    return self[index] == .carriageReturn && at(index + 1) == .newline
  }

  /// The place behind the line ending at `index`.
  func afterLineEnd(_ index: Int) -> Int {
    guard index < count else { return count }
    return self[index] == .carriageReturn ? Swift.min(index + 2, count) : index + 1
  }

  /// The place of the next line ending, or the end of the text.
  func lineEnd(from index: Int) -> Int {
    var position = index
    while !isLineEnd(position) { position += 1 }
    return position
  }

  /// The partner of the quote of `$'…'` at `opening`.
  func ansiClose(from opening: Int) -> Int? {
    var position = opening + 1
    while position < count {
      if self[position] == .singleQuote { return position }
      position += self[position] == .backslash ? 2 : 1
    }
    return nil
  }

  /// The place behind the blanks that start at `index`.
  func skippingBlanks(from index: Int) -> Int {
    var position = index
    while position < count, self[position].isBlank { position += 1 }
    return position
  }
}
