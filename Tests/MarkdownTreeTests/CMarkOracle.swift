import CCMarkGFM
import Diagnostics
import MarkdownTree

/// What cmark-gfm itself says about a text, to compare our trees with. Both are put into one form.
enum CMarkOracle {
  /// cmark's tree of a text.
  static func dump(_ text: String) -> String {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT) else { return "" }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough"] {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    cmark_parser_feed(parser, text, text.utf8.count)
    guard let document = cmark_parser_finish(parser) else { return "" }
    defer { cmark_node_free(document) }
    var form = CommonForm()
    add(document, 0, to: &form)
    return form.text
  }

  private static func add(_ parent: OpaquePointer, _ depth: Int, to form: inout CommonForm) {
    var child = cmark_node_first_child(parent)
    while let node = child {
      addNode(node, depth, to: &form)
      child = cmark_node_next(node)
    }
  }

  private static func addNode(_ node: OpaquePointer, _ depth: Int, to form: inout CommonForm) {
    let literal = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
    let name = String(cString: cmark_node_get_type_string(node))
    switch name {
    case "text": form.addText(literal, depth)
    case "code", "html_inline": form.add("\(name) \(literal)", depth)
    case "html_block": form.add("\(name) \(literal.drop { $0 == " " || $0 == "\t" })", depth)
    case "code_block":
      let info = String(cString: cmark_node_get_fence_info(node))
      form.add("code_block \(info.isEmpty ? "" : "info ")\(literal)", depth)
    case "heading": form.add("heading \(cmark_node_get_heading_level(node))", depth)
    case "link", "image":
      let url = String(cString: cmark_node_get_url(node))
      let title = String(cString: cmark_node_get_title(node))
      form.add("\(name) \(url) \(title)", depth)
    case "list":
      form.add(cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? "ordered" : "list", depth)
    case "table_header": form.add("table_row", depth)
    case "table_cell" where cmark_node_first_child(node) == nil: return
    default: form.add(name, depth)
    }
    add(node, depth + 1, to: &form)
  }
}

/// One node a line, texts that stand side by side as one.
struct CommonForm {
  private var lines: [String] = []
  private var pending: (text: String, depth: Int)?

  var text: String {
    var all = lines
    if let pending { all.append(Self.line("text \(pending.text)", pending.depth)) }
    return all.joined(separator: "\n")
  }

  private static func line(_ text: String, _ depth: Int) -> String {
    String(repeating: "  ", count: depth) + text.replacing("\n", with: "␊")
  }

  mutating func addText(_ text: String, _ depth: Int) {
    guard !text.isEmpty else { return }
    if let before = pending, before.depth == depth {
      pending = (before.text + text, depth)
    } else {
      flush()
      pending = (text, depth)
    }
  }

  mutating func add(_ text: String, _ depth: Int) {
    flush()
    lines.append(Self.line(text, depth))
  }

  private mutating func flush() {
    if let pending { lines.append(Self.line("text \(pending.text)", pending.depth)) }
    pending = nil
  }

  // MARK: - Our trees

  static func dump(_ document: MarkdownDocument) -> String {
    var form = CommonForm()
    form.add(document.blocks, 0)
    return form.text
  }

  mutating func add(_ blocks: [Block], _ depth: Int) {
    for block in blocks {
      switch block.kind {
      case .heading(let heading):
        add("heading \(heading.level)", depth)
        add(heading.content, depth + 1)
      case .paragraph(let content):
        // Definitions make no paragraph in cmark.
        guard !content.isEmpty else { continue }
        add("paragraph", depth)
        add(content, depth + 1)
      case .fencedCode(let code):
        let info = code.infoString.isEmpty ? "" : "info "
        add("code_block \(info)\(code.content.string)", depth)
      case .indentedCode(let content): add("code_block \(content.string)", depth)
      case .html(let content):
        add("html_block \(content.string.drop { $0 == " " || $0 == "\t" })", depth)
      case .table(let table):
        add("table", depth)
        // cmark drops what exceeds the header; empty cells are left out on both sides.
        for row in [table.header] + table.rows {
          add("table_row", depth + 1)
          for cell in row.cells.prefix(table.header.cells.count) where !cell.content.isEmpty {
            add("table_cell", depth + 2)
            add(cell.content, depth + 3)
          }
        }
      case .list(let list):
        add(list.isOrdered ? "ordered" : "list", depth)
        for item in list.items {
          add("item", depth + 1)
          add(item.blocks, depth + 2)
        }
      case .blockQuote(let blocks):
        add("block_quote", depth)
        add(blocks, depth + 1)
      case .callout(let callout): add("callout \(callout.label)", depth)
      case .tabs: add("tabs", depth)
      case .fold: add("fold", depth)
      case .thematicBreak: add("thematic_break", depth)
      }
    }
  }

  mutating func add(_ inlines: [Inline], _ depth: Int) {
    for inline in inlines {
      switch inline.kind {
      case .text(let value): addText(value, depth)
      case .code(let value): add("code \(value)", depth)
      case .html(let value): add("html_inline \(value)", depth)
      case .softBreak: add("softbreak", depth)
      case .lineBreak: add("linebreak", depth)
      case .emphasis(let content): add("emph", content, depth)
      case .strong(let content): add("strong", content, depth)
      case .strikethrough(let content): add("strikethrough", content, depth)
      case .link(let destination, let title, let content):
        add("link \(destination) \(title)", content, depth)
      case .image(let source, let title, let content):
        add("image \(source) \(title)", content, depth)
      case .term(let label, let content):
        addText(content.isEmpty ? "[!\(label)" : "[!\(label) ", depth)
        add(content, depth)
        addText("]", depth)
      }
    }
  }

  private mutating func add(_ name: String, _ content: [Inline], _ depth: Int) {
    add(name, depth)
    add(content, depth + 1)
  }
}
