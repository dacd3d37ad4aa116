import CCMarkGFM

/// What is kept from one running text to the next: character references that were looked up.
struct InlineContext {
  private var known: [String: [UInt8]?] = [:]

  /// The context itself, leaving an empty one behind.
  mutating func taken() -> InlineContext {
    var result = InlineContext()
    swap(&result, &self)
    return result
  }

  /// The bytes that `&name;` stands for; nil if there is no such name.
  ///
  /// cmark has the table of names; it only gives it away by reading a text.
  mutating func characters(named name: String) -> [UInt8]? {
    if let answer = known[name] { return answer }
    var answer: [UInt8]?
    if let document = cmark_parse_document("&\(name);", name.utf8.count + 2, CMARK_OPT_DEFAULT) {
      defer { cmark_node_free(document) }
      if let text = cmark_node_first_child(document).flatMap({ cmark_node_first_child($0) }),
        cmark_node_next(text) == nil, let literal = cmark_node_get_literal(text)
      {
        let bytes = Array(String(cString: literal).utf8)
        if bytes.first != Byte.ampersand || name == "amp" || name == "AMP" { answer = bytes }
      }
    }
    known[name] = .some(answer)
    return answer
  }
}

/// Reads `&name;`, `&#12;` and `&#x1F;`.
enum CharacterReference {
  static func read(
    _ bytes: [UInt8], at start: Int, before end: Int, context: inout InlineContext
  ) -> (characters: [UInt8], end: Int)? {
    var index = start + 1
    guard index < end else { return nil }
    if bytes[index] == Byte.numberSign {
      index += 1
      var isHexadecimal = false
      if index < end, bytes[index] | 0x20 == UInt8(ascii: "x") {
        isHexadecimal = true
        index += 1
      }
      let digits = index
      var value: UInt32 = 0
      while index < end, index - digits < (isHexadecimal ? 6 : 7) {
        guard let digit = Character(UnicodeScalar(bytes[index])).hexDigitValue,
          isHexadecimal || digit < 10
        else { break }
        value = value * (isHexadecimal ? 16 : 10) + UInt32(digit)
        index += 1
      }
      guard index > digits, index < end, bytes[index] == Byte.semicolon else { return nil }
      let scalar = value == 0 ? "\u{FFFD}" : UnicodeScalar(value) ?? "\u{FFFD}"
      return (Array(String(Character(scalar)).utf8), index + 1)
    }
    while index < end, bytes[index].isLetterOrDigit, index - start <= 32 { index += 1 }
    guard index > start + 1, index < end, bytes[index] == Byte.semicolon,
      let characters = context.characters(named: bytes.string(start + 1..<index))
    else { return nil }
    return (characters, index + 1)
  }

  /// Text with its backslash escapes and references resolved.
  static func unescaped(
    _ bytes: [UInt8], _ range: Range<Int>, context: inout InlineContext
  ) -> String {
    var result: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == Byte.backslash, index + 1 < range.upperBound,
        bytes[index + 1].isPunctuation
      {
        result.append(bytes[index + 1])
        index += 2
      } else if bytes[index] == Byte.ampersand,
        let found = read(bytes, at: index, before: range.upperBound, context: &context)
      {
        result += found.characters
        index = found.end
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
