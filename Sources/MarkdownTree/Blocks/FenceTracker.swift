import Diagnostics

/// Follows the fences of a page line by line, and finds those that are broken.
///
/// A line of backticks with a language closes nothing, so that it stands in the code of the fence
/// before it where that one's end is missing: all that is between them would be code. Where prose
/// stands there, with the bold label, heading, callout, fold or table that leads to the next
/// example, the fence is taken to end before it. So it is where no line closes the fence at all,
/// and where a request, a format or an answer would go on over prose up to a line without a
/// language.
///
/// A line of two backticks is a fence where the fences around it do not pair without it.
struct FenceTracker {
  private struct Fence {
    var mark = Byte.backtick
    var length = 3
    /// Set while only the line that closes this fence can tell that it is one.
    var shortOpening: FenceMend?
    var namesLanguage: Bool
    /// Whether the language or the first line says that this is no text that may hold Markdown.
    var holdsNoProse = false
    var isEmpty = true
    /// Where the first line that is no code shows that the code ends.
    var end: FenceMend?
    /// Whether what follows can be no comment in the code either.
    var isEndCertain = false
    /// A line of two backticks before that.
    var shortClosing: FenceMend?
  }

  /// How the languages of requests, formats and answers start.
  private static let proseless: [StaticString] = ["http", "json", "shell", "bash", "curl"]

  /// Whether a line of backticks without a language may open a block though a fence is open.
  private let takesBareOpenings: Bool
  private(set) var mends: [FenceMend] = []
  private var open: Fence?
  /// Whether a fence is open to the end of the page.
  private(set) var isUnclosed = false
  private var previous = (line: 0, text: 0..<0)
  /// The last line that stands behind a blank one, and that blank line.
  private var start: (line: Int, text: Range<Int>, blank: FenceMend)?

  /// - Parameter takesBareOpenings: whether prose in a request, a format or an answer ends it where
  ///   only a line without a language follows. On a page whose fences pair that line is the end of
  ///   the block, whatever the code looks like.
  init(takesBareOpenings: Bool) { self.takesBareOpenings = takesBareOpenings }

  /// Takes in the text of a line behind its containers' markers.
  mutating func pass(_ text: Range<Int>, of bytes: [UInt8], line: Int) {
    defer { previous = (line, text) }
    guard !text.isEmpty else {
      // Only a language tells a short fence from the marks of a code span.
      if open?.shortOpening != nil, open?.namesLanguage == false { open = nil }
      return
    }
    if previous.text.isEmpty, previous.line > 0 {
      let blank = FenceMend(kind: .lostClosing, line: previous.line, place: previous.text)
      start = (line, text, blank)
    }
    let first = bytes[text.lowerBound]
    let run = bytes[text].prefix { $0 == first }.count
    if first == Byte.backtick, bytes[text].dropFirst(run).contains(Byte.backtick) { return }
    if first == Byte.backtick || first == Byte.tilde, run >= 3 {
      let info = bytes.trimmed(text.lowerBound + run..<text.upperBound)
      passFence(mark: first, length: run, info, of: bytes)
    } else if first == Byte.backtick, run == 2 {
      passShort(text, of: bytes, line: line)
    } else {
      passText(text, of: bytes, line: line)
    }
  }

  /// A line that opens or closes a fence.
  private mutating func passFence(
    mark: UInt8, length: Int, _ info: Range<Int>, of bytes: [UInt8]
  ) {
    let opening = Fence(
      mark: mark, length: length, namesLanguage: !info.isEmpty,
      holdsNoProse: Self.proseless.contains {
        bytes.has($0, at: info.lowerBound, before: info.upperBound)
      })
    guard let fence = open else {
      open = opening
      return
    }
    if let short = fence.shortOpening {
      let isClosed = info.isEmpty && fence.end == nil && mark == fence.mark
      if isClosed { mends.append(short) }
      open = isClosed ? nil : opening
      return
    }
    guard fence.mark == mark, length >= fence.length else { return }
    let isOpening =
      !info.isEmpty || fence.end != nil && fence.shortClosing != nil
      || takesBareOpenings && fence.holdsNoProse && fence.isEndCertain
    if !isOpening {
      open = nil
    } else if let end = fence.shortClosing ?? fence.end {
      mends.append(end)
      open = opening
    }
  }

  /// Takes in that the page ends.
  mutating func finish() {
    guard let fence = open, fence.shortOpening == nil else { return }
    isUnclosed = true
    if let end = fence.shortClosing ?? fence.end { mends.append(end) }
  }

