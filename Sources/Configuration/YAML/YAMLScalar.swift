/// A scalar and what YAML 1.1 takes it for: `off` is a boolean there, `1_000` a number.
///
/// Written by hand, since regular expressions over every value are more than this needs, and both
/// what Yams and what other readers of YAML 1.1 do must be met.
struct YAMLScalar: Hashable, Sendable {
  enum Meaning: Hashable, Sendable {
    case string
    case null
    case boolean(Bool)
    case integer(Int?)
    case number
    case date
  }

  let text: String
  let meaning: Meaning

  init(_ text: String, isPlain: Bool) {
    self.text = text
    meaning = isPlain ? Self.meaning(of: text) : .string
  }

  var kindName: String {
    switch meaning {
    case .string: "a string"
    case .null: "nothing"
    case .boolean: "a boolean"
    case .integer: "an integer"
    case .number: "a number"
    case .date: "a date"
    }
  }

  private static func meaning(of text: String) -> Meaning {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON": return .boolean(true)
    case "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF": return .boolean(false)
    case ".nan", ".NaN", ".NAN": return .number
    default: break
    }
    var bytes = Array(text.utf8)[...]
    guard let first = bytes.first,
      isDigit(first) || first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
        || first == UInt8(ascii: ".")
    else { return .string }
    if isDate(bytes) { return .date }
    let isNegative = first == UInt8(ascii: "-")
    if isNegative || first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    if [".inf", ".Inf", ".INF"].contains(String(decoding: bytes, as: UTF8.self)) { return .number }
    if let integer = integer(bytes, isNegative: isNegative) { return .integer(integer.value) }
    return isNumber(bytes) ? .number : .string
  }

  /// The value is `nil` where it is too large, or written in sixties.
  private static func integer(
    _ bytes: ArraySlice<UInt8>, isNegative: Bool
  ) -> (value: Int?, Void)? {
    let digits = bytes.filter { $0 != UInt8(ascii: "_") }
    guard let first = bytes.first, isDigit(first), !digits.isEmpty else { return nil }
    func value(_ digits: some Sequence<UInt8>, radix: Int) -> (Int?, Void)? {
      let text = String(decoding: Array(digits), as: UTF8.self)
      return (Int((isNegative ? "-" : "") + text, radix: radix), ())
    }
    if first == UInt8(ascii: "0"), digits.count > 1 {
      let rest = digits.dropFirst(2)
      switch digits[1] {
      case UInt8(ascii: "x"):
        return !rest.isEmpty && rest.allSatisfy(isHexDigit) ? value(rest, radix: 16) : nil
      case UInt8(ascii: "b"):
        return !rest.isEmpty && rest.allSatisfy { $0 == 0x30 || $0 == 0x31 }
          ? value(rest, radix: 2) : nil
      default:
        return digits.allSatisfy { (0x30...0x37).contains($0) } ? value(digits, radix: 8) : nil
      }
    }
    if digits.allSatisfy(isDigit) { return value(digits, radix: 10) }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    let isSixties =
      parts.count > 1 && first != UInt8(ascii: "0") && parts[0].allSatisfy(isDigit)
      && parts.dropFirst().allSatisfy(isSixty)
    return isSixties ? (nil, ()) : nil
  }

  /// `1.5`, `.5`, `1.`, `1.5e+3`, `1:30.5`.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    let halves = bytes.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { return false }
    let parts = halves[0].split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.allSatisfy(isDigitOrUnderscore),
      whole.first != UInt8(ascii: "_"), parts.dropFirst().allSatisfy(isSixty)
    else { return false }
    let fraction = halves[1].prefix(while: isDigitOrUnderscore)
    if whole.isEmpty, fraction.first.map(isDigit) != true { return false }
    var rest = halves[1].dropFirst(fraction.count)
    if rest.isEmpty { return true }
    guard parts.count == 1, rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E")
    else { return false }
    rest = rest.dropFirst()
    guard rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") else { return false }
    return rest.count > 1 && rest.dropFirst().allSatisfy(isDigit)
  }

  /// `2026-01-31`, perhaps with a time behind it.
  private static func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(
      separator: UInt8(ascii: "-"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[0].allSatisfy(isDigit),
      (1...2).contains(parts[1].count), parts[1].allSatisfy(isDigit)
    else { return false }
    let day = parts[2].prefix(while: isDigit)
    guard (1...2).contains(day.count) else { return false }
    guard let next = parts[2].dropFirst(day.count).first else {
      return parts[1].count == 2 && day.count == 2
    }
    let time = parts[2].dropFirst(day.count + 1)
    let startsTime = [UInt8(ascii: "T"), UInt8(ascii: "t"), 0x20, 0x09].contains(next)
    return startsTime && time.contains(UInt8(ascii: ":")) && time.first.map(isDigit) == true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isDigitOrUnderscore(_ byte: UInt8) -> Bool {
    isDigit(byte) || byte == UInt8(ascii: "_")
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }

  private static func isSixty(_ part: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first, part.allSatisfy(isDigit) else { return false }
    return part.count == 1 || part.count == 2 && first <= 0x35
  }
}
