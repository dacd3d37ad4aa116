/// Finds the parts of links in running text.
enum LinkScanner {
  /// A destination with or without `<` and `>`.
  struct Destination {
    var content: Range<Int>
    var end: Int
  }

  static func skipWhitespace(_ bytes: [UInt8], _ start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index].isWhitespace { index += 1 }
    return index
  }

  static func destination(_ bytes: [UInt8], at start: Int) -> Destination? {
    var index = start
    if index < bytes.count, bytes[index] == Byte.lessThan {
      index += 1
      while index < bytes.count {
        switch bytes[index] {
        case Byte.greaterThan: return Destination(content: start + 1..<index, end: index + 1)
        case Byte.lessThan, Byte.lineFeed, Byte.carriageReturn: return nil
        case Byte.backslash:
          index += index + 1 < bytes.count && bytes[index + 1].isPunctuation ? 2 : 1
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    scan: while index < bytes.count {
      switch bytes[index] {
      case Byte.backslash where index + 1 < bytes.count && bytes[index + 1].isPunctuation:
        index += 1
      case Byte.openingParenthesis:
        depth += 1
        // No link nests so deep; without a limit a text of `(` would take ages.
        if depth > 32 { return nil }
      case Byte.closingParenthesis:
        if depth == 0 { break scan }
        depth -= 1
      case 0x00...0x20, 0x7F: break scan
      default: break
      }
      index += 1
    }
    return depth == 0 ? Destination(content: start..<index, end: index) : nil
  }

  /// A title in quotes or parentheses; the content and the offset behind it.
  static func title(_ bytes: [UInt8], at start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < bytes.count else { return nil }
    let close: UInt8
    switch bytes[start] {
    case Byte.quotationMark, Byte.apostrophe: close = bytes[start]
    case Byte.openingParenthesis: close = Byte.closingParenthesis
    default: return nil
    }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == close { return (start + 1..<index, index + 1) }
      if bytes[index] == Byte.openingParenthesis, close == Byte.closingParenthesis { return nil }
      index +=
        bytes[index] == Byte.backslash && index + 1 < bytes.count
          && bytes[index + 1].isPunctuation ? 2 : 1
    }
    return nil
  }

  /// A label in brackets; the content and the offset behind the closing bracket.
  static func label(_ bytes: [UInt8], at start: Int) -> (content: Range<Int>, end: Int)? {
    guard start < bytes.count, bytes[start] == Byte.openingBracket else { return nil }
    var index = start + 1
    while index < bytes.count, index - start <= 1000 {
      switch bytes[index] {
      case Byte.openingBracket: return nil
      case Byte.closingBracket: return (start + 1..<index, index + 1)
      case Byte.backslash where index + 1 < bytes.count && bytes[index + 1].isPunctuation:
        index += 2
      default: index += 1
      }
    }
    return nil
  }
}
