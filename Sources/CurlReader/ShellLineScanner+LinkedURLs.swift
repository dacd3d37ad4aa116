extension ShellLineScanner {
  /// A URL that stands in the marks of a link: `<https://…>` or `[https://…](https://…)`, in quotes
  /// or not.
  struct LinkedURL: Equatable {
    /// With its marks and quotes.
    var range: Range<Int>
    /// The URL itself.
    var url: Range<Int>
  }

  func linkedURL(at start: Int) -> LinkedURL? {
    var open = start
    var quote: UInt8?
    if let byte = bytes.at(start), byte == .singleQuote || byte == .doubleQuote {
      quote = byte
      open += 1
    }
    guard bytes.startsURL(at: open + 1), var url = markedURL(at: open) else { return nil }
    var end = url.upperBound + 1
    if bytes[open] == .leftBracket {
      guard bytes.at(end) == .leftParenthesis, bytes.startsURL(at: end + 1) else { return nil }
      guard let close = closing(.rightParenthesis, from: end + 1) else { return nil }
      url = end + 1..<close
      end = close + 1
    }
    if let quote {
      guard bytes.at(end) == quote else { return nil }
      end += 1
    }
    guard bytes.at(end)?.isWhitespace ?? true else { return nil }
    return LinkedURL(range: start..<end, url: url)
  }

  private func markedURL(at open: Int) -> Range<Int>? {
    let end: UInt8
    switch bytes.at(open) {
    case UInt8.lessThan: end = .greaterThan
    case UInt8.leftBracket: end = .rightBracket
    default: return nil
    }
    return closing(end, from: open + 1).map { open + 1..<$0 }
  }

  private func closing(_ mark: UInt8, from start: Int) -> Int? {
    var position = start
    while let byte = bytes.at(position), !byte.isWhitespace {
      if byte == mark { return position }
      position += 1
    }
    return nil
  }
}
