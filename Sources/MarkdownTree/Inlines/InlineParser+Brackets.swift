import Diagnostics

extension InlineParser {
  /// An opening bracket that may still become a link, an image or a term.
  struct Bracket {
    var node: Int
    var isImage: Bool
    /// The offset of the bracketed text.
    var start: Int
    /// The last run of marks before the bracket.
    var delimiter: Int
    /// False within a link: links do not nest.
    var isActive = true
    /// Whether another bracket opens behind it.
    var hasBracketBehind = false
    /// The word behind `[!`.
    var label: String?
  }

  /// Where the content of a term starts: behind `[!DNL `. Nil if there is no such marker here.
  func termContent(at start: Int) -> (label: Range<Int>, start: Int)? {
    guard bytes.has("[!", at: start, before: bytes.count) else { return nil }
    var index = start + 2
    while index < bytes.count, bytes[index].isLetter { index += 1 }
    let label = start + 2..<index
    guard !label.isEmpty, index < bytes.count else { return nil }
    if bytes[index] == Byte.closingBracket { return (label, index) }
    guard bytes[index].isWhitespace else { return nil }
    while index < bytes.count, bytes[index].isBlank { index += 1 }
    return (label, index)
  }

  mutating func openBracket(isImage: Bool = false) {
    let term = isImage ? nil : termContent(at: position)
    let end = term?.start ?? position + (isImage ? 2 : 1)
    let node = chain.append(.text, position, end)
    if !brackets.isEmpty { brackets[brackets.count - 1].hasBracketBehind = true }
    brackets.append(
      Bracket(
        node: node, isImage: isImage, start: end, delimiter: delimiters.last,
        label: term.map { bytes.string($0.label) }))
    position = end
  }

  mutating func closeBracket() {
    guard let opener = brackets.popLast() else { return appendText(1) }
    if let label = opener.label { return closeTerm(opener, label) }
    guard opener.isActive else { return appendText(1) }
    guard let tail = linkTail(opener) else { return appendText(1) }
    delimiters.resolve(above: opener.delimiter, in: &chain)
    let kind: InlineChain.Kind =
      opener.isImage
      ? .image(source: tail.target.destination, title: tail.target.title)
      : .link(destination: tail.target.destination, title: tail.target.title)
    chain.wrap(
      kind, behind: opener.node, upTo: chain.last, start: chain[opener.node].start, end: tail.end,
      replacing: true)
    position = tail.end
    if !opener.isImage { deactivateBrackets() }
  }

  /// Links do not stand in links.
  private mutating func deactivateBrackets() {
    for index in brackets.indices.reversed() where !brackets[index].isImage {
      guard brackets[index].isActive else { return }
      brackets[index].isActive = false
    }
  }

  private mutating func closeTerm(_ opener: Bracket, _ label: String) {
    delimiters.resolve(above: opener.delimiter, in: &chain)
    var end = position + 1
    // `[!BADGE Beta]{type=Informative}`.
    if label.uppercased() == "BADGE", end < bytes.count, bytes[end] == Byte.openingBrace {
      var close = end
      while close < bytes.count, close - end < 1000, bytes[close] != Byte.closingBrace,
        bytes[close] != Byte.lineFeed
      {
        close += 1
      }
      if close < bytes.count, bytes[close] == Byte.closingBrace { end = close + 1 }
    }
    let term = chain.wrap(
      .term(label: label), behind: opener.node, upTo: chain.last,
      start: chain[opener.node].start, end: end, replacing: true)
    position = end
    // `[!DNL Name](address)`: a link whose text is a term.
    guard opener.isActive, position < bytes.count, bytes[position] == Byte.openingParenthesis,
      let tail = inlineTail(at: position)
    else { return }
    let start = chain[term].start
    if chain[term].previous >= 0 {
      chain.wrap(
        .link(destination: tail.target.destination, title: tail.target.title),
        behind: chain[term].previous, upTo: term, start: start, end: tail.end, replacing: false)
    } else {
      chain.wrapFirst(
        .link(destination: tail.target.destination, title: tail.target.title), start: start,
        end: tail.end)
    }
    position = tail.end
    deactivateBrackets()
  }

  private typealias Tail = (target: ReferenceDefinitions.Target, end: Int)

  /// What makes a link out of the bracketed text that ends here.
  private mutating func linkTail(_ opener: Bracket) -> Tail? {
    let behind = position + 1
    if behind < bytes.count, bytes[behind] == Byte.openingParenthesis,
      let tail = inlineTail(at: behind)
    {
      return tail
    }
    guard !references.isEmpty else { return nil }
    if let label = LinkScanner.label(bytes, at: behind) {
      if !label.content.isEmpty {
        return references.target(bytes, label.content).map { ($0, label.end) }
      }
      guard !opener.hasBracketBehind else { return nil }
      return references.target(bytes, opener.start..<position).map { ($0, label.end) }
    }
    guard !opener.hasBracketBehind else { return nil }
    return references.target(bytes, opener.start..<position).map { ($0, behind) }
  }

  private mutating func inlineTail(at start: Int) -> Tail? {
    let place = LinkScanner.skipWhitespace(bytes, start + 1)
    guard let destination = LinkScanner.destination(bytes, at: place) else { return nil }
    var end = LinkScanner.skipWhitespace(bytes, destination.end)
    var title = ""
    if end > destination.end, let found = LinkScanner.title(bytes, at: end) {
      title = CharacterReference.unescaped(bytes, found.content, context: &context)
      end = LinkScanner.skipWhitespace(bytes, found.end)
    }
    guard end < bytes.count, bytes[end] == Byte.closingParenthesis else { return nil }
    let target = ReferenceDefinitions.Target(
      destination: CharacterReference.unescaped(bytes, destination.content, context: &context),
      title: title)
    return (target, end + 1)
  }
}
