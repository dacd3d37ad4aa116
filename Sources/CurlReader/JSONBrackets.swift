/// How far the brackets of a JSON text are open. Strings of JSON end with their line at the latest.
struct JSONBrackets {
  var depth = 0
  var isInString = false
  var hasOpened = false

  var isComplete: Bool { hasOpened && depth <= 0 && !isInString }

  mutating func read(_ byte: UInt8) {
    switch byte {
    case .doubleQuote: isInString.toggle()
    case .leftBrace, .leftBracket:
      guard !isInString else { return }
      depth += 1
      hasOpened = true
    case .rightBrace, .rightBracket:
      if !isInString { depth -= 1 }
    default: break
    }
  }
}