  /// A line that starts with two backticks.
  private mutating func passShort(_ text: Range<Int>, of bytes: [UInt8], line: Int) {
    let place = text.lowerBound..<text.lowerBound + 2
    let language = bytes.string(bytes.trimmed(place.upperBound..<text.upperBound)).lowercased()
    let isLanguage = FenceLanguages.isKnown(language) || FenceLanguages.mend(language) != nil
    guard isLanguage else { return }
    if let fence = open {
      guard language.isEmpty, fence.mark == Byte.backtick, fence.length == 3 else { return }
      let closing = FenceMend(kind: .shortClosing, line: line, place: place)
      guard let opening = fence.shortOpening else {
        if fence.end == nil, fence.shortClosing == nil { open?.shortClosing = closing }
        return
      }
      if fence.namesLanguage { mends += [opening, closing] }
      open = nil
    } else if !language.isEmpty || start?.line == line {
      open = Fence(
        shortOpening: FenceMend(kind: .shortOpening, line: line, place: place),
        namesLanguage: !language.isEmpty)
    }
  }

  /// A line that is no fence.
  private mutating func passText(_ text: Range<Int>, of bytes: [UInt8], line: Int) {
    guard let fence = open else { return }
    if fence.isEmpty {
      open?.isEmpty = false
      if Self.isFormat(text, of: bytes) { open?.holdsNoProse = true }
    }
    guard !fence.isEndCertain, let end = endOfCode(before: text, of: bytes, line: line) else {
      return
    }
    if fence.end == nil { open?.end = end }
    // Marks of a heading start comments too, and those of a fold stand in the code of patches.
    let first = bytes[text.lowerBound]
    open?.isEndCertain = first != Byte.numberSign && first != Byte.plus
  }

  /// Where the code ends if a line is no code.
  private func endOfCode(before text: Range<Int>, of bytes: [UInt8], line: Int) -> FenceMend? {
    if let start {
      if start.line == line, Self.startsProse(text, of: bytes) { return start.blank }
      if start.line == line - 1, Self.isTable(start.text, above: text, of: bytes) {
        return start.blank
      }
    }
    guard bytes.has("+++", at: text.lowerBound, before: text.upperBound) else { return nil }
    let place = text.lowerBound..<text.lowerBound + 3
    return FenceMend(kind: .lostClosing, line: line, place: place)
  }

  /// `**Label**`, `## Heading`, `>[!NOTE]` or `+++Title`, which no code starts with.
  private static func startsProse(_ text: Range<Int>, of bytes: [UInt8]) -> Bool {
    let end = text.upperBound
    if bytes.has("**", at: text.lowerBound, before: end) {
      let label = bytes[text].dropFirst(2).prefix { $0 != Byte.asterisk }
      return !label.isEmpty && !label.contains(Byte.slash)
        && bytes.has("**", at: label.endIndex, before: end)
    }
    if bytes.has("[!", at: text.lowerBound, before: end) {
      let label = bytes[text].dropFirst(2).prefix(while: \.isLetter)
      return !label.isEmpty && label.allSatisfy { $0 <= UInt8(ascii: "Z") }
        && bytes.has("]", at: label.endIndex, before: end)
    }
    if bytes.has("+++", at: text.lowerBound, before: end) { return true }
    let level = bytes[text].prefix { $0 == Byte.numberSign }.count
    return level > 1 && level < 7 && text.count > level && bytes[text.lowerBound + level].isBlank
  }

  /// Whether the header of a table stands above a row of dashes.
  private static func isTable(
    _ header: Range<Int>, above dashes: Range<Int>, of bytes: [UInt8]
  ) -> Bool {
    guard let columns = TableRowSplitter.delimiterColumns(bytes, dashes) else { return false }
    return bytes[header].contains(Byte.bar)
      && TableRowSplitter.cells(bytes, header).count == columns
  }

  /// `POST /path`.
  private static func isFormat(_ text: Range<Int>, of bytes: [UInt8]) -> Bool {
    guard let blank = bytes[text].firstIndex(where: \.isBlank) else { return false }
    let method = bytes[text.lowerBound..<blank]
    let path = bytes.trimmed(blank..<text.upperBound)
    return (3...7).contains(method.count) && method.allSatisfy { $0 >= 0x41 && $0 <= 0x5A }
      && bytes[path.lowerBound] == Byte.slash
  }
}
