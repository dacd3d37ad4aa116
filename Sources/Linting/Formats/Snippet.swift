import Diagnostics

/// A line of a page as a terminal shows it, and the column of a place in it.
struct Snippet {
  /// What is shown; nothing in it is hidden, tabs are blanks.
  private(set) var text: String
  /// How many columns stand before the place.
  private(set) var caretColumn: Int

  /// A sign of the line with the columns that it takes.
  private struct Cell {
    var bytes: Range<Int>
    var text: String
    var width: Int
  }

  /// How many bytes around the place are looked at; lines may be as long as the page.
  private static let reach = 400
  private static let tabWidth = 4

  /// The line that `offset` stands in, cut to `width` columns around it.
  init(of file: SourceFile, at offset: Int, width: Int) {
    let line = file.lineRange(file.location(of: offset).line)
    let place = min(max(offset, line.lowerBound), line.upperBound)
    var start = max(line.lowerBound, place - Self.reach)
    var end = min(line.upperBound, place + Self.reach)
    while start > line.lowerBound, start < place, file.bytes[start] & 0xC0 == 0x80 { start += 1 }
    while end < line.upperBound, file.bytes[end] & 0xC0 == 0x80 { end += 1 }
    // The byte-order mark is no part of the text.
    if start == 0, place >= 3, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }

    let cells = Self.cells(file.bytes, start..<end)
    let isCutBefore = start > line.lowerBound && !(line.lowerBound == 0 && start == 3)
    let isCutBehind = end < line.upperBound
    let caret = Self.column(of: place, in: cells)
    let total = cells.reduce(0) { $0 + $1.width }
    guard isCutBefore || isCutBehind || total > width else {
      text = cells.map(\.text).joined()
      caretColumn = caret
      return
    }

    // Two thirds of the room before the place, the rest behind it; all of it where one side is short.
    let room = max(width, 20)
    let behind = min(total - caret, max(room / 3, room - caret))
    let first = max(0, caret - (room - behind))
    var shown = ""
    var column = 0
    var shownCaret = 0
    let hasMoreBefore = isCutBefore || first > 0
    if hasMoreBefore {
      shown += "…"
      shownCaret += 1
    }
    var hasMoreBehind = isCutBehind
    for cell in cells {
      if column >= first + room, cell.width > 0 {
        hasMoreBehind = true
        break
      }
      if column >= first {
        shown += cell.text
        if column + cell.width <= caret { shownCaret += cell.width }
      }
      column += cell.width
    }
    if hasMoreBehind { shown += "…" }
    text = shown
    caretColumn = shownCaret
  }

  private static func column(of place: Int, in cells: [Cell]) -> Int {
    var column = 0
    var start = 0
    for cell in cells {
      if cell.bytes.lowerBound > place { return start }
      // A mark over a letter has no column of its own.
      if cell.width > 0 { start = column }
      column += cell.width
    }
    // The last sign holds the place, unless it stands behind it.
    guard let last = cells.last else { return 0 }
    return place >= last.bytes.upperBound ? column : start
  }

  private static func cells(_ bytes: [UInt8], _ range: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    cells.reserveCapacity(range.count)
    var width = DisplayWidth()
    var column = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (scalar, length) = UTF8Scalar.decode(bytes, at: index, end: range.upperBound)
      var cell = Cell(bytes: index..<index + length, text: "", width: 0)
      if scalar == "\t" {
        cell.width = tabWidth - column % tabWidth
        cell.text = String(repeating: " ", count: cell.width)
      } else if scalar.value == 0xFE0F, let last = cells.last, last.width == 1,
        last.text.unicodeScalars.first?.properties.isEmoji == true,
        last.text.unicodeScalars.first?.isASCII == false
      {
        // The selector makes an emoji, two columns wide, of the sign before it.
        cells[cells.count - 1].width = 2
        column += 1
        cell.text = String(Character(scalar))
      } else if VisibleText.isHidden(scalar) {
        cell.text = VisibleText.picture(of: scalar)
        cell.width = cell.text.unicodeScalars.count
      } else {
        cell.text = String(Character(scalar))
        cell.width = width.add(scalar)
      }
      column += cell.width
      cells.append(cell)
      index += length
    }
    return cells
  }
}
