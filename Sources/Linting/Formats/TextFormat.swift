package import Diagnostics

/// Findings for people: a line that an editor or terminal makes a link of, the line of the page with
/// a caret under the place, what was assumed, further places and how to mend the page.
package struct TextFormat: Sendable {
  /// Whether to colour; for terminals only.
  package var usesColor: Bool
  /// How many columns of a page's line are shown.
  package var width: Int

  package init(usesColor: Bool = false, width: Int = 100) {
    self.usesColor = usesColor
    self.width = width
  }

  /// All findings and the summary; the last line ends in a newline.
  package func render(_ report: LintReport) -> String {
    var text = ""
    for page in report.pages {
      for finding in page.findings {
        write(finding.diagnostic, in: page.file, to: &text)
      }
    }
    if report.hasFindings { text += "\n" }
    return text + report.summary + "\n"
  }

  /// One finding, the last line ending in a newline.
  package func render(_ diagnostic: Diagnostic, in file: SourceFile) -> String {
    var text = ""
    write(diagnostic, in: file, to: &text)
    return text
  }

  private func write(_ diagnostic: Diagnostic, in file: SourceFile, to text: inout String) {
    let place = place(diagnostic.range.lowerBound, in: file)
    let severity = paint("\(diagnostic.severity.rawValue):", Self.color(of: diagnostic.severity))
    let message = paint(VisibleText.make(diagnostic.message), .bold)
    text += "\(place) \(severity) \(message) [\(diagnostic.rule.identifier)]\n"

    let line = String(file.location(of: diagnostic.range.lowerBound).line)
    let gutter = max(5, line.utf8.count)
    let snippet = Snippet(of: file, at: diagnostic.range.lowerBound, width: width)
    let number = String(repeating: " ", count: gutter - line.utf8.count) + line
    text += Self.trimmed(paint("\(number) |", .dim) + " " + snippet.text) + "\n"
    let blank = paint(String(repeating: " ", count: gutter) + " |", .dim)
    let caret = String(repeating: " ", count: snippet.caretColumn + 1) + paint("^", .green)
    let assumption = diagnostic.assumption.map { " " + Self.assumption($0) } ?? ""
    text += blank + caret + paint(assumption, .green) + "\n"

    for note in diagnostic.notes {
      let place = self.place(note.range.lowerBound, in: file)
      text += "\(place) \(paint("note:", .cyan)) \(VisibleText.make(note.message))\n"
    }
    if let remedy = diagnostic.remedy {
      let indentation = String(repeating: " ", count: gutter + 1)
      text += "\(indentation)\(paint("help:", .bold)) \(VisibleText.make(remedy))\n"
    }
  }

  /// `read as …` before what is a quotation; an assumption that is a phrase stands for itself.
  static func assumption(_ text: String) -> String {
    let quotes: Set<Unicode.Scalar> = ["\"", "'", "`", "{", "[", "<", "“"]
    guard let first = text.unicodeScalars.first,
      quotes.contains(first) || ("0"..."9").contains(first)
    else { return VisibleText.make(text) }
    return "read as " + VisibleText.make(text)
  }

  private func place(_ offset: Int, in file: SourceFile) -> String {
    paint("\(VisibleText.make(file.path)):\(file.location(of: offset)):", .bold)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }

  private enum Color: String {
    case bold = "1"
    case dim = "2"
    case red = "1;31"
    case yellow = "1;33"
    case green = "32"
    case cyan = "36"
  }

  private static func color(of severity: Severity) -> Color {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .note: .cyan
    }
  }

  private func paint(_ text: String, _ color: Color) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
