/// Names for the bytes that Markdown gives a meaning.
enum Byte {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let exclamationMark = UInt8(ascii: "!")
  static let quotationMark = UInt8(ascii: "\"")
  static let numberSign = UInt8(ascii: "#")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let apostrophe = UInt8(ascii: "'")
  static let openingParenthesis = UInt8(ascii: "(")
  static let closingParenthesis = UInt8(ascii: ")")
  static let asterisk = UInt8(ascii: "*")
  static let plus = UInt8(ascii: "+")
  static let hyphen = UInt8(ascii: "-")
  static let period = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let semicolon = UInt8(ascii: ";")
  static let lessThan = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greaterThan = UInt8(ascii: ">")
  static let questionMark = UInt8(ascii: "?")
  static let openingBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closingBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let openingBrace = UInt8(ascii: "{")
  static let bar = UInt8(ascii: "|")
  static let closingBrace = UInt8(ascii: "}")
  static let tilde = UInt8(ascii: "~")
}

extension UInt8 {
  /// A space or a tab.
  var isBlank: Bool { self == Byte.space || self == Byte.tab }

  /// White space within running text.
  var isWhitespace: Bool { self == Byte.space || (self >= 0x09 && self <= 0x0D) }

  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  var isLetterOrDigit: Bool { isLetter || isDigit }

  var isPunctuation: Bool {
    (self >= 0x21 && self <= 0x2F) || (self >= 0x3A && self <= 0x40)
      || (self >= 0x5B && self <= 0x60) || (self >= 0x7B && self <= 0x7E)
  }

  /// The lower-case letter for an ASCII letter, else the byte itself.
  var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension [UInt8] {
  /// The range without the blanks at its ends. A range of blanks only becomes empty at its start.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while upper > lower, self[upper - 1].isBlank { upper -= 1 }
    while lower < upper, self[lower].isBlank { lower += 1 }
    return lower..<upper
  }

  /// Whether `text` stands at `offset`, before `end`; ASCII case is ignored on request.
  func has(_ text: StaticString, at offset: Int, before end: Int, ignoringCase: Bool = false)
    -> Bool
  {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= end else { return false }
    var index = offset
    for byte in UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount) {
      let found = ignoringCase ? self[index].lowercased : self[index]
      guard found == (ignoringCase ? byte.lowercased : byte) else { return false }
      index += 1
    }
    return true
  }

  /// The text of a range; what is no UTF-8 shows as U+FFFD.
  func string(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }
}
