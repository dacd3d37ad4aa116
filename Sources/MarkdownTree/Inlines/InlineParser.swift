import Diagnostics

/// Reads running text by CommonMark's rules, with exact places.
struct InlineParser {
  private let text: MappedText
  let bytes: [UInt8]
  let references: ReferenceDefinitions
  var context: InlineContext
  private(set) var isTooDeep = false

  var position = 0
  var chain = InlineChain()
  var delimiters = DelimiterStack()
  var brackets: [Bracket] = []
  private var tags: TagScanner
  /// Where runs of so many backticks start; found when the first one is met.
  private var backtickRuns: [Int: [Int]]?

  init(_ text: MappedText, references: ReferenceDefinitions, context: InlineContext) {
    self.text = text
    bytes = text.bytes
    tags = TagScanner(text.bytes)
    self.references = references
    self.context = context
  }

  private static let special: [Bool] = {
    var table = Array(repeating: false, count: 256)
    for byte in "\n`\\&<*_~[]!".utf8 { table[Int(byte)] = true }
    return table
  }()

  mutating func parse() -> [Inline] {
    while position < bytes.count {
      switch bytes[position] {
      case Byte.lineFeed: readLineEnd()
      case Byte.backtick: readCode()
      case Byte.backslash: readEscape()
      case Byte.ampersand: readReference()
      case Byte.lessThan: readTag()
      case Byte.asterisk, Byte.underscore, Byte.tilde: readDelimiters()
      case Byte.openingBracket: openBracket()
      case Byte.closingBracket: closeBracket()
      case Byte.exclamationMark: readExclamationMark()
      default: readText()
      }
    }
    delimiters.resolve(above: -1, in: &chain)
    var builder = InlineTreeBuilder(text: text, chain: chain)
    let inlines = builder.build()
    isTooDeep = builder.isTooDeep
    return inlines
  }

  mutating func appendText(_ length: Int) {
    chain.append(.text, position, position + length)
    position += length
  }

  private mutating func readText() {
    var end = position + 1
    while end < bytes.count, !InlineParser.special[Int(bytes[end])] { end += 1 }
    appendText(end - position)
  }

  private mutating func readLineEnd() {
    var start = position
    var isHard = false
    if chain.last >= 0, case .text = chain[chain.last].kind, chain[chain.last].end == position {
      let last = chain[chain.last]
      while start > last.valueStart, bytes[start - 1].isBlank { start -= 1 }
      isHard =
        position >= start + 2 && bytes[position - 1] == Byte.space
        && bytes[position - 2] == Byte.space
      chain.trim(chain.last, start: min(last.start, start), end: start)
    }
    position += 1
    let end = position
    while position < bytes.count, bytes[position].isBlank { position += 1 }
    chain.append(isHard ? .lineBreak : .softBreak, start, end)
  }

  private mutating func readEscape() {
    let next = position + 1
    if next < bytes.count, bytes[next] == Byte.lineFeed {
      chain.append(.lineBreak, position, next + 1)
      position = next + 1
      while position < bytes.count, bytes[position].isBlank { position += 1 }
    } else if next < bytes.count, bytes[next].isPunctuation {
      chain.append(.text, position, next + 1, valueStart: next)
      position = next + 1
    } else {
      appendText(1)
    }
  }

  private mutating func readReference() {
    guard
      let found = CharacterReference.read(
        bytes, at: position, before: bytes.count, context: &context)
    else { return appendText(1) }
    chain.append(.characters(found.characters), position, found.end)
    position = found.end
  }

  private mutating func readTag() {
    if let link = tags.automaticLinkEnd(at: position) {
      let address = position + 1..<link.end - 1
      let destination = (link.isMail ? "mailto:" : "") + bytes.string(address)
      let opener = chain.append(.text, position, position + 1)
      let content = chain.append(.text, address.lowerBound, address.upperBound)
      chain.wrap(
        .link(destination: destination, title: ""), behind: opener, upTo: content,
        start: position, end: link.end, replacing: true)
      position = link.end
    } else if let end = tags.htmlEnd(at: position) {
      chain.append(.html, position, end)
      position = end
    } else {
      appendText(1)
    }
  }

