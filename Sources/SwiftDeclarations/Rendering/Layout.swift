/// Text with the places where it may be broken into lines.
///
/// What is rendered says only where lines may end; the printer decides where they do, so that the
/// line width and the indentation are nobody else's concern.
indirect enum Layout: Sendable {
  case text(String)
  /// A line end if the enclosing group is broken, else the text.
  case line(flat: String)
  /// A line end if what follows, taken flat as far as the next such place, does not fit.
  case fill(flat: String)
  /// A line end if what follows does not fit even when it is broken at its first chance.
  case lastResort(flat: String)
  /// A blank, or a line end if the line is a continuation of another one: what stands behind opens
  /// lines that must not look like a part of the continuation.
  case outdented
  /// A value after `=` or the like: after a blank, or indented on the next line if it does not fit
  /// here even when it is broken at its first chance; a `whole` one if it does not fit here unbroken.
  case hanging(Layout, whole: Bool = false)
  /// A line end in any case; groups around it are broken.
  case hardLine
  /// Two line ends.
  case blankLine
  /// Text that is written if the enclosing group is broken.
  case whenBroken(String)
  /// The lines that start within are indented once more.
  case nest(Layout)
  /// The lines that start within are indented once less.
  case unnest(Layout)
  /// Words of a comment, as many a line as fit. Stands on lines of its own.
  case prose(Prose)
  /// Written on one line if it fits there with what follows up to the next chance of a line end.
  case group(Layout)
  case sequence([Layout])

  static let empty = Layout.sequence([])

  /// Layouts one after the other, with a separator between them.
  static func joined(_ layouts: [Layout], _ separator: Layout) -> Layout {
    var parts: [Layout] = []
    parts.reserveCapacity(layouts.count * 2)
    for layout in layouts {
      if !parts.isEmpty { parts.append(separator) }
      parts.append(layout)
    }
    return .sequence(parts)
  }

  /// Layouts on a line each.
  static func lines(_ layouts: [Layout]) -> Layout { joined(layouts, .hardLine) }
}

/// Decides where lines end.
struct LayoutPrinter {
  private struct Item {
    var layout: Layout
    var indentation: Int
    var isFlat: Bool
  }

  private static let indentationWidth = 2

  private var output = ""
  private var column = 0
  /// The indentation that the next text of the line gets; lines without text get none.
  private var pendingIndentation = 0
  private var isAtLineStart = true

  private let width: Int

  /// The text with lines of at most 100 columns where its words allow it.
  static func print(_ layout: Layout) -> String {
    var printer = LayoutPrinter(width: 100)
    printer.run(layout)
    return printer.output
  }

  /// The text on one line.
  static func flat(_ layout: Layout) -> String {
    var printer = LayoutPrinter(width: Int.max)
    printer.run(.group(layout))
    return printer.output
  }

  private init(width: Int) { self.width = width }

