import SwiftDeclarations

/// Words of a page as text of a documentation comment: code spans stay code spans, everything else
/// is plain text.
enum DocumentationText {
  typealias Text = Documentation.Text

  /// The paragraphs of a text, which blank lines separate.
  static func paragraphs(_ text: String?) -> [Text] {
    guard let text else { return [] }
    var result: [Text] = []
    var lines: [Substring] = []
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) {
        append(lines, to: &result)
        lines = []
      } else {
        lines.append(line)
      }
    }
    append(lines, to: &result)
    return result
  }

  private static func append(_ lines: [Substring], to result: inout [Text]) {
    guard !lines.isEmpty else { return }
    result.append(line(lines.joined(separator: " ")))
  }

  /// A text that stays on its line.
  static func line(_ text: String) -> Text {
    var pieces: [Text.Piece] = []
    var plain = ""
    var rest = Substring(text)
    while let start = rest.firstIndex(of: "`") {
      let run = rest[start...].prefix { $0 == "`" }
      let behind = rest[run.endIndex...]
      guard let close = closing(run, in: behind) else {
        plain += rest[..<run.endIndex]
        rest = behind
        continue
      }
      plain += rest[..<start]
      if !plain.isEmpty { pieces.append(.plain(plain)) }
      plain = ""
      pieces.append(.code(String(behind[..<close.lowerBound])))
      rest = behind[close.upperBound...]
    }
    plain += rest
    if !plain.isEmpty { pieces.append(.plain(plain)) }
    return Text(pieces)
  }

  /// Where the code span that `run` opens ends: at a run of as many backticks.
  private static func closing(
    _ run: Substring, in text: Substring
  ) -> Range<Substring.Index>? {
    var rest = text
    while let start = rest.firstIndex(of: "`") {
      let candidate = rest[start...].prefix { $0 == "`" }
      if candidate.count == run.count {
        return start == text.startIndex ? nil : start..<candidate.endIndex
      }
      rest = rest[candidate.endIndex...]
    }
    return nil
  }
}

extension Documentation.Text {
  /// The text with more behind it.
  func appending(_ pieces: Piece...) -> Documentation.Text { .init(self.pieces + pieces) }
}
