import MarkdownTree

/// Reads the rows of a table as named things; what the table is for is judged elsewhere.
struct TableReader {
  var labels: Labels

  func read(_ table: Table, section: SectionFact, range: Range<Int>) -> TableFact {
    let header = table.header.cells.map(\.content.plainText)
    let exampleColumn = header.indices.first { $0 > 0 && labels.matches(header[$0], .example) }
    let rows = table.rows.compactMap { row in read(row, exampleColumn: exampleColumn) }
    return TableFact(
      role: .other, header: header, rows: rows, section: section, authentication: nil,
      request: nil, response: nil, range: range)
  }

  private func read(_ row: Table.Row, exampleColumn: Int?) -> TableFact.Row? {
    guard let first = row.cells.first else { return nil }
    let (name, nameRange) = Self.name(in: first)
    let description = row.cells.count > 1 ? row.cells[1].content : []
    let cell = CellText(description)
    let folded = FoldedText(cell.text)
    let words = FieldWords(labels: labels, cell: cell, folded: folded)
    var example = words.example
    if let exampleColumn, exampleColumn < row.cells.count {
      let text = row.cells[exampleColumn].content.plainText
      if !text.isEmpty { example = text }
    }
    let plain = cell.plain
    let cells = row.cells.map(\.content.plainText)
    let isOptional =
      labels.contains(.optional, in: folded)
      || labels.contains(.optional, in: first.content.plainText)
    return TableFact.Row(
      name: name, nameRange: nameRange, description: plain, isOptional: isOptional,
      defaultValue: words.defaultValue, allowedValues: words.allowedValues, example: example,
      isSecret: SecretNames.isSecret(name: name, description: plain), type: words.type,
      cells: cells, links: row.cells.flatMap { Self.links(in: $0.content) }, range: row.range,
      documentation: cell.marked,
      isSpecID: labels.matches(name, .connectionSpecification))
  }

  /// The code span of the first cell, or all its words where there is none; without the braces of a
  /// placeholder.
  private static func name(in cell: Table.Cell) -> (String, Range<Int>) {
    var name = cell.content.plainText
    var range = cell.range
    if let code = firstCode(in: cell.content) {
      name = code.text.withSingleBlanks
      range = code.range
    }
    // A backtick without its other half makes no code.
    if name.hasPrefix("`") != name.hasSuffix("`") { name.removeAll { $0 == "`" } }
    if name.hasPrefix("{"), name.hasSuffix("}"), name.count > 2 {
      name = String(name.dropFirst().dropLast())
    }
    return (name, range)
  }

  private static func links(in content: [Inline]) -> [String] {
    content.flattened.compactMap { inline in
      switch inline.kind {
      case .link(let target, _, _), .image(let target, _, _): target
      default: nil
      }
    }
  }

  private static func firstCode(in content: [Inline]) -> (text: String, range: Range<Int>)? {
    for inline in content {
      switch inline.kind {
      case .code(let text):
        return (text, inline.range)
      case .emphasis(let content), .strong(let content), .link(_, _, let content),
        .term(_, let content):
        if let code = firstCode(in: content) { return code }
      default:
        continue
      }
    }
    return nil
  }
}
