import Diagnostics
import GenerationPipeline
import MarkdownTree

/// What the lines of a page are, for the little that is shown of it.
struct PageLines {
  enum Style {
    case prose
    case heading
    case code
  }

  /// One for each line of the page.
  private(set) var styles: [Style]
  /// The lines without their endings.
  let lines: [ArraySlice<UInt8>]

  init(_ reading: PageReading) {
    let source = reading.source
    var count = source.lineStarts.count
    // What stands behind the last line break is a line only if there is something.
    if count > 1, source.lineRange(count).isEmpty { count -= 1 }
    lines = (0..<count).map { source.bytes[source.lineRange($0 + 1)] }
    styles = Array(repeating: .prose, count: count)
    if let matter = reading.document.frontMatter { mark(matter.range, .code, in: source) }
    mark(reading.document.blocks, in: source)
  }

  private mutating func mark(_ blocks: [Block], in source: SourceFile) {
    for block in blocks {
      switch block.kind {
      case .heading: mark(block.range, .heading, in: source)
      case .fencedCode, .indentedCode: mark(block.range, .code, in: source)
      case .list(let list): for item in list.items { mark(item.blocks, in: source) }
      case .blockQuote(let blocks): mark(blocks, in: source)
      case .callout(let callout): mark(callout.blocks, in: source)
      case .tabs(let group): for tab in group.tabs { mark(tab.blocks, in: source) }
      case .fold(let fold): mark(fold.blocks, in: source)
      default: break
      }
    }
  }

  private mutating func mark(_ range: Range<Int>, _ style: Style, in source: SourceFile) {
    let first = source.location(of: range.lowerBound).line - 1
    let last = source.location(of: max(range.lowerBound, range.upperBound - 1)).line - 1
    for line in first...max(first, last) where line < styles.count { styles[line] = style }
  }
}
