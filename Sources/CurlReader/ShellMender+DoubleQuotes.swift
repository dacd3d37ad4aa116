import Diagnostics

extension ShellMender {
  /// Mends a JSON body in the shell's double quotes, whether its own quotes are escaped or not.
  mutating func mendDoubleQuotedJSON(_ open: Int) {
    if let close = strictClose(of: open), endsWord(close + 1), isWhole(open + 1..<close) {
      index = close + 1
      return
    }
    // Escaped quotes are those of the shell: then only the end can be missing.
    let isEscaped = firstQuoteIsEscaped(open + 1)
    var brackets = JSONBrackets()
    var position = open + 1
    while position < bytes.count {
      let byte = bytes[position]
      if bytes.isLineEnd(position) {
        brackets.isInString = false
        let next = bytes.afterLineEnd(position)
        if startsNextPart(next) { break }
        position = next
      } else if byte == .backslash {
        if isEscaped, bytes.at(position + 1) == .doubleQuote { brackets.isInString.toggle() }
        position += 2
      } else if byte == .doubleQuote, isEscaped || brackets.isComplete {
        endDoubleQuoted(open, position, isEscaped)
        return
      } else {
        brackets.read(byte)
        position += 1
        if byte == .rightBrace || byte == .rightBracket, brackets.isComplete,
          endsAtOption(position)
        {
          break
        }
      }
    }
    let close = contentEnd(of: open..<min(position, bytes.count), atLeast: open + 1)
    // A body whose quotes do not pair up still ends with the last quote before the next option.
    if !isEscaped, close > open + 1, bytes[close - 1] == .doubleQuote {
      endDoubleQuoted(open, close - 1, false)
      return
    }
    if isEscaped {
      insert(.doubleQuote, at: close)
    } else {
      delete(open..<open + 1)
      quote(open + 1..<close)
    }
    reportQuote(at: close, open: open, missing: .doubleQuote, subject: "body")
    index = close
  }

  private mutating func endDoubleQuoted(_ open: Int, _ close: Int, _ isEscaped: Bool) {
    index = close + 1
    guard !isEscaped else { return }
    delete(open..<open + 1)
    quote(open + 1..<close)
    delete(close..<close + 1)
    let content = open + 1..<close
    let ends = [open..<open + 1, close..<close + 1]
    report(
      Diagnostic(
        .unescapedQuote, at: place(open..<open + 1), subject: "body",
        "the double quotes of the body end the shell's string",
        assumption: "read as a body in single quotes", remedy: "put the body into single quotes",
        fix: bytes[content].contains(.singleQuote)
          ? [] : ends.map { Diagnostic.Edit(range: place($0), replacement: "'") }))
  }

  private func firstQuoteIsEscaped(_ start: Int) -> Bool {
    var position = start
    while position < bytes.count {
      if bytes[position] == .doubleQuote { return false }
      if bytes[position] == .backslash { return bytes.at(position + 1) == .doubleQuote }
      position += 1
    }
    return false
  }

  /// Whether the brackets of the shell's string are closed.
  private func isWhole(_ range: Range<Int>) -> Bool {
    var brackets = JSONBrackets()
    var position = range.lowerBound
    while position < range.upperBound {
      if bytes[position] == .backslash, bytes.at(position + 1) == .doubleQuote {
        brackets.isInString.toggle()
        position += 2
      } else {
        brackets.read(bytes[position])
        position += 1
      }
    }
    return brackets.isComplete
  }
}
