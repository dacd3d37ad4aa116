import Diagnostics

/// Turns lines and columns counted in scalars into byte offsets.
///
/// Places are asked for mostly in the order of the file, so each line is walked once.
struct MarkConverter {
  private let file: SourceFile
  private let hasByteOrderMark: Bool
  private var line = 0
  private var column = 1
  private var offset = 0

  init(_ file: SourceFile) {
    self.file = file
    hasByteOrderMark = file.bytes.starts(with: [0xEF, 0xBB, 0xBF])
  }

  mutating func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= file.lineStarts.count else { return file.bytes.count }
    let range = file.lineRange(line)
    if line != self.line || column < self.column {
      self.line = line
      self.column = 1
      offset = range.lowerBound + (line == 1 && hasByteOrderMark ? 3 : 0)
    }
    while self.column < column, offset < range.upperBound {
      offset += 1
      while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      self.column += 1
    }
    return offset
  }
}
