import MarkdownTree

/// A cell as running text that still knows which parts of it are code.
struct CellText {
  private(set) var text = ""
  /// Code spans as UTF-8 offsets into `text`, in order.
  private(set) var code: [Range<Int>] = []
  /// Items of HTML lists as UTF-8 offsets into `text`, in order.
  private(set) var items: [Range<Int>] = []

  init(_ content: [Inline]) {
    for inline in content { append(inline) }
    endItem()
  }

  private mutating func append(_ inline: Inline) {
    switch inline.kind {
    case .text(let value):
      text += value
    case .code(let value):
      let start = text.utf8.count
      text += value
      code.append(start..<text.utf8.count)
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .link(_, _, let content), .image(_, _, let content), .term(_, let content):
      for inline in content { append(inline) }
    case .html(let tag):
      appendTag(tag)
    case .softBreak, .lineBreak:
      text += " "
    }
  }

  private var openCode: Int?
  private var openItem: Int?

  private mutating func endItem() {
    if let start = openItem { items.append(start..<text.utf8.count) }
    openItem = nil
  }

  /// `<code>` is code as much as backticks are; tags that break the line are a blank.
  private mutating func appendTag(_ tag: String) {
    let name = tag.lowercased()
    if name.hasPrefix("<code") {
      openCode = text.utf8.count
    } else if name.hasPrefix("</code") {
      if let start = openCode, start < text.utf8.count { code.append(start..<text.utf8.count) }
      openCode = nil
    } else if !name.hasPrefix("<!--") {
      // Lists are often malformed: an item ends where the next one begins, too.
      if name.hasPrefix("<li") || name.hasPrefix("</") { endItem() }
      if !text.hasSuffix(" ") { text += " " }
      if name.hasPrefix("<li") { openItem = text.utf8.count }
    }
  }

  func slice(_ range: Range<Int>) -> String {
    let bytes = text.utf8
    let lower = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    let upper = bytes.index(lower, offsetBy: range.count)
    return String(text[lower..<upper])
  }

  /// The whole text with runs of white space as one blank.
  var plain: String {
    text.withSingleBlanks
  }

  /// The whole text with backticks around its code, as documentation comments want it.
  var marked: String {
    var marked = ""
    var position = 0
    for range in code {
      let span = slice(range)
      guard range.lowerBound >= position, !span.contains("`") else { continue }
      marked += slice(position..<range.lowerBound) + "`" + span + "`"
      position = range.upperBound
    }
    marked += slice(position..<text.utf8.count)
    return marked.withSingleBlanks
  }
}
