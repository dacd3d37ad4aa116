import Diagnostics
import MarkdownTree

/// The blocks of a page in reading order, each with the section, tab and fold around it.
struct PageOutline {
  struct Item {
    enum Kind {
      case heading(Heading)
      case paragraph([Inline])
      case fence(FencedCodeBlock)
      case table(Table)
      /// The title of a fold, which may stand for a bold label.
      case foldTitle(String)
      /// A tab begins.
      case tab(String)
      /// The tabs end; what follows belongs to all of them.
      case tabsEnd
    }

    var kind: Kind
    var section: SectionFact
    /// Counts headings, so that two sections of one name are two.
    var sectionIndex: Int
    /// Whether it stands in a callout, a list or a block quote.
    var isAside: Bool
    var range: Range<Int>
  }

  private(set) var items: [Item] = []
  /// The page's title: its first heading.
  private(set) var title: (text: String, content: [Inline], range: Range<Int>)?

  private var headings: [(level: Int, text: String)] = []
  private var section = SectionFact()
  private var sectionIndex = 0

  init(_ document: MarkdownDocument) {
    add(document.blocks, isAside: false)
  }

  private mutating func add(_ blocks: [Block], isAside: Bool) {
    for block in blocks {
      switch block.kind {
      case .heading(let heading):
        if !isAside { enter(heading, range: block.range) }
        append(.heading(heading), isAside, block.range)
      case .paragraph(let content):
        append(.paragraph(content), isAside, block.range)
      case .fencedCode(let fence):
        append(.fence(fence), isAside, block.range)
      case .indentedCode(let content):
        // Read like a fence that names no language.
        let fence = FencedCodeBlock(
          infoString: "", language: "", content: content,
          openingRange: block.range.lowerBound..<block.range.lowerBound, isClosed: true)
        append(.fence(fence), isAside, block.range)
      case .table(let table):
        append(.table(table), isAside, block.range)
      case .list(let list):
        for item in list.items { add(item.blocks, isAside: true) }
      case .blockQuote(let blocks):
        add(blocks, isAside: true)
      case .callout(let callout):
        add(callout.blocks, isAside: true)
      case .tabs(let group):
        let outer = section.tab
        for tab in group.tabs {
          section.tab = tab.title
          append(.tab(tab.title), isAside, tab.range)
          add(tab.blocks, isAside: isAside)
        }
        section.tab = outer
        append(.tabsEnd, isAside, block.range.upperBound..<block.range.upperBound)
      case .fold(let fold):
        let outer = section.fold
        section.fold = fold.title
        append(.foldTitle(fold.title), isAside, block.range)
        add(fold.blocks, isAside: isAside)
        section.fold = outer
      case .html, .thematicBreak:
        break
      }
    }
  }

  /// Whether the next fence of each item's section is a command.
  var areBeforeCommands: [Bool] {
    var areBefore = Array(repeating: false, count: items.count)
    var next: (section: Int, isCommand: Bool)?
    for index in items.indices.reversed() {
      let item = items[index]
      if let next, next.section == item.sectionIndex { areBefore[index] = next.isCommand }
      // An empty fence is the closing one of code whose opening one got lost.
      if case .fence(let fence) = item.kind, !item.isAside,
        fence.content.bytes.contains(where: { $0 > UInt8(ascii: " ") })
      {
        next = (item.sectionIndex, FenceContent.startsWithCurl(fence.content))
      }
    }
    return areBefore
  }

  private mutating func append(_ kind: Item.Kind, _ isAside: Bool, _ range: Range<Int>) {
    items.append(
      Item(
        kind: kind, section: section, sectionIndex: sectionIndex, isAside: isAside, range: range))
  }

  private mutating func enter(_ heading: Heading, range: Range<Int>) {
    let text = heading.content.plainText
    if title == nil { title = (text, heading.content, range) }
    headings.removeAll { $0.level >= heading.level }
    headings.append((heading.level, text))
    sectionIndex += 1
    section.heading = text
    section.path = headings.dropLast().filter { $0.level > 1 }.map(\.text)
    section.anchor = heading.anchor ?? Self.slug(of: text)
  }

  /// The anchor that a documentation site makes of a heading.
  static func slug(of text: String) -> String {
    var slug = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar == " " || scalar == "-" {
        slug.unicodeScalars.append("-")
      } else if scalar == "_" || scalar.properties.isAlphabetic
        || scalar.properties.numericType != nil
      {
        slug.unicodeScalars.append(scalar)
      }
    }
    return slug
  }
}
