/// The ways on inside an array, and what arrays and objects have in common.
extension RecoverySearch {
  /// Behind `[` or a comma: an element, or the end.
  mutating func expandElement(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    switch byte {
    case Byte.closeBracket: return close(configuration)
    case Byte.closeBrace: return closeWrongly(configuration)
    case Byte.comma, Byte.semicolon: return skipCommas(configuration)
    case Byte.colon:
      return advance(
        configuration, to: position + 1, cost: Cost.colon,
        .repair(.strayText, position..<position + 1))
    default: break
    }
    let isDedented = self.isDedented(configuration)
    if configuration.state == .element, isDedented { closeBefore(configuration, cost: Cost.closer) }
    let placed = withIndentation(configuration)
    if Byte.isOpener(byte), scan.placeholderEnd(position) == nil {
      return open(placed, byte == Byte.openBrace ? .object : .array, end: position + 1)
    }
    if let end = ellipsis(at: position) {
      return advance(
        configuration, to: afterComma(end), .firstElement, cost: Cost.ellipsis,
        .repair(.ellipsis, position..<end))
    }
    let isKey = self.isKey(at: position)
    readPlain(placed, .element, .afterElement)
    if isKey {
      openLostObject(configuration)
      if configuration.state == .element, !isDedented, isInObject(configuration) {
        closeBefore(configuration, cost: Cost.unseenCloser)
      }
    }
  }

  /// Behind an element.
  mutating func expandAfterElement(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    let end = configuration.end
    switch byte {
    case Byte.comma:
      var next = configuration
      next.evidence += 1
      advance(next, to: position + 1, .element)
      if standsAlone(configuration) { closeBefore(configuration, cost: Cost.seenCloser) }
      return
    case Byte.semicolon, Byte.colon:
      let problem: Problem = byte == Byte.colon ? .colonForComma : .semicolonForComma
      return advance(
        configuration, to: position + 1, .element,
        cost: byte == Byte.colon ? Cost.wrongCloser : Cost.comma,
        .repair(problem, position..<position + 1))
    case Byte.closeBracket: return close(configuration)
    case Byte.closeBrace: return closeWrongly(configuration)
    default: break
    }
    let isDedented = self.isDedented(configuration)
    if isDedented { closeBefore(configuration, cost: Cost.closer) }
    if let end = ellipsis(at: position) {
      return advance(
        configuration, to: end, cost: Cost.ellipsis, .repair(.ellipsis, position..<end))
    }
    if !isDedented, isInObject(configuration), isKey(at: position) {
      closeBefore(configuration, cost: Cost.unseenCloser)
    }
    stay(
      configuration, .element,
      cost: configuration.indent >= 0 ? Cost.comma : Cost.sameLineComma,
      .repair(.missingComma, end..<end))
    if !Byte.isOpener(byte), !strings.isQuote(position) { skipStrayText(configuration) }
  }

  // MARK: - Common moves

  /// Reads a string, number, literal or bare text.
  mutating func readPlain(_ configuration: Configuration, _ role: Role, _ state: State) {
    let position = configuration.position
    var readings =
      strings.isQuote(position)
      ? strings.readings(at: position, role) : bare.values(at: position, role)
    if bytes[position] == Byte.backslash, strings.isQuote(position) {
      // `\"tag\""`: the opening quote is missing, or all quotes are escaped.
      readings += bare.values(at: position, role)
    }
    for reading in readings {
      var next = configuration
      if reading.kind != .text { next.evidence += 1 }
      advance(next, to: reading.range.upperBound, state, cost: reading.cost, .value(reading))
    }
    if readings.isEmpty { skipStrayText(configuration) }
  }

  /// Skips commas where none may stand.
  mutating func skipCommas(_ configuration: Configuration) {
    let position = configuration.position
    var end = position + 1
    while true {
      let next = scan.skipBlanks(end)
      guard scan.at(next) == Byte.comma else { break }
      end = next + 1
    }
    let isFirst = configuration.state == .firstKey || configuration.state == .firstElement
    // Behind the commas an end is no second mistake.
    let state: State = configuration.state.isObject ? .firstKey : .firstElement
    advance(
      configuration, to: end, state, cost: Cost.comma,
      .repair(isFirst ? .leadingComma : .doubledComma, position..<end))
    if isFirst {
      let next = scan.skipBlanks(position + 1)
      let endsLine = next >= bytes.count || Byte.isLineEnd(bytes[next])
      closeBefore(configuration, cost: endsLine ? Cost.closer : Cost.unseenCloser)
    }
  }

  /// Skips what means nothing here, up to the next punctuation or the end of the line.
  mutating func skipStrayText(_ configuration: Configuration, price: Int = 0) {
    let start = configuration.position
    var index = start
    if let end = scan.placeholderEnd(index) { index = end }
    if strings.isQuote(start) {
      let reading = strings.readings(at: start, .value).first
      index = max(start + 1, reading?.range.upperBound ?? start + 1)
    } else {
      loop: while index < bytes.count {
        switch bytes[index] {
        case Byte.lineFeed, Byte.carriageReturn, Byte.comma, Byte.quote, Byte.openBrace,
          Byte.closeBrace, Byte.openBracket, Byte.closeBracket:
          break loop
        default: index += 1
        }
      }
    }
    let end = max(start + 1, scan.trimmed(start, min(index, bytes.count)))
    advance(
      configuration, to: end, cost: Cost.strayText + price, .repair(.strayText, start..<end))
  }

  /// The end of a placeholder for members or elements that are left out.
  func ellipsis(at position: Int) -> Int? {
    if let end = scan.ellipsisEnd(position) { return end }
    guard scan.at(position) == Byte.quote, let end = scan.ellipsisEnd(position + 1),
      scan.at(end) == Byte.quote
    else { return nil }
    return scan.at(scan.skipBlanks(end + 1)) == Byte.colon ? nil : end + 1
  }

  /// `end`, or the place behind the comma that follows.
  func afterComma(_ end: Int) -> Int {
    let next = trivia(from: end).position
    return scan.at(next) == Byte.comma ? next + 1 : end
  }

  // MARK: - Indentation

  /// The reading, dearer where the token is not indented as its siblings.
  func withIndentation(_ configuration: Configuration) -> Configuration {
    let frame = frames[configuration.frame]
    guard configuration.indent >= 0, frame.childIndent >= 0,
      configuration.indent != frame.childIndent
    else { return configuration }
    var placed = configuration
    placed.cost += Cost.misplacedMember
    return placed
  }

  /// Whether the token begins a line that is indented less than what its container holds.
  func isDedented(_ configuration: Configuration) -> Bool {
    let frame = frames[configuration.frame]
    guard configuration.indent >= 0 else { return false }
    return frame.childIndent < 0 || configuration.indent < frame.childIndent
  }

  /// Whether the comma is alone on its line, or only an opening bracket shares it.
  func standsAlone(_ configuration: Configuration) -> Bool {
    guard configuration.indent >= 0 else { return false }
    let next = scan.skipBlanks(configuration.position + 1)
    return next >= bytes.count || Byte.isLineEnd(bytes[next]) || Byte.isOpener(bytes[next])
  }

  func isInObject(_ configuration: Configuration) -> Bool {
    let parent = frames[configuration.frame].parent
    return parent != 0 && frames[parent].container == .object
  }
}
