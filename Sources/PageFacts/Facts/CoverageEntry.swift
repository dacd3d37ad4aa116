/// What became of a table, a fence or a spec ID of a page.
package struct CoverageEntry: Hashable, Sendable {
  package enum Thing: String, Hashable, Sendable, CaseIterable {
    case table
    case fence
    case specID = "spec-id"
  }

  package var thing: Thing
  package var range: Range<Int>
  /// Whether the facts hold it.
  package var isUsed: Bool
  /// What it was used as, or why it was not.
  package var outcome: String

  package init(_ thing: Thing, range: Range<Int>, isUsed: Bool, outcome: String) {
    self.thing = thing
    self.range = range
    self.isUsed = isUsed
    self.outcome = outcome
  }
}
