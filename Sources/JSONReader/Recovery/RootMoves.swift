/// The ways on outside of all containers, and at the end.
extension RecoverySearch {
  mutating func expand(_ configuration: Configuration) {
    switch configuration.state {
    case .root: expandRoot(configuration)
    case .afterRoot: expandAfterRoot(configuration)
    case .firstKey, .key: expandKey(configuration)
    case .colon: expandColon(configuration)
    case .value: expandValue(configuration)
    case .afterMember: expandAfterMember(configuration)
    case .firstElement, .element: expandElement(configuration)
    case .afterElement: expandAfterElement(configuration)
    }
  }

  private mutating func expandRoot(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    if Byte.isOpener(byte) {
      guard scan.placeholderEnd(position) == nil else { return }
      return open(configuration, byte == Byte.openBrace ? .object : .array, end: position + 1)
    }
    if byte == Byte.comma {
      return advance(
        configuration, to: position + 1, cost: Cost.comma,
        .repair(.leadingComma, position..<position + 1))
    }
    if Byte.isCloser(byte) {
      return advance(
        configuration, to: position + 1, cost: Cost.extraCloser,
        .repair(.extraCloser, position..<position + 1))
    }
    if isKey(at: position) || isKeyOfFragment(position) {
      return open(
        configuration, .object, end: nil, cost: Cost.end, isFragment: true,
        .repair(.fragment, position..<fragmentKeyEnd(position)))
    }
    let readings =
      strings.isQuote(position)
      ? strings.readings(at: position, .value) : bare.values(at: position, .value)
    for reading in readings where reading.kind != .text {
      var next = configuration
      if reading.problem == nil { next.evidence += 1 }
      next.roots = 1
      advance(next, to: reading.range.upperBound, .afterRoot, cost: reading.cost, .value(reading))
    }
    if !strings.isQuote(position), let end = prefixEnd(position) {
      advance(
        configuration, to: end, cost: Cost.strayText, .repair(.strayText, position..<end))
    }
  }

  /// Whether a string that another value follows is a key without its colon: the closing brace of
  /// the object is there.
  private func isKeyOfFragment(_ position: Int) -> Bool {
    let end = scan.trimmed(0, bytes.count)
    guard scan.at(end - 1) == Byte.closeBrace,
      let key = strings.readings(at: position, .key).first, key.problem == nil
    else { return false }
    let next = scan.at(scan.skipBlanks(key.range.upperBound))
    return next == Byte.quote || Byte.isOpener(next) || Byte.isDigit(next)
  }

  private mutating func fragmentKeyEnd(_ position: Int) -> Int {
    keys(at: position).first?.range.upperBound ?? position
  }

  private mutating func expandAfterRoot(_ configuration: Configuration) {
    let position = configuration.position
    let byte = bytes[position]
    guard configuration.lastRoot != 0 else { return expandAfterPlainRoot(configuration) }
    let root = frames[configuration.lastRoot]
    let lastByte = max(0, configuration.end - 1)..<configuration.end
    if byte == Byte.comma {
      let next = trivia(from: position + 1).position
      if next >= bytes.count {
        advance(
          configuration, to: position + 1, cost: Cost.comma,
          .repair(.trailingComma, position..<position + 1))
      } else if Byte.isOpener(bytes[next]) {
        let list = wrapped(configuration, cost: Cost.end)
        advance(
          list, to: position + 1, .element,
          cost: 0, .repair(.listWithoutBrackets, root.start..<root.start + 1))
      }
      let inside = reopened(configuration, cost: Cost.extraCloser)
      return advance(
        inside, to: position + 1, root.container == .object ? .key : .element,
        cost: 0, .guess(.extraCloser, lastByte))
    }
    if Byte.isCloser(byte) {
      advance(
        configuration, to: position + 1, cost: Cost.end,
        .repair(.extraCloser, position..<position + 1))
      if byte == Byte.closeBracket, root.container == .object {
        let isSeen = configuration.indent >= 0 && configuration.indent < root.openIndent
        var list = wrapped(configuration, cost: Cost.end + (isSeen ? -20 : 20))
        add(.guess(.missingOpener(.array), root.start..<root.start + 1), to: &list)
        add(.uncertain, to: &list)
        list = closed(list, end: position + 1)
        advance(list, to: position + 1)
      }
      return
    }
    let isBelow = configuration.indent >= 0
    if Byte.isOpener(byte), scan.placeholderEnd(position) == nil {
      let container: Container = byte == Byte.openBrace ? .object : .array
      if configuration.roots == 1 {
        open(
          configuration, container, end: position + 1, cost: Cost.end + (isBelow ? 0 : 40),
          .repair(.severalRoots, position..<position + 1))
      } else {
        open(configuration, container, end: position + 1, cost: Cost.endOfOuter)
      }
      return
    }
    if isKey(at: position) {
      let inside = reopened(configuration, cost: Cost.extraCloser + Cost.comma)
      stay(
        inside, root.container == .object ? .key : .element, cost: 0,
        .guess(.extraCloser, lastByte))
    }
    let end = suffixEnd(position)
    advance(configuration, to: end, cost: Cost.strayText, .repair(.strayText, position..<end))
  }

