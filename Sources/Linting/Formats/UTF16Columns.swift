import Diagnostics

/// Lines and columns in UTF-16 code units, which is what SARIF viewers and GitHub count in.
///
/// A byte-order mark has no column.
struct UTF16Columns {
  private let file: SourceFile
  /// How many code units stand before some of the bytes, so that a long line is read only once.
  private var checkpoints: [(offset: Int, units: Int)] = []
  private static let distance = 64

  init(_ file: SourceFile) {
    self.file = file
  }

  mutating func location(of offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = file.location(of: offset).line
    let start = file.lineStarts[line - 1]
    return SourceLocation(line: line, column: units(before: offset) - units(before: start) + 1)
  }

  private mutating func units(before offset: Int) -> Int {
    if checkpoints.isEmpty { prepare() }
    var low = 0
    var high = checkpoints.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if checkpoints[middle].offset <= offset { low = middle } else { high = middle }
    }
    var (index, units) = checkpoints[low]
    while index < offset {
      let (scalar, length) = UTF8Scalar.decode(file.bytes, at: index, end: file.bytes.count)
      // A place inside a sign is that of the sign.
      guard index + length <= offset else { break }
      index += length
      units += scalar.value > 0xFFFF ? 2 : 1
    }
    return units
  }

  private mutating func prepare() {
    var index = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var units = 0
    checkpoints = [(0, 0)]
    if index > 0 { checkpoints = [(index, 0)] }
    var next = index + Self.distance
    while index < file.bytes.count {
      let (scalar, length) = UTF8Scalar.decode(file.bytes, at: index, end: file.bytes.count)
      index += length
      units += scalar.value > 0xFFFF ? 2 : 1
      if index >= next {
        checkpoints.append((index, units))
        next = index + Self.distance
      }
    }
  }
}
