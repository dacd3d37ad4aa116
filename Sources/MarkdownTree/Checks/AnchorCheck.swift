import Diagnostics

/// Looks for links to anchors that the page does not have.
struct AnchorCheck {
  private struct Link {
    var name: String
    var range: Range<Int>
  }

  private var anchors: Set<String> = []
  private var titleCounts: [String: Int] = [:]
  private var links: [Link] = []

  static func findings(in document: MarkdownDocument) -> [Diagnostic] {
    var check = AnchorCheck()
    check.visit(document.blocks)
    var findings: [Diagnostic] = []
    for link in check.links where !check.has(link.name) {
      findings.append(
        Diagnostic(
          .deadAnchor, at: link.range, subject: "#" + link.name,
          "no heading of this page has the anchor #\(link.name)",
          remedy: "Correct the link, or add {#\(link.name)} to the heading that it means"))
    }
    return findings
  }

  private func has(_ name: String) -> Bool {
    // `#` alone and `#top` go to the top of the page.
    name.isEmpty || name == "top" || anchors.contains(name) || anchors.contains(name.lowercased())
  }

  private mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(let heading):
        visit(heading.content)
        if let anchor = heading.anchor { insert(anchor) }
        addTitle(heading.content.plainText)
      case .paragraph(let content): visit(content)
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { visit(cell.content) }
        }
      case .list(let list): for item in list.items { visit(item.blocks) }
      case .blockQuote(let blocks): visit(blocks)
      case .callout(let callout): visit(callout.blocks)
      case .tabs(let group): for tab in group.tabs { visit(tab.blocks) }
      case .fold(let fold): visit(fold.blocks)
      case .html(let html): addIdentifiers(html.bytes)
      case .fencedCode, .indentedCode, .thematicBreak: break
      }
    }
  }

  private mutating func visit(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .link(let destination, _, let content):
        if destination.utf8.first == Byte.numberSign {
          links.append(
            Link(name: AnchorCheck.decoded(destination.dropFirst()), range: inline.range))
        }
        visit(content)
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .image(_, _, let content), .term(_, let content):
        visit(content)
      case .html(let tag): addIdentifiers(Array(tag.utf8))
      case .text, .code, .softBreak, .lineBreak: break
      }
    }
  }

  private mutating func insert(_ name: String) {
    anchors.insert(name)
    anchors.insert(name.lowercased())
  }

  /// The anchor that sites make of a title: in lower case, with hyphens for blanks, without
  /// punctuation; the second one of a kind has `-1` at its end.
  private mutating func addTitle(_ title: String) {
    var name = ""
    for scalar in title.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        name.unicodeScalars.append("-")
      } else if scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
      {
        name.unicodeScalars.append(scalar)
      }
    }
    let count = titleCounts[name, default: 0]
    titleCounts[name] = count + 1
    anchors.insert(count == 0 ? name : "\(name)-\(count)")
  }

  /// The values of `id` and `name` in tags.
  private mutating func addIdentifiers(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      guard bytes[index] == Byte.equals, index > 2 else { continue }
      let isIdentifier =
        bytes.has("id", at: index - 2, before: index, ignoringCase: true)
        || bytes.has("name", at: index - 4, before: index, ignoringCase: true)
      guard isIdentifier, index + 1 < bytes.count else { continue }
      var start = index + 1
      let quote = bytes[start]
      let isQuoted = quote == Byte.quotationMark || quote == Byte.apostrophe
      if isQuoted { start += 1 }
      var end = start
      while end < bytes.count, bytes[end] != Byte.greaterThan,
        isQuoted ? bytes[end] != quote : !bytes[end].isWhitespace
      {
        end += 1
      }
      insert(bytes.string(start..<end))
      index = end
    }
  }

  /// Text without percent escapes.
  private static func decoded(_ text: Substring) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == Byte.percent, index + 2 < bytes.count,
        let high = Character(UnicodeScalar(bytes[index + 1])).hexDigitValue,
        let low = Character(UnicodeScalar(bytes[index + 2])).hexDigitValue
      {
        result.append(UInt8(high * 16 + low))
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
