import Linting

/// Two values on a line each, cut so that what differs is still seen.
struct ValueExcerpt {
  private static let greatestLength = 120
  /// How much of what is the same stands before the difference.
  private static let context = 30

  let old: String?
  let new: String?

  init(of change: Change) { self.init(change.oldValue, change.newValue) }

  init(_ old: String?, _ new: String?) {
    let (before, after) = (old.map(Self.line) ?? [], new.map(Self.line) ?? [])
    var start = 0
    if max(before.count, after.count) > Self.greatestLength {
      let common = zip(before, after).prefix { $0 == $1 }.count
      start = Self.start(before: common, in: before)
    }
    self.old = Self.cut(before, from: start)
    self.new = Self.cut(after, from: start)
  }

  private static func line(_ value: String) -> [Character] {
    Array(VisibleText.make(value.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
  }

  /// The start of a word, some way before a difference; 0 where that is near the start anyway.
  private static func start(before difference: Int, in text: [Character]) -> Int {
    guard difference > 2 * context else { return 0 }
    let least = difference - context
    let space = text[least..<difference].firstIndex(of: " ")
    return space.map { $0 + 1 } ?? least
  }

  /// - Returns: nil of an empty text.
  private static func cut(_ text: [Character], from start: Int) -> String? {
    guard !text.isEmpty else { return nil }
    var shown = (start > 0 ? "…" : "") + String(text.dropFirst(start).prefix(greatestLength - 1))
    if text.count - start >= greatestLength { shown += "…" }
    return shown
  }
}
