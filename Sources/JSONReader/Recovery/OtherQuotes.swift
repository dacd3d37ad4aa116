/// Strings in quotes that JSON does not know.
extension StringReadings {
  /// `\"name\"`: taken out of another string with its backslashes.
  func escapedQuoted(at start: Int, _ role: Role) -> [Scalar] {
    var index = start + 2
    while index + 1 < bytes.count, !Byte.isLineEnd(bytes[index]), index - start < reach {
      if bytes[index] == Byte.backslash {
        if bytes[index + 1] == Byte.quote, scan.follows(index + 2, role) {
          return [string(start, start + 2..<index, index + 2, 120, .escapedClosingQuote)]
        }
        index += 2
      } else {
        index += 1
      }
    }
    return []
  }

  func otherQuoted(
    at start: Int, _ width: Int, _ role: Role, _ problem: Problem,
    closer: (TextScan, Int) -> Int?
  ) -> [Scalar] {
    let content = start + width
    var index = content
    var first: Scalar?
    while index < bytes.count, !Byte.isLineEnd(bytes[index]), index - start < reach {
      if bytes[index] == Byte.backslash {
        index += 2
        continue
      }
      if let width = closer(scan, index) {
        let reading = string(start, content..<index, index + width, 100, problem)
        if scan.follows(index + width, role) { return [reading] }
        if first == nil { first = reading }
      }
      index += 1
    }
    if var first {
      first.cost = 150
      return [first]
    }
    return role == .key
      ? []
      : atLineEnd(start + width - 1, min(index, bytes.count), role).map { reading in
        var reading = reading
        reading.range = start..<reading.range.upperBound
        reading.problem = .missingClosingQuote
        reading.cost += 120
        return reading
      }
  }
}
