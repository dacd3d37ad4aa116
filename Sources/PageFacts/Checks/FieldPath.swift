/// A dotted name of a field as tables and bodies spell it, made comparable.
struct FieldPath: Hashable {
  /// Without `[]`, `{}` and blanks; in the case of the page.
  let parts: [String]

  init(_ text: String) {
    parts =
      text.split(separator: ".", omittingEmptySubsequences: true).map { part in
        var part = part[...]
        while let bracket = part.lastIndex(of: "["), part.hasSuffix("]") {
          part = part[..<bracket]
        }
        return String(part).trimmingBlanks
      }.filter { !$0.isEmpty }
  }

  init(parts: [String]) {
    self.parts = parts
  }

  /// Letters and digits alone, in lower case: what is left when only the spelling differs.
  var folded: [String] { parts.map(\.foldedName) }

  func hasPrefix(_ other: FieldPath) -> Bool {
    parts.count >= other.parts.count && Array(parts.prefix(other.parts.count)) == other.parts
  }

  var text: String { parts.joined(separator: ".") }
}

extension String {
  /// Letters and digits alone, in lower case.
  var foldedName: String {
    String(
      decoding: utf8.compactMap { byte -> UInt8? in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
        default: byte >= 0x80 ? byte : nil
        }
      }, as: UTF8.self)
  }

  var trimmingBlanks: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }

  /// How many insertions, deletions, changes and swaps of neighbours lie between two names, up to
  /// `limit`; more than that is `limit + 1`.
  func distance(to other: String, limit: Int) -> Int {
    let left = Array(utf8)
    let right = Array(other.utf8)
    guard abs(left.count - right.count) <= limit, left.count <= 64, right.count <= 64 else {
      return limit + 1
    }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, otherByte) in right.enumerated() {
        var cost = previous[column] + (byte == otherByte ? 0 : 1)
        cost = Swift.min(cost, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == otherByte {
          cost = Swift.min(cost, before[column - 1] + 1)
        }
        current.append(cost)
      }
      before = previous
      previous = current
    }
    return Swift.min(previous[right.count], limit + 1)
  }
}
