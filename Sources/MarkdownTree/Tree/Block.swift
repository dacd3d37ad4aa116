package import Diagnostics

/// A block of a page.
package struct Block: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case heading(Heading)
    /// Without content where a paragraph has nothing but link reference definitions.
    case paragraph([Inline])
    case fencedCode(FencedCodeBlock)
    case indentedCode(MappedText)
    case table(Table)
    case list(List)
    case blockQuote([Block])
    case callout(Callout)
    case tabs(TabGroup)
    case fold(Fold)
    case html(MappedText)
    case thematicBreak
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(_ kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// `## Title {#anchor}`.
package struct Heading: Hashable, Sendable {
  package var level: Int
  /// Without the anchor.
  package var content: [Inline]
  /// The name in `{#name}`, if there is one.
  package var anchor: String?

  package init(level: Int, content: [Inline], anchor: String?) {
    self.level = level
    self.content = content
    self.anchor = anchor
  }
}

/// A fenced code block. The last one of a page may lack its closing fence.
package struct FencedCodeBlock: Hashable, Sendable {
  /// All that stands behind the opening fence, trimmed.
  package var infoString: String
  /// The first word of the info string in lower case, without attributes; empty if there is none.
  package var language: String
  /// The lines between the fences, each ending in LF, without the fence's own indentation and
  /// without what a list or a block quote puts before it.
  package var content: MappedText
  /// The line of the opening fence, from its first backtick to the end of the info string.
  package var openingRange: Range<Int>
  package var isClosed: Bool

  package init(
    infoString: String, language: String, content: MappedText, openingRange: Range<Int>,
    isClosed: Bool
  ) {
    self.infoString = infoString
    self.language = language
    self.content = content
    self.openingRange = openingRange
    self.isClosed = isClosed
  }
}

/// A GFM table. Rows have as many cells as they have in the source.
package struct Table: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    package var cells: [Cell]
    package var range: Range<Int>

    package init(cells: [Cell], range: Range<Int>) {
      self.cells = cells
      self.range = range
    }
  }

  package struct Cell: Hashable, Sendable {
    package var content: [Inline]
    /// What stands between the bars, without the blanks around it.
    package var range: Range<Int>

    package init(content: [Inline], range: Range<Int>) {
      self.content = content
      self.range = range
    }
  }

  package var header: Row
  package var rows: [Row]

  package init(header: Row, rows: [Row]) {
    self.header = header
    self.rows = rows
  }
}

package struct List: Hashable, Sendable {
  package struct Item: Hashable, Sendable {
    package var blocks: [Block]
    package var range: Range<Int>

    package init(blocks: [Block], range: Range<Int>) {
      self.blocks = blocks
      self.range = range
    }
  }

  package var isOrdered: Bool
  package var items: [Item]

  package init(isOrdered: Bool, items: [Item]) {
    self.isOrdered = isOrdered
    self.items = items
  }
}

/// `>[!NOTE]` and what follows it in the block quote. Markers that belong to nothing, such as an
/// `ENDTABS` without its group, are callouts without blocks.
package struct Callout: Hashable, Sendable {
  /// In upper case, as it stands between `[!` and `]`: `NOTE`, `TIP`, `IMPORTANT`, …
  package var label: String
  package var blocks: [Block]

  package init(label: String, blocks: [Block]) {
    self.label = label
    self.blocks = blocks
  }
}

/// What stands between `>[!BEGINTABS]` and `>[!ENDTABS]`. Tabs may follow each other without
/// either; then the group ends with the section.
package struct TabGroup: Hashable, Sendable {
  package struct Tab: Hashable, Sendable {
    /// Without the blanks around it and with single blanks in it.
    package var title: String
    package var blocks: [Block]
    /// From the tab's own line to the next tab or the end.
    package var range: Range<Int>

    package init(title: String, blocks: [Block], range: Range<Int>) {
      self.title = title
      self.blocks = blocks
      self.range = range
    }
  }

  package var tabs: [Tab]

  package init(tabs: [Tab]) {
    self.tabs = tabs
  }
}

/// `+++ Title` … `+++`.
package struct Fold: Hashable, Sendable {
  /// Empty for a stray `+++`.
  package var title: String
  package var blocks: [Block]
  package var isClosed: Bool

  package init(title: String, blocks: [Block], isClosed: Bool) {
    self.title = title
    self.blocks = blocks
    self.isClosed = isClosed
  }
}
