/// Tells IDs from names, in paths and in the keys of objects.
enum Identifiers {
  /// Whether a path segment is a parameter: a placeholder or an ID, also a broken one.
  static func isIdentifier(_ text: String) -> Bool {
    if NameMatching.hasPlaceholder(text) || text.hasPrefix("$") { return true }
    if text.hasPrefix(":"), text.utf8.count > 1 { return true }
    return isPlainIdentifier(text) || isAddress(text)
  }

  /// Whether an object's key is data: an ID of the user's own.
  static func isKeyOfData(_ text: String) -> Bool {
    NameMatching.placeholder(text) != nil || isUUID(text) || isHexadecimal(text, atLeast: 16)
      || isAddress(text)
  }

  private static func isPlainIdentifier(_ text: String) -> Bool {
    isUUID(text) || isHexadecimal(text, atLeast: 16) || isNumber(text) || isOpaque(text)
  }

  /// Five groups of letters and digits, as many as a UUID has give or take a few: a digit too many
  /// or a letter that is none makes it no name.
  static func isUUID(_ text: String) -> Bool {
    var groups = 1
    var digits = 0
    var hexadecimal = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "-") {
        groups += 1
      } else if isHexadecimal(byte) {
        hexadecimal += 1
        if isDigit(byte) { digits += 1 }
      } else if !isLetter(byte) {
        return false
      }
    }
    return groups == 5 && digits > 0 && hexadecimal >= 24 && text.utf8.count <= 44
  }

  private static func isHexadecimal(_ text: String, atLeast count: Int) -> Bool {
    text.utf8.count >= count && text.utf8.allSatisfy(isHexadecimal)
      && text.utf8.contains(where: isDigit)
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy(isDigit)
  }

  /// Long, with digits among the letters: `01EF01X41KJD82Y9ZX6ET54PCZ`.
  private static func isOpaque(_ text: String) -> Bool {
    guard text.utf8.count >= 20 else { return false }
    var digits = 0
    for byte in text.utf8 {
      if isDigit(byte) {
        digits += 1
      } else if !isLetter(byte), byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_") {
        return false
      }
    }
    return digits >= 4
  }

  private static func isAddress(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://")
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "f")
  }
}
