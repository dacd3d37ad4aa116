extension [UInt8] {
  /// Whether a URL starts at `index`: one with `://`, or one that lost a slash or both behind
  /// `https:` and goes on with a host's name.
  func startsURL(at index: Int) -> Bool {
    guard index >= 0, index < count else { return false }
    let head = self[index..<Swift.min(index + 8, count)]
    if head.starts(withIgnoringCase: "http://") || head.starts(withIgnoringCase: "https://") {
      return true
    }
    if head.starts(withIgnoringCase: "https:") { return startsHost(at: index + 6) }
    return head.starts(withIgnoringCase: "http:") && startsHost(at: index + 5)
  }

  /// Whether a host's name with a dot in it starts at `start`, behind one slash or none.
  private func startsHost(at start: Int) -> Bool {
    var index = at(start) == .slash ? start + 1 : start
    guard at(index)?.isLetter == true else { return false }
    let limit = index + 64
    while index < limit, let byte = at(index),
      byte.isLetter || byte.isDigit || byte == .hyphen || byte == .period
    {
      if byte == .period, at(index + 1)?.isLetter == true { return true }
      index += 1
    }
    return false
  }

  /// Whether a header starts at `start`: `Name: value`. No URL has a blank behind a colon, but
  /// for `https: //host`, where the blank is the mistake.
  func startsHeader(at start: Int) -> Bool {
    guard at(start)?.isLetter == true else { return false }
    var colon = start
    while let byte = at(colon), byte.isLetter || byte.isDigit || byte == .hyphen { colon += 1 }
    guard at(colon) == .colon, at(colon + 1) == .space else { return false }
    let value = skippingBlanks(from: colon + 1)
    return !isLineEnd(value) && !has("//", at: value)
  }
}
