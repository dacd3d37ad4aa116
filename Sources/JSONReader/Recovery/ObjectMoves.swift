/// The ways on inside an object.
extension RecoverySearch {
  /// Behind `{` or a comma: a key, or the end.
  mutating func expandKey(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    let isFirst = configuration.state == .firstKey
    switch byte {
    case Byte.closeBrace: return close(configuration)
    case Byte.closeBracket: return closeWrongly(configuration)
    case Byte.comma, Byte.semicolon: return skipCommas(configuration)
    case Byte.colon:
      return stay(
        configuration, .colon, cost: Cost.value + 50, .missingKey(at: position),
        .repair(.missingKey, position..<position + 1))
    default: break
    }
    if !isFirst, isDedented(configuration) { closeBefore(configuration, cost: Cost.closer) }
    if Byte.isOpener(byte), scan.placeholderEnd(position) == nil {
      if !isFirst {
        if !isDedented(configuration) { closeBefore(configuration, cost: Cost.unseenCloser) }
        wrapLast(configuration, cost: Cost.unseenOpener + 10)
      }
      advance(
        configuration, to: position + 1, cost: Cost.strayBracket,
        .repair(.strayBracket, position..<position + 1))
      return
    }
    if let end = ellipsis(at: position) {
      return advance(
        configuration, to: afterComma(end), .firstKey, cost: Cost.ellipsis,
        .repair(.ellipsis, position..<end))
    }
    let placed = withIndentation(configuration)
    let keys = self.keys(at: position)
    for key in keys {
      var next = placed
      if key.kind == .string { next.evidence += 1 }
      advance(next, to: key.range.upperBound, .colon, cost: key.cost, .key(key))
    }
    if !isFirst, !isKey(at: position) { wrapLast(configuration, cost: Cost.unseenOpener + 10) }
    if keys.isEmpty {
      skipStrayText(configuration)
    } else if !strings.isQuote(position) {
      skipStrayText(configuration, price: Cost.strayText)
    }
  }

  /// Behind a key.
  mutating func expandColon(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    switch byte {
    case Byte.colon:
      var next = configuration
      next.evidence += 1
      let second = scan.skipBlanks(position + 1)
      if scan.at(second) == Byte.colon {
        advance(
          next, to: second + 1, .value, cost: Cost.comma,
          .repair(.doubledColon, position..<second + 1))
      } else {
        advance(next, to: position + 1, .value)
      }
    case Byte.comma, Byte.semicolon:
      let next = trivia(from: position + 1).position
      if next < bytes.count, !Byte.isCloser(bytes[next]), !isKey(at: next) {
        advance(
          configuration, to: position + 1, .value, cost: Cost.wrongCloser,
          .repair(.commaForColon, position..<position + 1))
      }
      leaveKeyWithoutValue(configuration, cost: Cost.value + 50)
    case Byte.closeBrace, Byte.closeBracket:
      leaveKeyWithoutValue(configuration, cost: Cost.value)
    case _ where isArrow(position):
      let end = scan.at(position + 1) == Byte.greater ? position + 2 : position + 1
      advance(
        configuration, to: end, .value, cost: Cost.colon,
        .repair(.otherForColon, position..<end))
    default:
      let isBelow = configuration.indent >= 0
      stay(
        configuration, .value, cost: Cost.colon + (isBelow ? 100 : 0),
        .repair(.missingColon, configuration.end..<configuration.end))
      if isBelow { leaveKeyWithoutValue(configuration, cost: Cost.value + 50) }
    }
  }

  /// Whether `=`, `=>` or `->` stands at `position`.
  private func isArrow(_ position: Int) -> Bool {
    bytes[position] == Byte.equals
      || bytes[position] == Byte.minus && scan.at(position + 1) == Byte.greater
  }

