import Diagnostics

extension ShellMender {
  /// What the next line is to the command before it.
  private enum NextLine {
    /// An option, or a URL or an argument that the command still lacks: it goes on.
    case continues
    /// Another curl command.
    case command
    case other
    case nothing
  }

  /// Mends the command's line from `index` on, and moves to what follows. False: the command ends.
  mutating func mendCurlLine() -> Bool {
    let start = index
    var scanner = lineScanner(from: start)
    let stop = scanner.scan()
    substitutions = scanner.substitutions
    if settlePlaceholders(scanner, before: stop) { return true }
    heredocs += scanner.heredocs
    switch stop {
    case .lineEnd(let end):
      if let broken = implausibleHeader(scanner) { return mendUnquotedHeader(broken, scanner) }
      accept(scanner)
      return mendLineEnd(end, scanner)
    case .comment(let position):
      accept(scanner)
      let end = bytes.lineEnd(from: position)
      delete(position..<end)
      return mendLineEnd(end, scanner)
    case .controlOperator(let position):
      if let close = closingQuote(behindOperator: position), tryToMend(close, lineStart: start) {
        return true
      }
      accept(scanner)
      index = position + 1
      return false
    case .data(let position):
      if let broken = implausibleHeader(scanner) { return mendUnquotedHeader(broken, scanner) }
      accept(scanner)
      index = position
      mendData()
      pending = nil
      return true
    case .openQuote(let position):
      mendOpenQuote(position, lineStart: start)
      return true
    case .typographic(let position):
      accept(scanner)
      mendTypography(position)
      return true
    case .unquotedURL(let range):
      accept(scanner)
      hasURL = true
      insert(.singleQuote, at: range.lowerBound)
      insert(.singleQuote, at: range.upperBound)
      index = range.upperBound
      report(
        Diagnostic(
          .unquotedArgument, at: place(range), subject: "URL",
          bytes[range].contains(.lessThan)
            ? "the shell takes < for a redirection" : "the shell cuts the URL at &",
          assumption: "read as one URL",
          remedy: "put the URL into single quotes",
          fix: [
            insertion("'", at: range.lowerBound), insertion("'", at: range.upperBound),
          ]))
      return true
    case .lostOption(let lost):
      accept(scanner)
      mendLostOption(lost)
      return true
    case .bareHeader(let header):
      accept(scanner)
      mendBareHeader(header)
      return true
    case .linkedURL(let linked):
      accept(scanner)
      mendLinkedURL(linked)
      return true
    }
  }

  private mutating func mendLinkedURL(_ linked: ShellLineScanner.LinkedURL) {
    let url = bytes[linked.url].string
    report(
      Diagnostic(
        .malformedURL, at: place(linked.range), subject: "URL",
        "the URL stands in the marks of a link, which the shell does not know",
        assumption: "read as \(url)", remedy: "write the URL alone, in single quotes",
        fix: url.contains("'") || url.contains("$")
          ? [] : [Diagnostic.Edit(range: place(linked.range), replacement: "'\(url)'")]))
    delete(linked.range.lowerBound..<linked.url.lowerBound)
    quote(linked.url)
    flush(to: linked.url.upperBound)
    delete(linked.url.upperBound..<linked.range.upperBound)
    hasURL = true
    pending = nil
    index = linked.range.upperBound
  }

  private mutating func mendLostOption(_ lost: ShellLineScanner.LostOption) {
    let option = "-" + [lost.letter].string
    let written = bytes[lost.range].split(separator: .space).map(\.string)
    let what =
      written.isEmpty
      ? "the argument stands without its option"
      : "\(written.joined(separator: " ")) is no option"
    report(
      Diagnostic(
        .missingOption, at: place(lost.range.lowerBound..<lost.range.upperBound + 1),
        subject: option, "\(what), so curl takes it for a URL",
        assumption: "read as the argument of \(option)", remedy: "write \(option) before it",
        fix: [Diagnostic.Edit(range: place(lost.range), replacement: option + " ")]))
    delete(lost.range)
    insert(.hyphen, at: lost.range.upperBound)
    insert(lost.letter, at: lost.range.upperBound)
    insert(.space, at: lost.range.upperBound)
    pending = lost.option
    index = lost.range.upperBound
  }

