import Diagnostics

/// Finds the comments that are meant for the linter.
struct SuppressionCommentReader {
  private let bytes: [UInt8]
  /// In order, without overlaps.
  private let code: [Range<Int>]
  private var nextCode = 0

  init(_ file: SourceFile, code: [Range<Int>]) {
    bytes = file.bytes
    self.code = code.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  mutating func comments() -> [SuppressionComment] {
    var comments: [SuppressionComment] = []
    var index = 0
    let opening = Array("<!--".utf8)
    while let start = find(opening, from: index) {
      if let end = codeEnd(at: start) {
        index = max(end, start + 1)
        continue
      }
      guard let end = find(Array("-->".utf8), from: start + opening.count) else { break }
      if let comment = comment(start + opening.count, end, range: start..<end + 3) {
        comments.append(comment)
      }
      index = end + 3
    }
    return comments
  }

  /// Where the code that `offset` stands in ends.
  private mutating func codeEnd(at offset: Int) -> Int? {
    while nextCode < code.count, code[nextCode].upperBound <= offset { nextCode += 1 }
    guard nextCode < code.count, code[nextCode].lowerBound <= offset else { return nil }
    return code[nextCode].upperBound
  }

  private func find(_ wanted: [UInt8], from start: Int) -> Int? {
    var index = start
    while index + wanted.count <= bytes.count {
      if bytes[index] == wanted[0],
        bytes[index..<index + wanted.count].elementsEqual(wanted)
      {
        return index
      }
      index += 1
    }
    return nil
  }

  private func comment(_ start: Int, _ end: Int, range: Range<Int>) -> SuppressionComment? {
    var index = skipBlanks(from: start, to: end)
    let wordEnd = endOfWord(from: index, to: end)
    let word = name(index..<wordEnd)
    guard word.text.hasPrefix("connectorgen-") else { return nil }
    index = wordEnd

    // A reason stands behind ` -- `.
    var namesEnd = index
    while namesEnd < end, !startsReason(namesEnd, end) { namesEnd += 1 }

    var rules: [SuppressionComment.Name] = []
    while true {
      index = skipBlanks(from: index, to: namesEnd)
      guard index < namesEnd else { break }
      let wordEnd = endOfWord(from: index, to: namesEnd)
      if wordEnd == index { break }
      rules.append(name(index..<wordEnd))
      index = wordEnd
    }
    return SuppressionComment(
      directive: SuppressionComment.Directive(rawValue: word.text), word: word, rules: rules,
      range: range)
  }

  private func startsReason(_ index: Int, _ end: Int) -> Bool {
    let dash = UInt8(ascii: "-")
    return index + 2 < end && isBlank(bytes[index]) && bytes[index + 1] == dash
      && bytes[index + 2] == dash && (index + 3 >= end || isBlank(bytes[index + 3]))
  }

  private func name(_ range: Range<Int>) -> SuppressionComment.Name {
    SuppressionComment.Name(text: String(decoding: bytes[range], as: UTF8.self), range: range)
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || (0x09...0x0D).contains(byte)
  }

  private func skipBlanks(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, isBlank(bytes[index]) || bytes[index] == UInt8(ascii: ",") { index += 1 }
    return index
  }

  private func endOfWord(from start: Int, to end: Int) -> Int {
    var index = start
    while index < end, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ",") { index += 1 }
    return index
  }
}
