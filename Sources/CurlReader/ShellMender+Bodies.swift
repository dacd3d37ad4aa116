import Diagnostics

extension ShellMender {
  /// Mends the argument of `--data` and its kin that starts at `index`.
  mutating func mendData() {
    let start = index
    if bytes[start] == .doubleQuote, isMember(start, before: lineEnd(from: start)) {
      mendMembers(start)
      return
    }
    switch bytes[start] {
    case .leftBrace, .leftBracket:
      mendUnquotedBody(start)
    case .singleQuote, .doubleQuote:
      if bytes.at(start + 1) == bytes[start], isBracket(bytes.skippingBlanks(from: start + 2)),
        bytes.skippingBlanks(from: start + 2) == start + 2
      {
        delete(start..<start + 1)
        report(
          Diagnostic(
            .unterminatedQuote, at: place(start..<start + 1), subject: "body",
            "one quote too many before the body", assumption: "the quote is left out",
            remedy: "take the quote away",
            fix: [Diagnostic.Edit(range: place(start..<start + 1), replacement: "")]))
        index = start + 1
      }
      mendQuotedBody()
    default:
      mendTypography(start)
    }
  }

  private func isBracket(_ position: Int) -> Bool {
    bytes.at(position) == .leftBrace || bytes.at(position) == .leftBracket
  }

  private mutating func mendQuotedBody() {
    let open = index
    var first = open + 1
    while let byte = bytes.at(first), byte.isWhitespace { first += 1 }
    guard isBracket(first) else {
      mendPlainBody(open)
      return
    }
    if bytes[open] == .singleQuote {
      mendSingleQuotedJSON(open)
    } else {
      mendDoubleQuotedJSON(open)
    }
  }

  // MARK: JSON in single quotes

  private mutating func mendSingleQuotedJSON(_ open: Int) {
    var brackets = JSONBrackets()
    // Whether a value in single quotes stands in the string of the body.
    var isInValue = false
    var position = open + 1
    while position < bytes.count {
      let byte = bytes[position]
      if !brackets.isInString { isInValue = false }
      if bytes.isLineEnd(position) {
        brackets.isInString = false
        let next = bytes.afterLineEnd(position)
        if startsNextPart(next) {
          closeBody(open, before: position)
          return
        }
        position = next
      } else if byte == .singleQuote {
        if isInValue && brackets.isInString || isApostrophe(position, brackets) {
          let isBeforeLetter = bytes.at(position + 1)?.isLetter == true
          isInValue = isBeforeLetter && (isInValue || !bytes[position - 1].isLetter)
          escapeApostrophe(position)
          position += 1
        } else if let resumed = resumeAfterClose(position) {
          position = resumed
        } else {
          return
        }
      } else if byte == .backslash, let next = bytes.at(position + 1),
        next == .doubleQuote || next == .backslash
      {
        position += 2
      } else {
        brackets.read(byte)
        position += 1
        if byte == .rightBrace || byte == .rightBracket, brackets.isComplete,
          endsAtOption(position)
        {
          closeBody(open, before: position)
          return
        }
      }
    }
    closeBody(open, before: bytes.count)
  }

  /// Whether blanks and an option follow on the same line.
  func endsAtOption(_ position: Int) -> Bool {
    let next = bytes.skippingBlanks(from: position)
    return next > position && CurlOptionWord.startsLine(bytes, at: next)
  }

  /// An apostrophe in a string of the body: the string goes on behind it on its line.
  private func isApostrophe(_ position: Int, _ brackets: JSONBrackets) -> Bool {
    guard brackets.isInString, let next = bytes.at(position + 1) else { return false }
    if next == .doubleQuote || next == .singleQuote || next == .dollar { return false }
    if next == .backslash { return false }
    if next.isLetter || next >= 0x80 { return true }
    // A plural's apostrophe, if the string is closed behind it. A string that was opened by
    // mistake is not: brackets stand before the quote then.
    if let last = bytes.at(position - 1), last == .rightBrace || last == .rightBracket {
      return false
    }
    var end = position + 1
    while !bytes.isLineEnd(end), end - position < 2_000 {
      if bytes[end] == .singleQuote { return false }
      if bytes[end] == .doubleQuote { return true }
      end += 1
    }
    return false
  }