  private mutating func mendBareHeader(_ header: Range<Int>) {
    let name = bytes[header].prefix { $0 != .colon }.string
    report(
      Diagnostic(
        .missingOption, at: place(header), subject: "-H \(name)",
        "the header stands without its option and without quotes, so curl takes it for URLs",
        assumption: "read as the argument of -H",
        remedy: "write -H before it and put it into quotes",
        fix: [insertion("-H '", at: header.lowerBound), insertion("'", at: header.upperBound)]))
    insert("-H '", at: header.lowerBound)
    insert(.singleQuote, at: header.upperBound)
    index = header.upperBound
  }

  mutating func accept(_ scanner: ShellLineScanner) {
    quotePlaceholders(scanner.placeholderWords)
    pending = scanner.pending
    hasURL = scanner.hasURL
    for argument in scanner.arguments
    where argument.option == nil || argument.option?.role == .url {
      noteBackslash(argument.range)
    }
  }

  /// `'https://…\'`: the backslash is a part of the URL.
  private mutating func noteBackslash(_ range: Range<Int>) {
    guard range.count > 2, bytes[range.upperBound - 1] == .singleQuote,
      bytes[range.upperBound - 2] == .backslash
    else { return }
    let backslash = range.upperBound - 2..<range.upperBound - 1
    report(
      Diagnostic(
        .strayBackslash, at: place(backslash), subject: "URL",
        "the URL ends in a backslash", assumption: "kept, since curl sends it",
        remedy: "take the backslash away"))
  }

  /// Mends the end of a line, where the command ends or goes on.
  private mutating func mendLineEnd(_ end: Int, _ scanner: ShellLineScanner) -> Bool {
    if !heredocs.isEmpty, scanner.ending == .plain {
      index = bytes.afterLineEnd(end)
      skipHeredocs()
      return false
    }
    let following = bytes.afterLineEnd(end)
    let (next, kind, isAdjacent) = nextLine(after: following)
    let backslash = max(scanner.contentEnd, index)
    switch scanner.ending {
    case .continuation:
      if isAdjacent, kind == .continues || kind == .other {
        return joinAdjacent(end, next, backslash, kind)
      }
      if kind == .continues {
        join(scanner, end, next, "the command is cut off by what stands between its lines")
        return true
      }
      dangle(backslash..<end, end)
      return false
    case .blankAfterBackslash, .commentAfterBackslash:
      if kind == .continues || (isAdjacent && kind == .other) {
        let what = scanner.ending == .blankAfterBackslash ? "blank" : "comment"
        join(scanner, end, next, "a \(what) stands behind the backslash")
        return true
      }
      dangle(backslash..<end, end, isComment: scanner.ending == .commentAfterBackslash)
      return false
    case .doubledBackslash, .slash, .otherShell, .plain:
      // A caret or backtick can be nothing but a continuation.
      let goesOn = scanner.ending == .otherShell && isAdjacent && kind == .other
      guard kind == .continues || goesOn else {
        index = end
        return false
      }
      let problem =
        switch scanner.ending {
        case .doubledBackslash: "two backslashes stand where one belongs"
        case .slash: "a slash stands where the backslash belongs"
        case .otherShell: "the mark of another shell stands where the backslash belongs"
        default: "the backslash is missing at the end of the line"
        }
      join(scanner, end, next, problem)
      return true
    }
  }

  /// A sound continuation; only the blank between the words may be missing.
  private mutating func joinAdjacent(
    _ end: Int, _ next: Int, _ backslash: Int, _ kind: NextLine
  ) -> Bool {
    index = next
    mendContinuationPrompt()
    let isGlued =
      end >= 2 && !bytes[end - 2].isWhitespace && next > 0 && !bytes[next - 1].isBlank
      && kind == .continues
    guard isGlued else { return true }
    insert(.space, at: end - 1)
    report(
      Diagnostic(
        .missingContinuation, at: place(end - 1..<end), subject: subject(at: next),
        "the blank before the backslash is missing, so the words of the two lines are one",
        assumption: "read as two words", remedy: "put a blank before the backslash",
        fix: [insertion(" ", at: end - 1)]))
    return true
  }

