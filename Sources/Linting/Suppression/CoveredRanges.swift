/// Where one rule is switched off, and which of the comments that do it were of use.
struct CoveredRanges {
  struct Entry {
    var range: Range<Int>
    var name: SuppressionComment.Name
    var directive: SuppressionComment.Directive
    var isUsed = false
  }

  private var entries: [Entry] = []
  /// For each entry the one of those up to it that reaches farthest.
  private var farthest: [Int] = []

  mutating func add(
    _ range: Range<Int>, name: SuppressionComment.Name, directive: SuppressionComment.Directive
  ) {
    entries.append(Entry(range: range, name: name, directive: directive))
  }

  /// To be called when all are added and before the first question.
  mutating func prepare() {
    entries.sort {
      ($0.range.lowerBound, $0.name.range.lowerBound)
        < ($1.range.lowerBound, $1.name.range.lowerBound)
    }
    farthest = []
    for (index, entry) in entries.enumerated() {
      if let last = farthest.last, entries[last].range.upperBound >= entry.range.upperBound {
        farthest.append(last)
      } else {
        farthest.append(index)
      }
    }
  }

  /// Whether the rule is switched off at `offset`. The nearest and the longest comment that do it
  /// count as used.
  mutating func use(at offset: Int) -> Bool {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, low <= farthest.count else { return false }
    var isCovered = false
    for index in [low - 1, farthest[low - 1]] where entries[index].range.contains(offset) {
      entries[index].isUsed = true
      isCovered = true
    }
    return isCovered
  }

  var unused: [Entry] { entries.filter { !$0.isUsed } }
}