  private mutating func escapeApostrophe(_ position: Int) {
    insert("'\\", at: position)
    flush(to: position + 1)
    insert(.singleQuote, at: position + 1)
    report(
      Diagnostic(
        .unescapedQuote, at: place(position..<position + 1), subject: "apostrophe",
        "the apostrophe ends the shell's string in the middle of the body",
        assumption: "read as an apostrophe",
        remedy: "write '\\'' for an apostrophe in single quotes",
        fix: [
          Diagnostic.Edit(range: place(position..<position + 1), replacement: "'\\''")
        ]))
  }

  /// `'…'"$X"'…'` and `'…'\''…'`: the word goes on behind the closing quote. Nil where it ends;
  /// `index` then stands behind it.
  private mutating func resumeAfterClose(_ close: Int) -> Int? {
    var position = close + 1
    while !endsWord(position) {
      switch bytes[position] {
      case .singleQuote: return position + 1
      case .doubleQuote:
        guard let end = strictClose(of: position) else {
          index = position
          return nil
        }
        position = end + 1
      case .backslash: position += 2
      case .dollar where bytes.at(position + 1) == .singleQuote:
        position = bytes.ansiClose(from: position + 1).map { $0 + 1 } ?? bytes.count
      case .dollar, .backtick: position = substitutions.end(from: position) ?? position + 1
      default: position += 1
      }
    }
    index = min(position, bytes.count)
    return nil
  }

  /// Ends a body whose closing quote is missing.
  mutating func closeBody(_ open: Int, before end: Int) {
    let close = contentEnd(of: open..<end, atLeast: open + 1)
    insert(bytes[open], at: close)
    reportQuote(at: close, open: open, missing: bytes[open], subject: "body")
    index = close
  }

  // MARK: Other bodies

  private mutating func mendPlainBody(_ open: Int) {
    let lineEnd = lineEnd(from: open)
    let close = strictClose(of: open)
    if let close, close < lineEnd {
      // `-d 'a=b -H 'X: y'`: the string ends with an option whose own quote closes it.
      if !endsWord(close + 1), let option = trailingOption(open + 1..<close) {
        insert(bytes[open], at: option)
        reportQuote(at: option, open: open, missing: bytes[open], subject: "body")
        index = option
      } else {
        skipPieces(from: close + 1)
      }
      return
    }
    if let close, endsWord(close + 1), !hasOptionLine(open..<close) {
      index = close + 1
      return
    }
    // The quote's partner is not its own: the body ends before the next option.
    var position = lineEnd
    while position < bytes.count, !startsNextPart(bytes.afterLineEnd(position)) {
      position = bytes.lineEnd(from: bytes.afterLineEnd(position))
      if let close, position > close, endsWord(close + 1) {
        index = close + 1
        return
      }
    }
    closeBody(open, before: min(position, bytes.count))
  }

  /// Passes over what follows a closed string in the same word, as far as it is sound.
  private mutating func skipPieces(from start: Int) {
    index = start
    let lineEnd = lineEnd(from: start)
    while !endsWord(index) {
      switch bytes[index] {
      case .singleQuote, .doubleQuote:
        guard let close = strictClose(of: index), close < lineEnd else { return }
        index = close + 1
      case .backslash: index += 2
      default: index += 1
      }
    }
    index = min(index, bytes.count)
  }

  private func hasOptionLine(_ range: Range<Int>) -> Bool {
    var position = bytes.lineEnd(from: range.lowerBound)
    while position < range.upperBound {
      let next = bytes.afterLineEnd(position)
      if startsNextPart(next) { return true }
      position = bytes.lineEnd(from: next)
    }
    return false
  }

  /// The place before an option that stands at the end of a string.
  private func trailingOption(_ range: Range<Int>) -> Int? {
    var end = range.upperBound
    while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
    var start = end
    while start > range.lowerBound, !bytes[start - 1].isBlank, end - start < 40 { start -= 1 }
    guard start > range.lowerBound, let word = CurlOptionWord(bytes, at: start), word.end >= end,
      word.option.takesArgument
    else { return nil }
    while start > range.lowerBound, bytes[start - 1].isBlank { start -= 1 }
    return start
  }

