import Diagnostics

extension MappedText {
  /// Adds a part of another text with its places.
  ///
  /// The same as `append(other.slice(range))`, without the text in between.
  mutating func append(_ range: Range<Int>, of other: MappedText) {
    guard !range.isEmpty else { return }
    var low = 0
    var high = other.segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if other.segments[middle].start <= range.lowerBound { low = middle } else { high = middle }
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let next = low + 1 < other.segments.count ? other.segments[low + 1].start : other.count
      let end = Swift.min(next, range.upperBound)
      let segment = other.segments[low]
      append(
        contentsOf: other.bytes[start..<end], source: segment.source + (start - segment.start))
      start = end
      low += 1
    }
  }

  /// Adds text that does not stand in the page.
  mutating func insert(_ text: StaticString, at source: Int) {
    text.withUTF8Buffer { for byte in $0 { append(byte, source: source, width: 0) } }
  }

  /// Adds bytes that stand in the page as something else, which takes `width` bytes there.
  mutating func append(_ bytes: [UInt8], standingAt source: Int, width: Int) {
    for (index, byte) in bytes.enumerated() {
      append(byte, source: source, width: index + 1 == bytes.count ? width : 0)
    }
  }

  /// The place of one byte in the page.
  func sourceRange(ofByteAt offset: Int) -> Range<Int> {
    sourceRange(of: offset..<Swift.min(offset + 1, count))
  }
}
