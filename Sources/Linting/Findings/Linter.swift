import Diagnostics

/// From what the stages found to what a person or a machine is shown.
package enum Linter {
  /// Sorts, drops doubles, sets aside what overlays settled, and applies the pages' own comments, the
  /// project's policy and the baseline, in this order.
  ///
  /// Fingerprints are given before anything is kept back, so that suppressing one finding changes
  /// no other's fingerprint.
  package static func lint(_ inputs: [LintInput], policy: LintPolicy = LintPolicy()) -> LintReport {
    var baseline = BaselineMatcher(policy.baseline)
    var used = [Bool](repeating: false, count: policy.suppressions.count)
    var pages = inputs.map { page($0, policy: policy, baseline: &baseline, used: &used) }
    // Of pages that were not looked at nobody knows what they need, nor what is found with them.
    let seen = policy.isWhole ? nil : Set(inputs.map { Fingerprint.canonical($0.file.path) })
    if let known = policy.baseline {
      let unused = baseline.unusedEntries(of: seen) + known.diagnostics
      if !unused.isEmpty {
        pages.append(otherFile(known.file, unused, policy: policy))
      }
    }
    if let configuration = policy.configuration {
      let found =
        unusedSuppressions(policy.suppressions, used: used, of: seen)
        + policy.configurationFindings
      if !found.isEmpty {
        pages.append(otherFile(configuration, found, policy: policy))
      }
    }
    return LintReport(pages: pages, pageCount: inputs.count)
  }

  private static func page(
    _ input: LintInput, policy: LintPolicy, baseline: inout BaselineMatcher, used: inout [Bool]
  ) -> LintReport.Page {
    var page = LintReport.Page(file: input.file)
    let path = Fingerprint.canonical(input.file.path)
    // A correction changes no other finding's fingerprint, as suppressing does not.
    let corrected = Set(input.corrected)
    let found = Finding.findings(input.diagnostics + input.corrected, on: path)

    var comments = SuppressionComments(input)
    var visible: [Finding] = []
    for finding in found {
      if corrected.contains(finding.diagnostic) {
        page.corrected.append(finding)
      } else if comments.suppress(finding.diagnostic) {
        page.suppressedOnPage.append(finding)
      } else {
        visible.append(finding)
      }
    }
    let own = Finding.findings(comments.diagnostics(isWhole: policy.isWhole), on: path)

    // Patterns are matched once a page, not once a finding.
    let suppressions = policy.suppressions.indices.filter {
      policy.suppressions[$0].holds(on: path)
    }
    let severities = policy.severities.filter { $0.holds(on: path) }
    for var finding in visible + own {
      let rule = finding.diagnostic.rule.identifier
      let matching = suppressions.filter { policy.suppressions[$0].rule == rule }
      if !matching.isEmpty {
        for index in matching { used[index] = true }
        page.suppressedByConfiguration.append(finding)
        continue
      }
      if let decision = severities.last(where: { $0.rule == rule }) {
        guard let severity = decision.severity else { continue }
        finding.diagnostic.severity = severity
      }
      if baseline.contains(finding.fingerprint) {
        page.inBaseline.append(finding)
      } else {
        page.findings.append(finding)
      }
    }
    page.findings.sort { Finding.comesFirst($0.diagnostic, $1.diagnostic) }
    return page
  }

  /// Findings about a file that is no page: only severities count there.
  private static func otherFile(
    _ file: SourceFile, _ diagnostics: [Diagnostic], policy: LintPolicy
  ) -> LintReport.Page {
    var page = LintReport.Page(file: file)
    page.isPage = false
    for var finding in Finding.findings(diagnostics, on: Fingerprint.canonical(file.path)) {
      let rule = finding.diagnostic.rule.identifier
      if let decision = policy.severities.last(where: {
        $0.rule == rule && $0.holds(on: file.path)
      }) {
        guard let severity = decision.severity else { continue }
        finding.diagnostic.severity = severity
      }
      page.findings.append(finding)
    }
    return page
  }

  /// - Parameter pages: those that were looked at, if not all of them were.
  private static func unusedSuppressions(
    _ suppressions: [ConfiguredSuppression], used: [Bool], of pages: Set<String>?
  ) -> [Diagnostic] {
    zip(suppressions, used).compactMap { suppression, isUsed in
      if isUsed { return nil }
      // A pattern may be for pages that were not looked at, unless it is the path of one that was.
      if let pages,
        Rule.amongPages.contains(suppression.rule)
          || !suppression.paths.allSatisfy({ pages.contains($0.text) })
      {
        return nil
      }
      let paths = suppression.paths.map(\.text).joined(separator: ", ")
      return Diagnostic(
        .unusedSuppression, at: suppression.range, subject: "\(suppression.rule) \(paths)",
        "this hides no finding of \(suppression.rule)", remedy: "remove it, or correct its paths")
    }
  }
}
