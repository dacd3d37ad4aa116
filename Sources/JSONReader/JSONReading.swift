package import Diagnostics

/// What came of reading a text as JSON.
package struct JSONReading: Hashable, Sendable {
  /// The value; nil where the text holds nothing that could be one.
  package var root: JSONNode?
  /// What strict JSON rejects, and what was read instead.
  package var diagnostics: [Diagnostic]

  package init(root: JSONNode?, diagnostics: [Diagnostic]) {
    self.root = root
    self.diagnostics = diagnostics
  }
}
