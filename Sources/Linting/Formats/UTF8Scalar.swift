/// Reads bytes scalar by scalar; each ill-formed part is one U+FFFD, as `String(decoding:)` has it.
enum UTF8Scalar {
  private static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// The scalar at `index` and how many bytes it takes, at least one.
  static func decode(
    _ bytes: [UInt8], at index: Int, end: Int
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    // The range of the second byte keeps out overlong forms, surrogates and what is too large.
    let count: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: count = 3
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: count = 4
    default: return (replacement, 1)
    }
    var value = UInt32(first) & (0xFF >> UInt32(count + 1))
    var length = 1
    while length < count {
      guard index + length < end else { return (replacement, length) }
      let byte = bytes[index + length]
      guard length == 1 ? second.contains(byte) : (0x80...0xBF).contains(byte) else {
        return (replacement, length)
      }
      value = value << 6 | UInt32(byte & 0x3F)
      length += 1
    }
    return (Unicode.Scalar(value) ?? replacement, count)
  }
}
