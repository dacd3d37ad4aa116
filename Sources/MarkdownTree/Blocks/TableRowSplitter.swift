/// Finds the cells of a table row: GFM divides it at each bar without a backslash before it, in code
/// spans too.
enum TableRowSplitter {
  /// What stands between the bars, without the blanks around it. Blanks behind the last bar are no
  /// cell.
  static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    let row = bytes.trimmed(range)
    var cells: [Range<Int>] = []
    var start = row.lowerBound
    if start < row.upperBound, bytes[start] == Byte.bar { start += 1 }
    var index = start
    while index < row.upperBound {
      if bytes[index] == Byte.bar, index == row.lowerBound || bytes[index - 1] != Byte.backslash {
        cells.append(bytes.trimmed(start..<index))
        start = index + 1
      }
      index += 1
    }
    if start < row.upperBound { cells.append(bytes.trimmed(start..<row.upperBound)) }
    return cells
  }

  /// How many columns the row of dashes below a table's header has; nil if it is no such row.
  static func delimiterColumns(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let row = bytes.trimmed(range)
    guard !row.isEmpty else { return nil }
    for byte in bytes[row]
    where byte != Byte.bar && byte != Byte.hyphen && byte != Byte.colon && !byte.isBlank {
      return nil
    }
    let cells = cells(bytes, range)
    for cell in cells {
      var index = cell.lowerBound
      if index < cell.upperBound, bytes[index] == Byte.colon { index += 1 }
      let dashes = index
      while index < cell.upperBound, bytes[index] == Byte.hyphen { index += 1 }
      guard index > dashes else { return nil }
      if index < cell.upperBound, bytes[index] == Byte.colon { index += 1 }
      guard index == cell.upperBound else { return nil }
    }
    return cells.isEmpty ? nil : cells.count
  }
}
