import CCMarkGFM
import Diagnostics

/// Which blocks there are and on which lines they start, as cmark found them on the masked page.
///
/// Nothing else is taken from cmark: places within lines are found by passing each line's containers
/// again, which follows the same rules and is exact.
struct BlockSkeleton {
  enum Kind {
    case document
    case quote
    case list(isOrdered: Bool)
    case item
    case paragraph
    case heading(level: Int)
    case fencedCode
    case indentedCode
    case html
    case thematicBreak
    /// The lines of the rows below the header.
    case table(rowLines: [Int])
    /// What stands in more containers than a tree is made for.
    case tooDeep
  }

  var kind: Kind
  var startLine: Int
  /// Only good for paragraphs and for `tooDeep`.
  var endLine: Int
  /// How many lines of content a code or HTML block has.
  var lineCount = 0
  var children: [BlockSkeleton] = []

  /// More quotes and list items than this within each other are not taken apart.
  static let depthLimit = 32

  /// Registers what cmark knows of tables, once for all threads: cmark's own check that it was done
  /// is not made for two at a time, and kinds of nodes that change while another thread parses end
  /// the program.
  private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

  static func read(_ bytes: [UInt8]) -> BlockSkeleton {
    registration
    let empty = BlockSkeleton(kind: .document, startLine: 1, endLine: 1)
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return empty }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return }
      cmark_parser_feed(parser, base.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    guard let document = cmark_parser_finish(parser) else { return empty }
    defer { cmark_node_free(document) }
    return BlockSkeleton(document, depth: 0) ?? empty
  }

  /// The lines of HTML before a marker line that stands in it, without a blank line in between.
  /// Comments and scripts hide what is in them; other tags do not.
  func tagsOverMarkers(_ mask: BlockMask, _ source: SourceFile) -> [Range<Int>] {
    guard case .html = kind else { return children.flatMap { $0.tagsOverMarkers(mask, source) } }
    guard lineCount > 1,
      let marker = (startLine + 1..<startLine + lineCount).first(where: {
        mask.markers[$0] != nil
      }),
      let tag = source.lineRange(startLine).first(where: { source.bytes[$0] == Byte.lessThan }),
      tag + 1 < source.bytes.count
    else { return [] }
    let next = source.bytes[tag + 1]
    let hidingTags: [StaticString] = ["script", "pre", "style"]
    let hides =
      next == Byte.exclamationMark || next == Byte.questionMark
      || hidingTags.contains {
        source.bytes.has($0, at: tag + 1, before: source.bytes.count, ignoringCase: true)
      }
    return hides ? [] : [startLine..<marker]
  }

  /// The lines on which fences begin and end.
  var fenceLines: FenceLines {
    var lines = FenceLines()
    add(to: &lines)
    return lines
  }

  private func add(to lines: inout FenceLines) {
    if case .fencedCode = kind {
      lines.first.insert(startLine)
      lines.last.insert(startLine + lineCount + 1)
    }
    for child in children { child.add(to: &lines) }
  }

  private init(kind: Kind, startLine: Int, endLine: Int) {
    self.kind = kind
    self.startLine = startLine
    self.endLine = endLine
  }

  private init?(_ node: OpaquePointer, depth: Int) {
    startLine = Int(cmark_node_get_start_line(node))
    endLine = Int(cmark_node_get_end_line(node))
    let type = cmark_node_get_type(node)
    var depth = depth
    switch type {
    case CMARK_NODE_DOCUMENT: kind = .document
    case CMARK_NODE_BLOCK_QUOTE:
      kind = .quote
      depth += 1
    case CMARK_NODE_LIST:
      kind = .list(isOrdered: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST)
    case CMARK_NODE_ITEM:
      kind = .item
      depth += 1
    case CMARK_NODE_PARAGRAPH:
      kind = .paragraph
      return
    case CMARK_NODE_HEADING:
      kind = .heading(level: Int(cmark_node_get_heading_level(node)))
      return
    case CMARK_NODE_CODE_BLOCK:
      var length: CInt = 0
      var offset: CInt = 0
      var character: CChar = 0
      let isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
      kind = isFenced ? .fencedCode : .indentedCode
      lineCount = BlockSkeleton.lineCount(of: node)
      return
    case CMARK_NODE_HTML_BLOCK:
      kind = .html
      lineCount = BlockSkeleton.lineCount(of: node)
      return
    case CMARK_NODE_THEMATIC_BREAK:
      kind = .thematicBreak
      return
    case _ where BlockSkeleton.isTable(node):
      var rows: [Int] = []
      var row = cmark_node_first_child(node).flatMap { cmark_node_next($0) }
      while let next = row {
        rows.append(Int(cmark_node_get_start_line(next)))
        row = cmark_node_next(next)
      }
      kind = .table(rowLines: rows)
      return
    default: return nil
    }
    if depth > BlockSkeleton.depthLimit {
      kind = .tooDeep
      endLine = BlockSkeleton.lastLine(of: node)
      return
    }
    var child = cmark_node_first_child(node)
    while let next = child {
      if let block = BlockSkeleton(next, depth: depth) { children.append(block) }
      child = cmark_node_next(next)
    }
  }

  /// The extension's own types have no name that Swift may use.
  private static func isTable(_ node: OpaquePointer) -> Bool {
    guard let name = cmark_node_get_type_string(node) else { return false }
    return String(cString: name) == "table"
  }

  private static func lineCount(of node: OpaquePointer) -> Int {
    guard var pointer = cmark_node_get_literal(node) else { return 0 }
    var count = 0
    while pointer.pointee != 0 {
      if pointer.pointee == CChar(Byte.lineFeed) { count += 1 }
      pointer += 1
    }
    return count
  }

  /// The last line that any leaf below a node reaches.
  private static func lastLine(of node: OpaquePointer) -> Int {
    var last = Int(cmark_node_get_start_line(node))
    guard let iterator = cmark_iter_new(node) else { return last }
    defer { cmark_iter_free(iterator) }
    while case let event = cmark_iter_next(iterator), event != CMARK_EVENT_DONE {
      guard event == CMARK_EVENT_ENTER, let current = cmark_iter_get_node(iterator) else {
        continue
      }
      let start = Int(cmark_node_get_start_line(current))
      switch cmark_node_get_type(current) {
      case CMARK_NODE_PARAGRAPH: last = max(last, start, Int(cmark_node_get_end_line(current)))
      case CMARK_NODE_CODE_BLOCK: last = max(last, start + lineCount(of: current))
      case CMARK_NODE_HTML_BLOCK: last = max(last, start + lineCount(of: current) - 1)
      case _ where isTable(current): last = max(last, start, Int(cmark_node_get_end_line(current)))
      default: last = max(last, start)
      }
    }
    return last
  }
}
