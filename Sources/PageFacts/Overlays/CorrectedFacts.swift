package import Diagnostics

/// A value that an overlay puts in the place of what the page says, with the place.
package struct FactCorrection: Hashable, Sendable {
  /// What was corrected: `default of port`.
  package var subject: String
  /// What the page says; none where it says nothing.
  package var documented: String?
  /// What is right; none where the page should say nothing.
  package var value: String?
  package var reason: String?
  /// Where the page says so: of a value the value, of a row the row, else the start of the command.
  package var range: Range<Int>
}

/// What became of an overlay on a page.
package enum OverlayOutcome: Hashable, Sendable {
  case applied
  /// The page says what the overlay says.
  case agreed
  /// At this place the page says neither what the overlay corrects nor what is right, but this, as the
  /// configuration spells it.
  case changed(to: String, at: Int)
  /// The page has nothing of that name; something that it has may be meant.
  case missing(nearest: String?)
  /// It cannot be applied, for this reason.
  case refused(String)
}

/// The facts of a page with the project's corrections.
package struct CorrectedFacts: Sendable {
  /// What is right; its findings are those that no overlay settled.
  package var facts: PageFacts
  /// The findings that overlays settled.
  package var settled: [Diagnostic]
  /// What became of each overlay, in their order.
  package var outcomes: [OverlayOutcome]
}
