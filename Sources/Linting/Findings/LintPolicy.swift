package import Diagnostics

/// What a project wants to see of the findings.
package struct LintPolicy: Sendable {
  /// In order; the last one that applies decides.
  package var severities: [SeverityOverride]
  package var suppressions: [ConfiguredSuppression]
  package var baseline: Baseline?
  /// The configuration that the suppressions come from, so that unused ones can be shown there.
  package var configuration: SourceFile?
  /// What was found about the configuration while it was used.
  package var configurationFindings: [Diagnostic]
  /// Whether all pages are looked at, so that what none of them needs nobody needs.
  package var isWhole: Bool

  package init(
    severities: [SeverityOverride] = [], suppressions: [ConfiguredSuppression] = [],
    baseline: Baseline? = nil, configuration: SourceFile? = nil,
    configurationFindings: [Diagnostic] = [], isWhole: Bool = true
  ) {
    self.severities = severities
    self.suppressions = suppressions
    self.baseline = baseline
    self.configuration = configuration
    self.configurationFindings = configurationFindings
    self.isWhole = isWhole
  }
}
