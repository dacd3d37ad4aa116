extension JSONNode {
  /// Whether both stand for the same value.
  ///
  /// The order of members does not matter, and numbers are compared by value: `1.0` is `1`. Of
  /// members with the same key the last one counts, as in Foundation's JSONSerialization.
  package func isEquivalent(to other: JSONNode) -> Bool {
    switch (kind, other.kind) {
    case (.object(let left), .object(let right)):
      let left = Self.lastMembers(left)
      let right = Self.lastMembers(right)
      guard left.count == right.count else { return false }
      return left.allSatisfy { key, value in
        right[key].map { value.isEquivalent(to: $0) } ?? false
      }
    case (.array(let left), .array(let right)):
      guard left.count == right.count else { return false }
      return zip(left, right).allSatisfy { $0.isEquivalent(to: $1) }
    case (.string(let left), .string(let right)):
      // Swift takes strings as equal that differ in their normal form; JSON does not.
      return left.utf8.elementsEqual(right.utf8)
    case (.number(let left), .number(let right)):
      if left == right { return true }
      guard let left = Decimal(left), let right = Decimal(right) else { return false }
      return left == right
    case (.boolean(let left), .boolean(let right)):
      return left == right
    case (.null, .null):
      return true
    default:
      return false
    }
  }

  private static func lastMembers(_ members: [JSONMember]) -> [[UInt8]: JSONNode] {
    Dictionary(members.map { (Array($0.key.utf8), $0.value) }, uniquingKeysWith: { $1 })
  }
}

/// A number by its digits, exact at any length.
private struct Decimal: Equatable {
  var isNegative = false
  /// Without zeros at either end.
  var digits: [UInt8] = []
  /// The power of ten of the last digit.
  var exponent = 0

  /// Nil for an exponent beyond all measure.
  init?(_ spelling: String) {
    var scale = 0
    var isFraction = false
    var rest = Substring(spelling)
    var power = 0
    if let mark = rest.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }) {
      guard let value = Int(rest[rest.utf8.index(after: mark)...]) else { return nil }
      power = value
      rest = rest[..<mark]
    }
    for byte in rest.utf8 {
      if byte == Byte.minus {
        isNegative = true
      } else if byte == Byte.dot {
        isFraction = true
      } else {
        if isFraction { scale -= 1 }
        if !digits.isEmpty || byte != Byte.zero { digits.append(byte) }
      }
    }
    while digits.last == Byte.zero {
      digits.removeLast()
      scale += 1
    }
    if digits.isEmpty {
      isNegative = false
      return
    }
    let sum = power.addingReportingOverflow(scale)
    guard !sum.overflow else { return nil }
    exponent = sum.partialValue
  }
}
