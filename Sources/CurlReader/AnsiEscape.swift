/// One backslash escape of bash's `$'…'` and of `printf`.
struct AnsiEscape {
  /// What it stands for.
  private(set) var bytes: [UInt8]
  /// How many bytes it takes.
  private(set) var width: Int

  /// The escape whose backslash stands at `index`; something stands behind it.
  init(_ source: [UInt8], at index: Int) {
    let letter = source.at(index + 1) ?? .backslash
    width = 2
    switch letter {
    case UInt8(ascii: "a"): bytes = [0x07]
    case UInt8(ascii: "b"): bytes = [0x08]
    case UInt8(ascii: "e"), UInt8(ascii: "E"): bytes = [0x1B]
    case UInt8(ascii: "f"): bytes = [0x0C]
    case UInt8(ascii: "n"): bytes = [0x0A]
    case UInt8(ascii: "r"): bytes = [0x0D]
    case UInt8(ascii: "t"): bytes = [0x09]
    case UInt8(ascii: "v"): bytes = [0x0B]
    case .backslash, .singleQuote, .doubleQuote, .questionMark: bytes = [letter]
    case UInt8(ascii: "0")...UInt8(ascii: "7"):
      var value: UInt32 = 0
      var position = index + 1
      while position < index + 4, let digit = source.at(position), digit >= 0x30, digit <= 0x37 {
        value = value * 8 + UInt32(digit - 0x30)
        position += 1
      }
      bytes = [UInt8(truncatingIfNeeded: value)]
      width = position - index
    case UInt8(ascii: "x"):
      (bytes, width) = AnsiEscape.hexadecimal(source, at: index, digits: 2, isCharacter: false)
    case UInt8(ascii: "u"):
      (bytes, width) = AnsiEscape.hexadecimal(source, at: index, digits: 4, isCharacter: true)
    case UInt8(ascii: "U"):
      (bytes, width) = AnsiEscape.hexadecimal(source, at: index, digits: 8, isCharacter: true)
    case UInt8(ascii: "c"):
      if let character = source.at(index + 2) {
        bytes = [character == .questionMark ? 0x7F : character & 0x1F]
        width = 3
      } else {
        bytes = [.backslash, letter]
      }
    default:
      bytes = [.backslash, letter]
    }
  }

  private static func hexadecimal(
    _ source: [UInt8], at index: Int, digits: Int, isCharacter: Bool
  ) -> ([UInt8], Int) {
    var value: UInt32 = 0
    var position = index + 2
    while position < index + 2 + digits, let digit = source.at(position)?.hexadecimalValue {
      value = value << 4 | UInt32(digit)
      position += 1
    }
    guard position > index + 2 else { return ([.backslash, source[index + 1]], 2) }
    if !isCharacter { return ([UInt8(truncatingIfNeeded: value)], position - index) }
    guard let scalar = Unicode.Scalar(value) else { return ([0xEF, 0xBF, 0xBD], position - index) }
    return (Array(String(Character(scalar)).utf8), position - index)
  }
}
