import Diagnostics

extension BlockBuilder {
  /// Reads a block quote: quotes and callouts, and the tab markers in between, which belong to the
  /// blocks around the quote.
  mutating func quote(_ skeleton: BlockSkeleton, in containers: [Container]) -> [Element] {
    let quote = Container(quoteAt: skeleton.startLine)
    let inner = containers + [quote]
    let children = elements(skeleton.children, in: inner)
    let lastLine = source.lineStarts.count + 1
    var result: [Element] = []
    var run: [Element] = []
    var label: Element.Marker?
    var start = quoteStart(skeleton.startLine, in: containers)
    guard !children.isEmpty else {
      let end = quoteEnd(after: start + 1, beforeLine: lastLine, in: inner)
      return [.block(Block(.blockQuote([]), range: start..<end))]
    }

    for (index, child) in children.enumerated() {
      guard let marker = child.quoteMarker else {
        run.append(child)
        continue
      }
      // A marker ends the part before it.
      let line = line(at: marker.range.lowerBound)
      let here = index == 0 ? start : quoteStart(line, in: containers)
      finish(&run, &label, from: start, beforeLine: line, in: inner, &result)
      start = here
      if case .label = child {
        label = marker
        continue
      }
      let next = index + 1 < children.count ? children[index + 1].range.lowerBound : nil
      let nextLine = next.map { self.line(at: $0) } ?? lastLine
      let end = quoteEnd(after: marker.range.upperBound, beforeLine: nextLine, in: inner)
      result.append(child.placed(at: here..<end))
      if let next { start = nextLine == line ? next : quoteStart(nextLine, in: containers) }
    }
    finish(&run, &label, from: start, beforeLine: lastLine, in: inner, &result)
    return result
  }

  /// Adds the quote or callout that the gathered blocks make.
  private mutating func finish(
    _ run: inout [Element], _ label: inout Element.Marker?, from start: Int,
    beforeLine limit: Int, in containers: [Container], _ result: inout [Element]
  ) {
    guard !run.isEmpty || label != nil else { return }
    let last = run.last?.range ?? label?.range ?? start..<start
    var blocks = group(run, depth: containers.count)
    let end = quoteEnd(after: last.upperBound, beforeLine: limit, in: containers)
    let range = start..<max(start, end)
    if let marker = label {
      let callout = Callout(label: marker.title, blocks: blocks)
      result.append(.block(Block(.callout(callout), range: range)))
    } else if let found = takeLabel(&blocks) {
      let callout = Callout(label: found, blocks: blocks)
      result.append(.block(Block(.callout(callout), range: range)))
    } else {
      result.append(.block(Block(.blockQuote(blocks), range: range)))
    }
    run = []
    label = nil
  }

  /// Takes `[!NOTE]` off the first paragraph, where the text follows it without a new block.
  private func takeLabel(_ blocks: inout [Block]) -> String? {
    guard let first = blocks.first, case .paragraph(var content) = first.kind,
      let head = content.first, case .term(let label, let inner) = head.kind, inner.isEmpty
    else { return nil }
    content.removeFirst()
    guard let next = content.first else {
      blocks.removeFirst()
      return label.uppercased()
    }
    switch next.kind {
    case .softBreak, .lineBreak: content.removeFirst()
    case .text(let text) where text.first?.isWhitespace == true:
      let blanks = text.utf8.prefix { $0.isBlank }.count
      content[0] = Inline(
        .text(String(text.dropFirst(blanks))),
        range: next.range.lowerBound + blanks..<next.range.upperBound)
    default: return nil
    }
    if let second = content.first, let last = content.last {
      blocks[0] = Block(
        .paragraph(content), range: second.range.lowerBound..<last.range.upperBound)
    } else {
      blocks.removeFirst()
    }
    return label.uppercased()
  }

  private func line(at offset: Int) -> Int { source.location(of: offset).line }

  /// Where the quote's `>` stands on a line.
  private func quoteStart(_ number: Int, in containers: [Container]) -> Int {
    let (cursor, _) = cursor(number, in: containers)
    return cursor.firstNonBlank.offset
  }

  /// The end of a part of a quote, with the lines behind it that have nothing but `>`.
  private func quoteEnd(after end: Int, beforeLine limit: Int, in containers: [Container]) -> Int {
    var result = end
    var number = line(at: max(end - 1, 0)) + 1
    while number < limit, number <= source.lineStarts.count {
      let (cursor, passed) = cursor(number, in: containers)
      guard passed == containers.count, cursor.isBlank else { break }
      result = max(result, bytes.trimmed(line(number)).upperBound)
      number += 1
    }
    return result
  }

  mutating func appendMarker(
    _ kind: LineMarker, _ text: Range<Int>, to elements: inout [Element]
  ) {
    switch kind {
    case .fold:
      var index = text.lowerBound
      while index < text.upperBound, bytes[index] == Byte.plus { index += 1 }
      elements.append(.fold(Element.Marker(title: title(index..<text.upperBound), range: text)))
    case .attributes:
      let content = inlines(MappedText(text, of: source), at: text)
      elements.append(.block(Block(.paragraph(content), range: text)))
    case .label:
      let label = source.text(in: text.lowerBound + 2..<text.upperBound - 1).uppercased()
      elements.append(.label(Element.Marker(title: label, range: text)))
    case .beginTabs, .tab, .endTabs:
      let close = closingBracket(in: text)
      let marker = text.lowerBound..<min(close + 1, text.upperBound)
      if kind == .tab {
        let name = title(min(text.lowerBound + 5, close)..<close)
        elements.append(.tab(Element.Marker(title: name, range: marker)))
      } else {
        let element = Element.Marker(title: "", range: marker)
        elements.append(kind == .beginTabs ? .beginTabs(element) : .endTabs(element))
      }
      // Text behind the marker on the same line.
      let rest = bytes.trimmed(marker.upperBound..<text.upperBound)
      if !rest.isEmpty {
        let content = inlines(MappedText(rest, of: source), at: rest)
        elements.append(.block(Block(.paragraph(content), range: rest)))
      }
    }
  }

  /// A title as a reader sees it.
  private mutating func title(_ range: Range<Int>) -> String {
    let range = bytes.trimmed(range)
    return inlines(MappedText(range, of: source), at: range).plainText
  }

  /// The bracket that closes the one at the start of a marker; its end if there is none.
  private func closingBracket(in text: Range<Int>) -> Int {
    var depth = 0
    for index in text {
      if bytes[index] == Byte.openingBracket { depth += 1 }
      if bytes[index] == Byte.closingBracket {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return text.upperBound
  }
}
