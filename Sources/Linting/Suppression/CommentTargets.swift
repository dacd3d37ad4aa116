import Diagnostics

/// What a comment that stands before a line is about.
struct CommentTargets {
  private let file: SourceFile
  /// The longest block that starts on each line.
  private var blocks: [Int: Range<Int>] = [:]
  /// Lines with nothing but comments for the linter: several comments may stand before one line.
  private var commentLines: Set<Int> = []

  init(_ blocks: [Range<Int>], comments: [SuppressionComment], file: SourceFile) {
    self.file = file
    for block in blocks {
      let line = file.location(of: block.lowerBound).line
      if let other = self.blocks[line], other.upperBound >= block.upperBound { continue }
      self.blocks[line] = block
    }
    for comment in comments {
      let first = file.location(of: comment.range.lowerBound).line
      let last = file.location(of: comment.range.upperBound).line
      let start = file.lineRange(first).lowerBound
      guard isBlank(start..<comment.range.lowerBound),
        isBlank(comment.range.upperBound..<file.lineRange(last).upperBound)
      else { continue }
      commentLines.formUnion(first...last)
    }
  }

  func line(at offset: Int) -> Range<Int> {
    let range = file.lineRange(file.location(of: offset).line)
    return range.lowerBound..<range.upperBound + 1
  }

  /// The next line that says something, or the block that starts on it.
  func next(after offset: Int) -> Range<Int> {
    var line = file.location(of: offset).line + 1
    while line <= file.lineStarts.count,
      commentLines.contains(line) || isBlank(file.lineRange(line))
    {
      line += 1
    }
    guard line <= file.lineStarts.count else { return offset..<offset }
    let range = file.lineRange(line)
    let end = max(range.upperBound, blocks[line]?.upperBound ?? 0)
    return range.lowerBound..<end + 1
  }

  /// Whether bytes say nothing: the mark of a block quote alone is blank, too.
  private func isBlank(_ range: Range<Int>) -> Bool {
    guard range.lowerBound <= range.upperBound else { return true }
    return file.bytes[range].allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">")
    }
  }
}
