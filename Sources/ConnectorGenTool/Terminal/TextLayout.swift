import Linting

/// Lines for people: labels in a column, what belongs to them beside it, broken at blanks.
struct TextLayout {
  let style: Style
  private(set) var text = ""

  init(_ style: Style) { self.style = style }

  /// A line as it is; nothing for an empty one.
  mutating func line(_ line: String = "") {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    text += line + "\n"
  }

  mutating func heading(_ heading: String, note: String = "") {
    line(style.paint(VisibleText.make(heading), .bold) + dim(note))
  }

  /// A label, and behind it text of a page, broken over as many lines as it takes.
  mutating func row(
    _ label: String, _ content: String, at column: Int, indent: Int = 0, note: String = "",
    color: Style.Color? = nil
  ) {
    let label = VisibleText.make(label)
    var head = Self.blanks(indent) + style.paint(label, color ?? .dim)
    let used = indent + DisplayWidth.columns(of: label)
    if used + 1 > column {
      // A long label keeps its line; what belongs to it starts on the next one.
      line(head)
      head = Self.blanks(column)
    } else {
      head += Self.blanks(column - used)
    }
    var lines = Self.broken(VisibleText.make(content), to: max(style.width - column, 20))
    if lines.isEmpty { lines = [""] }
    let last = DisplayWidth.columns(of: lines[lines.count - 1])
    if note.isEmpty || column + last + 3 + DisplayWidth.columns(of: note) <= style.width {
      lines[lines.count - 1] += dim(note)
    } else {
      lines.append(style.paint(note, .dim))
    }
    for (index, part) in lines.enumerated() {
      line(index == 0 ? head + part : Self.blanks(column) + part)
    }
  }

  private func dim(_ note: String) -> String {
    note.isEmpty ? "" : style.paint(" · " + note, .dim)
  }

  static func blanks(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

  /// Text in lines of at most `width` columns, broken at blanks only.
  static func broken(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var columns = 0
    for word in text.split(separator: " ") {
      let size = DisplayWidth.columns(of: String(word))
      if !line.isEmpty, columns + 1 + size > width {
        lines.append(line)
        line = ""
        columns = 0
      }
      if !line.isEmpty {
        line += " "
        columns += 1
      }
      line += word
      columns += size
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The start of a text, as long as it fits.
  static func shortened(_ text: String, to width: Int) -> String {
    guard DisplayWidth.columns(of: text) > width else { return text }
    var measure = DisplayWidth()
    var columns = 0
    var start = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      columns += measure.add(scalar)
      if columns > width - 1 { break }
      start.append(scalar)
    }
    return String(start) + "…"
  }
}
