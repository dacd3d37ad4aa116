package import Diagnostics

/// What came of reading a text as JSON.
package struct JSONReading: Hashable, Sendable {
  /// The value; nil where the text holds nothing that could be one.
  package var root: JSONNode?
  /// Values that follow the root in the same text, each of its own; sound JSON has none.
  package var furtherRoots: [JSONNode]
  /// What strict JSON rejects, and what was read instead; in the order of the text.
  package var diagnostics: [Diagnostic]

  package init(root: JSONNode?, furtherRoots: [JSONNode] = [], diagnostics: [Diagnostic]) {
    self.root = root
    self.furtherRoots = furtherRoots
    self.diagnostics = diagnostics
  }
}
