public import FlowServiceRuntime

/// What the service has before anybody creates anything: connection specs and flow specs. All of it
/// comes from the model that the generator writes, so that no ID stands in this code.
public struct Catalog: Sendable {
  /// The entries of the catalog of sources and targets, by ID.
  public var connectionSpecs: [String: Entry] = [:]
  /// The kinds of dataflows, by ID.
  public var flowSpecs: [String: Entry] = [:]

  /// What the pages say of a spec ID.
  public struct Entry: Sendable {
    /// The ID.
    public var id: String
    /// What the service answers for it.
    public var document: JSONValue
    /// The values that `auth.specName` may have; empty where the pages name none.
    public var authenticationNames: Set<String> = []
    /// Whether a page shows the answer of the service.
    public var isDocumented = false
  }

  /// An empty catalog.
  public init() {}
}

extension Catalog {
  /// The connection spec, or the error that says that there is none.
  func connectionSpec(_ id: String) throws(ServiceError) -> Entry {
    guard let entry = connectionSpecs[id] else { throw Self.unknownSpec }
    return entry
  }

  /// The flow spec, or the error that says that there is none.
  func flowSpec(_ id: String) throws(ServiceError) -> Entry {
    guard let entry = flowSpecs[id] else { throw Self.unknownSpec }
    return entry
  }

  private static var unknownSpec: ServiceError {
    .invalid("1413-400", "That spec ID is not valid. Send a valid one and repeat.")
  }
}
