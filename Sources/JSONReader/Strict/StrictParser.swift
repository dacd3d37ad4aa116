import Diagnostics

/// Reads JSON by the letter of RFC 8259 and stops where the text breaks it.
struct StrictParser {
  /// Objects and arrays inside each other; more is no data but an attack on the stack.
  static let maximumDepth = 256

  enum Outcome {
    case sound
    /// Grammar is broken somewhere.
    case broken
    /// The bracket at the offset is nested too deeply.
    case tooDeep(Int)
  }

  private enum State {
    case value, firstElement, firstKey, key, colon, next
  }

  private let bytes: [UInt8]
  private var position: Int
  private var state = State.value
  /// For each open container whether it is an object.
  private var containers: [Bool] = []
  private(set) var builder: TreeBuilder
  /// Strings that have a flaw which the grammar allows.
  private(set) var flaws: [(path: String, flaw: StringContent.Flaw)] = []

  init(_ text: MappedText, from start: Int) {
    bytes = text.bytes
    position = start
    builder = TreeBuilder(text)
  }

  mutating func parse() -> Outcome {
    while true {
      skipBlanks()
      if state == .next, containers.isEmpty {
        return position == bytes.count ? .sound : .broken
      }
      guard position < bytes.count else { return .broken }
      let byte = bytes[position]
      switch state {
      case .firstElement where byte == Byte.closeBracket, .firstKey where byte == Byte.closeBrace:
        close()
      case .value, .firstElement:
        if Byte.isOpener(byte) {
          guard containers.count < Self.maximumDepth else { return .tooDeep(position) }
          containers.append(byte == Byte.openBrace)
          builder.open(isObject: byte == Byte.openBrace, at: position)
          position += 1
          state = byte == Byte.openBrace ? .firstKey : .firstElement
        } else if !readScalar() {
          return .broken
        }
      case .firstKey, .key:
        guard byte == Byte.quote, let content = stringContent() else { return .broken }
        builder.key(decode(content), content.lowerBound - 1..<content.upperBound + 1)
        state = .colon
      case .colon:
        guard byte == Byte.colon else { return .broken }
        position += 1
        state = .value
      case .next:
        let isObject = containers[containers.count - 1]
        if byte == Byte.comma {
          position += 1
          state = isObject ? .key : .value
        } else if byte == (isObject ? Byte.closeBrace : Byte.closeBracket) {
          close()
        } else {
          return .broken
        }
      }
    }
  }

  private mutating func close() {
    position += 1
    containers.removeLast()
    builder.close(end: position)
    state = .next
  }

  private mutating func skipBlanks() {
    while position < bytes.count, Byte.isBlank(bytes[position]) { position += 1 }
  }

  private mutating func readScalar() -> Bool {
    let start = position
    let kind: JSONNode.Kind
    if bytes[position] == Byte.quote {
      guard let content = stringContent() else { return false }
      kind = .string(decode(content))
    } else if let end = NumberSpelling.end(in: bytes, from: position, to: bytes.count) {
      kind = .number(String(decoding: bytes[start..<end], as: UTF8.self))
      position = end
    } else if skip("true") {
      kind = .boolean(true)
    } else if skip("false") {
      kind = .boolean(false)
    } else if skip("null") {
      kind = .null
    } else {
      return false
    }
    builder.value(JSONNode(kind, range: builder.source(start..<position)))
    state = .next
    return true
  }

  private mutating func skip(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// The range between the quotes of the string at `position`, which is then behind it.
  private mutating func stringContent() -> Range<Int>? {
    let start = position + 1
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Byte.quote {
        position = index + 1
        return start..<index
      }
      guard byte >= 0x20 else { return nil }
      if byte == Byte.backslash {
        guard index + 1 < bytes.count, isEscape(index) else { return nil }
        index += 2
      } else {
        index += 1
      }
    }
    return nil
  }

  private func isEscape(_ index: Int) -> Bool {
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      true
    case UInt8(ascii: "u"): StringContent.codeUnit(bytes, index, bytes.count) != nil
    default: false
    }
  }

  private mutating func decode(_ content: Range<Int>) -> String {
    let string = StringContent(bytes, content)
    for flaw in string.flaws { flaws.append((builder.path, flaw)) }
    return string.text
  }
}
