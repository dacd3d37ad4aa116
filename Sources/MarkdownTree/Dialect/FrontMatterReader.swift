import Diagnostics
import Yams

/// Reads the lines between `---` at the head of a page.
struct FrontMatterReader {
  private let source: SourceFile
  private let start: Int
  private(set) var diagnostics: [Diagnostic] = []

  /// `start`: where the page's text starts, behind a byte order mark.
  init(_ source: SourceFile, start: Int) {
    self.source = source
    self.start = start
  }

  private struct Draft {
    var key: Range<Int>
    /// What stands behind the colon, with the lines that go on.
    var value: Range<Int>
  }

  /// The front matter and the number of its closing line; nil if the page has none.
  mutating func read() -> (FrontMatter, closingLine: Int)? {
    guard isFence(1) else { return nil }
    var drafts: [Draft] = []
    var unreadable: [Range<Int>] = []
    var isBehindBlank = false
    var number = 2
    while number <= source.lineStarts.count, !isFence(number) {
      let line = source.lineRange(number)
      let text = source.bytes.trimmed(line)
      if text.isEmpty {
        isBehindBlank = true
      } else if let key = key(in: line) {
        drafts.append(
          Draft(
            key: key,
            value: source.bytes.trimmed(min(key.upperBound + 1, line.upperBound)..<line.upperBound))
        )
      } else if !drafts.isEmpty, text.lowerBound > line.lowerBound || isSequenceItem(text) {
        let last = drafts[drafts.count - 1].value
        drafts[drafts.count - 1].value = last.lowerBound..<text.upperBound
      } else if isBehindBlank || drafts.isEmpty {
        // Text behind a blank line is the page's own: the block was never closed.
        if source.bytes[text.lowerBound] != Byte.numberSign || isBehindBlank { break }
      } else if source.bytes[text.lowerBound] != Byte.numberSign {
        unreadable.append(text)
      }
      number += 1
    }
    guard number <= source.lineStarts.count, isFence(number) else {
      if !drafts.isEmpty { reportUnclosed() }
      return nil
    }
    for range in unreadable {
      diagnostics.append(
        Diagnostic(
          .frontMatter, at: range, subject: source.text(in: range),
          "this line is no key: value", assumption: "left out of the front matter",
          remedy: "Write key: value, or remove the line"))
    }
    let range = start..<source.bytes.trimmed(source.lineRange(number)).upperBound
    return (FrontMatter(entries: entries(drafts, before: number), range: range), number)
  }

  private mutating func reportUnclosed() {
    diagnostics.append(
      Diagnostic(
        .frontMatter, at: source.bytes.trimmed(start..<source.lineRange(1).upperBound),
        subject: "---", "no closing --- for the front matter",
        assumption: "the page has no front matter; its lines are text",
        remedy: "Add a line --- behind the last entry"))
  }

  private func isFence(_ number: Int) -> Bool {
    var line = source.lineRange(number)
    if number == 1 { line = min(start, line.upperBound)..<line.upperBound }
    let text = source.bytes.trimmed(line)
    return text.lowerBound == line.lowerBound && text.count == 3
      && source.bytes.has("---", at: text.lowerBound, before: text.upperBound)
  }

  private func isSequenceItem(_ text: Range<Int>) -> Bool {
    source.bytes[text.lowerBound] == Byte.hyphen
      && (text.count == 1 || source.bytes[text.lowerBound + 1].isBlank)
  }

  /// The key of a line `key: value`.
  private func key(in line: Range<Int>) -> Range<Int>? {
    var index = line.lowerBound
    while index < line.upperBound {
      let byte = source.bytes[index]
      if byte == Byte.colon {
        let isEntry = index + 1 == line.upperBound || source.bytes[index + 1].isBlank
        return isEntry && index > line.lowerBound ? line.lowerBound..<index : nil
      }
      let isPartOfKey =
        byte.isLetterOrDigit || byte == Byte.hyphen || byte == Byte.underscore
        || byte == Byte.period || byte >= 0x80
      guard isPartOfKey, byte != Byte.hyphen || index > line.lowerBound else { return nil }
      index += 1
    }
    return nil
  }

  private func entries(_ drafts: [Draft], before closingLine: Int) -> [FrontMatter.Entry] {
    let block = source.lineStarts[1]..<source.lineRange(closingLine).lowerBound
    let parsed =
      FrontMatterReader.isSafe(source.bytes, block)
      ? FrontMatterReader.values(source.text(in: block)) : nil
    var entries: [FrontMatter.Entry] = []
    for (index, draft) in drafts.enumerated() {
      let key = source.text(in: draft.key)
      var value = plainValue(draft.value)
      if let parsed, parsed.count == drafts.count, parsed[index].key == key {
        value = parsed[index].value ?? value
      } else if let quote = draft.value.first.map({ source.bytes[$0] }),
        quote == Byte.quotationMark || quote == Byte.apostrophe,
        FrontMatterReader.isSafe(source.bytes, draft.value),
        let unquoted = FrontMatterReader.values("value: " + value)?.first?.value
      {
        value = unquoted
      }
      let end = max(draft.key.upperBound + 1, draft.value.upperBound)
      entries.append(
        FrontMatter.Entry(key: key, value: value, range: draft.key.lowerBound..<end))
    }
    return entries
  }

  /// The value with single blanks for its line breaks.
  private func plainValue(_ range: Range<Int>) -> String {
    source.text(in: range).split(whereSeparator: \.isNewline)
      .map { $0.trimmingBlanks }.joined(separator: " ")
  }

  /// The YAML library goes as deep as the text does, so odd texts are not given to it.
  private static func isSafe(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard range.count < 65_536 else { return false }
    var openers = 0
    var width = 0
    for byte in bytes[range] {
      width = byte.isBlank || byte == Byte.hyphen || byte == Byte.questionMark ? width + 1 : 0
      if byte == Byte.openingBracket || byte == Byte.openingBrace { openers += 1 }
      if byte == Byte.ampersand && openers > 0 { return false }
      guard openers < 64, width < 64 else { return false }
    }
    return true
  }

  /// The keys and values of a block; a value that is no scalar and no list of scalars is nil.
  private static func values(_ text: String) -> [(key: String, value: String?)]? {
    guard let node = try? Yams.compose(yaml: text), let mapping = node.mapping else { return nil }
    var values: [(key: String, value: String?)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else { return nil }
      var text = value.scalar?.string
      if let sequence = value.sequence {
        // `[!DNL X]` at the start of a value is no list.
        let items = sequence.compactMap { $0.scalar }
        if items.count == sequence.count,
          !items.contains(where: { $0.tag.description.hasPrefix("!") })
        {
          text = items.map(\.string).joined(separator: ", ")
        }
      }
      values.append((name, text))
    }
    return values
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...last]
  }
}
