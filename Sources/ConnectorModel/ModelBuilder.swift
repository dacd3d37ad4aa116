package import Diagnostics
package import PageFacts

/// A page's facts with the page they came from.
package struct FactPage: Sendable {
  package var source: SourceFile
  package var facts: PageFacts

  package init(source: SourceFile, facts: PageFacts) {
    self.source = source
    self.facts = facts
  }
}

/// Merges the facts of all pages.
package enum ModelBuilder {
  /// - Returns: the model, and what was found while merging, by page.
  package static func build(_ pages: [FactPage]) -> (
    model: ConnectorModel, diagnostics: [String: [Diagnostic]]
  ) {
    (ConnectorModel(sources: [], operations: [], errorCodes: [], pages: []), [:])
  }
}
