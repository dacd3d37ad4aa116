/// Words of a comment.
struct Prose: Sendable {
  var words: [String]
  /// What the first line starts with.
  var first: String
  /// What the other lines start with.
  var continuation: String
  /// Whether words at the start of a line need care.
  var isMarkdown: Bool

  init(_ words: [String], first: String, continuation: String? = nil, isMarkdown: Bool = false) {
    self.words = words
    self.first = first
    self.continuation = continuation ?? first
    self.isMarkdown = isMarkdown
  }

  /// The lines, of at most `width` columns where the words allow it.
  func lines(width: Int) -> [String] {
    var lines: [String] = []
    var line = first
    var column = LayoutPrinter.columns(of: first)
    var isEmpty = true
    func append(_ word: String) {
      line += isMarkdown ? MarkdownText.atLineStart(word) : word
      column = LayoutPrinter.columns(of: line)
    }
    for word in words {
      let columns = LayoutPrinter.columns(of: word)
      if isEmpty {
        append(word)
        isEmpty = false
      } else if column + 1 + columns <= width {
        line += " " + word
        column += 1 + columns
      } else {
        lines.append(line)
        line = continuation
        append(word)
      }
    }
    lines.append(line)
    return lines
  }
}
