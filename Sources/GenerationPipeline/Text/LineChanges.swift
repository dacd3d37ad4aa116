/// Which lines of one text have to go and which have to come to make it another.
///
/// The shortest list of changes takes time and memory by the square of its length: it is looked for
/// in small stretches only. Longer ones are first cut at the lines that stand once on either side.
package struct LineChanges {
  private struct Stretch {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static let smallStretch = 2000

  package private(set) var removed: Set<Int> = []
  package private(set) var added: Set<Int> = []

  /// Equal lines have equal numbers, which are faster to compare.
  private let old: [Int]
  private let new: [Int]

  package init(old: [ArraySlice<UInt8>], new: [ArraySlice<UInt8>]) {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      let next = numbers.count
      if let known = numbers[line] { return known }
      numbers[line] = next
      return next
    }
    self.old = old.map(number)
    self.new = new.map(number)
    var pending = [Stretch(old: 0..<old.count, new: 0..<new.count)]
    while let stretch = pending.popLast() { pending += compare(trimmed(stretch)) }
  }

  /// Without the lines that both sides begin and end with.
  private func trimmed(_ stretch: Stretch) -> Stretch {
    var (left, right) = (stretch.old, stretch.new)
    while let first = left.first, let other = right.first, old[first] == new[other] {
      left.removeFirst()
      right.removeFirst()
    }
    while let last = left.last, let other = right.last, old[last] == new[other] {
      left.removeLast()
      right.removeLast()
    }
    return Stretch(old: left, new: right)
  }

  /// Notes the changes of a stretch, or gives the stretches that it falls into.
  private mutating func compare(_ stretch: Stretch) -> [Stretch] {
    if stretch.old.isEmpty || stretch.new.isEmpty {
      removed.formUnion(stretch.old)
      added.formUnion(stretch.new)
      return []
    }
    if stretch.old.count + stretch.new.count <= Self.smallStretch {
      for step in new[stretch.new].difference(from: old[stretch.old]) {
        switch step {
        case .remove(let offset, _, _): removed.insert(stretch.old.lowerBound + offset)
        case .insert(let offset, _, _): added.insert(stretch.new.lowerBound + offset)
        }
      }
      return []
    }
    let anchors = anchors(in: stretch)
    if anchors.isEmpty {
      removed.formUnion(stretch.old)
      added.formUnion(stretch.new)
      return []
    }
    var parts: [Stretch] = []
    var (left, right) = (stretch.old.lowerBound, stretch.new.lowerBound)
    for anchor in anchors {
      parts.append(Stretch(old: left..<anchor.old, new: right..<anchor.new))
      (left, right) = (anchor.old + 1, anchor.new + 1)
    }
    parts.append(
      Stretch(old: left..<stretch.old.upperBound, new: right..<stretch.new.upperBound))
    return parts
  }

  /// The longest row of lines that stand once on either side, in the same order on both.
  private func anchors(in stretch: Stretch) -> [(old: Int, new: Int)] {
    let places = Self.singles(old, in: stretch.old)
    let others = Self.singles(new, in: stretch.new)
    var pairs: [(old: Int, new: Int)] = []
    for index in stretch.old where places[old[index]] == index {
      if let other = others[old[index]], other >= 0 { pairs.append((index, other)) }
    }
    // The last pair of the best row of each length, and the pair before each pair.
    var ends: [Int] = []
    var before: [Int] = []
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = ends.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      before.append(low > 0 ? ends[low - 1] : -1)
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    var row: [(old: Int, new: Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      row.append(pairs[index])
      index = before[index]
    }
    return row.reversed()
  }

  /// Where each line stands; -1 if it stands more than once.
  private static func singles(_ lines: [Int], in range: Range<Int>) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for index in range { places[lines[index]] = places[lines[index]] == nil ? index : -1 }
    return places
  }
}
