/// Splits Swift into what is shown in different styles. It needs no more than that: what the
/// project emits is formatted and has no regular expressions or nested comments.
struct SwiftScanner {
  enum Style {
    case plain
    case comment
    case string
    case keyword
    case type
  }

  struct Piece {
    var style: Style
    var bytes: ArraySlice<UInt8>
  }

  private let bytes: [UInt8]
  private var index = 0
  private(set) var pieces: [Piece] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    while index < bytes.count { next() }
  }

  private mutating func next() {
    let start = index
    switch bytes[index] {
    case UInt8(ascii: "/") where follows("//"):
      while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
      add(.comment, from: start)
    case UInt8(ascii: "#"), UInt8(ascii: "\""):
      scanString()
      add(.string, from: start)
    case UInt8(ascii: "`"):
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "`") { index += 1 }
      index = min(index + 1, bytes.count)
      add(.plain, from: start)
    case let byte where Self.isNamePart(byte) || byte == UInt8(ascii: "@"):
      index += 1
      while index < bytes.count, Self.isNamePart(bytes[index]) { index += 1 }
      add(style(of: bytes[start..<index]), from: start)
    default:
      index += 1
      add(.plain, from: start)
    }
  }

  private mutating func scanString() {
    var hashes = 0
    while index < bytes.count, bytes[index] == UInt8(ascii: "#") {
      hashes += 1
      index += 1
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return }
    let quotes = follows("\"\"\"") ? 3 : 1
    index += quotes
    let end =
      [UInt8](repeating: UInt8(ascii: "\""), count: quotes)
      + [UInt8](repeating: UInt8(ascii: "#"), count: hashes)
    while index < bytes.count {
      if bytes[index...].starts(with: end) {
        index += end.count
        return
      }
      if quotes == 1, bytes[index] == UInt8(ascii: "\n") { return }
      index += hashes == 0 && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index = min(index, bytes.count)
  }

  private func follows(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[index...].starts(with: $0) }
  }

  private mutating func add(_ style: Style, from start: Int) {
    if style == .plain, let last = pieces.last, last.style == .plain {
      pieces[pieces.count - 1].bytes = bytes[last.bytes.startIndex..<index]
    } else {
      pieces.append(Piece(style: style, bytes: bytes[start..<index]))
    }
  }

  private func style(of word: ArraySlice<UInt8>) -> Style {
    let text = String(decoding: word, as: UTF8.self)
    // A label in front of its value is a name, even where it is spelt like a keyword.
    let isLabel = index < bytes.count && bytes[index] == UInt8(ascii: ":")
    if Self.keywords.contains(text), !isLabel || text == "default" { return .keyword }
    if text.hasPrefix("@") { return .keyword }
    let first = word.first ?? 0
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) ? .type : .plain
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private static let keywords: Set<String> = [
    "as", "associatedtype", "async", "await", "break", "case", "catch", "continue", "default",
    "do", "else", "enum", "extension", "false", "fileprivate", "for", "func", "guard", "if",
    "import", "in", "indirect", "init", "inout", "internal", "is", "let", "mutating", "nil",
    "nonisolated", "package", "private", "protocol", "public", "return", "self", "Self", "some",
    "any", "static", "struct", "switch", "throw", "throws", "true", "try", "typealias", "var",
    "where", "while",
  ]
}

extension SwiftScanner {
  /// The pieces of each line; a piece over several lines is cut at their ends.
  static func lines(of bytes: [UInt8]) -> [[Piece]] {
    var lines: [[Piece]] = [[]]
    for piece in SwiftScanner(bytes).pieces {
      let parts = piece.bytes.split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      for (number, part) in parts.enumerated() {
        if number > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(Piece(style: piece.style, bytes: part)) }
      }
    }
    if lines.count > 1, lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}
