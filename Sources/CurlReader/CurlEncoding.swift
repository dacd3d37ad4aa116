import Diagnostics

/// The encodings that curl applies by itself.
enum CurlEncoding {
  private static let upperDigits = Array("0123456789ABCDEF".utf8)
  private static let lowerDigits = Array("0123456789abcdef".utf8)

  /// The argument of `--data-urlencode`: `content`, `=content`, `name=content`, `@file` or
  /// `name@file`.
  static func formEncoded(
    _ value: MappedText, standardInput: MappedText?
  ) -> (text: MappedText, files: [String]) {
    var result = MappedText(at: value.sourceOffset(of: 0))
    let separator = value.bytes.firstIndex(of: .equals) ?? value.bytes.firstIndex(of: .at)
    guard let separator else {
      appendEncoded(value, to: &result)
      return (result, [])
    }
    if separator > 0 {
      result.append(0..<separator, of: value)
      result.append(.equals, source: value.sourceOffset(of: separator))
    }
    let content = value.slice(separator + 1..<value.count)
    guard value.bytes[separator] == .at else {
      appendEncoded(content, to: &result)
      return (result, [])
    }
    guard content.bytes == [.hyphen], let standardInput else { return (result, [content.string]) }
    appendEncoded(standardInput, to: &result)
    return (result, [])
  }

  private static func appendEncoded(_ text: MappedText, to result: inout MappedText) {
    var runStart = 0
    for (index, byte) in text.bytes.enumerated() {
      if byte.isLetter || byte.isDigit || byte == .hyphen || byte == .period || byte == .underscore
        || byte == UInt8(ascii: "~")
      {
        continue
      }
      result.append(runStart..<index, of: text)
      runStart = index + 1
      let encoded =
        byte == .space
        ? [.plus] : [.percent, upperDigits[Int(byte >> 4)], upperDigits[Int(byte & 15)]]
      result.append(encoded, standingAt: text.sourceOffset(of: index), width: 1)
    }
    result.append(runStart..<text.count, of: text)
  }

  /// Percent-encodes what is no ASCII, as curl does in paths.
  static func appendPath(_ range: Range<Int>, of text: MappedText, to result: inout MappedText) {
    var runStart = range.lowerBound
    for index in range where text.bytes[index] >= 0x80 {
      result.append(runStart..<index, of: text)
      runStart = index + 1
      let byte = text.bytes[index]
      result.append(
        [.percent, lowerDigits[Int(byte >> 4)], lowerDigits[Int(byte & 15)]],
        standingAt: text.sourceOffset(of: index), width: 1)
    }
    result.append(runStart..<range.upperBound, of: text)
  }

  /// What curl adds to a query has its percent-encoded bytes in small letters.
  static func appendQuery(_ text: MappedText, to result: inout MappedText) {
    var index = 0
    while index < text.count {
      let byte = text.bytes[index]
      if byte == .percent, let high = text.bytes.at(index + 1), let low = text.bytes.at(index + 2),
        high.hexadecimalValue != nil, low.hexadecimalValue != nil
      {
        let source = text.sourceOffset(of: index)
        result.append(
          [.percent, high.lowercased, low.lowercased], standingAt: source,
          width: text.sourceOffset(of: index + 3) - source)
        index += 3
      } else {
        result.append(index..<index + 1, of: text)
        index += 1
      }
    }
  }

  /// Takes `%XX` back to bytes.
  static func percentDecoded<Bytes: Collection<UInt8>>(_ bytes: Bytes) -> [UInt8] {
    let bytes = Array(bytes)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == .percent, let high = bytes.at(index + 1)?.hexadecimalValue,
        let low = bytes.at(index + 2)?.hexadecimalValue
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return decoded
  }

  private static let base64Alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Base64 with padding.
  static func base64(_ bytes: [UInt8]) -> String {
    var encoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      let first = Int(bytes[index])
      let second = Int(bytes.at(index + 1) ?? 0)
      let third = Int(bytes.at(index + 2) ?? 0)
      encoded.append(base64Alphabet[first >> 2])
      encoded.append(base64Alphabet[(first & 3) << 4 | second >> 4])
      encoded.append(
        index + 1 < bytes.count ? base64Alphabet[(second & 15) << 2 | third >> 6] : .equals)
      encoded.append(index + 2 < bytes.count ? base64Alphabet[third & 63] : .equals)
      index += 3
    }
    return encoded.string
  }
}
