package import Diagnostics

/// What a project wants to see of the findings.
package struct LintPolicy: Sendable {
  /// In order; the last one that applies decides.
  package var severities: [SeverityOverride]
  package var suppressions: [ConfiguredSuppression]
  package var baseline: Baseline?
  /// The configuration that the suppressions come from, so that unused ones can be shown there.
  package var configuration: SourceFile?
  /// Whether all pages of the project are looked at. If not, an entry of the baseline or of the
  /// configuration that keeps nothing back may be about another page.
  package var coversProject: Bool

  package init(
    severities: [SeverityOverride] = [], suppressions: [ConfiguredSuppression] = [],
    baseline: Baseline? = nil, configuration: SourceFile? = nil, coversProject: Bool = true
  ) {
    self.severities = severities
    self.suppressions = suppressions
    self.baseline = baseline
    self.configuration = configuration
    self.coversProject = coversProject
  }
}
