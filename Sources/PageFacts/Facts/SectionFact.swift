/// Where on a page something stands.
package struct SectionFact: Hashable, Sendable {
  /// The nearest heading as a reader sees it.
  package var heading: String
  /// The headings above it, outermost first, without the page's title.
  package var path: [String]
  /// The heading's anchor, given or derived as the documentation site derives it.
  package var anchor: String?
  /// The `>[!TAB …]` around it.
  package var tab: String?
  /// The `+++` fold around it.
  package var fold: String?

  package init(
    heading: String = "", path: [String] = [], anchor: String? = nil, tab: String? = nil,
    fold: String? = nil
  ) {
    self.heading = heading
    self.path = path
    self.anchor = anchor
    self.tab = tab
    self.fold = fold
  }
}
