/// An ID of a connection specification, a flow specification or a provider, once per page and ID.
package struct SpecIDFact: Hashable, Sendable {
  /// As documented, also where it is no UUID.
  package var id: String
  package var version: String?
  /// What the ID is of: empty for the page's own source, else `target connection spec`, `flow spec`,
  /// `appendix: <name>`, `provider ID`, …
  package var role: String
  package var isValidUUID: Bool
  /// Whether the page gives another ID for the same thing, and this one was the less believable.
  package var isDoubtful: Bool
  /// All places on the page, in order.
  package var ranges: [Range<Int>]

  package init(
    id: String, version: String?, role: String, isValidUUID: Bool, isDoubtful: Bool,
    ranges: [Range<Int>]
  ) {
    self.id = id
    self.version = version
    self.role = role
    self.isValidUUID = isValidUUID
    self.isDoubtful = isDoubtful
    self.ranges = ranges
  }
}
