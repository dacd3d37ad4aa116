import Diagnostics

/// The page as cmark is to see it: line by line as long as the page, but with only those bytes that
/// decide which blocks there are.
///
/// - The documentation's marker lines become thematic breaks. So they end paragraphs and tables,
///   cannot be continued and do not count in code, just as CommonMark has it for a line of stars.
/// - What only matters within running text is hidden. cmark then finds no inline structure, which
///   takes more than linear time for some texts, and every byte it sees stands where it stands in
///   the page, whatever the page's encoding.
struct BlockMask {
  private(set) var bytes: [UInt8]
  /// The marker lines, by line number from 1.
  private(set) var markers: [Int: LineMarker] = [:]
  /// The headings without a blank behind their marks.
  private(set) var tightHeadings: Set<Int> = []

  /// More markers of containers than this in one line are text.
  static let containerLimit = 256
  /// A table may have so many columns; cmark fills up short rows.
  private static let columnLimit = 512

  private let source: SourceFile
  /// The text of the line before, behind its containers' markers.
  private var previousText = 0..<0
  private var fences = FenceTracker(takesBareOpenings: false)
  /// What the fences are where they do not pair.
  private var unpairedFences = FenceTracker(takesBareOpenings: true)

  /// Masks the lines from `firstLine` on; the lines before it become blank.
  init(_ source: SourceFile, firstLine: Int, byteOrderMark: Int) {
    self.source = source
    bytes = source.bytes
    for index in 0..<byteOrderMark { bytes[index] = Byte.space }
    for line in 1..<max(firstLine, 1) {
      for index in source.lineRange(line) { bytes[index] = Byte.space }
    }
    guard firstLine <= source.lineStarts.count else { return }
    for line in firstLine...source.lineStarts.count {
      var range = source.lineRange(line)
      if range.lowerBound < byteOrderMark {
        range = min(byteOrderMark, range.upperBound)..<range.upperBound
      }
      mask(line, range)
    }
    fences.finish()
    unpairedFences.finish()
    fenceMends = fences.isUnclosed ? unpairedFences.mends : fences.mends
  }

  /// The lines that are to be read as fences, in order.
  private(set) var fenceMends: [FenceMend] = []

  /// Leaves all other fences as they are.
  mutating func keepFenceMends(_ isKept: (FenceMend) -> Bool) {
    fenceMends.removeAll { !isKept($0) }
  }

  /// What cmark is to read. Fences are mended, so that lines stand where they stand in the page,
  /// but not bytes.
  var text: [UInt8] {
    guard !fenceMends.isEmpty else { return bytes }
    var text: [UInt8] = []
    var copied = 0
    for mend in fenceMends {
      text += bytes[copied..<mend.place.lowerBound]
      text += Array(repeating: Byte.backtick, count: 3)
      copied = mend.place.upperBound
    }
    return text + bytes[copied...]
  }

  /// Makes the HTML that starts on a line look like text, which a marker line ends.
  mutating func hideTag(on line: Int) {
    if let tag = source.lineRange(line).first(where: { bytes[$0] == Byte.lessThan }) {
      bytes[tag] = Byte.percent
    }
  }

  private mutating func mask(_ line: Int, _ range: Range<Int>) {
    let head = passContainers(range)
    var end = range.upperBound
    while end > head.offset, bytes[end - 1].isBlank { end -= 1 }
    let text = head.offset..<end
    defer { previousText = text }
    fences.pass(text, of: source.bytes, line: line)
    unpairedFences.pass(text, of: source.bytes, line: line)
    guard !text.isEmpty else { return }
    if previousText.isEmpty, let blank = placeOfBlank(inHeading: text) {
      tightHeadings.insert(line)
      bytes[blank] = Byte.space
      return
    }
    if let marker = marker(of: text, isQuoted: head.isQuoted, line: line) {
      markers[line] = marker
      for index in text { bytes[index] = Byte.space }
      for index in text.prefix(3) { bytes[index] = Byte.asterisk }
      return
    }
    if isThematicBreak(text) { return }
    if let columns = TableRowSplitter.delimiterColumns(source.bytes, text) {
      // A row of dashes only counts below a row with as many cells.
      let above = TableRowSplitter.cells(source.bytes, previousText).count
      let isHeader = nextDelimiterColumns(line) == columns
      if (columns != above && !isHeader) || columns > BlockMask.columnLimit {
        for index in text where bytes[index] == Byte.bar || bytes[index] == Byte.colon {
          bytes[index] = Byte.percent
        }
      }
      return
    }
    hideInlines(text)
  }

