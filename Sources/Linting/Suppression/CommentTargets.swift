import Diagnostics

/// What a comment that stands before a line is about.
struct CommentTargets {
  private let file: SourceFile
  /// The longest block that starts on each line.
  private var blocks: [Int: Range<Int>] = [:]
  /// Lines with nothing but comments for the linter: several comments may stand before one line.
  private var commentLines: Set<Int> = []
  /// For each line on which a comment ends: the next line that says something.
  private var nextTellingLine: [Int: Int] = [:]

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
    findTellingLines(behind: comments)
  }

  func line(at offset: Int) -> Range<Int> {
    let range = file.lineRange(file.location(of: offset).line)
    return range.lowerBound..<range.upperBound + 1
  }

  /// From the last comment to the first: where a row of lines was walked over for one comment, the
  /// one before it need not walk there again.
  private mutating func findTellingLines(behind comments: [SuppressionComment]) {
    for comment in comments.reversed() {
      let start = file.location(of: comment.range.upperBound).line
      var line = start + 1
      while line <= file.lineStarts.count {
        if let known = nextTellingLine[line], commentLines.contains(line) {
          line = known
        } else if commentLines.contains(line) || isBlank(file.lineRange(line)) {
          line += 1
        } else {
          break
        }
      }
      nextTellingLine[start] = line
    }
  }

  /// The next line that says something, or the block that starts on it.
  func next(after offset: Int) -> Range<Int> {
    let line = nextTellingLine[file.location(of: offset).line] ?? file.lineStarts.count + 1
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
