/// What kind of number a spelling is, and whether Swift's number types hold it without loss.
enum NumberSpelling {
  enum Kind {
    /// An `Int64`.
    case integer
    /// An `Int64` that no `Double` holds.
    case wideInteger
    /// A `Double`.
    case number
    /// More digits than either holds.
    case exact
  }

  static func kind(of spelling: String) -> Kind {
    let isIntegral = spelling.utf8.allSatisfy {
      $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: "-")
    }
    if isIntegral, let value = Int64(spelling) {
      return value.magnitude <= 1 << 53 ? .integer : .wideInteger
    }
    return fitsDouble(spelling) ? .number : .exact
  }

  /// Whether reading and writing a `Double` gives the same number again.
  private static func fitsDouble(_ spelling: String) -> Bool {
    guard spelling.utf8.count <= 400, let value = Double(spelling), value.isFinite else {
      return false
    }
    return decimal(spelling) == decimal("\(value)")
  }

  private struct Decimal: Equatable {
    var isNegative = false
    /// Without zeros at either end.
    var digits: [UInt8] = []
    /// What ten is raised to behind the last digit.
    var exponent = 0
  }

  private static func decimal(_ spelling: String) -> Decimal? {
    var decimal = Decimal()
    var pointAt: Int?
    var bytes = spelling.utf8[...]
    if bytes.first == UInt8(ascii: "-") {
      decimal.isNegative = true
      bytes = bytes.dropFirst()
    }
    while let byte = bytes.first {
      bytes = bytes.dropFirst()
      if byte == UInt8(ascii: ".") {
        pointAt = decimal.digits.count
      } else if byte | 0x20 == UInt8(ascii: "e") {
        if bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
        guard let exponent = Int(String(Substring(bytes))), abs(exponent) < 100_000 else {
          return nil
        }
        decimal.exponent = exponent
        break
      } else {
        decimal.digits.append(byte)
      }
    }
    if let pointAt { decimal.exponent -= decimal.digits.count - pointAt }
    while decimal.digits.last == UInt8(ascii: "0") {
      decimal.digits.removeLast()
      decimal.exponent += 1
    }
    decimal.digits = Array(decimal.digits.drop { $0 == UInt8(ascii: "0") })
    return decimal.digits.isEmpty ? Decimal() : decimal
  }
}
