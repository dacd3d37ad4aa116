package import ClientEmitter
package import ConnectorModel
import Diagnostics
package import GenerationPipeline
package import Linting
package import ModelDiff

/// What a report shows.
package struct ReportInput: Sendable {
  /// The pages, what they say together, the Swift that it becomes and what is wrong.
  package struct Side: Sendable {
    /// Empty where only a model is at hand.
    package var readings: [PageReading]
    package var model: ConnectorModel
    package var client: EmittedClient
    /// The findings to show, by the path that the readings have.
    package var findings: [String: [Finding]]
    /// The findings that overlays of the configuration settled, likewise.
    package var corrected: [String: [Finding]]

    package init(
      readings: [PageReading], model: ConnectorModel, client: EmittedClient,
      report: LintReport? = nil
    ) {
      self.readings = readings
      self.model = model
      self.client = client
      findings = [:]
      corrected = [:]
      for page in report?.pages ?? [] {
        findings[page.file.path] = page.findings
        corrected[page.file.path] = page.corrected
      }
    }
  }

  package var current: Side
  /// What `current` is compared with.
  package var previous: Side?
  package var changes: [Change]

  package init(current: Side, previous: Side? = nil, changes: [Change] = []) {
    self.current = current
    self.previous = previous
    self.changes = changes
  }
}
