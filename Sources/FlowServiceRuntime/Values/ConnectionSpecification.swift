/// The entry of the catalog of sources that a connection belongs to.
public struct ConnectionSpecification: Codable, Hashable, Sendable {
  /// The ID of the entry.
  public var id: String
  /// The version of the entry, for example `1.0`.
  public var version: String?

  /// Names an entry of the catalog.
  public init(id: String, version: String? = nil) {
    self.id = id
    self.version = version
  }
}
