/// Finds the end of `$(…)`, `${…}` and `` `…` ``, which may nest in each other and in quotes.
struct ShellSubstitution {
  let bytes: [UInt8]
  /// From here on a substitution was seen that never ends; those behind it are not looked at again,
  /// so that a text full of them is read only once.
  private var unendingFrom = Int.max

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private enum Context { case parenthesis, brace, backtick, doubleQuote, plainParenthesis }

  /// The place behind the substitution that starts at `start`, nil where none starts there or it
  /// has no end.
  mutating func end(from start: Int) -> Int? {
    guard start < unendingFrom, let opening = opening(at: start) else { return nil }
    var contexts = [opening.context]
    var index = start + opening.width
    while index < bytes.count, let context = contexts.last {
      let byte = bytes[index]
      if byte == .backslash {
        index += 2
        continue
      }
      if closes(byte, context) {
        contexts.removeLast()
        index += 1
        continue
      }
      if context == .backtick {
        index += 1
        continue
      }
      if byte == .singleQuote, context != .doubleQuote {
        index += 1
        while index < bytes.count, bytes[index] != .singleQuote { index += 1 }
        index += 1
      } else if byte == .doubleQuote {
        contexts.append(.doubleQuote)
        index += 1
      } else if byte == .leftParenthesis,
        context == .parenthesis || context == .plainParenthesis
      {
        contexts.append(.plainParenthesis)
        index += 1
      } else if let inner = self.opening(at: index) {
        contexts.append(inner.context)
        index += inner.width
      } else {
        index += 1
      }
    }
    if contexts.isEmpty, index <= bytes.count { return index }
    unendingFrom = start
    return nil
  }

  private func closes(_ byte: UInt8, _ context: Context) -> Bool {
    switch context {
    case .parenthesis, .plainParenthesis: byte == .rightParenthesis
    case .brace: byte == .rightBrace
    case .backtick: byte == .backtick
    case .doubleQuote: byte == .doubleQuote
    }
  }

  private func opening(at index: Int) -> (context: Context, width: Int)? {
    switch bytes.at(index) {
    case UInt8.backtick: return (.backtick, 1)
    case UInt8.dollar:
      switch bytes.at(index + 1) {
      case UInt8.leftParenthesis: return (.parenthesis, 2)
      case UInt8.leftBrace: return (.brace, 2)
      default: return nil
      }
    default: return nil
    }
  }
}
