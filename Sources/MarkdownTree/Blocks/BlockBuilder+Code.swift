import Diagnostics

extension BlockBuilder {
  mutating func fencedCode(_ skeleton: BlockSkeleton, in containers: [Container]) -> Block {
    let (opening, _) = cursor(skeleton.startLine, in: containers)
    let (start, indent) = opening.firstNonBlank
    var index = start
    while index < opening.end, bytes[index] == bytes[start] { index += 1 }
    let fence = start..<index
    let info = bytes.trimmed(index..<opening.end)
    let openingRange = start..<(info.isEmpty ? index : info.upperBound)

    var content = MappedText(at: openingRange.upperBound)
    for number in lines(from: skeleton.startLine + 1, count: skeleton.lineCount) {
      var (cursor, _) = cursor(number, in: containers)
      cursor.skipBlanks(columns: indent)
      append(cursor, line: number, to: &content)
    }

    let closing = skeleton.startLine + skeleton.lineCount + 1
    var end = max(openingRange.upperBound, trimmedEnd(of: content))
    var isClosed = false
    if closing <= source.lineStarts.count {
      let (cursor, passed) = cursor(closing, in: containers)
      let text = bytes.trimmed(cursor.offset..<cursor.end)
      isClosed =
        passed == containers.count && cursor.firstNonBlank.indent <= 3 && !text.isEmpty
        && (text.count >= fence.count || fenceMends[closing]?.kind == .shortClosing)
        && bytes[text].allSatisfy { $0 == bytes[start] }
      if isClosed { end = text.upperBound }
    }
    for line in [skeleton.startLine, closing] {
      guard let mend = fenceMends[line], mend.kind != .lostClosing else { continue }
      diagnostics.append(.shortFence(at: mend.place))
    }
    let infoString = source.text(in: info)
    var language = infoString.lowercased().prefix { !$0.isWhitespace && $0 != "{" }
    if language.hasPrefix(".") { language.removeFirst() }
    let block = FencedCodeBlock(
      infoString: infoString, language: String(language), content: content,
      openingRange: openingRange, isClosed: isClosed)
    if !isClosed {
      diagnostics.append(
        .unclosedFence(
          block, fence: source.text(in: fence), isEndKnown: fenceMends[closing] != nil))
    }
    checkLanguage(block, wordAt: info.lowerBound)
    return Block(.fencedCode(block), range: start..<end)
  }

  mutating func indentedCode(_ skeleton: BlockSkeleton, in containers: [Container]) -> Block {
    var content = MappedText(at: line(skeleton.startLine).lowerBound)
    for number in lines(from: skeleton.startLine, count: skeleton.lineCount) {
      var (cursor, _) = cursor(number, in: containers)
      cursor.skipBlanks(columns: 4)
      append(cursor, line: number, to: &content)
    }
    let start = text(skeleton.startLine, in: containers).lowerBound
    return Block(
      .indentedCode(content), range: start..<max(start, trimmedEnd(of: content)))
  }

  mutating func html(_ skeleton: BlockSkeleton, in containers: [Container]) -> Block {
    let start = text(skeleton.startLine, in: containers).lowerBound
    var content = MappedText(at: start)
    for number in lines(from: skeleton.startLine, count: skeleton.lineCount) {
      var (cursor, _) = cursor(number, in: containers)
      if number == skeleton.startLine { cursor.skipBlanks() }
      append(cursor, line: number, to: &content)
    }
    return Block(.html(content), range: start..<max(start, trimmedEnd(of: content)))
  }

  private func lines(from first: Int, count: Int) -> Range<Int> {
    first..<max(first, min(first + count, source.lineStarts.count + 1))
  }

  /// Adds what is left of a line, and a line feed. A tab that the containers used in part leaves
  /// blanks that stand where the tab stands.
  private func append(_ cursor: LineCursor, line number: Int, to content: inout MappedText) {
    var start = cursor.offset
    if cursor.isWithinTab {
      for _ in 0..<cursor.columnsLeftOfTab { content.append(Byte.space, source: start) }
      start += 1
    }
    content.append(contentsOf: bytes[min(start, cursor.end)..<cursor.end], source: start)
    appendLineEnd(of: number, to: &content)
  }

  /// The page offset behind the last byte that is no white space.
  private func trimmedEnd(of content: MappedText) -> Int {
    guard let last = content.bytes.lastIndex(where: { !$0.isWhitespace }) else { return 0 }
    return content.sourceRange(of: last..<last + 1).upperBound
  }
}
