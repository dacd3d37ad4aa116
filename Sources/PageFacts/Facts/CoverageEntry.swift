/// What became of a table, a row of one, a fence or a spec ID of a page.
package struct CoverageEntry: Hashable, Sendable {
  package enum Thing: String, Hashable, Sendable, CaseIterable {
    case table
    case row
    case fence
    case specID = "spec-id"
  }

  package var thing: Thing
  package var range: Range<Int>
  /// What the page calls it; empty where it has no name.
  package var name: String
  /// Whether the facts, or of tables and rows the model, make something of it.
  package var isUsed: Bool
  /// What it was used as, or why it was not.
  package var outcome: String

  package init(
    _ thing: Thing, range: Range<Int>, name: String = "", isUsed: Bool, outcome: String
  ) {
    self.thing = thing
    self.range = range
    self.name = name
    self.isUsed = isUsed
    self.outcome = outcome
  }
}
