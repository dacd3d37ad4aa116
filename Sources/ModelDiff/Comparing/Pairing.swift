/// The members of two lists that are the same thing.
struct Pairing<Value> {
  struct Pair {
    var old: Value
    var new: Value
    /// Why two members of different names are held to be one; nil where the names are the same.
    var guess: String?
  }

  private(set) var pairs: [Pair] = []
  private(set) var removed: [Value] = []
  private(set) var added: [Value] = []
  /// The old members of the pairs, which stand in the order of the new ones, in their own order.
  private(set) var oldOrder: [Value] = []

  /// - Parameters:
  ///   - key: What makes two members the same for certain.
  ///   - evidence: Why two members with different keys may be the same, if there is a reason. It is
  ///     believed where neither of them has another candidate.
  init<Key: Hashable>(
    _ old: [Value], _ new: [Value], key: (Value) -> Key, evidence: (Value, Value) -> String?
  ) {
    var candidates: [Key: [Int]] = [:]
    for (index, value) in new.enumerated() { candidates[key(value), default: []].append(index) }
    var matched: [(old: Int, new: Int, guess: String?)] = []
    var left: [Int] = []
    var taken: Set<Int> = []
    for (index, value) in old.enumerated() {
      // Of names that stand twice, the first belongs to the first, and so on.
      if let match = candidates[key(value)]?.first {
        candidates[key(value)]?.removeFirst()
        taken.insert(match)
        matched.append((index, match, nil))
      } else {
        left.append(index)
      }
    }
    let rest = new.indices.filter { !taken.contains($0) }
    var reasons: [Int: [(new: Int, reason: String)]] = [:]
    var wooers: [Int: Int] = [:]
    for first in left {
      for second in rest {
        guard let reason = evidence(old[first], new[second]) else { continue }
        reasons[first, default: []].append((second, reason))
        wooers[second, default: 0] += 1
      }
    }
    for first in left {
      guard let found = reasons[first], found.count == 1, wooers[found[0].new] == 1 else {
        continue
      }
      matched.append((first, found[0].new, found[0].reason))
      taken.insert(found[0].new)
    }
    let paired = Set(matched.map(\.old))
    for match in matched.sorted(by: { $0.new < $1.new }) {
      pairs.append(Pair(old: old[match.old], new: new[match.new], guess: match.guess))
    }
    oldOrder = paired.sorted().map { old[$0] }
    removed = old.indices.filter { !paired.contains($0) }.map { old[$0] }
    added = new.indices.filter { !taken.contains($0) }.map { new[$0] }
  }
}
