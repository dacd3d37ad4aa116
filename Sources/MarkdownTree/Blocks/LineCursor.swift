/// A place within one line that knows its column, because tabs reach to the next multiple of four.
struct LineCursor {
  let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// Whether a part of the tab at `offset` is already used up.
  private(set) var isWithinTab = false

  init(bytes: [UInt8], line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The offset of the first byte that is no blank, and how many columns away it is.
  var firstNonBlank: (offset: Int, indent: Int) {
    var index = offset
    var column = column
    while index < end, bytes[index].isBlank {
      column += bytes[index] == Byte.tab ? 4 - column % 4 : 1
      index += 1
    }
    return (index, column - self.column)
  }

  var isBlank: Bool { firstNonBlank.offset == end }

  /// The byte that comes next; nil at the end of the line.
  var next: UInt8? { offset < end ? bytes[offset] : nil }

  /// Passes up to `count` columns of blanks; a tab can be passed in part.
  mutating func skipBlanks(columns count: Int = .max) {
    var left = count
    while left > 0, offset < end {
      if bytes[offset] == Byte.tab {
        let width = 4 - column % 4
        guard width <= left else {
          column += left
          isWithinTab = true
          return
        }
        column += width
        left -= width
      } else if bytes[offset] == Byte.space {
        column += 1
        left -= 1
      } else {
        return
      }
      offset += 1
      isWithinTab = false
    }
  }

  /// Passes bytes that are no blanks.
  mutating func skip(_ count: Int) {
    offset = min(offset + count, end)
    column += count
    isWithinTab = false
  }

  /// How many columns of a partly used tab are left.
  var columnsLeftOfTab: Int { isWithinTab ? 4 - column % 4 : 0 }
}