  private mutating func readExclamationMark() {
    let next = position + 1
    guard next < bytes.count, bytes[next] == Byte.openingBracket, termContent(at: next) == nil
    else { return appendText(1) }
    openBracket(isImage: true)
  }

  // MARK: - Code

  private mutating func readCode() {
    var end = position
    while end < bytes.count, bytes[end] == Byte.backtick { end += 1 }
    let length = end - position
    guard let close = backtickRun(of: length, from: end) else { return appendText(length) }
    var content = bytes[end..<close].map { $0 == Byte.lineFeed ? Byte.space : $0 }
    if content.count > 2, content.first == Byte.space, content.last == Byte.space,
      content.contains(where: { $0 != Byte.space })
    {
      content.removeFirst()
      content.removeLast()
    }
    chain.append(.code(String(decoding: content, as: UTF8.self)), position, close + length)
    position = close + length
  }

  /// The first run of exactly that many backticks at or behind `start`.
  private mutating func backtickRun(of length: Int, from start: Int) -> Int? {
    if backtickRuns == nil {
      var runs: [Int: [Int]] = [:]
      var index = position
      while index < bytes.count {
        let runStart = index
        while index < bytes.count, bytes[index] == Byte.backtick { index += 1 }
        if index > runStart { runs[index - runStart, default: []].append(runStart) }
        index += 1
      }
      backtickRuns = runs
    }
    guard let starts = backtickRuns?[length] else { return nil }
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] < start { low = middle + 1 } else { high = middle }
    }
    return low < starts.count ? starts[low] : nil
  }

  // MARK: - Emphasis

  private mutating func readDelimiters() {
    let mark = bytes[position]
    var end = position
    while end < bytes.count, bytes[end] == mark { end += 1 }
    // GFM looks past tildes, so that `~~**text**~~` works next to letters.
    var left = position
    while left > 0, bytes[left - 1] == Byte.tilde { left -= 1 }
    var right = end
    while right < bytes.count, bytes[right] == Byte.tilde { right += 1 }
    let before = Surroundings(scalarBefore: left, in: bytes)
    let after = Surroundings(scalarAt: right, in: bytes)
    let isLeft =
      !after.isWhitespace
      && (!after.isPunctuation || before.isWhitespace || before.isPunctuation)
    let isRight =
      !before.isWhitespace
      && (!before.isPunctuation || after.isWhitespace || after.isPunctuation)
    let count = end - position
    let node = chain.append(.text, position, end)
    position = end
    var (canOpen, canClose) = (isLeft, isRight)
    if mark == Byte.underscore {
      canOpen = isLeft && (!isRight || before.isPunctuation)
      canClose = isRight && (!isLeft || after.isPunctuation)
    }
    if mark == Byte.tilde, count > 2 { return }
    guard canOpen || canClose else { return }
    delimiters.push(
      DelimiterStack.Delimiter(
        node: node, mark: mark, count: count, length: count, canOpen: canOpen,
        canClose: canClose))
  }
}

/// What stands next to a run of marks.
private struct Surroundings {
  var isWhitespace: Bool
  var isPunctuation: Bool

  init(scalarBefore end: Int, in bytes: [UInt8]) {
    var start = end - 1
    while start > 0, end - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(start >= 0 ? bytes[start..<end] : [])
  }

  init(scalarAt start: Int, in bytes: [UInt8]) {
    self.init(start < bytes.count ? bytes[start..<min(start + 4, bytes.count)] : [], isFirst: true)
  }

  private init(_ bytes: ArraySlice<UInt8>, isFirst: Bool = false) {
    guard let byte = bytes.first else {
      (isWhitespace, isPunctuation) = (true, false)
      return
    }
    if byte < 0x80 {
      (isWhitespace, isPunctuation) = (byte.isWhitespace, byte.isPunctuation)
      return
    }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    guard let scalar = isFirst ? scalars.first : scalars.last else {
      (isWhitespace, isPunctuation) = (false, false)
      return
    }
    switch scalar.properties.generalCategory {
    case .spaceSeparator: (isWhitespace, isPunctuation) = (true, false)
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      (isWhitespace, isPunctuation) = (false, true)
    default: (isWhitespace, isPunctuation) = (false, false)
    }
  }
}
