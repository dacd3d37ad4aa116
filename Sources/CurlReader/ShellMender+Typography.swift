import Diagnostics

extension ShellMender {
  /// Turns a typographic quote, dash or blank at `position` into what the shell knows.
  mutating func mendTypography(_ position: Int) {
    guard let found = Typography(bytes, at: position) else {
      index = position + 1
      return
    }
    let range = position..<position + found.width
    switch found.kind {
    case .blank:
      delete(range)
      insert(.space, at: range.upperBound)
      index = range.upperBound
      reportDash(range, "a no-break space", " ")
    case .dash:
      var end = range.upperBound
      while let byte = bytes.at(end), byte.isLetter { end += 1 }
      let isLong = end - range.upperBound > 1
      delete(range)
      insert(isLong ? "--" : "-", at: range.upperBound)
      // The option behind the dash is read together with it.
      takeOption(named: range.upperBound..<end, isLong: isLong)
      index = end
      reportDash(range, "a typographic dash", isLong ? "--" : "-")
    case .openingQuote, .closingQuote:
      mendSmartString(position, range)
    }
  }

  private mutating func takeOption(named name: Range<Int>, isLong: Bool) {
    let word = (isLong ? [.hyphen, .hyphen] : [.hyphen]) + Array(bytes[name].prefix(66)) + [.space]
    guard let option = CurlOptionWord(word, at: 0)?.option, option.takesArgument else { return }
    pending = option
  }

  private mutating func reportDash(_ range: Range<Int>, _ what: String, _ plain: String) {
    report(
      Diagnostic(
        .smartDash, at: place(range), subject: what,
        "\(what) stands where the shell wants a plain one", assumption: "read as a plain one",
        remedy: "write a plain one",
        fix: [Diagnostic.Edit(range: place(range), replacement: plain)]))
  }

  /// A string in typographic quotes, read as one in single quotes.
  private mutating func mendSmartString(_ position: Int, _ opening: Range<Int>) {
    let isBody = pending?.takesData ?? false
    var end = opening.upperBound
    var close: Range<Int>?
    while end < bytes.count, isBody || !bytes.isLineEnd(end) {
      if isBody, bytes.isLineEnd(end), startsNextPart(bytes.afterLineEnd(end)) { break }
      if let found = Typography(bytes, at: end), found.isQuote {
        if endsWord(end + found.width) {
          close = end..<end + found.width
          break
        }
        end += found.width
      } else if bytes[end] == .singleQuote || bytes[end] == .doubleQuote,
        !isBody, endsWord(end + 1)
      {
        close = end..<end + 1
        break
      } else {
        end += 1
      }
    }
    let contentEnd =
      close?.lowerBound
      ?? contentEnd(of: opening.upperBound..<end, atLeast: opening.upperBound)
    delete(opening)
    quote(opening.upperBound..<contentEnd)
    if let close { delete(close) }
    index = close?.upperBound ?? contentEnd
    if pending == nil || pending?.role == .url { hasURL = true }
    pending = nil
    var fix: [Diagnostic.Edit] = []
    if let close, !bytes[opening.upperBound..<contentEnd].contains(.singleQuote) {
      fix = [opening, close].map { Diagnostic.Edit(range: place($0), replacement: "'") }
    }
    report(
      Diagnostic(
        .smartQuotes, at: place(opening), subject: "quote",
        "the string stands in typographic quotes, which the shell does not know",
        assumption: "read as straight quotes", remedy: "write straight quotes", fix: fix))
  }

  /// Whether a string may end here: a blank, a line end or the end of the command follows.
  func endsWord(_ position: Int) -> Bool {
    guard let byte = bytes.at(position) else { return true }
    switch byte {
    case .space, .tab, .newline, .carriageReturn, .semicolon, .ampersand, .bar, .greaterThan,
      .lessThan, .rightParenthesis:
      return true
    case .backslash: return bytes.isLineEnd(bytes.skippingBlanks(from: position + 1))
    default: return false
    }
  }

  /// Puts a range into single quotes; what it says stays as it is.
  mutating func quote(_ range: Range<Int>) {
    insert(.singleQuote, at: range.lowerBound)
    for index in range where bytes[index] == .singleQuote {
      insert("'\\", at: index)
      flush(to: index + 1)
      insert(.singleQuote, at: index + 1)
    }
    insert(.singleQuote, at: range.upperBound)
  }
}
