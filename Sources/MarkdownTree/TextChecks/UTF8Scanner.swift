/// Reads one character after the other from bytes that may be no UTF-8.
enum UTF8Scanner {
  /// The character at `start` and its length; nil if the bytes there are no UTF-8.
  static func scalar(_ bytes: [UInt8], at start: Int) -> (Unicode.Scalar, length: Int)? {
    let first = bytes[start]
    let length: Int
    var value: UInt32
    switch first {
    case 0x00..<0x80: return (Unicode.Scalar(first), 1)
    case 0xC2..<0xE0: (length, value) = (2, UInt32(first & 0x1F))
    case 0xE0..<0xF0: (length, value) = (3, UInt32(first & 0x0F))
    case 0xF0..<0xF5: (length, value) = (4, UInt32(first & 0x07))
    default: return nil
    }
    guard start + length <= bytes.count else { return nil }
    for byte in bytes[(start + 1)..<(start + length)] {
      guard byte & 0xC0 == 0x80 else { return nil }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    return (scalar, length)
  }
}
