/// Bytes taken out of a page, with the place in the page that each of them came from.
///
/// A fence in a list loses its indentation, a shell word its quotes and backslashes, a JSON body is
/// a part of such a word: a finding about the JSON must still point into the page.
package struct MappedText: Hashable, Sendable {
  /// A run of bytes that stand in the page as they stand here.
  package struct Segment: Hashable, Sendable {
    /// Where the run starts in `bytes`.
    package var start: Int
    /// Where the run starts in the page.
    package var source: Int
    /// How many bytes of the page each byte stands for. A byte that stands for several, such as an
    /// escaped one, is a segment of its own.
    package var width: Int

    package init(start: Int, source: Int, width: Int = 1) {
      self.start = start
      self.source = source
      self.width = width
    }
  }

  package private(set) var bytes: [UInt8]
  /// In order of `start`; a segment ends where the next one starts.
  package private(set) var segments: [Segment]
  /// The page offset behind the last byte.
  package private(set) var sourceEnd: Int

  /// An empty text that stands at `source`.
  package init(at source: Int) {
    bytes = []
    segments = []
    sourceEnd = source
  }

  /// A range of a page as it is.
  package init(_ range: Range<Int>, of file: SourceFile) {
    bytes = Array(file.bytes[range])
    segments = [Segment(start: 0, source: range.lowerBound)]
    sourceEnd = range.upperBound
  }

  /// Text that stands for itself: offsets in the text are offsets in the page.
  package init(_ text: String) {
    bytes = Array(text.utf8)
    segments = [Segment(start: 0, source: 0)]
    sourceEnd = bytes.count
  }

  package var isEmpty: Bool { bytes.isEmpty }
  package var count: Int { bytes.count }
  /// The text; what is no UTF-8 shows as U+FFFD.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Adds a byte that stands at `source` in the page and takes `width` bytes there.
  package mutating func append(_ byte: UInt8, source: Int, width: Int = 1) {
    extend(toSource: source, width: width)
    bytes.append(byte)
    sourceEnd = source + width
  }

  /// Adds a run of bytes that stands at `source` in the page as it is.
  package mutating func append(contentsOf run: ArraySlice<UInt8>, source: Int) {
    guard !run.isEmpty else { return }
    extend(toSource: source, width: 1)
    bytes.append(contentsOf: run)
    sourceEnd = source + run.count
  }

  /// Adds a text that has its own places.
  package mutating func append(_ other: MappedText) {
    for (index, segment) in other.segments.enumerated() {
      let end = index + 1 < other.segments.count ? other.segments[index + 1].start : other.count
      let run = other.bytes[segment.start..<end]
      if segment.width == 1 {
        append(contentsOf: run, source: segment.source)
      } else {
        for byte in run { append(byte, source: segment.source, width: segment.width) }
      }
    }
    if !other.isEmpty { sourceEnd = other.sourceEnd }
  }

  private mutating func extend(toSource source: Int, width: Int) {
    if width == 1, let last = segments.last, last.width == 1,
      last.source + (bytes.count - last.start) == source
    {
      return
    }
    segments.append(Segment(start: bytes.count, source: source, width: width))
  }

  /// The index of the segment that holds the byte at `offset`; 0 if there is none.
  private func segmentIndex(of offset: Int) -> Int {
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where the byte at `offset` stands in the page; `count` is the place behind the last byte.
  package func sourceOffset(of offset: Int) -> Int {
    guard offset < bytes.count else { return sourceEnd }
    let segment = segments[segmentIndex(of: offset)]
    return segment.source + (max(offset, 0) - segment.start)
  }

  /// Where a range of this text stands in the page.
  package func sourceRange(of range: Range<Int>) -> Range<Int> {
    let lower = sourceOffset(of: range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    guard range.upperBound < bytes.count else { return lower..<max(lower, sourceEnd) }
    let last = range.upperBound - 1
    let segment = segments[segmentIndex(of: last)]
    return lower..<max(lower, segment.source + (last - segment.start) + segment.width)
  }

  /// The place of the whole text in the page.
  package var sourceRange: Range<Int> { sourceRange(of: 0..<bytes.count) }

  /// A part of this text, with its places.
  package func slice(_ range: Range<Int>) -> MappedText {
    let range = range.clamped(to: 0..<bytes.count)
    var part = MappedText(at: sourceOffset(of: range.lowerBound))
    guard !range.isEmpty else { return part }
    part.bytes = Array(bytes[range])
    let places = sourceRange(of: range)
    let first = segmentIndex(of: range.lowerBound)
    part.segments = [Segment(start: 0, source: places.lowerBound, width: segments[first].width)]
    for segment in segments[(first + 1)...] {
      guard segment.start < range.upperBound else { break }
      part.segments.append(
        Segment(
          start: segment.start - range.lowerBound, source: segment.source, width: segment.width))
    }
    part.sourceEnd = places.upperBound
    return part
  }
}
