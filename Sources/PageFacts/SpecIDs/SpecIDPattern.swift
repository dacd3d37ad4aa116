/// What looks like a spec ID: a UUID, or what a slip of the pen made of one.
enum SpecIDPattern {
  private static let lengths = [8, 4, 4, 4, 12]

  /// Whether the whole text is a UUID as it should be.
  static func isUUID(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 5 else { return false }
    for (group, length) in zip(groups, lengths) {
      guard group.utf8.count == length, group.utf8.allSatisfy(isHexDigit) else { return false }
    }
    return true
  }

  /// Whether the whole text is meant as a UUID: five groups of about the right lengths, nearly all of
  /// it hexadecimal.
  static func isWhole(_ text: String) -> Bool {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.count == 5 else { return false }
    var strange = 0
    for (group, length) in zip(groups, lengths) {
      let tolerance = length > 4 ? 2 : 1
      guard abs(group.utf8.count - length) <= tolerance else { return false }
      for byte in group.utf8 where !isHexDigit(byte) {
        guard isLetter(byte) else { return false }
        strange += 1
      }
    }
    return strange <= 1
  }

  /// All IDs inside a text.
  static func ids(in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ranges(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// The places of all IDs inside a text, as UTF-8 offsets.
  static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      guard isPart(bytes[start]) else {
        start += 1
        continue
      }
      var end = start
      while end < bytes.count, isPart(bytes[end]) { end += 1 }
      if end - start >= 30, isWhole(String(decoding: bytes[start..<end], as: UTF8.self)) {
        found.append(start..<end)
      }
      start = end
    }
    return found
  }

  /// Whether two IDs are so alike that one is a slip of the pen of the other.
  static func areNear(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard left != right, abs(left.count - right.count) <= 2 else { return false }
    var prefix = 0
    while prefix < min(left.count, right.count), left[prefix] == right[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < min(left.count, right.count) - prefix,
      left[left.count - 1 - suffix] == right[right.count - 1 - suffix]
    {
      suffix += 1
    }
    return max(left.count, right.count) - prefix - suffix <= 2
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    isLetter(byte) || isHexDigit(byte) || byte == UInt8(ascii: "-")
  }
}