  private mutating func run(_ layout: Layout) {
    var stack = [Item(layout: layout, indentation: 0, isFlat: false)]
    while let item = stack.popLast() {
      switch item.layout {
      case .text(let text):
        write(text)
      case .whenBroken(let text):
        if !item.isFlat { write(text) }
      case .hardLine:
        endLine(item.indentation)
      case .blankLine:
        endLine(item.indentation)
        endLine(item.indentation)
      case .line(let flat):
        if item.isFlat { write(flat) } else { endLine(item.indentation) }
      case .fill(let flat):
        if item.isFlat || fits(stack, after: flat, breaksGroups: false) {
          write(flat)
        } else {
          endLine(item.indentation)
        }
      case .lastResort(let flat):
        if item.isFlat || fits(stack, after: flat, breaksGroups: true) {
          write(flat)
        } else {
          endLine(item.indentation)
        }
      case .outdented:
        let isContinuation = pendingIndentation > item.indentation
        if item.isFlat || !isContinuation && fits(stack, after: " ", breaksGroups: true) {
          write(" ")
        } else {
          endLine(item.indentation)
        }
      case .hanging(let inner, let whole):
        var next = Item(layout: inner, indentation: item.indentation, isFlat: item.isFlat || whole)
        stack.append(next)
        next.isFlat = item.isFlat
        if item.isFlat || fits(stack, after: " ", breaksGroups: true) {
          write(" ")
        } else {
          next.indentation += Self.indentationWidth
          endLine(next.indentation)
        }
        stack[stack.count - 1] = next
      case .nest(let inner):
        stack.append(
          Item(
            layout: inner, indentation: item.indentation + Self.indentationWidth,
            isFlat: item.isFlat))
      case .unnest(let inner):
        stack.append(
          Item(
            layout: inner, indentation: item.indentation - Self.indentationWidth,
            isFlat: item.isFlat))
      case .prose(let prose):
        var isFirst = true
        for line in prose.lines(width: width - item.indentation) {
          if !isFirst { endLine(item.indentation) }
          write(line)
          isFirst = false
        }
      case .group(let inner):
        var isFlat = item.isFlat
        let next = Item(layout: inner, indentation: item.indentation, isFlat: true)
        if !isFlat {
          stack.append(next)
          isFlat = fits(stack, after: "", breaksGroups: true)
          stack.removeLast()
        }
        stack.append(Item(layout: inner, indentation: item.indentation, isFlat: isFlat))
      case .sequence(let parts):
        for part in parts.reversed() {
          stack.append(Item(layout: part, indentation: item.indentation, isFlat: item.isFlat))
        }
      }
    }
  }

  private mutating func write(_ text: String) {
    guard !text.isEmpty else { return }
    if isAtLineStart {
      output.append(String(repeating: " ", count: pendingIndentation))
      column = pendingIndentation
      isAtLineStart = false
    }
    output.append(text)
    column += Self.columns(of: text)
  }

  private mutating func endLine(_ indentation: Int) {
    // What was written as a place where the line may end must not stay behind.
    while output.utf8.last == UInt8(ascii: " ") { output.removeLast() }
    output.append("\n")
    isAtLineStart = true
    pendingIndentation = indentation
    column = indentation
  }

  /// Whether the next items fit on the line as far as the next chance to end it.
  ///
  /// The looking ahead ends with the line, so that its cost does not grow with the file.
  private func fits(_ items: [Item], after flat: String, breaksGroups: Bool) -> Bool {
    var remaining =
      width - (isAtLineStart ? pendingIndentation : column) - Self.columns(of: flat)
    guard remaining >= 0 else { return false }
    var rest = items.count
    var stack: [Item] = []
    while true {
      let item: Item
      if let next = stack.popLast() {
        item = next
      } else if rest > 0 {
        rest -= 1
        item = items[rest]
      } else {
        return true
      }
      switch item.layout {
      case .text(let text):
        remaining -= Self.columns(of: text)
      case .whenBroken(let text):
        // Counted in any case, as the formatter does.
        remaining -= Self.columns(of: text)
      case .hardLine, .blankLine:
        // A group that has to be broken does not fit on a line.
        return !item.isFlat
      case .line(let text):
        if !item.isFlat { return true }
        remaining -= Self.columns(of: text)
      case .fill(let text), .lastResort(let text):
        if !item.isFlat { return true }
        remaining -= Self.columns(of: text)
      case .outdented:
        if !item.isFlat { return true }
        remaining -= 1
      case .prose:
        return false
      case .hanging(let inner, _):
        if !item.isFlat, breaksGroups { return true }
        remaining -= 1
        stack.append(Item(layout: inner, indentation: 0, isFlat: true))
      case .nest(let inner), .unnest(let inner):
        stack.append(Item(layout: inner, indentation: 0, isFlat: item.isFlat))
      case .group(let inner):
        // Groups behind the place in question may still be broken, unless they are asked to be flat.
        let isFlat = item.isFlat || !breaksGroups
        stack.append(Item(layout: inner, indentation: 0, isFlat: isFlat))
      case .sequence(let parts):
        for part in parts.reversed() {
          stack.append(Item(layout: part, indentation: 0, isFlat: item.isFlat))
        }
      }
      if remaining < 0 { return false }
    }
  }

  static func columns(of text: String) -> Int {
    let bytes = text.utf8
    return bytes.allSatisfy { $0 < 0x80 } ? bytes.count : text.count
  }
}
