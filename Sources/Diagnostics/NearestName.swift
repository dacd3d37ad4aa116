/// Finds the name that somebody probably meant.
package enum NearestName {
  /// The one of `candidates` that is nearest to `name`; `nil` if none is near enough to be worth a
  /// suggestion. Of names equally near the first one is taken.
  package static func find(_ name: String, in candidates: some Sequence<String>) -> String? {
    let wanted = folded(name)
    // Long texts are no misspelt names, and comparing them costs the product of their lengths.
    guard !wanted.isEmpty, wanted.count <= 80 else { return nil }
    let limit = max(1, min(3, wanted.count / 3))
    var best: (name: String, distance: Int)?
    for candidate in candidates {
      let letters = folded(candidate)
      guard letters.count <= 80, abs(letters.count - wanted.count) <= limit else { continue }
      let distance = distance(wanted, letters)
      if distance <= limit, distance < (best?.distance ?? .max) {
        best = (candidate, distance)
      }
    }
    return best?.name
  }

  /// `did you mean "…"?`, or nothing where no name is near.
  package static func suggestion(
    for name: String, in candidates: some Sequence<String>
  ) -> String? {
    find(name, in: candidates).map { "did you mean \"\($0)\"?" }
  }

  /// Case, hyphens and underscores do not make a name another one.
  private static func folded(_ name: String) -> [UInt8] {
    name.lowercased().utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }
  }

  /// The number of insertions, deletions, changes and swaps of neighbours between two names.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        let change = last[column] + (left[row] == right[column] ? 0 : 1)
        var cost = min(change, last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
