import Diagnostics

extension ShellLexer {
  /// Reads the word at `index` and gives its value: no quotes, no escapes, variables as written.
  mutating func wordValue() -> MappedText {
    var value = MappedText(at: text.sourceOffset(of: index))
    var runStart = index
    func flush(_ lexer: ShellLexer, _ value: inout MappedText) {
      value.append(runStart..<lexer.index, of: lexer.text)
    }
    while index < bytes.count, !bytes.isLineEnd(index) {
      switch bytes[index] {
      case .space, .tab, .semicolon, .ampersand, .bar, .leftParenthesis, .rightParenthesis:
        flush(self, &value)
        return value
      case .lessThan, .greaterThan:
        guard index == runStart, value.isEmpty, bytes.at(index + 1) == .leftParenthesis else {
          flush(self, &value)
          return value
        }
        // A process substitution stays as it is written.
        index += 1
        while index < bytes.count, bytes[index] != .rightParenthesis { index += 1 }
        index = min(index + 1, bytes.count)
      case .backslash:
        flush(self, &value)
        if index + 1 < bytes.count, bytes.isLineEnd(index + 1) {
          index = bytes.afterLineEnd(index + 1)
        } else if index + 1 < bytes.count {
          value.append(index + 1..<index + 2, of: text)
          index += 2
        } else {
          // At the very end there is nothing to escape: the shell keeps the backslash.
          value.append(index..<index + 1, of: text)
          index += 1
        }
        runStart = index
      case .singleQuote:
        flush(self, &value)
        readSingleQuoted(into: &value)
        runStart = index
      case .doubleQuote:
        flush(self, &value)
        readDoubleQuoted(into: &value)
        runStart = index
      case .backtick, .dollar:
        if bytes[index] == .dollar, bytes.at(index + 1) == .singleQuote {
          flush(self, &value)
          readAnsiQuoted(into: &value)
          runStart = index
        } else if bytes[index] == .dollar, bytes.at(index + 1) == .doubleQuote {
          flush(self, &value)
          index += 1
          readDoubleQuoted(into: &value)
          runStart = index
        } else {
          skipVariable()
        }
      default:
        index += 1
      }
    }
    flush(self, &value)
    return value
  }

  /// Passes over a variable, a substitution or a lone `$`, which stay as they are.
  mutating func skipVariable() {
    let start = index
    if let end = substitutions.end(from: start) {
      index = end
      noteVariable(start..<end)
      return
    }
    index += 1
    guard bytes[start] == .dollar, let next = bytes.at(index) else { return }
    if next.isNameStart {
      while let byte = bytes.at(index), byte.isNamePart { index += 1 }
      noteVariable(start..<index)
    } else if next.isDigit || next == .at || next == .questionMark || next == .exclamation {
      index += 1
      noteVariable(start..<index)
    }
  }

  private mutating func readSingleQuoted(into value: inout MappedText) {
    let opening = index
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != .singleQuote { index += 1 }
    value.append(start..<index, of: text)
    closeQuote(opening)
  }

  private mutating func readDoubleQuoted(into value: inout MappedText) {
    let opening = index
    index += 1
    var runStart = index
    while index < bytes.count, bytes[index] != .doubleQuote {
      let byte = bytes[index]
      if byte == .backslash, let next = bytes.at(index + 1) {
        if bytes.isLineEnd(index + 1) {
          value.append(runStart..<index, of: text)
          index = bytes.afterLineEnd(index + 1)
          runStart = index
        } else if next == .dollar || next == .backtick || next == .doubleQuote
          || next == .backslash
        {
          value.append(runStart..<index, of: text)
          runStart = index + 1
          index += 2
        } else {
          index += 2
        }
      } else if byte == .dollar || byte == .backtick {
        skipVariable()
      } else {
        index += 1
      }
    }
    index = min(index, bytes.count)
    value.append(runStart..<index, of: text)
    closeQuote(opening)
  }

  private mutating func closeQuote(_ opening: Int) {
    if index < bytes.count {
      index += 1
      return
    }
    diagnostics.append(
      Diagnostic(
        .unterminatedQuote, at: text.sourceRange(ofByteAt: opening),
        subject: "quote", "no closing quote for this one",
        assumption: "the string ends with the block",
        remedy: "close the quote where the string ends"))
  }

  /// `$'…'`: the escapes of C.
  private mutating func readAnsiQuoted(into value: inout MappedText) {
    let opening = index + 1
    index += 2
    var runStart = index
    var isCut = false
    while index < bytes.count, bytes[index] != .singleQuote {
      guard bytes[index] == .backslash, index + 1 < bytes.count else {
        index += 1
        continue
      }
      if !isCut { value.append(runStart..<index, of: text) }
      let escape = AnsiEscape(bytes, at: index)
      // A NUL ends the string for the shell, though not for its reader.
      if escape.bytes.contains(0) { isCut = true }
      if !isCut {
        value.append(
          escape.bytes, standingAt: text.sourceOffset(of: index), width: escape.width)
      }
      index += escape.width
      runStart = index
    }
    if !isCut { value.append(runStart..<index, of: text) }
    closeQuote(opening)
  }

  /// The text of a heredoc whose first line starts at `index`.
  mutating func heredocBody(_ heredoc: PendingHeredoc) -> MappedText {
    var body = MappedText(at: text.sourceOffset(of: index))
    while index < bytes.count {
      if heredoc.stripsTabs {
        while bytes.at(index) == .tab { index += 1 }
      }
      let end = bytes.lineEnd(from: index)
      if bytes[index..<end].elementsEqual(heredoc.delimiter) {
        index = bytes.afterLineEnd(end)
        return body
      }
      if heredoc.isQuoted {
        body.append(index..<bytes.afterLineEnd(end), of: text)
        index = bytes.afterLineEnd(end)
      } else {
        readHeredocLine(to: end, into: &body)
      }
    }
    return body
  }

  private mutating func readHeredocLine(to end: Int, into body: inout MappedText) {
    var runStart = index
    while index < end {
      let byte = bytes[index]
      if byte == .backslash, let next = bytes.at(index + 1) {
        if bytes.isLineEnd(index + 1) {
          body.append(runStart..<index, of: text)
          index = bytes.afterLineEnd(index + 1)
          return
        }
        if next == .dollar || next == .backtick || next == .backslash {
          body.append(runStart..<index, of: text)
          runStart = index + 1
        }
        index += 2
      } else if byte == .dollar || byte == .backtick {
        skipVariable()
        if index > end {
          body.append(runStart..<index, of: text)
          return
        }
      } else {
        index += 1
      }
    }
    index = bytes.afterLineEnd(end)
    body.append(runStart..<index, of: text)
  }
}
