import Diagnostics

/// Makes blocks with exact places out of the skeleton.
struct BlockBuilder {
  let source: SourceFile
  let markers: [Int: LineMarker]
  /// The headings without a blank behind their marks.
  let tightHeadings: Set<Int>
  /// The lines that are read as fences, by their numbers.
  let fenceMends: [Int: FenceMend]
  /// Lines on which HTML starts that cmark takes for a paragraph.
  let tagLines: Set<Int>
  /// Bytes before this offset are no part of the first line: the byte order mark.
  let byteOrderMark: Int
  /// Definitions are looked up over the whole page, so they are gathered before running text is
  /// read.
  var references: ReferenceDefinitions
  var inlineContext: InlineContext
  var diagnostics: [Diagnostic] = []

  init(
    source: SourceFile, mask: BlockMask, tagLines: Set<Int>, byteOrderMark: Int
  ) {
    self.source = source
    markers = mask.markers
    tightHeadings = mask.tightHeadings
    fenceMends = mask.fenceMends.reduce(into: [:]) { $0[$1.line] = $1 }
    self.tagLines = tagLines
    self.byteOrderMark = byteOrderMark
    references = ReferenceDefinitions()
    inlineContext = InlineContext()
  }

  var bytes: [UInt8] { source.bytes }

  /// The bytes of a line without its ending.
  func line(_ number: Int) -> Range<Int> {
    let range = source.lineRange(number)
    guard range.lowerBound < byteOrderMark else { return range }
    return min(byteOrderMark, range.upperBound)..<range.upperBound
  }

  /// The place in a line behind the containers that it has, and how many of them it has.
  func cursor(_ number: Int, in containers: [Container]) -> (LineCursor, passed: Int) {
    var cursor = LineCursor(bytes: bytes, line: line(number))
    var passed = 0
    for container in containers {
      var next = cursor
      guard container.pass(&next, line: number) else { break }
      cursor = next
      passed += 1
    }
    return (cursor, passed)
  }

  /// The text of a line behind its containers, without the blanks at its ends.
  func text(_ number: Int, in containers: [Container]) -> Range<Int> {
    let (cursor, _) = cursor(number, in: containers)
    return bytes.trimmed(cursor.offset..<cursor.end)
  }

  /// Reads the blocks of a document or a list item.
  mutating func blocks(_ skeletons: [BlockSkeleton], in containers: [Container]) -> [Block] {
    let elements = elements(skeletons, in: containers)
    return group(elements, depth: containers.count)
  }

  mutating func group(_ elements: [Element], depth: Int) -> [Block] {
    var grouper = SectionGrouper(elements)
    let blocks = grouper.group(depth: depth)
    diagnostics += grouper.diagnostics
    return blocks
  }

  mutating func elements(_ skeletons: [BlockSkeleton], in containers: [Container]) -> [Element] {
    var elements: [Element] = []
    var index = 0
    while index < skeletons.count {
      var skeleton = skeletons[index]
      index += 1
      // cmark gives no place to a paragraph that a table's header was taken out of: both together
      // start where the table is said to start.
      if case .paragraph = skeleton.kind, skeleton.startLine == 0, index < skeletons.count {
        guard case .table(let rows) = skeletons[index].kind else { continue }
        let header = headerLine(of: skeletons[index], rows: rows, in: containers)
        skeleton.startLine = skeletons[index].startLine
        skeleton.endLine = header - 1
      }
      append(skeleton, in: containers, to: &elements)
    }
    return elements
  }

  private mutating func append(
    _ skeleton: BlockSkeleton, in containers: [Container], to elements: inout [Element]
  ) {
    switch skeleton.kind {
    case .document, .item: break
    case .quote: elements += quote(skeleton, in: containers)
    case .list(let isOrdered):
      if let block = list(skeleton, isOrdered: isOrdered, in: containers) {
        elements.append(.block(block))
      }
    case .paragraph where tagLines.contains(skeleton.startLine):
      var block = skeleton
      block.lineCount = max(1, skeleton.endLine - skeleton.startLine + 1)
      elements.append(.block(html(block, in: containers)))
    case .paragraph: elements.append(.block(paragraph(skeleton, in: containers)))
    case .heading(let level):
      elements.append(.block(heading(skeleton, level: level, in: containers)))
    case .fencedCode:
      elements.append(.block(fencedCode(skeleton, in: containers)))
      // The marker of a fold stood for the closing fence.
      let closing = skeleton.startLine + skeleton.lineCount + 1
      if fenceMends[closing] != nil, let marker = markers[closing] {
        appendMarker(marker, text(closing, in: containers), to: &elements)
      }
    case .indentedCode: elements.append(.block(indentedCode(skeleton, in: containers)))
    case .html: elements.append(.block(html(skeleton, in: containers)))
    case .table(let rowLines):
      elements.append(.block(table(skeleton, rowLines: rowLines, in: containers)))
    case .thematicBreak:
      let text = text(skeleton.startLine, in: containers)
      if let marker = markers[skeleton.startLine] {
        appendMarker(marker, text, to: &elements)
      } else {
        elements.append(.block(Block(.thematicBreak, range: text)))
      }
    case .tooDeep: elements.append(.block(tooDeep(skeleton, in: containers)))
    }
  }

  private mutating func list(
    _ skeleton: BlockSkeleton, isOrdered: Bool, in containers: [Container]
  ) -> Block? {
    var items: [List.Item] = []
    for child in skeleton.children {
      let (cursor, _) = cursor(child.startLine, in: containers)
      guard let container = Container(itemAt: child.startLine, cursor: cursor),
        case .item(_, let marker, _) = container.kind
      else { continue }
      let start = cursor.firstNonBlank.offset
      let blocks = blocks(child.children, in: containers + [container])
      let end = max(start + marker, blocks.last?.range.upperBound ?? 0)
      items.append(List.Item(blocks: blocks, range: start..<end))
    }
    guard let first = items.first, let last = items.last else { return nil }
    return Block(
      .list(List(isOrdered: isOrdered, items: items)),
      range: first.range.lowerBound..<last.range.upperBound)
  }

  /// What stands deeper than a tree is made for stays text.
  private mutating func tooDeep(_ skeleton: BlockSkeleton, in containers: [Container]) -> Block {
    let start = text(skeleton.startLine, in: containers).lowerBound
    let range = bytes.trimmed(start..<max(start, line(skeleton.endLine).upperBound))
    diagnostics.append(.nestingTooDeep(at: range, "block quotes and lists"))
    return Block(
      .paragraph([Inline(.text(source.text(in: range)), range: range)]), range: range)
  }

  /// Reads running text.
  mutating func inlines(_ text: MappedText, at range: Range<Int>) -> [Inline] {
    // Only the parser may hold the context meanwhile, or each addition would copy it.
    var parser = InlineParser(
      text, references: references, context: inlineContext.taken())
    let inlines = parser.parse()
    inlineContext = parser.context
    if parser.isTooDeep { diagnostics.append(.nestingTooDeep(at: range, "emphasis and links")) }
    return inlines
  }
}
