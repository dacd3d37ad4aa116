import Diagnostics

extension BlockBuilder {
  /// The text of a paragraph or heading: its lines without containers and indentation, with a line
  /// feed between them, without blanks at the end.
  func runningText(_ lines: ClosedRange<Int>, in containers: [Container]) -> MappedText {
    var text = MappedText(at: line(lines.lowerBound).lowerBound)
    for number in lines {
      var (cursor, _) = cursor(number, in: containers)
      cursor.skipBlanks()
      if number == lines.lowerBound { text = MappedText(at: cursor.offset) }
      let end =
        number == lines.upperBound
        ? bytes.trimmed(cursor.offset..<cursor.end).upperBound
        : cursor.end
      text.append(contentsOf: bytes[cursor.offset..<max(cursor.offset, end)], source: cursor.offset)
      if number < lines.upperBound { appendLineEnd(of: number, to: &text) }
    }
    return text
  }

  /// Adds a line feed that stands for the line's ending, which may have two bytes or none.
  func appendLineEnd(of number: Int, to text: inout MappedText) {
    let end = line(number).upperBound
    let next = number < source.lineStarts.count ? source.lineStarts[number] : bytes.count
    text.append(Byte.lineFeed, source: end, width: next - end)
  }

  mutating func paragraph(_ skeleton: BlockSkeleton, in containers: [Container]) -> Block {
    let lines = skeleton.startLine...max(skeleton.startLine, skeleton.endLine)
    let text = runningText(lines, in: containers)
    let range = text.sourceRange
    let rest = ReferenceDefinitions.end(in: text)
    guard rest < text.count else { return Block(.paragraph([]), range: range) }
    let content = rest == 0 ? text : text.slice(rest..<text.count)
    return Block(.paragraph(inlines(content, at: range)), range: range)
  }

  mutating func heading(
    _ skeleton: BlockSkeleton, level: Int, in containers: [Container]
  ) -> Block {
    let first = text(skeleton.startLine, in: containers)
    let isTight = tightHeadings.contains(skeleton.startLine)
    if let content = BlockBuilder.hashHeadingContent(bytes, first, isTight: isTight) {
      if isTight { diagnostics.append(.tightHeading(bytes, first)) }
      let text = MappedText(content, of: source)
      return Block(.heading(heading(level, text, at: first)), range: first)
    }
    let lines = underlinedLines(skeleton.startLine, in: containers)
    let text = runningText(lines, in: containers)
    let underline = self.text(lines.upperBound + 1, in: containers)
    let range = first.lowerBound..<max(first.upperBound, underline.upperBound)
    let rest = ReferenceDefinitions.end(in: text)
    guard rest < text.count else {
      // Nothing but definitions: there is nothing to underline.
      let content = inlines(MappedText(underline, of: source), at: range)
      return Block(.paragraph(content), range: range)
    }
    let content = rest == 0 ? text : text.slice(rest..<text.count)
    return Block(.heading(heading(level, content, at: range)), range: range)
  }

  /// The lines of a heading that is underlined. The underline is the first line that stands in all
  /// containers and has one kind of mark only.
  func underlinedLines(_ start: Int, in containers: [Container]) -> ClosedRange<Int> {
    var underline = start + 1
    while underline < source.lineStarts.count {
      let (cursor, passed) = cursor(underline, in: containers)
      let text = bytes.trimmed(cursor.offset..<cursor.end)
      if passed == containers.count, cursor.firstNonBlank.indent <= 3,
        let mark = text.first.map({ bytes[$0] }), mark == Byte.equals || mark == Byte.hyphen,
        bytes[text].allSatisfy({ $0 == mark })
      {
        break
      }
      underline += 1
    }
    return start...max(start, underline - 1)
  }

  private mutating func heading(_ level: Int, _ text: MappedText, at range: Range<Int>) -> Heading {
    var content = text
    var anchor: String?
    if let found = BlockBuilder.anchor(in: text.bytes) {
      anchor = text.slice(found.name).string
      content = text.slice(text.bytes.trimmed(0..<found.start))
      if let closed = BlockBuilder.withoutClosingMarks(content.bytes, 0..<content.count),
        bytes.has("#", at: range.lowerBound, before: range.upperBound)
      {
        content = content.slice(closed)
      }
    }
    return Heading(level: level, content: inlines(content, at: range), anchor: anchor)
  }

  /// The text of `## Title ##`; nil if the line is no such heading.
  ///
  /// - Parameter isTight: whether the blank behind the marks is missing.
  static func hashHeadingContent(
    _ bytes: [UInt8], _ text: Range<Int>, isTight: Bool = false
  ) -> Range<Int>? {
    var start = text.lowerBound
    while start < text.upperBound, bytes[start] == Byte.numberSign { start += 1 }
    let level = start - text.lowerBound
    guard level >= 1, level <= 6, start == text.upperBound || bytes[start].isBlank || isTight
    else {
      return nil
    }
    let content = bytes.trimmed(start..<text.upperBound)
    return withoutClosingMarks(bytes, content) ?? content
  }

  /// The text without `##` at its end; nil if there is none.
  private static func withoutClosingMarks(_ bytes: [UInt8], _ content: Range<Int>) -> Range<Int>? {
    var end = content.upperBound
    while end > content.lowerBound, bytes[end - 1] == Byte.numberSign { end -= 1 }
    guard end < content.upperBound, end == content.lowerBound || bytes[end - 1].isBlank else {
      return nil
    }
    return bytes.trimmed(content.lowerBound..<end)
  }

  /// `{#name}` at the end of a heading, perhaps with attributes behind the name.
  private static func anchor(in bytes: [UInt8]) -> (start: Int, name: Range<Int>)? {
    guard bytes.last == Byte.closingBrace, let start = bytes.lastIndex(of: Byte.openingBrace),
      start + 2 < bytes.count, bytes[start + 1] == Byte.numberSign
    else { return nil }
    var end = start + 2
    while end < bytes.count - 1, !bytes[end].isWhitespace { end += 1 }
    return end > start + 2 ? (start, start + 2..<end) : nil
  }
}