  private mutating func leaveKeyWithoutValue(_ configuration: Configuration, cost: Int) {
    let end = configuration.end
    stay(
      configuration, .afterMember, cost: cost, .repair(.keyWithoutValue, end..<end),
      .missingValue(at: end))
  }

  /// Behind the colon.
  mutating func expandValue(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    let isBelow = configuration.indent >= 0
    switch byte {
    case Byte.openBrace where scan.placeholderEnd(position) == nil, Byte.openBracket:
      let container: Container = byte == Byte.openBrace ? .object : .array
      open(configuration, container, end: position + 1)
      if isBelow, byte == Byte.openBrace { openLostArray(configuration) }
    case Byte.comma, Byte.semicolon:
      leaveValue(configuration)
      if scan.at(scan.skipBlanks(position + 1)) == Byte.quote {
        // `: ,",`: the comma may be the string.
        readPlain(configuration, .value, .afterMember)
      }
    case Byte.colon:
      advance(
        configuration, to: position + 1, cost: Cost.comma,
        .repair(.doubledColon, position..<position + 1))
    case Byte.closeBrace, Byte.closeBracket:
      leaveValue(configuration)
      closeLostEmpty(configuration)
    default:
      let isKey = self.isKey(at: position)
      readPlain(configuration, .value, .afterMember)
      if isKey {
        openLostObject(configuration)
        if isBelow { leaveValue(configuration) }
      } else if isBelow {
        openLostArray(configuration)
      }
    }
  }

  private mutating func leaveValue(_ configuration: Configuration) {
    let end = configuration.end
    stay(
      configuration, .afterMember, cost: Cost.value, .repair(.missingValue, end..<end),
      .missingValue(at: end))
  }

  /// `"params": }`: the opening bracket of something empty is lost.
  private mutating func closeLostEmpty(_ configuration: Configuration) {
    let position = configuration.position
    let container: Container = bytes[position] == Byte.closeBrace ? .object : .array
    let next = trivia(from: position + 1).position
    guard next < bytes.count, bytes[next] == Byte.comma || Byte.isCloser(bytes[next]) else {
      return
    }
    advance(
      configuration, to: position + 1, .afterMember, cost: Cost.value - 10,
      .guess(.missingOpener(container), position..<position), .open(container, at: position),
      .uncertain, .close(end: position + 1))
  }

  /// Behind a value.
  mutating func expandAfterMember(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    let end = configuration.end
    switch byte {
    case Byte.comma:
      var next = configuration
      next.evidence += 1
      advance(next, to: position + 1, .key)
      if standsAlone(configuration) { closeBefore(configuration, cost: Cost.seenCloser) }
      return
    case Byte.semicolon:
      return advance(
        configuration, to: position + 1, .key, cost: Cost.comma,
        .repair(.semicolonForComma, position..<position + 1))
    case Byte.colon:
      return advance(
        configuration, to: position + 1, .key, cost: Cost.wrongCloser,
        .repair(.colonForComma, position..<position + 1))
    case Byte.closeBrace: return close(configuration)
    case Byte.closeBracket: return closeWrongly(configuration)
    default: break
    }
    let isBelow = configuration.indent >= 0
    if isDedented(configuration) { closeBefore(configuration, cost: Cost.closer) }
    if Byte.isOpener(byte), scan.placeholderEnd(position) == nil {
      if !isDedented(configuration) { closeBefore(configuration, cost: Cost.unseenCloser) }
      advance(
        configuration, to: position + 1, cost: Cost.strayBracket,
        .repair(.strayBracket, position..<position + 1))
      return
    }
    if let end = ellipsis(at: position) {
      return advance(
        configuration, to: end, cost: Cost.ellipsis, .repair(.ellipsis, position..<end))
    }
    if !keys(at: position).isEmpty {
      stay(
        configuration, .key, cost: isBelow ? Cost.comma : Cost.sameLineComma,
        .repair(.missingComma, end..<end))
    }
    skipStrayText(configuration)
  }
}
