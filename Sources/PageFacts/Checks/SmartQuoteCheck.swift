import Diagnostics
import MarkdownTree

/// Typographic quotes in code, and typographic apostrophes on a page that writes straight ones.
struct SmartQuoteCheck {
  /// So few typographic apostrophes are no habit, even without a straight one beside them.
  private static let fewest = 3

  private let bytes: [UInt8]
  private var straight = 0
  private var typographic: [Range<Int>] = []
  private var inCode: [Range<Int>] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = SmartQuoteCheck(bytes: context.document.source.bytes)
    for item in context.outline.items {
      switch item.kind {
      case .heading(let heading): check.look(at: heading.content)
      case .paragraph(let content): check.look(at: content)
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { check.look(at: cell.content) }
        }
      default: continue
      }
    }
    return check.diagnostics
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private var diagnostics: [Diagnostic] {
    var found = inCode.map { range in
      Diagnostic(
        .smartQuotes, at: range, subject: "quote in code",
        "a typographic quote in code", assumption: "read as it stands",
        remedy: "write a straight one")
    }
    // A page that writes them throughout does so on purpose.
    let isHabit = typographic.count > max(straight, Self.fewest)
    guard !isHabit else { return found }
    found += typographic.map { range in
      Diagnostic(
        .smartQuotes, at: range, subject: "apostrophe",
        "a typographic apostrophe, where the documentation has straight ones",
        severity: .note, remedy: "write a straight one",
        fix: [Diagnostic.Edit(range: range, replacement: "'")])
    }
    return found
  }

  private mutating func look(at content: [Inline]) {
    for inline in content.flattened {
      switch inline.kind {
      case .text: count(in: inline.range)
      case .code: lookForQuotes(in: inline.range)
      default: continue
      }
    }
  }

  /// Apostrophes between letters.
  private mutating func count(in range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "'") {
        if endsWord(index - 1), isLetter(index + 1) { straight += 1 }
      } else if isQuote(at: index), bytes[index + 2] == 0x99 {
        if endsWord(index - 1), isLetter(index + 3) { typographic.append(index..<index + 3) }
        index += 2
      }
      index += 1
    }
  }

  private mutating func lookForQuotes(in range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    for index in range where isQuote(at: index) { inCode.append(index..<index + 3) }
  }

  /// U+2018, U+2019, U+201C or U+201D.
  private func isQuote(at index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
      && [0x98, 0x99, 0x9C, 0x9D].contains(bytes[index + 2])
  }

  /// A letter, or what closes a term, a link or a code span.
  private func endsWord(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    return isLetter(index) || bytes[index] == UInt8(ascii: "]") || bytes[index] == UInt8(ascii: ")")
      || bytes[index] == UInt8(ascii: "`")
  }

  private func isLetter(_ index: Int) -> Bool {
    guard bytes.indices.contains(index) else { return false }
    let lower = bytes[index] | 0x20
    return bytes[index] >= 0x80 || lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}
