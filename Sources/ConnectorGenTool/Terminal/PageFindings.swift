import Diagnostics
import Linting

/// The findings of a run, page by page.
struct PageFindings {
  private let pages: [String: LintReport.Page]

  init(_ inputs: [LintInput], policy: LintPolicy) {
    let report = Linter.lint(inputs, policy: policy)
    pages = Dictionary(
      report.pages.map { ($0.file.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The findings of one page alone.
  func report(of page: SourceFile) -> LintReport {
    LintReport(pages: [pages[page.path] ?? LintReport.Page(file: page)], pageCount: 1)
  }
}
