import Diagnostics

/// Follows the fences of a page line by line, and finds those whose closing fence got lost.
///
/// A line of backticks with a language closes nothing, so that it stands in the code of the fence
/// before it where that one's end is missing: all that is between them would be code. Where prose
/// stands there, with the bold label, heading or callout that leads to the next example, the fence
/// is taken to end at the blank line before it.
struct FenceTracker {
  private struct Fence {
    var mark: UInt8
    var length: Int
    /// The blank line before the first line that is no code.
    var end: Int?
  }

  /// The blank lines that stand for a lost closing fence.
  private(set) var lostClosings: Set<Int> = []
  private var open: Fence?
  private var isBehindBlank = false

  /// Takes in the text of a line behind its containers' markers.
  mutating func pass(_ text: Range<Int>, of bytes: [UInt8], line: Int) {
    defer { isBehindBlank = text.isEmpty }
    guard !text.isEmpty else { return }
    let first = bytes[text.lowerBound]
    let run = bytes[text].prefix { $0 == first }.count
    guard first == Byte.backtick || first == Byte.tilde, run >= 3 else {
      if open != nil, open?.end == nil, isBehindBlank, Self.startsProse(text, of: bytes) {
        open?.end = line - 1
      }
      return
    }
    let hasInfo = run < text.count
    if first == Byte.backtick, bytes[text].dropFirst(run).contains(Byte.backtick) { return }
    guard let fence = open else {
      open = Fence(mark: first, length: run)
      return
    }
    guard fence.mark == first, run >= fence.length else { return }
    if !hasInfo {
      open = nil
    } else if let end = fence.end {
      lostClosings.insert(end)
      open = Fence(mark: first, length: run)
    }
  }

  /// `**Label**`, `## Heading` or `>[!NOTE]`, which no code starts with.
  private static func startsProse(_ text: Range<Int>, of bytes: [UInt8]) -> Bool {
    let end = text.upperBound
    if bytes.has("**", at: text.lowerBound, before: end) {
      return bytes[text].dropFirst(2).contains(Byte.asterisk)
    }
    if bytes.has("[!", at: text.lowerBound, before: end) { return true }
    let level = bytes[text].prefix { $0 == Byte.numberSign }.count
    return level > 1 && level < 7 && text.count > level && bytes[text.lowerBound + level].isBlank
  }
}
