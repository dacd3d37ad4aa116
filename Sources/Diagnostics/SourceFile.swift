/// The bytes of one page with the table of its lines.
///
/// All stages speak of places as byte offsets into `bytes`; only what people read is turned into
/// lines and columns.
package struct SourceFile: Sendable {
  /// The path as findings show it, with `/` between its parts.
  package let path: String
  package let bytes: [UInt8]
  /// The offset of the first byte of each line. Lines end in LF, CRLF or a lone CR.
  package let lineStarts: [Int]

  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") {
        index += 1
        starts.append(index)
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        starts.append(index)
      }
    }
    lineStarts = starts
  }

  package init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The line and column of a byte offset; offsets beyond the end are those of the end.
  package func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return SourceLocation(line: low + 1, column: offset - lineStarts[low] + 1)
  }

  /// The byte offset of a line and column, within the line.
  package func offset(of location: SourceLocation) -> Int {
    guard location.line >= 1, location.line <= lineStarts.count else { return bytes.count }
    let range = lineRange(location.line)
    return min(range.lowerBound + max(location.column - 1, 0), range.upperBound)
  }

  /// The bytes of a line, without its line ending. `line` counts from 1.
  package func lineRange(_ line: Int) -> Range<Int> {
    guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
    {
      end -= 1
    }
    return start..<end
  }

  /// The text of a byte range; what is no UTF-8 shows as U+FFFD.
  package func text(in range: Range<Int>) -> String {
    let range = range.clamped(to: 0..<bytes.count)
    return String(decoding: bytes[range], as: UTF8.self)
  }
}
