package import Diagnostics

/// Takes out of a code block what nobody types there: characters that cannot be seen, and entities
/// of HTML, which code does not know.
package enum CodeText {
  /// More findings of one kind in a block tell nothing new.
  private static let limit = 100

  /// - Parameter isCommand: whether the block is a command, in which no URL has an `&amp;`.
  package static func mend(
    _ text: MappedText, isCommand: Bool
  ) -> (text: MappedText, diagnostics: [Diagnostic]) {
    let bytes = text.bytes
    guard bytes.contains(where: { $0 == 0xE2 || $0 == 0xEF || $0 == 0xC2 || $0 == .ampersand })
    else { return (text, []) }
    let escapesSingleQuotes = isCommand && escapesSingleQuotes(bytes)
    let isEscaped =
      !bytes.contains(.doubleQuote) && (escapesSingleQuotes || escapesDoubleQuotes(bytes))
    var mended = MappedText(at: text.sourceOffset(of: 0))
    var diagnostics: [Diagnostic] = []
    var copied = 0
    var index = 0
    // Whether the word so far holds a URL.
    var isURL = false
    while index < bytes.count {
      if let end = invisibleEnd(bytes, at: index), !isBetweenLetters(bytes, index..<end) {
        mended.append(copied..<index, of: text)
        report(invisibleCharacter(text, index..<end), to: &diagnostics)
        index = end
        copied = end
      } else if bytes[index] == .ampersand, let entity = Entity(bytes, at: index),
        isEscaped || isCommand && isURL && entity.character == .ampersand
          || escapesSingleQuotes && entity.character == .singleQuote
      {
        mended.append(copied..<index, of: text)
        mended.append(
          entity.character, source: text.sourceOffset(of: index), width: entity.width)
        report(htmlEntity(text, index, entity), to: &diagnostics)
        index += entity.width
        copied = index
      } else {
        if endsURL(bytes[index]) { isURL = false }
        if bytes[index] == .colon, bytes.has("://", at: index) { isURL = true }
        index += 1
      }
    }
    guard copied > 0 else { return (text, []) }
    mended.append(copied..<bytes.count, of: text)
    return (mended, diagnostics)
  }

  private static func endsURL(_ byte: UInt8) -> Bool {
    switch byte {
    case .singleQuote, .doubleQuote, .lessThan, .greaterThan: true
    default: byte.isWhitespace
    }
  }

  private static func report(_ diagnostic: Diagnostic, to diagnostics: inout [Diagnostic]) {
    if diagnostics.count < limit { diagnostics.append(diagnostic) }
  }

  /// Whether the first `&quot;` stands where JSON has a quote: entities in a text are what they are.
  private static func escapesDoubleQuotes(_ bytes: [UInt8]) -> Bool {
    guard
      let first = bytes.indices.first(where: {
        bytes[$0] == .ampersand && bytes.has("&quot;", at: $0)
      })
    else { return false }
    let before = bytes[..<first].last { !$0.isWhitespace }
    return before == .leftBrace || before == .leftBracket || before == .comma || before == .colon
  }

  /// Whether entities stand for the single quotes of a command: it has none but those, and the
  /// first one opens a word.
  private static func escapesSingleQuotes(_ bytes: [UInt8]) -> Bool {
    guard !bytes.contains(.singleQuote) else { return false }
    var isInQuotes = false
    for index in bytes.indices {
      if bytes[index] == .doubleQuote { isInQuotes.toggle() }
      guard bytes[index] == .ampersand, let entity = Entity(bytes, at: index) else { continue }
      if entity.character == .doubleQuote { isInQuotes.toggle() }
      guard entity.character == .singleQuote else { continue }
      return !isInQuotes && (index == 0 || bytes[index - 1].isWhitespace)
    }
    return false
  }

  // MARK: Invisible characters

  /// The end of a run of zero-width spaces, word joiners, byte-order marks and soft hyphens.
  private static func invisibleEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    var index = start
    while true {
      if bytes.has("\u{200B}", at: index) || bytes.has("\u{2060}", at: index)
        || bytes.has("\u{FEFF}", at: index)
      {
        index += 3
      } else if bytes.has("\u{AD}", at: index) {
        index += 2
      } else {
        return index > start ? index : nil
      }
    }
  }

  /// Whether a character separates words of a script that has no blanks.
  private static func isBetweenLetters(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard let before = bytes.at(range.lowerBound - 1), let after = bytes.at(range.upperBound) else {
      return false
    }
    return before >= 0x80 && after >= 0xC3
  }

  private static func invisibleCharacter(_ text: MappedText, _ range: Range<Int>) -> Diagnostic {
    let place = text.sourceRange(of: range)
    return Diagnostic(
      .invisibleCharacter, at: place, subject: "code",
      "a character that cannot be seen stands in the code", assumption: "left out",
      remedy: "delete it", fix: [Diagnostic.Edit(range: place, replacement: "")])
  }

  // MARK: Entities

  private struct Entity {
    private static let names: [(name: StaticString, character: UInt8)] = [
      ("&amp;", .ampersand), ("&quot;", .doubleQuote), ("&#34;", .doubleQuote),
      ("&apos;", .singleQuote), ("&#39;", .singleQuote), ("&#x27;", .singleQuote),
      ("&lt;", .lessThan),
      ("&gt;", .greaterThan), ("&nbsp;", .space),
    ]

    var character: UInt8
    var width: Int

    init?(_ bytes: [UInt8], at index: Int) {
      guard bytes[index] == .ampersand,
        let found = Self.names.first(where: { bytes.has($0.name, at: index) })
      else { return nil }
      character = found.character
      width = found.name.utf8CodeUnitCount
    }
  }

  private static func htmlEntity(
    _ text: MappedText, _ index: Int, _ entity: Entity
  ) -> Diagnostic {
    let range = index..<index + entity.width
    let character = [entity.character].string
    let place = text.sourceRange(of: range)
    return Diagnostic(
      .htmlEntity, at: place, subject: text.slice(range).string,
      "an entity of HTML stands in the code, where it is no character",
      assumption: "read as \(character)", remedy: "write \(character)",
      fix: [Diagnostic.Edit(range: place, replacement: character)])
  }
}
