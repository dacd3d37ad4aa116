import Diagnostics
import MarkdownTree

/// What must hold for the tree of any page.
struct TreeInvariants {
  private let document: MarkdownDocument
  private var problems: [String] = []

  /// The ways in which a tree breaks the rules; none if all is well.
  static func problems(in document: MarkdownDocument) -> [String] {
    var invariants = TreeInvariants(document: document)
    invariants.check()
    return invariants.problems
  }

  private init(document: MarkdownDocument) { self.document = document }

  private var bytes: [UInt8] { document.source.bytes }

  private mutating func check() {
    var tops = document.blocks.map(\.range)
    if let frontMatter = document.frontMatter {
      tops.insert(frontMatter.range, at: 0)
      checkOrder(frontMatter.entries.map(\.range), in: frontMatter.range, "entries")
    }
    checkOrder(tops, in: 0..<bytes.count, "top-level blocks")
    checkNothingIsLost(tops)
    check(document.blocks)
    for diagnostic in document.diagnostics {
      checkOrder([diagnostic.range], in: 0..<bytes.count, "finding \(diagnostic.rule.identifier)")
    }
  }

  private mutating func fail(_ what: String, _ range: Range<Int>) {
    let text = document.source.text(in: range).prefix(60)
    problems.append("\(document.source.location(of: range.lowerBound)) \(what): \(text)")
  }

  private mutating func checkNothingIsLost(_ ranges: [Range<Int>]) {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    for range in ranges + [bytes.count..<bytes.count] {
      while index < range.lowerBound {
        if ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) {
          fail("lost", index..<range.lowerBound)
          break
        }
        index += 1
      }
      index = max(index, range.upperBound)
    }
  }

  private mutating func checkOrder(_ ranges: [Range<Int>], in parent: Range<Int>, _ what: String) {
    var end = parent.lowerBound
    for range in ranges {
      if range.lowerBound < end { fail("\(what) overlap or leave their parent", range) }
      if range.upperBound > parent.upperBound { fail("\(what) leave their parent", range) }
      end = range.upperBound
    }
  }

  private mutating func check(_ blocks: [Block]) { for block in blocks { check(block) } }

  private mutating func check(_ block: Block) {
    let range = block.range
    switch block.kind {
    case .heading(let heading): check(heading.content, in: range)
    case .paragraph(let content): check(content, in: range)
    case .fencedCode(let code):
      checkOrder([code.openingRange], in: range, "opening fence")
      checkLines(code.content, in: range, "fence")
    case .indentedCode(let content): checkLines(content, in: range, "code")
    case .html(let content): checkLines(content, in: range, "html")
    case .table(let table):
      let rows = [table.header] + table.rows
      checkOrder(rows.map(\.range), in: range, "rows")
      for row in rows {
        checkOrder(row.cells.map(\.range), in: row.range, "cells")
        for cell in row.cells { check(cell.content, in: cell.range) }
      }
    case .list(let list):
      checkOrder(list.items.map(\.range), in: range, "items")
      for item in list.items {
        checkOrder(item.blocks.map(\.range), in: item.range, "item's blocks")
        check(item.blocks)
      }
    case .blockQuote(let blocks):
      checkOrder(blocks.map(\.range), in: range, "quote's blocks")
      check(blocks)
    case .callout(let callout):
      checkOrder(callout.blocks.map(\.range), in: range, "callout's blocks")
      check(callout.blocks)
    case .tabs(let group):
      checkOrder(group.tabs.map(\.range), in: range, "tabs")
      for tab in group.tabs {
        checkOrder(tab.blocks.map(\.range), in: tab.range, "tab's blocks")
        check(tab.blocks)
      }
    case .fold(let fold):
      checkOrder(fold.blocks.map(\.range), in: range, "fold's blocks")
      check(fold.blocks)
    case .thematicBreak: break
    }
  }

  /// Each byte of code stands at its place in the page, and each line ends in LF.
  private mutating func checkLines(_ content: MappedText, in range: Range<Int>, _ what: String) {
    if !content.isEmpty, content.bytes.last != 0x0A { fail("\(what) does not end in LF", range) }
    for (index, byte) in content.bytes.enumerated() where byte != 0x0A && byte != 0x20 {
      let place = content.sourceOffset(of: index)
      if place >= bytes.count || bytes[place] != byte || !range.contains(place) {
        if byte == 0x09, place < bytes.count, bytes[place] == 0x09 { continue }
        fail("\(what) has a byte that is not in the page", range)
        return
      }
    }
  }

  private mutating func check(_ inlines: [Inline], in parent: Range<Int>) {
    checkOrder(inlines.map(\.range), in: parent, "inlines")
    for inline in inlines { check(inline) }
  }

  private mutating func check(_ inline: Inline) {
    let range = inline.range
    let source = document.source.text(in: range)
    switch inline.kind {
    case .text(let value):
      if range.isEmpty { fail("empty text", range) }
      if source != value, !isResolved(value, from: source) { fail("text \(value)", range) }
    case .code(let value):
      if !source.hasPrefix("`") || !source.hasSuffix("`") { fail("code without backticks", range) }
      // Line breaks are blanks, lines may have markers before them, cells lose backslashes.
      func essence(_ text: String) -> String {
        text.replacing("\\|", with: "|").filter { !$0.isWhitespace && $0 != ">" }
      }
      if !essence(source).contains(essence(value)) { fail("code \(value)", range) }
    case .html: if !source.hasPrefix("<") || !source.hasSuffix(">") { fail("html", range) }
    case .softBreak, .lineBreak:
      if !source.contains(where: \.isNewline) { fail("break", range) }
    case .emphasis(let content):
      if !"*_".contains(source.first ?? " ") || source.first != source.last {
        fail("emphasis", range)
      }
      check(content, in: range)
    case .strong(let content):
      if source.prefix(2) != source.suffix(2) { fail("strong", range) }
      check(content, in: range)
    case .strikethrough(let content):
      if source.first != "~" || source.last != "~" { fail("strikethrough", range) }
      check(content, in: range)
    case .link(_, _, let content):
      if !"[<".contains(source.first ?? " ") || !"])>".contains(source.last ?? " ") {
        fail("link", range)
      }
      check(content, in: range)
    case .image(_, _, let content):
      if !source.hasPrefix("![") { fail("image", range) }
      check(content, in: range)
    case .term(let label, let content):
      if !source.hasPrefix("[!" + label) { fail("term", range) }
      check(content, in: range)
    }
  }

  /// Whether the text is what the source says once backslashes and references are resolved: all
  /// its letters stand there in that order.
  private func isResolved(_ value: String, from source: String) -> Bool {
    if source.contains("&") || source.contains("\u{FFFD}") { return true }
    if !source.contains("\\") { return value.count > 200 || !value.contains("\n") == false }
    var rest = source[...]
    for character in value {
      guard let index = rest.firstIndex(of: character) else { return false }
      rest = rest[rest.index(after: index)...]
    }
    return true
  }
}
