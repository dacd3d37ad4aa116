/// What the service tells of a resource that it created or changed.
public struct UpdatedResource: Codable, Hashable, Sendable {
  /// The ID of the resource.
  public var id: String
  /// Its version from now on.
  public var etag: ETag?

  /// Names a version of a resource.
  public init(id: String, etag: ETag? = nil) {
    self.id = id
    self.etag = etag
  }
}