  /// `> ` that a terminal shows before the further lines of a command.
  private mutating func mendContinuationPrompt() {
    guard hasPrompt, bytes.at(index) == .greaterThan, bytes.at(index + 1)?.isBlank == true else {
      return
    }
    let next = bytes.skippingBlanks(from: index + 1)
    delete(index..<next)
    index = next
  }

  private mutating func join(
    _ scanner: ShellLineScanner, _ end: Int, _ next: Int, _ problem: String
  ) {
    let contentEnd = max(scanner.contentEnd, min(index, end))
    let subject = subject(at: next)
    // What a comment says is not for a fix to throw away.
    let isDirect =
      bytes.skippingBlanks(from: bytes.afterLineEnd(end)) == next
      && scanner.ending != .commentAfterBackslash
    report(
      Diagnostic(
        .missingContinuation, at: place(contentEnd..<max(end, contentEnd)), subject: subject,
        "\(problem), so \(subject) is cut off from the command",
        assumption: "the next line is read as part of the command",
        remedy: "end the line with a blank and a backslash",
        fix: isDirect
          ? [Diagnostic.Edit(range: place(contentEnd..<max(end, contentEnd)), replacement: " \\")]
          : []))
    delete(contentEnd..<next)
    insert(.space, at: next)
    index = next
  }

  private mutating func dangle(_ range: Range<Int>, _ end: Int, isComment: Bool = false) {
    var backslash = range.lowerBound
    while backslash < range.upperBound, bytes[backslash] != .backslash { backslash += 1 }
    report(
      Diagnostic(
        .danglingContinuation, at: place(backslash..<min(backslash + 1, bytes.count)),
        subject: "backslash", "nothing follows the backslash at the end of the command",
        assumption: "the backslash is left out", remedy: "take the backslash away",
        fix: isComment ? [] : [Diagnostic.Edit(range: place(backslash..<end), replacement: "")]))
    delete(backslash..<end)
    index = end
  }

  /// The first word of a line, with the header's name: stable when lines move.
  func subject(at position: Int) -> String {
    guard let word = CurlOptionWord(bytes, at: position) else { return "URL" }
    let option = bytes[position..<word.end].string
    guard word.option.role == .header else { return option }
    var start = word.end
    while let byte = bytes.at(start), byte.isBlank || byte == .singleQuote || byte == .doubleQuote {
      start += 1
    }
    var end = start
    while let byte = bytes.at(end), byte.isHeaderNamePart, byte != .singleQuote, end - start < 60 {
      end += 1
    }
    return option + " " + bytes[start..<end].string
  }

  /// The next line that is neither blank nor a comment, and whether it is the very next one.
  private mutating func nextLine(after following: Int) -> (Int, NextLine, Bool) {
    guard following < bytes.count else { return (bytes.count, .nothing, false) }
    var position = following
    while position < bytes.count {
      let start = bytes.skippingBlanks(from: position)
      if bytes.isLineEnd(start) {
        position = bytes.afterLineEnd(start)
      } else if bytes[start] == .hash, bytes.at(start + 1)?.isBlank ?? true {
        position = bytes.afterLineEnd(bytes.lineEnd(from: start))
      } else {
        let isAdjacent = bytes.skippingBlanks(from: following) == start
        return (start, kind(ofLineAt: start), isAdjacent)
      }
    }
    return (bytes.count, .nothing, false)
  }

  private func kind(ofLineAt start: Int) -> NextLine {
    if isCurlWord(at: start) { return .command }
    var start = start
    if hasPrompt, bytes.at(start) == .greaterThan, bytes.at(start + 1)?.isBlank == true {
      start = bytes.skippingBlanks(from: start + 1)
    }
    if pending != nil || CurlOptionWord.startsLine(bytes, at: start) { return .continues }
    if !hasURL, startsURL(start) { return .continues }
    if let typographic = Typography(bytes, at: start), typographic.kind == .dash {
      return .continues
    }
    // Behind a prompt the next lines may be what the command prints.
    if hasPrompt { return .other }
    return lineScanner(from: start).lostOption(at: start) == nil ? .other : .continues
  }

  /// Whether an option of a curl command or another curl command starts the line at `position`.
  func startsNextPart(_ position: Int) -> Bool {
    let start = bytes.skippingBlanks(from: position)
    return CurlOptionWord.startsLine(bytes, at: start) || isCurlWord(at: start)
  }
}
