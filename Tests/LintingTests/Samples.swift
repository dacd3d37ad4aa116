import Diagnostics
import Linting
import TestSupport

/// Findings that the tests of this target share.
enum Samples {
  /// A finding for each place at which `word` stands.
  static func findings(
    of word: String, in file: SourceFile, rule: Rule = .malformedBaseline, fix: String? = nil
  ) -> [Diagnostic] {
    let wanted = Array(word.utf8)
    var found: [Diagnostic] = []
    var index = 0
    while index + wanted.count <= file.bytes.count {
      let range = index..<index + wanted.count
      if Array(file.bytes[range]) == wanted {
        found.append(
          Diagnostic(
            rule, at: range, subject: word, "\(word) found",
            fix: fix.map { [.init(range: range, replacement: $0)] } ?? []))
        index += wanted.count
      } else {
        index += 1
      }
    }
    return found
  }

  /// The fences of a text: from a line that starts with three backticks to the next one.
  static func fences(of file: SourceFile) -> [Range<Int>] {
    var fences: [Range<Int>] = []
    var start: Int?
    for line in 1...file.lineStarts.count {
      let range = file.lineRange(line)
      guard file.text(in: range).hasPrefix("```") else { continue }
      if let opening = start {
        fences.append(opening..<range.upperBound)
        start = nil
      } else {
        start = range.lowerBound
      }
    }
    if let start { fences.append(start..<file.bytes.count) }
    return fences
  }

  static func lint(
    _ text: String, word: String = "bad", policy: LintPolicy = LintPolicy(), path: String = "a.md",
    rule: Rule = .malformedBaseline
  ) -> LintReport {
    let file = SourceFile(path: path, text: text)
    let fences = fences(of: file)
    return Linter.lint(
      [
        LintInput(
          file: file, diagnostics: findings(of: word, in: file, rule: rule), code: fences,
          blocks: fences)
      ], policy: policy)
  }
}
