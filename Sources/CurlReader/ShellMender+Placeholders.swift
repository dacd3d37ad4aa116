import Diagnostics

extension ShellMender {
  /// Mends the placeholders before a place whose mend is tried on the whole line, and moves behind
  /// them. False: there are none.
  mutating func settlePlaceholders(
    _ scanner: ShellLineScanner, before stop: ShellLineScanner.Stop
  ) -> Bool {
    switch stop {
    case .openQuote(let position), .controlOperator(let position):
      let words = scanner.placeholderWords.prefix { $0.range.upperBound <= position }
      guard let last = words.last else { return false }
      quotePlaceholders(words)
      index = last.range.upperBound
      pending = nil
      hasURL =
        hasURL
        || scanner.arguments.contains { argument in
          (argument.option == nil || argument.option?.role == .url)
            && argument.range.upperBound <= index
        }
      return true
    default:
      return false
    }
  }

  /// Puts the words with placeholders that the scanner met into quotes.
  mutating func quotePlaceholders(_ words: some Sequence<ShellLineScanner.PlaceholderWord>) {
    for word in words {
      // In single quotes a variable or an escape would be something else.
      let isPlain = !bytes[word.range].contains { byte in
        byte == .singleQuote || byte == .doubleQuote || byte == .backslash || byte == .dollar
          || byte == .backtick
      }
      let ranges = isPlain ? [word.range] : word.placeholders
      for range in ranges {
        insert(.singleQuote, at: range.lowerBound)
        insert(.singleQuote, at: range.upperBound)
      }
      report(
        Diagnostic(
          .unquotedArgument, at: place(word.range),
          subject: bytes[word.placeholders[0]].string,
          "the shell takes < for a redirection", assumption: "read as a placeholder",
          remedy: "put the value into single quotes",
          fix: ranges.flatMap { range in
            [insertion("'", at: range.lowerBound), insertion("'", at: range.upperBound)]
          }))
    }
  }
}
