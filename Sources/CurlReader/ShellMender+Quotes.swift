import Diagnostics

extension ShellMender {
  /// Longer lines are not tried out.
  private static let longestTriedLine = 1_500
  private static let mostTries = 32

  /// Mends a line on which a quote has no partner: the smallest change after which the line reads
  /// like a part of a curl command.
  mutating func mendOpenQuote(_ open: Int, lineStart: Int) {
    if tryToMend(open, lineStart: lineStart) { return }
    let line = lineStart..<lineEnd(from: open)
    mendHopelessQuote(open, contentEnd(of: line, atLeast: open + 1))
  }

  /// Tries all repairs of a line; false where none makes it plausible.
  mutating func tryToMend(_ open: Int, lineStart: Int) -> Bool {
    let lineEnd = lineEnd(from: open)
    let contentEnd = contentEnd(of: lineStart..<lineEnd, atLeast: open + 1)
    guard contentEnd - lineStart <= ShellMender.longestTriedLine else { return false }
    for changes in candidates(open, lineStart, contentEnd).prefix(ShellMender.mostTries) {
      let edit = LineEdit(changes, to: lineStart..<contentEnd, of: bytes)
      guard let reading = edit.reading(pending: pending, hasURL: hasURL) else { continue }
      apply(edit, open: open)
      pending = reading.pending
      hasURL = reading.hasURL
      index = reading.bodyStart ?? contentEnd
      return true
    }
    return false
  }

  /// The quote at the end of a line on which an operator of the shell stands outside quotes:
  /// `-H Agent: a (b)' \` lacks its opening quote.
  mutating func closingQuote(behindOperator position: Int) -> Int? {
    let line = position..<lineEnd(from: position)
    guard line.count < ShellMender.longestTriedLine else { return nil }
    let end = contentEnd(of: line, atLeast: position + 1)
    guard end - position >= 2, !bytes[end - 2].isBlank,
      bytes[end - 1] == .singleQuote || bytes[end - 1] == .doubleQuote
    else { return nil }
    var open: Int?
    for index in position..<end where bytes[index] == .singleQuote || bytes[index] == .doubleQuote {
      if let start = open {
        if bytes[start] == bytes[index] { open = nil }
      } else {
        open = index
      }
    }
    return open == end - 1 ? open : nil
  }

  /// Nothing helped: a string over several lines is taken as it is where it ends well.
  private mutating func mendHopelessQuote(_ open: Int, _ contentEnd: Int) {
    var scanner = lineScanner(from: contentEnd)
    _ = scanner.scan()
    let next = bytes.afterLineEnd(bytes.lineEnd(from: contentEnd))
    if !startsNextPart(next), let close = strictClose(of: open) {
      index = close + 1
      pending = nil
      hasURL = true
      return
    }
    insert(bytes[open], at: contentEnd)
    reportQuote(at: contentEnd, open: open, missing: bytes[open])
    index = contentEnd
    pending = nil
    hasURL = true
  }

  /// Where the shell sees the end of the string.
  func strictClose(of open: Int) -> Int? {
    let quote = bytes[open]
    var position = open + 1
    while position < bytes.count {
      if bytes[position] == quote { return position }
      if quote == .doubleQuote, bytes[position] == .backslash { position += 1 }
      position += 1
    }
    return nil
  }

  /// The end of a line without the backslash at its end.
  func contentEnd(of line: Range<Int>, atLeast: Int) -> Int {
    var end = line.upperBound
    while end > atLeast, bytes[end - 1].isWhitespace { end -= 1 }
    if end > atLeast, bytes[end - 1] == .backslash {
      end -= 1
      while end > atLeast, bytes[end - 1].isBlank { end -= 1 }
    }
    return end
  }

  /// The repairs to try, the likeliest first.
  private func candidates(_ open: Int, _ lineStart: Int, _ contentEnd: Int) -> [[LineEdit.Change]] {
    let quote = bytes[open]
    let other: UInt8 = quote == .singleQuote ? .doubleQuote : .singleQuote
    var candidates: [[LineEdit.Change]] = []
    // The string ends with the other kind of quote, or with a typographic one.
    if contentEnd - 1 > open, bytes[contentEnd - 1] == other {
      candidates.append([.replace(at: contentEnd - 1, with: quote)])
    }
    if contentEnd - 3 > open, let last = Typography(bytes, at: contentEnd - 3), last.isQuote {
      candidates.append([
        .delete(at: contentEnd - 3), .delete(at: contentEnd - 2),
        .replace(at: contentEnd - 1, with: quote),
      ])
    }
    candidates.append([.insert(quote, at: contentEnd)])
    for place in optionStarts(lineStart..<contentEnd) where place > open {
      candidates.append([.insert(quote, at: place)])
    }
    candidates.append([.delete(at: open)])
    // The quote closes a string that was never opened.
    for place in wordStarts(lineStart..<open) {
      if bytes[place] == quote, bytes.at(place + 1) == quote {
        candidates.append([.delete(at: place)])
      } else if bytes[place] == other {
        candidates.append([.replace(at: place, with: quote)])
      } else {
        candidates.append([.insert(quote, at: place)])
      }
    }
    for place in optionStarts(lineStart..<open) {
      candidates.append([.insert(quote, at: place)])
    }
    return candidates
  }