  // MARK: Bodies without quotes

  private mutating func mendUnquotedBody(_ start: Int) {
    var end = start
    var isPlaceholder = true
    while let byte = bytes.at(end), !byte.isWhitespace {
      if byte == .doubleQuote || byte == .singleQuote || byte == .colon { isPlaceholder = false }
      if byte == .backslash {
        isPlaceholder = true
        break
      }
      end += 1
    }
    let isClosed = bytes[end - 1] == .rightBrace || bytes[end - 1] == .rightBracket
    if bytes.at(end) == .backslash, !bytes.isLineEnd(end + 1) {
      // Escaped for the shell: leave it alone.
      index = end
      skipPlainWord()
      return
    }
    if isPlaceholder, isClosed {
      index = end
      return
    }
    var brackets = JSONBrackets()
    var position = start
    while position < bytes.count {
      let byte = bytes[position]
      if bytes.isLineEnd(position) {
        brackets.isInString = false
        if startsNextPart(bytes.afterLineEnd(position)) { break }
        position = bytes.afterLineEnd(position)
      } else if byte == .backslash, bytes.at(position + 1) == .doubleQuote {
        position += 2
      } else {
        brackets.read(byte)
        position += 1
        if brackets.isComplete { break }
      }
    }
    let isEnd = bytes.at(position) == .singleQuote || bytes.at(position) == .doubleQuote
    let close =
      brackets.isComplete
      ? position : contentEnd(of: start..<min(position, bytes.count), atLeast: start + 1)
    quote(start..<close)
    index = close
    if isEnd, brackets.isComplete {
      delete(close..<close + 1)
      index = close + 1
      reportQuote(at: start, open: close, missing: bytes[close], subject: "body")
    } else {
      report(
        Diagnostic(
          .unquotedArgument, at: place(start..<close), subject: "body",
          "the body has no quotes, so the shell takes its own away and splits it",
          assumption: "read as one body", remedy: "put the body into single quotes",
          fix: bytes[start..<close].contains(.singleQuote)
            ? [] : [insertion("'", at: start), insertion("'", at: close)]))
    }
  }

  /// Whether a JSON member begins at `start`: a key, a colon and, behind a blank, a value. A shell's
  /// word would end at that blank.
  private func isMember(_ start: Int, before lineEnd: Int) -> Bool {
    guard let close = strictClose(of: start), close > start + 1, close < lineEnd else {
      return false
    }
    let colon = bytes.skippingBlanks(from: close + 1)
    let value = bytes.skippingBlanks(from: colon + 1)
    return bytes.at(colon) == .colon && value > colon + 1 && value < lineEnd
      && !CurlOptionWord.startsLine(bytes, at: value)
  }

  /// A body that lost its quote and its first brace: it goes on to the next option.
  private mutating func mendMembers(_ start: Int) {
    var end = lineEnd(from: start)
    while end < bytes.count, !startsNextPart(bytes.afterLineEnd(end)) {
      end = bytes.lineEnd(from: bytes.afterLineEnd(end))
    }
    let close = contentEnd(of: start..<min(end, bytes.count), atLeast: start + 1)
    if bytes[close - 1] == .singleQuote {
      quote(start..<close - 1)
      delete(close - 1..<close)
      reportQuote(at: start, open: close - 1, missing: .singleQuote, subject: "body")
    } else {
      quote(start..<close)
      report(
        Diagnostic(
          .unquotedArgument, at: place(start..<close), subject: "body",
          "the body has neither quotes nor a first brace, so the shell splits it",
          assumption: "read as one body", remedy: "put the body into single quotes"))
    }
    index = close
  }

  private mutating func skipPlainWord() {
    while !endsWord(index) {
      switch bytes[index] {
      case .singleQuote, .doubleQuote: index = (strictClose(of: index) ?? bytes.count - 1) + 1
      case .backslash: index += 2
      default: index += 1
      }
    }
    index = min(index, bytes.count)
  }
}
