package import Diagnostics

/// Findings that are known and not to be reported again: the file that
/// `connectorgen lint --write-baseline` writes.
///
/// One JSON object a line, sorted, so that a plain text diff shows what was added and removed.
package struct Baseline: Sendable {
  package struct Entry: Hashable, Sendable {
    package var rule: String
    package var page: String
    package var subject: String
    package var fingerprint: Fingerprint
    /// The line of the entry in the baseline.
    package var range: Range<Int>

    package init(
      rule: String, page: String, subject: String, fingerprint: Fingerprint,
      range: Range<Int> = 0..<0
    ) {
      self.rule = rule
      self.page = page
      self.subject = subject
      self.fingerprint = fingerprint
      self.range = range
    }
  }

  package var file: SourceFile
  package var entries: [Entry]
  /// Lines that are no entries.
  package var diagnostics: [Diagnostic]

  /// Reads a baseline; lines that are no entries become findings.
  package init(reading file: SourceFile) {
    self.file = file
    entries = []
    diagnostics = []
    for line in 1...max(file.lineStarts.count, 1) {
      var range = file.lineRange(line)
      if line == 1, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
        range = range.lowerBound + 3..<range.upperBound
      }
      guard file.bytes[range].contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      if let entry = Self.entry(file.bytes[range], at: range) {
        entries.append(entry)
      } else {
        diagnostics.append(
          Diagnostic(
            .malformedBaseline, at: range, subject: file.text(in: range),
            "this line is no entry of a baseline", assumption: "ignored",
            remedy: "write the baseline anew with `connectorgen lint --write-baseline`"))
      }
    }
  }

  private static func entry(_ line: ArraySlice<UInt8>, at range: Range<Int>) -> Entry? {
    guard let members = FlatObjectReader.read(line),
      let rule = members["rule"], let page = members["page"], let subject = members["subject"],
      let fingerprint = members["fingerprint"].flatMap({ Fingerprint($0) })
    else { return nil }
    return Entry(
      rule: rule, page: page, subject: subject, fingerprint: fingerprint, range: range)
  }

  /// The text of a baseline that knows all findings of a report, those that the old baseline kept
  /// back included. The findings about the baseline itself are none of them.
  package static func text(for report: LintReport) -> String {
    var entries: [Entry] = []
    for page in report.pages {
      for finding in page.findings + page.inBaseline
      where finding.diagnostic.rule.scope == .page {
        entries.append(
          Entry(
            rule: finding.diagnostic.rule.identifier,
            page: Fingerprint.canonical(page.file.path), subject: finding.diagnostic.subject,
            fingerprint: finding.fingerprint))
      }
    }
    return text(of: entries)
  }

  package static func text(of entries: [Entry]) -> String {
    let lines = Set(
      entries.map { entry in
        SortedLine(
          key: [entry.page, entry.rule, entry.subject, entry.fingerprint.description],
          text: JSONText.object([
            ("page", .string(entry.page)), ("rule", .string(entry.rule)),
            ("subject", .string(entry.subject)),
            ("fingerprint", .string(entry.fingerprint.description)),
          ]).compact)
      })
    return lines.sorted(by: SortedLine.comesFirst).map { $0.text + "\n" }.joined()
  }

  private struct SortedLine: Hashable {
    var key: [String]
    var text: String

    static func comesFirst(_ left: SortedLine, _ right: SortedLine) -> Bool {
      for (first, second) in zip(left.key, right.key) where first != second {
        return first.utf8.lexicographicallyPrecedes(second.utf8)
      }
      return false
    }
  }
}