  /// Finds the first byte behind the markers of quotes and list items. Markers beyond the limit are
  /// hidden.
  private mutating func passContainers(_ range: Range<Int>) -> (offset: Int, isQuoted: Bool) {
    var index = range.lowerBound
    var isQuoted = false
    var count = 0
    var knowsNoBreak = false
    while index < range.upperBound {
      if bytes[index].isBlank {
        index += 1
        continue
      }
      let length: Int
      if bytes[index] == Byte.greaterThan {
        length = 1
      } else if let marker = Container.markerLength(bytes, index..<range.upperBound) {
        if !knowsNoBreak, isThematicBreak(index..<range.upperBound) { break }
        knowsNoBreak = true
        length = marker
      } else {
        break
      }
      count += 1
      if count > BlockMask.containerLimit {
        for hidden in index..<index + length { bytes[hidden] = Byte.percent }
      } else if bytes[index] == Byte.greaterThan {
        isQuoted = true
      }
      index += length
    }
    return (index, isQuoted)
  }

  /// The columns of a row of dashes on the next line.
  private func nextDelimiterColumns(_ line: Int) -> Int? {
    guard line < source.lineStarts.count else { return nil }
    var range = source.lineRange(line + 1)
    while let first = range.first,
      source.bytes[first].isBlank || source.bytes[first] == Byte.greaterThan
    {
      range = range.dropFirst()
    }
    return TableRowSplitter.delimiterColumns(source.bytes, range)
  }

  private func isThematicBreak(_ range: Range<Int>) -> Bool {
    guard let first = range.first.map({ source.bytes[$0] }),
      first == Byte.asterisk || first == Byte.underscore || first == Byte.hyphen
    else { return false }
    var count = 0
    for byte in source.bytes[range] where !byte.isBlank {
      guard byte == first else { return false }
      count += 1
    }
    return count >= 3
  }

  private func marker(of text: Range<Int>, isQuoted: Bool, line: Int) -> LineMarker? {
    let page = source.bytes
    let end = text.upperBound
    if page.has("+++", at: text.lowerBound, before: end) { return .fold }
    if page[text.lowerBound] == Byte.openingBrace, page[end - 1] == Byte.closingBrace {
      let above = previousText
      guard page[text].contains(Byte.equals), !above.isEmpty,
        page[above.lowerBound] == Byte.bar || page[above.upperBound - 1] == Byte.bar
      else { return nil }
      return .attributes
    }
    guard isQuoted, page.has("[!", at: text.lowerBound, before: end) else { return nil }
    var index = text.lowerBound + 2
    while index < end, page[index].isLetter { index += 1 }
    guard index < end else { return nil }
    let word = text.lowerBound + 2..<index
    if word.count == 3, page.has("TAB", at: word.lowerBound, before: end, ignoringCase: true),
      page[index].isBlank || page[index] == Byte.closingBracket
    {
      return .tab
    }
    guard page[index] == Byte.closingBracket, !word.isEmpty else { return nil }
    if word.count == 9 {
      let start = word.lowerBound
      if page.has("BEGINTABS", at: start, before: end, ignoringCase: true) { return .beginTabs }
    }
    if word.count == 7 {
      let start = word.lowerBound
      if page.has("ENDTABS", at: start, before: end, ignoringCase: true) { return .endTabs }
    }
    // A label that a plain line follows is left as it is: that line still belongs to the callout.
    guard index + 1 == end, line < source.lineStarts.count else { return nil }
    let next = source.lineRange(line + 1)
    let nextText = page.trimmed(next)
    guard nextText.isEmpty || page[nextText.lowerBound] == Byte.greaterThan else { return nil }
    return .label
  }

  /// Where the blank of `##Title` is missing. One mark alone may be a number or a tag.
  private func placeOfBlank(inHeading text: Range<Int>) -> Int? {
    let level = source.bytes[text].prefix { $0 == Byte.numberSign }.count
    guard level > 1, level < 7, text.count > level + 1 else { return nil }
    let first = source.bytes[text.lowerBound + level]
    guard first.isLetter || first == Byte.openingBracket || first >= 0x80 else { return nil }
    return text.lowerBound + level
  }

  private mutating func hideInlines(_ text: Range<Int>) {
    let isTag = bytes[text.lowerBound] == Byte.lessThan
    let isFence = bytes.has("```", at: text.lowerBound, before: text.upperBound)
    var tagStarts = 0
    for index in text {
      let byte = bytes[index]
      switch byte {
      case Byte.openingBracket:
        // `<![CDATA[` starts an HTML block.
        if !isTag || index > text.lowerBound + 8 { bytes[index] = Byte.percent }
      case Byte.asterisk, Byte.underscore:
        if !isTag { bytes[index] = Byte.percent }
      case Byte.backtick:
        if !isFence { bytes[index] = Byte.percent }
      case Byte.lessThan:
        tagStarts += 1
        let endsTag = index + 1 < text.upperBound && bytes[index + 1] == Byte.slash
        if !endsTag && (!isTag || tagStarts > 64) { bytes[index] = Byte.percent }
      case 0x00..<0x09, 0x0B, 0x0C, 0x0E..<0x20, 0x7F...:
        bytes[index] = Byte.percent
      default: break
      }
    }
  }
}
