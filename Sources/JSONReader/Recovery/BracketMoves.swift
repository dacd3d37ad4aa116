/// Brackets that are there, missing, mistaken or too many.
extension RecoverySearch {
  // MARK: - Closing

  /// Reads the closing bracket that fits the container.
  mutating func close(_ configuration: Configuration) {
    let position = configuration.position
    let frame = frames[configuration.frame]
    var next = configuration
    let isMisplaced =
      configuration.indent >= 0 && frame.openIndent >= 0
      && configuration.indent != frame.openIndent
    if isMisplaced { next.cost += Cost.misplacedCloser }
    if let comma = trailingComma(configuration) {
      next.cost += Cost.comma
      next.repairs += Cost.comma
      add(.repair(.trailingComma, comma), to: &next)
    }
    next = closed(next, end: position + 1)
    advance(next, to: position + 1)
    guard isMisplaced else { return }
    if configuration.indent < frame.openIndent {
      closeBefore(configuration, cost: Cost.closer)
    } else {
      skipCloser(configuration)
    }
  }

  private func trailingComma(_ configuration: Configuration) -> Range<Int>? {
    guard configuration.state == .key || configuration.state == .element,
      configuration.end > 0, bytes[configuration.end - 1] == Byte.comma
    else { return nil }
    return configuration.end - 1..<configuration.end
  }

  private mutating func skipCloser(_ configuration: Configuration) {
    let position = configuration.position
    // The comma before it would be one too many as well.
    let isBehindComma = configuration.state == .key || configuration.state == .element
    advance(
      configuration, to: position + 1, cost: Cost.extraCloser + (isBehindComma ? Cost.comma : 0),
      .repair(.extraCloser, position..<position + 1))
  }

  /// Reads a closing bracket of the other kind.
  mutating func closeWrongly(_ configuration: Configuration) {
    let position = configuration.position
    let frame = frames[configuration.frame]
    let container = frame.container

    // The bracket is the wrong one.
    var mistaken = configuration
    if configuration.indent >= 0, frame.openIndent >= 0, configuration.indent != frame.openIndent {
      mistaken.cost += Cost.misplacedCloser
    }
    mistaken = closed(mistaken, end: position + 1)
    advance(
      mistaken, to: position + 1, cost: Cost.wrongCloser,
      .repair(.wrongCloser(container), position..<position + 1))

    // The right one is missing before it.
    if hasAround(configuration, bytes[position]) {
      let isSeen = configuration.indent >= 0 && configuration.indent < frame.openIndent
      closeBefore(
        configuration,
        cost: isSeen || isDedented(configuration) ? Cost.closer : Cost.unseenCloser)
    }

    // It closes an array whose opening bracket is missing.
    if configuration.state == .afterMember, bytes[position] == Byte.closeBracket {
      // A bracket on a line of its own behind a plain value would have opened a line above.
      let isPlain = !Byte.isCloser(scan.at(configuration.end - 1))
      let price = isPlain && configuration.indent >= 0 ? 50 : 10
      var array = wrapped(configuration, cost: Cost.opener + price)
      add(.guess(.missingOpener(.array), position..<position + 1), to: &array)
      add(.uncertain, to: &array)
      array = closed(array, end: position + 1)
      advance(array, to: position + 1)
    }

    skipCloser(configuration)
  }

  /// Whether one of the containers around is closed by that bracket.
  private func hasAround(_ configuration: Configuration, _ closer: UInt8) -> Bool {
    var frame = frames[frames[configuration.frame].parent]
    var levels = 0
    while frame.depth > 0, levels < 32 {
      if frame.container.closerByte == closer { return true }
      frame = frames[frame.parent]
      levels += 1
    }
    return false
  }

  /// Closes the container before the token, because its closing bracket is missing.
  mutating func closeBefore(_ configuration: Configuration, cost: Int) {
    let frame = frames[configuration.frame]
    guard frame.depth > 1, !frame.isFragment else { return }
    let isBehindComma =
      (configuration.state == .key || configuration.state == .element)
      && configuration.end > 0 && bytes[configuration.end - 1] == Byte.comma
    let end =
      isBehindComma ? scan.trimmed(0, configuration.end - 1) : configuration.end
    // Without a line that tells, the bracket may as well be missing further down.
    let isGuess = cost >= Cost.unseenCloser
    var next = configuration
    if isGuess { add(.uncertain, to: &next) }
    next = closed(next, end: end)
    next.cost += cost
    next.repairs += cost
    let problem = Problem.missingCloser(frame.container, opener: frame.start)
    add(isGuess ? .guess(problem, end..<end) : .repair(problem, end..<end), to: &next)
    var state = next.state
    if isBehindComma { state = state == .afterMember ? .key : .element }
    stay(next, state, cost: 0)
  }

  // MARK: - Opening

  /// Opens an object whose brace is missing before a key.
  mutating func openLostObject(_ configuration: Configuration) {
    let frame = frames[configuration.frame]
    let isSeen = configuration.indent < 0 || configuration.indent > frame.childIndent
    open(
      configuration, .object, end: nil, cost: isSeen ? Cost.opener : Cost.unseenOpener,
      .repair(.missingOpener(.object), place(ofLostOpener: configuration)))
  }

  /// Opens an array whose bracket is missing before a value on a line of its own.
  mutating func openLostArray(_ configuration: Configuration) {
    let frame = frames[configuration.frame]
    let isSeen = configuration.indent > frame.childIndent
    open(
      configuration, .array, end: nil,
      cost: isSeen ? Cost.opener : Cost.unseenOpener,
      .repair(.missingOpener(.array), place(ofLostOpener: configuration)))
  }

  /// Behind the colon, or before the first thing that stands inside.
  private func place(ofLostOpener configuration: Configuration) -> Range<Int> {
    let place =
      configuration.state == .value ? configuration.end : configuration.position
    return place..<place
  }

  /// Makes the last value the first element of an array whose bracket is missing.
  mutating func wrapLast(_ configuration: Configuration, cost: Int) {
    let end = configuration.end
    let next = wrapped(configuration, cost: cost)
    stay(next, .element, cost: 0, .guess(.missingOpener(.array), max(0, end - 1)..<end))
  }
}
