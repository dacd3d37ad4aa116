import Diagnostics

extension BlockBuilder {
  /// The line of a table's header. cmark says where the paragraph started that the header was the
  /// last line of.
  func headerLine(of skeleton: BlockSkeleton, rows: [Int], in containers: [Container]) -> Int {
    var number = skeleton.startLine
    let last = rows.first.map { $0 - 2 } ?? source.lineStarts.count - 1
    while number < last {
      let (below, passed) = cursor(number + 1, in: containers)
      if passed == containers.count, below.firstNonBlank.indent <= 3,
        let columns = TableRowSplitter.delimiterColumns(bytes, below.offset..<below.end),
        columns == TableRowSplitter.cells(bytes, text(number, in: containers)).count
      {
        return number
      }
      number += 1
    }
    return number
  }

  mutating func table(
    _ skeleton: BlockSkeleton, rowLines: [Int], in containers: [Container]
  ) -> Block {
    let headerLine = headerLine(of: skeleton, rows: rowLines, in: containers)
    let header = row(headerLine, in: containers)
    let rows = rowLines.map { row($0, in: containers) }
    for row in rows where row.cells.count != header.cells.count {
      diagnostics.append(.raggedRow(row, columns: header.cells.count))
    }
    let dashes = text(headerLine + 1, in: containers)
    let end = rows.last?.range.upperBound ?? dashes.upperBound
    return Block(
      .table(Table(header: header, rows: rows)), range: header.range.lowerBound..<end)
  }

  private mutating func row(_ number: Int, in containers: [Container]) -> Table.Row {
    let text = text(number, in: containers)
    var cells: [Table.Cell] = []
    for range in TableRowSplitter.cells(bytes, text) {
      cells.append(Table.Cell(content: inlines(cellText(range), at: range), range: range))
    }
    return Table.Row(cells: cells, range: text)
  }

  /// A cell's text. The backslash before a bar is gone before anything else is read, in code spans
  /// too.
  private func cellText(_ range: Range<Int>) -> MappedText {
    var text = MappedText(at: range.lowerBound)
    var start = range.lowerBound
    var index = start
    while index + 1 < range.upperBound {
      if bytes[index] == Byte.backslash, bytes[index + 1] == Byte.bar {
        text.append(contentsOf: bytes[start..<index], source: start)
        text.append(Byte.bar, source: index, width: 2)
        index += 2
        start = index
      } else {
        index += 1
      }
    }
    text.append(contentsOf: bytes[start..<range.upperBound], source: start)
    return text
  }
}
