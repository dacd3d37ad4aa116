package import Diagnostics

/// The findings to show, page by page, and what was kept back.
package struct LintReport: Sendable {
  /// The findings of one file.
  package struct Page: Sendable {
    package var file: SourceFile
    /// By position, then by rule.
    package var findings: [Finding]
    /// Kept back by a comment on the page.
    package var suppressedOnPage: [Finding]
    /// Kept back by the configuration.
    package var suppressedByConfiguration: [Finding]
    /// Kept back by the baseline.
    package var inBaseline: [Finding]
    /// Whether it is no page but the baseline or the configuration.
    package var isOther = false

    package init(
      file: SourceFile, findings: [Finding] = [], suppressedOnPage: [Finding] = [],
      suppressedByConfiguration: [Finding] = [], inBaseline: [Finding] = []
    ) {
      self.file = file
      self.findings = findings
      self.suppressedOnPage = suppressedOnPage
      self.suppressedByConfiguration = suppressedByConfiguration
      self.inBaseline = inBaseline
    }
  }

  /// By path, in the order of bytes.
  package var pages: [Page]
  /// How many pages were looked at; `pages` may also have the baseline and the configuration.
  package var pageCount: Int

  package init(pages: [Page], pageCount: Int) {
    self.pages = pages.sorted {
      $0.file.path.utf8.lexicographicallyPrecedes($1.file.path.utf8)
    }
    self.pageCount = pageCount
  }

  package func count(_ severity: Severity) -> Int {
    pages.reduce(0) { sum, page in
      sum + page.findings.count { $0.diagnostic.severity == severity }
    }
  }

  /// Whether anything is at least that bad.
  package func has(atLeast severity: Severity) -> Bool {
    pages.contains { page in page.findings.contains { $0.diagnostic.severity >= severity } }
  }

  package var hasFindings: Bool { pages.contains { !$0.findings.isEmpty } }

  /// `3 errors, 2 warnings in 2 of 20 pages`, with what was kept back in parentheses.
  package var summary: String {
    var parts: [String] = []
    for (severity, name) in [
      (Severity.error, "error"), (.warning, "warning"), (.note, "note"),
    ] {
      let number = count(severity)
      if number > 0 { parts.append(Self.plural(number, name)) }
    }
    let found = parts.isEmpty ? "no findings" : parts.joined(separator: ", ")
    let affected = pages.filter { !$0.findings.isEmpty }
    let others = affected.count(where: \.isOther)
    var place = Self.plural(pageCount, "page")
    if affected.count > others { place = "\(affected.count - others) of " + place }
    if others > 0 {
      let files = Self.plural(others, "other file")
      place = affected.count > others ? "\(place) and \(files)" : files
    }
    var kept: [String] = []
    let suppressed = pages.reduce(0) {
      $0 + $1.suppressedOnPage.count + $1.suppressedByConfiguration.count
    }
    let known = pages.reduce(0) { $0 + $1.inBaseline.count }
    if suppressed > 0 { kept.append("\(suppressed) suppressed") }
    if known > 0 { kept.append("\(known) in the baseline") }
    return "\(found) in \(place)" + (kept.isEmpty ? "" : " (\(kept.joined(separator: ", ")))")
  }

  private static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
