/// Reads what a line of a baseline is: one JSON object whose values are strings.
///
/// Nothing else is accepted, so this stays small and the linter needs no reader for broken JSON.
package struct FlatObjectReader {
  private let bytes: ArraySlice<UInt8>
  private var index: Int

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    index = bytes.startIndex
  }

  /// The members; `nil` if the line is anything else or has a key twice.
  package static func read(_ line: ArraySlice<UInt8>) -> [String: String]? {
    var reader = FlatObjectReader(line)
    return reader.object()
  }

  private mutating func object() -> [String: String]? {
    var members: [String: String] = [:]
    guard take("{") else { return nil }
    if !take("}") {
      repeat {
        guard let key = string(), take(":"), let value = string(), members[key] == nil else {
          return nil
        }
        members[key] = value
      } while take(",")
      guard take("}") else { return nil }
    }
    skipBlanks()
    return index == bytes.endIndex ? members : nil
  }

  private mutating func skipBlanks() {
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard index < bytes.endIndex, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func string() -> String? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while index < bytes.endIndex {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""):
        return String(validating: text, as: UTF8.self)
      case UInt8(ascii: "\\"):
        guard escape(into: &text) else { return nil }
      case 0..<0x20:
        return nil
      default:
        text.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(into text: inout [UInt8]) -> Bool {
    guard index < bytes.endIndex else { return false }
    let byte = bytes[index]
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard var code = fourDigits() else { return false }
      if (0xD800..<0xDC00).contains(code) {
        guard index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"),
          bytes[index + 1] == UInt8(ascii: "u")
        else { return false }
        index += 2
        guard let low = fourDigits(), (0xDC00..<0xE000).contains(low) else { return false }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { return false }
      text.append(contentsOf: Array(String(Character(scalar)).utf8))
    default:
      return false
    }
    return true
  }

  private mutating func fourDigits() -> UInt32? {
    guard index + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[index..<index + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else {
      return nil
    }
    index += 4
    return UInt32(digits, radix: 16)
  }
}
