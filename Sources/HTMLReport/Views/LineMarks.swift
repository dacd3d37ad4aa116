import Diagnostics

/// Which parts of a page's lines findings are about. Where several overlap, the worst one shows.
struct LineMarks {
  struct Piece {
    var range: Range<Int>
    var severity: Severity?
  }

  private var marks: [(range: Range<Int>, severity: Severity)] = []

  /// - Parameter source: none where the page is gone, and its findings with it.
  init(_ diagnostics: [Diagnostic], in source: SourceFile?) {
    guard let source else { return }
    for diagnostic in diagnostics {
      var range = diagnostic.range.clamped(to: 0..<source.bytes.count)
      // A place between two signs is shown at the one behind it, or before it at a line's end.
      if range.isEmpty {
        let line = source.lineRange(source.location(of: range.lowerBound).line)
        if range.lowerBound < line.upperBound {
          range = range.lowerBound..<range.lowerBound + 1
        } else if range.lowerBound > line.lowerBound {
          range = range.lowerBound - 1..<range.lowerBound
        }
      }
      marks.append((Self.whole(range, in: source.bytes), diagnostic.severity))
    }
  }

  /// A line cut at the ends of the marks in it.
  func pieces(of line: Range<Int>) -> [Piece] {
    let here = marks.filter { $0.range.overlaps(line) }
    guard !here.isEmpty else { return [Piece(range: line, severity: nil)] }
    var cuts: Set<Int> = [line.lowerBound, line.upperBound]
    for mark in here {
      let range = mark.range.clamped(to: line)
      cuts.insert(range.lowerBound)
      cuts.insert(range.upperBound)
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { lower, upper in
      let covering = here.filter { $0.range.contains(lower) }
      return Piece(range: lower..<upper, severity: covering.map(\.severity).max())
    }
  }

  /// The range without half a sign at either end.
  private static func whole(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
    func isInside(_ offset: Int) -> Bool {
      offset < bytes.count && bytes[offset] & 0xC0 == 0x80
    }
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > 0, isInside(lower) { lower -= 1 }
    while isInside(upper) { upper += 1 }
    return lower..<upper
  }
}
