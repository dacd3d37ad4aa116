import ClientEmitter

/// An emitted file, lightly coloured; in a comparison with the lines that went.
struct SwiftCodeView {
  let contents: Contents
  let entry: Entry
  let outline: SwiftOutline

  func write(to html: inout HTMLWriter) {
    guard let file = entry.current.file ?? entry.previous?.file else { return }
    let heading = entry.anchor + "/swift"
    html.element("section", .class("pane"), HTMLWriter.Attribute("aria-labelledby", heading)) {
      html in
      html.element("h3", .id(heading)) { html in
        html.text("Swift ")
        html.element("code", text: file.path)
      }
      html.element(
        "div", .class("code swift"), HTMLWriter.Attribute("role", "region"),
        HTMLWriter.Attribute("aria-label", "Text of \(file.path)"),
        HTMLWriter.Attribute("tabindex", "0"), HTMLWriter.Attribute("dir", "ltr")
      ) { writeLines(to: &$0) }
    }
  }

  private func writeLines(to html: inout HTMLWriter) {
    let new = SwiftScanner.lines(of: entry.current.file?.bytes ?? [])
    let old = entry.previous.map { SwiftScanner.lines(of: $0.file?.bytes ?? []) }
    let pairing = LinePairing(old: old.map(Self.plain), new: Self.plain(new))
    let declared = Set(outline.items.map(\.line))
    for row in pairing.rows {
      switch row {
      case .removed(let index):
        // Where the whole file is gone, links of its facts lead to what it was.
        let isLinked = entry.state == .removed && declared.contains(index + 1)
        write("del", old?[index] ?? [], line: isLinked ? index + 1 : nil, to: &html)
      case .added(let index):
        write("ins", new[index], line: declared.contains(index + 1) ? index + 1 : nil, to: &html)
      case .same(_, let index):
        write("div", new[index], line: declared.contains(index + 1) ? index + 1 : nil, to: &html)
      }
    }
  }

  private static func plain(_ lines: [[SwiftScanner.Piece]]) -> [ArraySlice<UInt8>] {
    lines.map { pieces in pieces.reduce(into: ArraySlice<UInt8>()) { $0 += $1.bytes } }
  }

  private func write(
    _ name: StaticString, _ pieces: [SwiftScanner.Piece], line: Int?, to html: inout HTMLWriter
  ) {
    let content: (inout HTMLWriter) -> Void = { html in
      for piece in pieces { write(piece, to: &html) }
    }
    if let line {
      html.element(name, .id(Anchor.swiftLine(line, of: entry.anchor)), content: content)
    } else {
      html.element(name, content: content)
    }
    html.newline()
  }

  /// Elements with short names, since there are many of them.
  private func write(_ piece: SwiftScanner.Piece, to html: inout HTMLWriter) {
    switch piece.style {
    case .plain: html.text(piece.bytes)
    case .comment: html.element("i") { $0.text(piece.bytes) }
    case .string: html.element("u") { $0.text(piece.bytes) }
    case .keyword: html.element("b") { $0.text(piece.bytes) }
    case .type: html.element("var") { $0.text(piece.bytes) }
    }
  }
}