  /// Behind a plain value: only the other values of a list can follow, whose opening bracket is
  /// missing.
  private mutating func expandAfterPlainRoot(_ configuration: Configuration) {
    let position = configuration.position
    guard bytes[position] == Byte.comma || bytes[position] == Byte.closeBracket else { return }
    var list = wrapped(configuration, cost: Cost.end, needsCloser: true)
    add(.repair(.missingOpener(.array), 0..<scan.skipLines(0) + 1), to: &list)
    if bytes[position] == Byte.comma {
      advance(list, to: position + 1, .element)
    } else {
      advance(closed(list, end: position + 1), to: position + 1)
    }
  }

  // MARK: - Text around

  /// The end of the text before a root that begins a line below, or stands behind a label on the
  /// first line; nil where none does, or where the text is something that holds JSON, such as a
  /// command.
  private func prefixEnd(_ start: Int) -> Int? {
    var line = start
    var lines = 0
    while line < bytes.count, lines < 40 {
      let first = scan.skipBlanks(line)
      if lines > 0, first < bytes.count, beginsRoot(first) { return scan.trimmed(start, line) }
      let end = Trivia.lineEnd(bytes, line)
      if lines == 0, let label = labelEnd(start, end) { return label }
      if end > line, scan.at(scan.trimmed(line, end) - 1) == Byte.backslash { return nil }
      line = end + 1
      lines += 1
    }
    return nil
  }

  /// `Response: {…`: a few words, a mark, and a root on the same line.
  private func labelEnd(_ start: Int, _ lineEnd: Int) -> Int? {
    var index = start
    while index < lineEnd, index - start < 40 {
      let byte = bytes[index]
      if Byte.isOpener(byte) {
        let end = scan.trimmed(start, index)
        let mark = scan.at(end - 1)
        let isLabel =
          mark == Byte.colon || mark == Byte.equals || mark == UInt8(ascii: "(")
          || mark == Byte.greater
        return end > start && isLabel && beginsRoot(index) ? end : nil
      }
      guard
        Byte.isLetter(byte) || Byte.isDigit(byte) || byte == Byte.space || byte == Byte.colon
          || byte == Byte.equals || byte == Byte.greater || byte == UInt8(ascii: "(")
          || byte == Byte.underscore || byte == UInt8(ascii: "*") || byte == Byte.dot
      else { return nil }
      index += 1
    }
    return nil
  }

  private func beginsRoot(_ index: Int) -> Bool {
    guard Byte.isOpener(bytes[index]), scan.placeholderEnd(index) == nil else { return false }
    let next = scan.skipLines(index + 1)
    guard next < bytes.count else { return true }
    let byte = bytes[next]
    if byte == Byte.quote || Byte.isOpener(byte) || Byte.isCloser(byte) { return true }
    return bytes[index] == Byte.openBracket && (Byte.isDigit(byte) || byte == Byte.minus)
  }

  /// The end of the text behind a root: the end, or the line before another root.
  private func suffixEnd(_ start: Int) -> Int {
    var end = Trivia.lineEnd(bytes, start)
    while end < bytes.count {
      let next = scan.skipLines(end)
      if next < bytes.count, beginsRoot(next) { break }
      end = Trivia.lineEnd(bytes, next)
    }
    return max(start + 1, scan.trimmed(start, end))
  }

  // MARK: - The end

  /// Closes what is open where the text ends.
  mutating func finish(_ configuration: Configuration) {
    var last = configuration
    let end = configuration.end
    switch configuration.state {
    case .root: return
    case .afterRoot: return complete(configuration)
    case .colon:
      last.cost += Cost.endOfOuter
      add(.endAfterKey(at: end), to: &last)
    case .value:
      last.cost += Cost.end
      add(.missingValue(at: end), to: &last)
    default: break
    }
    var closers = ""
    var opener = -1
    var isFragment = false
    var frame = configuration.frame
    while frame != 0 {
      let current = frames[frame]
      if current.needsCloser { return }
      if current.isFragment {
        isFragment = true
      } else {
        last.cost += closers.isEmpty ? Cost.end : Cost.endOfOuter
        closers += current.container.closer
        if opener < 0 { opener = current.start }
      }
      frame = current.parent
    }
    if !closers.isEmpty {
      if isFragment { last.cost -= Cost.end - Cost.endOfOuter }
      add(.repair(.missingClosersAtEnd(closers, opener: opener), end..<end), to: &last)
    }
    frame = configuration.frame
    while frame != 0 {
      add(.close(end: end), to: &last)
      frame = frames[frame].parent
    }
    last.repairs += last.cost - configuration.cost
    complete(last)
  }
}
