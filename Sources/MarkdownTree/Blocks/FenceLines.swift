/// The lines on which a page's fences begin and end, as cmark found them.
struct FenceLines {
  var first: Set<Int> = []
  var last: Set<Int> = []

  /// Whether a line is the fence that it was taken for.
  func has(_ mend: FenceMend) -> Bool {
    switch mend.kind {
    case .shortOpening: first.contains(mend.line)
    // Where a list item or a quote ended the fence already, this one begins another.
    case .shortClosing, .lostClosing: last.contains(mend.line) && !first.contains(mend.line)
    }
  }
}
