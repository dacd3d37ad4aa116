package import Diagnostics
package import PageFacts

/// What `connectorgen.yaml` says; every key that it leaves out has the value that is here.
package struct Configuration: Hashable, Sendable {
  /// Who can use the generated declarations.
  package enum AccessLevel: String, Hashable, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`
  }

  /// The pages to read, relative to the configuration's folder.
  package var inputs: [PathPattern] = [PathPattern("docs-input")]
  package var exclude: [PathPattern] = []
  /// The folder of the generated client.
  package var output = "Generated"
  /// The module that the client becomes.
  package var module = "FlowServiceSources"
  package var access = AccessLevel.public
  /// The module with a call for each documented example, in a folder of its name below the output.
  package var calls: String?
  package var names = NameOverrides()
  package var types: [TypeOverride] = []
  /// The built-in words with those that were added.
  package var labels = Labels.builtIn
  package var severities: [SeverityOverride] = []
  package var suppressions: [ConfiguredSuppression] = []
  /// The path of the file of known findings.
  package var baseline: String?
  package var overlays: [Overlay] = []
  /// How many pages are read at the same time; as many as there are cores if it is not said.
  package var jobs: Int?

  /// Where the values of the top-level keys stand in the file, for findings that only show when a
  /// value is used: a folder that does not exist, a pattern that matches no page.
  package var places: [String: Range<Int>] = [:]

  package init() {}

  /// Whether a path is one of the pages to read.
  package func includes(_ path: String) -> Bool {
    inputs.contains { $0.matches(path) } && !exclude.contains { $0.matches(path) }
  }
}
