/// A piece of running text.
package struct Inline: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    /// Text after backslash escapes and entities are resolved.
    case text(String)
    /// A code span's content, after CommonMark's stripping.
    case code(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(destination: String, title: String, content: [Inline])
    case image(source: String, title: String, content: [Inline])
    /// A tag or comment as it stands.
    case html(String)
    /// `[!DNL Snowflake]`, `[!UICONTROL Save]`, `[!BADGE …]`: the word after `[!` and the content.
    case term(label: String, content: [Inline])
    case softBreak
    case lineBreak
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

extension [Inline] {
  /// What a reader sees: terms without their brackets, code without its backticks, `<br>` and breaks
  /// as a blank, other tags left out, runs of white space as one blank, none at the ends.
  package var plainText: String {
    var text = ""
    for inline in self { inline.appendPlainText(to: &text) }
    return text.withSingleBlanks
  }
}

extension Inline {
  fileprivate func appendPlainText(to text: inout String) {
    switch kind {
    case .text(let value), .code(let value): text += value
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .link(_, _, let content), .image(_, _, let content), .term(_, let content):
      for inline in content { inline.appendPlainText(to: &text) }
    case .html(let tag):
      let name = tag.lowercased()
      if name.hasPrefix("<br") || name.hasPrefix("<li") || name.hasPrefix("</li") { text += " " }
    case .softBreak, .lineBreak: text += " "
    }
  }
}
