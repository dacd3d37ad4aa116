/// A block quote or a list item that lines stand in: what has to be passed before their content.
struct Container {
  enum Kind {
    case quote
    /// `indent`: the columns that later lines need to belong to the item. `marker`: how long the
    /// bullet or number is. `padding`: the columns from the marker's start to the content.
    case item(indent: Int, marker: Int, padding: Int)
  }

  let kind: Kind
  /// The line, from 1, that opens it.
  let startLine: Int

  init(quoteAt line: Int) {
    kind = .quote
    startLine = line
  }

  /// The list item whose marker comes next at the cursor; nil if there is none.
  init?(itemAt line: Int, cursor: LineCursor) {
    let (start, indent) = cursor.firstNonBlank
    guard let marker = Container.markerLength(cursor.bytes, start..<cursor.end) else { return nil }
    var content = cursor
    content.skipBlanks()
    content.skip(marker)
    let (textStart, blanks) = content.firstNonBlank
    // Five blanks or more start indented code behind a marker with one blank.
    let padding = textStart == cursor.end || blanks > 4 ? marker + 1 : marker + blanks
    kind = .item(indent: indent + padding, marker: marker, padding: padding)
    startLine = line
  }

  /// The length of a bullet or of a number with its delimiter; nil if there is none.
  static func markerLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    guard index < range.upperBound else { return nil }
    if bytes[index] == Byte.hyphen || bytes[index] == Byte.plus || bytes[index] == Byte.asterisk {
      index += 1
    } else {
      while index < range.upperBound, bytes[index].isDigit, index - range.lowerBound < 9 {
        index += 1
      }
      guard index > range.lowerBound, index < range.upperBound,
        bytes[index] == Byte.period || bytes[index] == Byte.closingParenthesis
      else { return nil }
      index += 1
    }
    guard index == range.upperBound || bytes[index].isBlank else { return nil }
    return index - range.lowerBound
  }

  /// Passes what the container puts before the content of a line. False if the line lacks it.
  func pass(_ cursor: inout LineCursor, line: Int) -> Bool {
    let (start, indent) = cursor.firstNonBlank
    switch kind {
    case .quote:
      guard indent <= 3, start < cursor.end, cursor.bytes[start] == Byte.greaterThan else {
        return false
      }
      cursor.skipBlanks()
      cursor.skip(1)
      cursor.skipBlanks(columns: 1)
    case .item(let needed, let marker, let padding):
      if line == startLine {
        cursor.skipBlanks()
        cursor.skip(marker)
        cursor.skipBlanks(columns: padding - marker)
      } else if indent >= needed {
        cursor.skipBlanks(columns: needed)
      } else if start == cursor.end {
        cursor.skipBlanks()
      } else {
        return false
      }
    }
    return true
  }
}
