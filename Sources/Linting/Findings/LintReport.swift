package import Diagnostics

/// The findings to show, page by page, and what was kept back.
package struct LintReport: Sendable {
  /// The findings of one file.
  package struct Page: Sendable {
    package var file: SourceFile
    /// Whether it is a page, and not the baseline or the configuration.
    package var isPage = true
    /// By position, then by rule.
    package var findings: [Finding]
    /// Kept back by a comment on the page.
    package var suppressedOnPage: [Finding]
    /// Kept back by the configuration.
    package var suppressedByConfiguration: [Finding]
    /// Kept back by the baseline.
    package var inBaseline: [Finding]
    /// Settled by an overlay of the configuration.
    package var corrected: [Finding]

    package init(
      file: SourceFile, findings: [Finding] = [], suppressedOnPage: [Finding] = [],
      suppressedByConfiguration: [Finding] = [], inBaseline: [Finding] = [],
      corrected: [Finding] = []
    ) {
      self.file = file
      self.findings = findings
      self.suppressedOnPage = suppressedOnPage
      self.suppressedByConfiguration = suppressedByConfiguration
      self.inBaseline = inBaseline
      self.corrected = corrected
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
    let affected = pages.count { $0.isPage && !$0.findings.isEmpty }
    let others = pages.count { !$0.isPage && !$0.findings.isEmpty }
    var places: [String] = []
    if affected > 0 { places.append("\(affected) of \(Self.plural(pageCount, "page"))") }
    if others > 0 { places.append(Self.plural(others, "other file")) }
    let place =
      places.isEmpty ? Self.plural(pageCount, "page") : places.joined(separator: " and ")
    var kept: [String] = []
    let suppressed = pages.reduce(0) {
      $0 + $1.suppressedOnPage.count + $1.suppressedByConfiguration.count
    }
    let known = pages.reduce(0) { $0 + $1.inBaseline.count }
    if suppressed > 0 { kept.append("\(suppressed) suppressed") }
    let corrected = pages.reduce(0) { $0 + $1.corrected.count }
    if known > 0 { kept.append("\(known) in the baseline") }
    if corrected > 0 { kept.append("\(corrected) corrected") }
    return "\(found) in \(place)" + (kept.isEmpty ? "" : " (\(kept.joined(separator: ", ")))")
  }

  private static func plural(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