  /// Where the words before the line's options end.
  private func optionStarts(_ range: Range<Int>) -> [Int] {
    var places: [Int] = []
    for index in range where bytes[index] == .hyphen && index > range.lowerBound {
      guard bytes[index - 1].isBlank, CurlOptionWord.startsLine(bytes, at: index) else { continue }
      var end = index
      while end > range.lowerBound, bytes[end - 1].isBlank { end -= 1 }
      places.append(end)
    }
    return places
  }

  /// Where words start, options left out; also behind a joined option letter.
  private func wordStarts(_ range: Range<Int>) -> [Int] {
    var places: [Int] = []
    for index in range where !bytes[index].isBlank {
      guard index == range.lowerBound || bytes[index - 1].isBlank else { continue }
      if let word = CurlOptionWord(bytes, at: index) {
        if let attached = word.attached, attached < range.upperBound { places.append(attached) }
      } else {
        places.append(index)
      }
    }
    return places
  }

  private mutating func apply(_ edit: LineEdit, open: Int) {
    for change in edit.changes {
      switch change {
      case .insert(let byte, let place):
        insert(byte, at: place)
        reportQuote(at: place, open: open, missing: byte)
      case .delete(let place):
        delete(place..<place + 1)
        if bytes[place] == .singleQuote || bytes[place] == .doubleQuote {
          report(
            Diagnostic(
              .unterminatedQuote, at: place.asRange(in: self), subject: quoteSubject(open),
              "one quote too many, so the shell reads the following words as a string",
              assumption: "the quote is left out", remedy: "take the quote away",
              fix: [Diagnostic.Edit(range: place.asRange(in: self), replacement: "")]))
        }
      case .replace(let place, let byte):
        delete(place..<place + 1)
        insert(byte, at: place + 1)
        report(
          Diagnostic(
            .unterminatedQuote, at: place.asRange(in: self), subject: quoteSubject(open),
            "the string starts with one kind of quote and ends with another",
            assumption: "read with \([byte].string) at both ends",
            remedy: "write the same quote at both ends",
            notes: [Diagnostic.Note(range: open.asRange(in: self), message: "the quote")]))
      }
    }
  }

  mutating func reportQuote(
    at position: Int, open: Int, missing quote: UInt8, subject: String? = nil
  ) {
    let isClosing = position > open
    report(
      Diagnostic(
        .unterminatedQuote, at: place(max(position - 1, 0)..<min(max(position, 1), bytes.count)),
        subject: subject ?? quoteSubject(open),
        isClosing ? "no closing quote for this string" : "no opening quote for this string",
        assumption: isClosing ? "the string ends here" : "the string starts here",
        remedy: "write \([quote].string) here",
        notes: [
          Diagnostic.Note(
            range: open.asRange(in: self),
            message: isClosing ? "the quote that opens it" : "the quote that closes it")
        ],
        fix: [insertion([quote].string, at: position)]))
  }

  /// The option whose argument the quote stands in, as on its line.
  private func quoteSubject(_ open: Int) -> String {
    var start = open
    while start > 0, bytes[start - 1] != .newline, open - start < 400 { start -= 1 }
    start = bytes.skippingBlanks(from: start)
    return subject(at: start)
  }

  // MARK: Headers without quotes

  /// A header that the shell cuts at its blank: `-H Content-Type: application/json`.
  func implausibleHeader(_ scanner: ShellLineScanner) -> Range<Int>? {
    let arguments = scanner.arguments
    guard arguments.count < 64 else { return nil }
    for (position, argument) in arguments.enumerated() {
      guard argument.option?.role == .header, bytes[argument.range].last == .colon,
        position + 1 < arguments.count, arguments[position + 1].option == nil,
        !startsURL(arguments[position + 1].range.lowerBound)
      else { continue }
      var last = position + 1
      while last + 1 < arguments.count, arguments[last + 1].option == nil,
        !startsURL(arguments[last + 1].range.lowerBound)
      {
        last += 1
      }
      let range = argument.range.lowerBound..<arguments[last].range.upperBound
      let isPlain = !bytes[range].contains(.singleQuote) && !bytes[range].contains(.doubleQuote)
      if isPlain { return range }
    }
    return nil
  }

  mutating func mendUnquotedHeader(_ range: Range<Int>, _ scanner: ShellLineScanner) -> Bool {
    quotePlaceholders(scanner.placeholderWords.prefix { $0.range.upperBound <= range.lowerBound })
    insert(.singleQuote, at: range.lowerBound)
    insert(.singleQuote, at: range.upperBound)
    report(
      Diagnostic(
        .unquotedArgument, at: place(range),
        subject: "-H " + bytes[range].prefix { $0 != .colon }.string,
        "the shell splits the header at its blanks", assumption: "read as one header",
        remedy: "put the header into single quotes",
        fix: [insertion("'", at: range.lowerBound), insertion("'", at: range.upperBound)]))
    pending = nil
    hasURL =
      hasURL
      || scanner.arguments.contains { $0.option == nil && startsURL($0.range.lowerBound) }
    index = range.upperBound
    return true
  }
}

extension Int {
  /// The place in the page of the byte here.
  fileprivate func asRange(in mender: ShellMender) -> Range<Int> {
    mender.place(self..<Swift.min(self + 1, mender.bytes.count))
  }
}
