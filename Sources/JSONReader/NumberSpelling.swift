/// How numbers are spelt, in JSON and in what people write instead.
enum NumberSpelling {
  /// The end of the JSON number that starts at `start`; nil where none does.
  static func end(in bytes: [UInt8], from start: Int, to limit: Int) -> Int? {
    var index = start
    if index < limit, bytes[index] == Byte.minus { index += 1 }
    guard index < limit, Byte.isDigit(bytes[index]) else { return nil }
    if bytes[index] == Byte.zero {
      index += 1
    } else {
      index = skipDigits(bytes, index, limit)
    }
    if index < limit, bytes[index] == Byte.dot {
      let digits = skipDigits(bytes, index + 1, limit)
      guard digits > index + 1 else { return nil }
      index = digits
    }
    if index < limit, bytes[index] | 0x20 == UInt8(ascii: "e") {
      var digit = index + 1
      if digit < limit, bytes[digit] == Byte.plus || bytes[digit] == Byte.minus { digit += 1 }
      let digits = skipDigits(bytes, digit, limit)
      guard digits > digit else { return nil }
      index = digits
    }
    return index
  }

  static func isNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    end(in: bytes, from: range.lowerBound, to: range.upperBound) == range.upperBound
  }

  private static func skipDigits(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int {
    var index = start
    while index < limit, Byte.isDigit(bytes[index]) { index += 1 }
    return index
  }

  /// The JSON spelling of a number that is written in another language's way: `+1`, `.5`, `5.`,
  /// `007`, `0x1F`, `1_000`; nil where it is no such number.
  static func mended(_ bytes: [UInt8], _ range: Range<Int>) -> String? {
    guard range.count <= 64 else { return nil }
    var rest = bytes[range]
    var sign = ""
    if rest.first == Byte.plus {
      rest = rest.dropFirst()
    } else if rest.first == Byte.minus {
      sign = "-"
      rest = rest.dropFirst()
    }
    if rest.count > 2, rest.first == Byte.zero, rest[rest.startIndex + 1] | 0x20 == 0x78 {
      let digits = String(decoding: rest.dropFirst(2), as: UTF8.self)
      return UInt64(digits, radix: 16).map { sign + String($0) }
    }
    guard let first = rest.first, first != Byte.underscore, rest.last != Byte.underscore else {
      return nil
    }
    var digits = rest.filter { $0 != Byte.underscore }
    if digits.first == Byte.dot { digits.insert(Byte.zero, at: 0) }
    if let dot = digits.firstIndex(of: Byte.dot) {
      if dot + 1 == digits.count || !Byte.isDigit(digits[dot + 1]) {
        digits.insert(Byte.zero, at: dot + 1)
      }
    }
    while digits.count > 1, digits[0] == Byte.zero, Byte.isDigit(digits[1]) { digits.removeFirst() }
    let spelling = Array(sign.utf8) + digits
    guard isNumber(spelling, 0..<spelling.count) else { return nil }
    return String(decoding: spelling, as: UTF8.self)
  }
}
