/// The runs of `*`, `_` and `~` that may still open or close emphasis.
struct DelimiterStack {
  struct Delimiter {
    var node: Int
    var mark: UInt8
    /// How many marks are not used yet.
    var count: Int
    /// How many marks the run had.
    var length: Int
    var canOpen: Bool
    var canClose: Bool
    var previous = -1
    var next = -1
  }

  private var delimiters: [Delimiter] = []
  private(set) var last = -1

  mutating func push(_ delimiter: Delimiter) {
    var delimiter = delimiter
    delimiter.previous = last
    delimiters.append(delimiter)
    if last >= 0 { delimiters[last].next = delimiters.count - 1 }
    last = delimiters.count - 1
  }

  private mutating func remove(_ index: Int) {
    let (previous, next) = (delimiters[index].previous, delimiters[index].next)
    if previous >= 0 { delimiters[previous].next = next }
    if next >= 0 { delimiters[next].previous = previous } else { last = previous }
  }

  private mutating func removeAll(between low: Int, and high: Int) {
    guard delimiters[high].previous != low else { return }
    delimiters[high].previous = low
    delimiters[low].next = high
  }

  /// Turns the runs above `bottom` into emphasis, and takes them off.
  mutating func resolve(above bottom: Int, in chain: inout InlineChain) {
    guard last > bottom else { return }
    // No opener for such a closer stands at or below these.
    var bottoms = Array(repeating: bottom, count: 18)
    var closer = last
    while delimiters[closer].previous > bottom { closer = delimiters[closer].previous }
    while closer >= 0 {
      let current = delimiters[closer]
      guard current.canClose else {
        closer = current.next
        continue
      }
      let kind = current.mark == Byte.asterisk ? 0 : current.mark == Byte.underscore ? 1 : 2
      let slot = kind * 6 + (current.canOpen ? 3 : 0) + current.length % 3
      var opener = current.previous
      var isFound = false
      while opener > bottom, opener > bottoms[slot] {
        let candidate = delimiters[opener]
        if candidate.canOpen, candidate.mark == current.mark, matches(candidate, current) {
          isFound = true
          break
        }
        opener = candidate.previous
      }
      if isFound {
        closer =
          current.mark == Byte.tilde
          ? strike(opener, closer, &chain) : emphasize(opener, closer, &chain)
      } else {
        bottoms[slot] = current.previous
        let next = current.next
        if !current.canOpen { remove(closer) }
        closer = next
      }
    }
    last = bottom
    if bottom >= 0 { delimiters[bottom].next = -1 }
  }

  /// A run that can do both only matches when the lengths do not add up to a multiple of three.
  private func matches(_ opener: Delimiter, _ closer: Delimiter) -> Bool {
    if !closer.canOpen && !opener.canClose { return true }
    return closer.length % 3 == 0 || (opener.length + closer.length) % 3 != 0
  }

  private mutating func emphasize(
    _ opener: Int, _ closer: Int, _ chain: inout InlineChain
  ) -> Int {
    let used = delimiters[opener].count >= 2 && delimiters[closer].count >= 2 ? 2 : 1
    removeAll(between: opener, and: closer)
    wrap(used == 2 ? .strong : .emphasis, opener, closer, used: used, &chain)
    delimiters[opener].count -= used
    delimiters[closer].count -= used
    if delimiters[opener].count == 0 { remove(opener) }
    guard delimiters[closer].count == 0 else { return closer }
    let next = delimiters[closer].next
    remove(closer)
    return next
  }

  private mutating func strike(_ opener: Int, _ closer: Int, _ chain: inout InlineChain) -> Int {
    let next = delimiters[closer].next
    removeAll(between: opener, and: closer)
    if delimiters[opener].length == delimiters[closer].length {
      wrap(.strikethrough, opener, closer, used: delimiters[opener].length, &chain)
    }
    remove(opener)
    remove(closer)
    return next
  }

  private func wrap(
    _ kind: InlineChain.Kind, _ opener: Int, _ closer: Int, used: Int, _ chain: inout InlineChain
  ) {
    let (left, right) = (delimiters[opener].node, delimiters[closer].node)
    let start = chain[left].end - used
    let end = chain[right].start + used
    chain.trim(left, start: chain[left].start, end: start)
    chain.trim(right, start: end, end: chain[right].end)
    chain.wrap(
      kind, behind: left, upTo: chain[right].previous, start: start, end: end, replacing: false)
  }
}
