import Diagnostics

extension MarkdownDocument {
  /// The tree as indented text, one node a line, with the source of each leaf. For tests and for
  /// looking at.
  package func dump(ranges: Bool = false) -> String {
    var dump = TreeDump(showsRanges: ranges)
    if let frontMatter {
      dump.add("frontMatter", frontMatter.range, 0)
      for entry in frontMatter.entries {
        dump.add("\(entry.key): \(TreeDump.quoted(entry.value))", entry.range, 1)
      }
    }
    dump.add(blocks, 0)
    return dump.text
  }
}

extension [Block] {
  /// The blocks as indented text.
  package func dump(ranges: Bool = false) -> String {
    var dump = TreeDump(showsRanges: ranges)
    dump.add(self, 0)
    return dump.text
  }
}

extension [Inline] {
  /// The inlines as indented text.
  package func dump(ranges: Bool = false) -> String {
    var dump = TreeDump(showsRanges: ranges)
    dump.add(self, 0)
    return dump.text
  }
}

private struct TreeDump {
  var text = ""
  let showsRanges: Bool

  init(showsRanges: Bool) { self.showsRanges = showsRanges }

  mutating func add(_ line: String, _ range: Range<Int>, _ depth: Int) {
    text += String(repeating: "  ", count: depth) + line
    if showsRanges { text += " @\(range.lowerBound)-\(range.upperBound)" }
    text += "\n"
  }

  mutating func add(_ blocks: [Block], _ depth: Int) {
    for block in blocks { add(block, depth) }
  }

  mutating func add(_ block: Block, _ depth: Int) {
    let range = block.range
    switch block.kind {
    case .heading(let heading):
      add("heading \(heading.level)\(heading.anchor.map { " #" + $0 } ?? "")", range, depth)
      add(heading.content, depth + 1)
    case .paragraph(let content):
      add("paragraph", range, depth)
      add(content, depth + 1)
    case .fencedCode(let code):
      let info = code.infoString.isEmpty ? "" : " " + code.infoString
      add("fence\(info)\(code.isClosed ? "" : " unclosed")", range, depth)
      add(TreeDump.quoted(code.content.string), code.content.sourceRange, depth + 1)
    case .indentedCode(let content):
      add("code \(TreeDump.quoted(content.string))", range, depth)
    case .table(let table):
      add("table", range, depth)
      add("header", table.header, depth + 1)
      for row in table.rows { add("row", row, depth + 1) }
    case .list(let list):
      add(list.isOrdered ? "list ordered" : "list", range, depth)
      for item in list.items {
        add("item", item.range, depth + 1)
        add(item.blocks, depth + 2)
      }
    case .blockQuote(let blocks):
      add("quote", range, depth)
      add(blocks, depth + 1)
    case .callout(let callout):
      add("callout \(callout.label)", range, depth)
      add(callout.blocks, depth + 1)
    case .tabs(let group):
      add("tabs", range, depth)
      for tab in group.tabs {
        add("tab \(TreeDump.quoted(tab.title))", tab.range, depth + 1)
        add(tab.blocks, depth + 2)
      }
    case .fold(let fold):
      add(
        "fold \(TreeDump.quoted(fold.title))\(fold.isClosed ? "" : " unclosed")", range, depth)
      add(fold.blocks, depth + 1)
    case .html(let content): add("html \(TreeDump.quoted(content.string))", range, depth)
    case .thematicBreak: add("break", range, depth)
    }
  }

  mutating func add(_ name: String, _ row: Table.Row, _ depth: Int) {
    add(name, row.range, depth)
    for cell in row.cells {
      add("cell", cell.range, depth + 1)
      add(cell.content, depth + 2)
    }
  }

  mutating func add(_ inlines: [Inline], _ depth: Int) {
    for inline in inlines { add(inline, depth) }
  }

  mutating func add(_ inline: Inline, _ depth: Int) {
    let range = inline.range
    switch inline.kind {
    case .text(let value): add(TreeDump.quoted(value), range, depth)
    case .code(let value): add("code \(TreeDump.quoted(value))", range, depth)
    case .html(let value): add("html \(TreeDump.quoted(value))", range, depth)
    case .softBreak: add("softBreak", range, depth)
    case .lineBreak: add("lineBreak", range, depth)
    case .emphasis(let content): add("emphasis", content, range, depth)
    case .strong(let content): add("strong", content, range, depth)
    case .strikethrough(let content): add("strikethrough", content, range, depth)
    case .link(let destination, let title, let content):
      let title = title.isEmpty ? "" : " " + TreeDump.quoted(title)
      add("link \(destination)\(title)", content, range, depth)
    case .image(let source, let title, let content):
      let title = title.isEmpty ? "" : " " + TreeDump.quoted(title)
      add("image \(source)\(title)", content, range, depth)
    case .term(let label, let content): add("term \(label)", content, range, depth)
    }
  }

  private mutating func add(
    _ name: String, _ content: [Inline], _ range: Range<Int>, _ depth: Int
  ) {
    add(name, range, depth)
    add(content, depth + 1)
  }

  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\"": result += "\\\""
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
