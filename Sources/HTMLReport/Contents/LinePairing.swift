import GenerationPipeline

/// The lines of two texts one below the other: what both have once, what went before what came.
struct LinePairing {
  enum Row: Equatable {
    /// A line that both texts have. Lines count from 0.
    case same(old: Int, new: Int)
    case added(Int)
    /// A line of the old text.
    case removed(Int)
  }

  let rows: [Row]

  /// - Parameter old: none where there is nothing to compare with.
  init(old: [ArraySlice<UInt8>]?, new: [ArraySlice<UInt8>]) {
    guard let old else {
      rows = new.indices.map { .same(old: $0, new: $0) }
      return
    }
    let changes = LineChanges(old: old, new: new)
    var rows: [Row] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      if changes.removed.contains(left) {
        rows.append(.removed(left))
        left += 1
      } else if changes.added.contains(right) {
        rows.append(.added(right))
        right += 1
      } else {
        rows.append(.same(old: left, new: right))
        left += 1
        right += 1
      }
    }
    self.rows = rows
  }
}
