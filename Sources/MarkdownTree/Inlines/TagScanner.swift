/// Finds HTML tags, comments and automatic links in running text.
struct TagScanner {
  let bytes: [UInt8]
  /// From these offsets on, the text is known not to have the end of the construct, so that it is
  /// looked for only once.
  private var noCommentEnd = Int.max
  private var noInstructionEnd = Int.max
  private var noSectionEnd = Int.max

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The offset behind the tag, comment or the like that starts at `start`.
  mutating func htmlEnd(at start: Int) -> Int? {
    let index = start + 1
    guard index < bytes.count else { return nil }
    switch bytes[index] {
    case Byte.slash: return closingTagEnd(index + 1)
    case Byte.questionMark: return find("?>", from: index + 1, &noInstructionEnd)
    case Byte.exclamationMark:
      if bytes.has("!-->", at: index, before: bytes.count) { return index + 4 }
      if bytes.has("!--->", at: index, before: bytes.count) { return index + 5 }
      if bytes.has("!--", at: index, before: bytes.count) {
        if bytes.has(">", at: index + 3, before: bytes.count) { return index + 4 }
        return find("-->", from: index + 3, &noCommentEnd)
      }
      if bytes.has("![CDATA[", at: index, before: bytes.count) {
        return find("]]>", from: index + 8, &noSectionEnd)
      }
      guard index + 1 < bytes.count, bytes[index + 1].isLetter else { return nil }
      var end = index + 1
      while end < bytes.count, bytes[end] != Byte.greaterThan, bytes[end] != Byte.lessThan {
        end += 1
      }
      return end < bytes.count && bytes[end] == Byte.greaterThan ? end + 1 : nil
    default: return openingTagEnd(index)
    }
  }

  private func find(_ text: StaticString, from start: Int, _ none: inout Int) -> Int? {
    guard start < none else { return nil }
    let first = text.utf8Start.pointee
    var index = start
    while index < bytes.count {
      if bytes[index] == first, bytes.has(text, at: index, before: bytes.count) {
        return index + text.utf8CodeUnitCount
      }
      index += 1
    }
    none = start
    return nil
  }

  private func nameEnd(_ start: Int) -> Int? {
    guard start < bytes.count, bytes[start].isLetter else { return nil }
    var index = start + 1
    while index < bytes.count, bytes[index].isLetterOrDigit || bytes[index] == Byte.hyphen {
      index += 1
    }
    return index
  }

  private func closingTagEnd(_ start: Int) -> Int? {
    guard let name = nameEnd(start) else { return nil }
    let end = LinkScanner.skipWhitespace(bytes, name)
    return end < bytes.count && bytes[end] == Byte.greaterThan ? end + 1 : nil
  }

  private func openingTagEnd(_ start: Int) -> Int? {
    guard var index = nameEnd(start) else { return nil }
    while true {
      let next = LinkScanner.skipWhitespace(bytes, index)
      guard next < bytes.count else { return nil }
      if bytes[next] == Byte.greaterThan { return next + 1 }
      if bytes[next] == Byte.slash {
        let end = next + 1
        return end < bytes.count && bytes[end] == Byte.greaterThan ? end + 1 : nil
      }
      guard next > index, let end = attributeEnd(next) else { return nil }
      index = end
    }
  }

  private func attributeEnd(_ start: Int) -> Int? {
    guard bytes[start].isLetter || bytes[start] == Byte.underscore || bytes[start] == Byte.colon
    else { return nil }
    var index = start + 1
    while index < bytes.count,
      bytes[index].isLetterOrDigit || bytes[index] == Byte.underscore || bytes[index] == Byte.colon
        || bytes[index] == Byte.period || bytes[index] == Byte.hyphen
    {
      index += 1
    }
    var value = LinkScanner.skipWhitespace(bytes, index)
    guard value < bytes.count, bytes[value] == Byte.equals else { return index }
    value = LinkScanner.skipWhitespace(bytes, value + 1)
    guard value < bytes.count else { return nil }
    let quote = bytes[value]
    if quote == Byte.quotationMark || quote == Byte.apostrophe {
      var end = value + 1
      while end < bytes.count, bytes[end] != quote { end += 1 }
      return end < bytes.count ? end + 1 : nil
    }
    var end = value
    while end < bytes.count, !bytes[end].isWhitespace, bytes[end] != Byte.quotationMark,
      bytes[end] != Byte.apostrophe, bytes[end] != Byte.equals, bytes[end] != Byte.lessThan,
      bytes[end] != Byte.greaterThan, bytes[end] != Byte.backtick
    {
      end += 1
    }
    return end > value ? end : nil
  }

  /// The offset behind `<https://…>` or `<name@host>`, and whether it is a mail address.
  func automaticLinkEnd(at start: Int) -> (end: Int, isMail: Bool)? {
    var index = start + 1
    while index < bytes.count, index - start <= 33,
      bytes[index].isLetterOrDigit || bytes[index] == Byte.plus || bytes[index] == Byte.period
        || bytes[index] == Byte.hyphen
    {
      index += 1
    }
    let scheme = index - start - 1
    if index < bytes.count, bytes[index] == Byte.colon, scheme >= 2, scheme <= 32,
      bytes[start + 1].isLetter
    {
      index += 1
      while index < bytes.count, bytes[index] > Byte.space, bytes[index] != Byte.lessThan,
        bytes[index] != Byte.greaterThan
      {
        index += 1
      }
      return index < bytes.count && bytes[index] == Byte.greaterThan ? (index + 1, false) : nil
    }
    return mailLinkEnd(at: start).map { ($0, true) }
  }

  private func mailLinkEnd(at start: Int) -> Int? {
    var index = start + 1
    while index < bytes.count, TagScanner.isMailByte(bytes[index]) { index += 1 }
    guard index > start + 1, index < bytes.count, bytes[index] == UInt8(ascii: "@") else {
      return nil
    }
    index += 1
    while true {
      let label = index
      while index < bytes.count, bytes[index].isLetterOrDigit || bytes[index] == Byte.hyphen {
        index += 1
      }
      guard index > label, index - label <= 63, index < bytes.count,
        bytes[label] != Byte.hyphen, bytes[index - 1] != Byte.hyphen
      else { return nil }
      if bytes[index] == Byte.greaterThan { return index + 1 }
      guard bytes[index] == Byte.period else { return nil }
      index += 1
    }
  }

  private static func isMailByte(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.openingParenthesis, Byte.closingParenthesis, Byte.lessThan, Byte.greaterThan,
      Byte.openingBracket, Byte.closingBracket, Byte.backslash, Byte.colon, Byte.semicolon,
      UInt8(ascii: ","), UInt8(ascii: "@"), Byte.quotationMark:
      false
    default: byte.isLetterOrDigit || byte.isPunctuation
    }
  }
}
