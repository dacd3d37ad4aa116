/// A line of a command with one repair tried on it.
struct LineEdit {
  enum Change {
    case insert(UInt8, at: Int)
    case delete(at: Int)
    case replace(at: Int, with: UInt8)

    var place: Int {
      switch self {
      case .insert(_, let place), .delete(let place), .replace(let place, _): place
      }
    }
  }

  let changes: [Change]
  /// The line after the changes, and the place in the text of each of its bytes.
  let line: [UInt8]
  let origins: [Int]

  /// - Parameter changes: in the order of their places.
  init(_ changes: [Change], to range: Range<Int>, of bytes: [UInt8]) {
    self.changes = changes
    var line: [UInt8] = []
    var origins: [Int] = []
    var position = range.lowerBound
    func copy(to end: Int) {
      while position < end {
        line.append(bytes[position])
        origins.append(position)
        position += 1
      }
    }
    for change in changes {
      switch change {
      case .insert(let byte, let place):
        copy(to: place)
        line.append(byte)
        origins.append(place)
      case .delete(let place):
        copy(to: place)
        position = place + 1
      case .replace(let place, let byte):
        copy(to: place)
        line.append(byte)
        origins.append(place)
        position = place + 1
      }
    }
    copy(to: range.upperBound)
    self.line = line
    self.origins = origins
  }

  /// What the shell would make of the repaired line.
  struct Reading {
    var pending: CurlOption?
    var hasURL: Bool
    /// Where in the text a body starts that is still to be mended.
    var bodyStart: Int?
  }

  /// How the repaired line reads, nil where it reads like nothing that anyone would write.
  func reading(pending: CurlOption?, hasURL: Bool) -> Reading? {
    var scanner = ShellLineScanner(
      line, from: 0, substitutions: ShellSubstitution(line), pending: pending, hasURL: hasURL)
    let fresh = scanner
    var stop = scanner.scan()
    var bodyStart: Int?
    if case .data(let start) = stop {
      guard isPlausibleBody(at: start), start < origins.count else { return nil }
      bodyStart = origins[start]
      // A body that the change itself mends is done with.
      if changes.contains(where: { $0.place >= origins[start] }) {
        bodyStart = nil
        scanner = fresh
        scanner.passesBodies = true
        stop = scanner.scan()
      }
    }
    if bodyStart == nil {
      guard case .lineEnd = stop else { return nil }
    }
    guard scanner.arguments.allSatisfy(isPlausible) else { return nil }
    return Reading(pending: scanner.pending, hasURL: scanner.hasURL, bodyStart: bodyStart)
  }

  private func isPlausibleBody(at start: Int) -> Bool {
    guard let quote = line.at(start), quote == .singleQuote || quote == .doubleQuote else {
      return true
    }
    let next = line.skippingBlanks(from: start + 1)
    guard let first = line.at(next) else { return true }
    return first != .hyphen && first != .backslash && first != quote
  }

  private func isPlausible(_ argument: ShellLineScanner.Argument) -> Bool {
    let value = unquoted(argument.range)
    guard let value else { return false }
    guard isFreeOfOptions(value) else { return false }
    let doubles = value.count { $0 == .doubleQuote }
    guard doubles.isMultiple(of: 2), !value.contains(.singleQuote) else { return false }
    switch argument.option?.role {
    case .header:
      guard let colon = value.firstIndex(where: { $0 == .colon || $0 == .semicolon }) else {
        return value.first == .at
      }
      return colon > 0 && value[..<colon].allSatisfy(\.isHeaderNamePart)
        && (colon + 1 < value.count || value[colon] == .semicolon)
    case .method:
      return !value.isEmpty
        && value.allSatisfy { $0.isLetter || $0 == .leftBrace || $0 == .rightBrace }
    case nil, .url:
      guard let first = value.first, !value.contains(where: \.isBlank) else { return false }
      return first == .leftBrace || first == .dollar || value.contains(.slash)
    default: return true
    }
  }

  /// The value of a word that is one quoted string or has no quotes; nil for a patchwork.
  private func unquoted(_ range: Range<Int>) -> [UInt8]? {
    let word = Array(line[range])
    guard let first = word.first, first == .singleQuote || first == .doubleQuote else {
      return word.contains(.singleQuote) || word.contains(.doubleQuote) ? nil : word
    }
    guard word.count >= 2, word.last == first else { return nil }
    let inner = Array(word.dropFirst().dropLast())
    var index = 0
    while index < inner.count {
      if inner[index] == first { return nil }
      if inner[index] == .backslash { index += 1 }
      index += 1
    }
    return inner.filter { $0 != .backslash }
  }

  /// No value has an option of curl in its middle.
  private func isFreeOfOptions(_ value: [UInt8]) -> Bool {
    for index in value.indices where value[index] == .hyphen && index > 0 {
      guard value[index - 1].isBlank else { continue }
      if CurlOptionWord.startsLine(value, at: index) { return false }
    }
    return true
  }
}
