import PageFacts

/// Finds the placeholders of a connection string.
enum ConnectionStringReader {
  struct Reading: Equatable {
    var text: String
    var pieces: [ConnectionStringPattern.Piece]
    /// Distinct, in order.
    var placeholders: [String]
  }

  /// The pattern that a text is: at least one placeholder, and words around it.
  static func read(_ text: String) -> Reading? {
    let bytes = Array(text.utf8)
    var reading = Reading(text: text, pieces: [], placeholders: [])
    var indices: [String: Int] = [:]
    var literal: [UInt8] = []
    var hasWords = false
    func endLiteral() {
      guard !literal.isEmpty else { return }
      hasWords = hasWords || literal.contains { $0 > UInt8(ascii: " ") }
      reading.pieces.append(.literal(String(decoding: literal, as: UTF8.self)))
      literal = []
    }
    var index = 0
    while index < bytes.count {
      guard let (name, end) = placeholder(in: bytes, at: index) else {
        literal.append(bytes[index])
        index += 1
        continue
      }
      endLiteral()
      let parameter = indices[name] ?? reading.placeholders.count
      if parameter == reading.placeholders.count {
        indices[name] = parameter
        reading.placeholders.append(name)
      }
      reading.pieces.append(.parameter(parameter))
      index = end
    }
    endLiteral()
    return hasWords && !reading.placeholders.isEmpty ? reading : nil
  }

  /// The pattern in the words of a table: the longest piece without a blank that is one.
  static func find(in words: String) -> Reading? {
    var best: Reading?
    for part in words.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }) {
      var part = part
      while let last = part.last, ".,;:)".contains(last) { part.removeLast() }
      guard part.contains("=") || part.contains("://"), let reading = read(String(part)),
        reading.text.utf8.count > best?.text.utf8.count ?? 0
      else { continue }
      best = reading
    }
    return best
  }

  /// No placeholder is longer.
  private static let lengthLimit = 64

  private static func placeholder(in bytes: [UInt8], at start: Int) -> (String, Int)? {
    let close: UInt8
    switch bytes[start] {
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    case UInt8(ascii: "<"): close = UInt8(ascii: ">")
    default: return nil
    }
    var open = start + 1
    // `{{NAME}}`
    let isDoubled = open < bytes.count && bytes[open] == bytes[start] && close == UInt8(ascii: "}")
    if isDoubled { open += 1 }
    var end = open
    while end < bytes.count, end - open <= lengthLimit, isPartOfName(bytes[end]) { end += 1 }
    guard end > open, end < bytes.count, bytes[end] == close else { return nil }
    guard bytes[open..<end].contains(where: isLetter) else { return nil }
    let name = String(decoding: bytes[open..<end], as: UTF8.self)
    if isDoubled {
      guard end + 1 < bytes.count, bytes[end + 1] == close else { return nil }
      end += 1
    }
    return (name, end + 1)
  }

  private static func isPartOfName(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || " _-.".utf8.contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}
