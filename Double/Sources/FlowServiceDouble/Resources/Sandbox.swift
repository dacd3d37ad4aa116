import FlowServiceRuntime

/// What one sandbox holds. A value: a request that fails halfway leaves nothing behind.
struct Sandbox: Sendable {
  var name: String
  var resources: [ResourceKind: [String: Resource]] = [:]
  var runs: [String: Run] = [:]
  /// What other services keep, by their name for it and the ID.
  var records: [String: [String: JSONValue]] = [:]

  init(name: String) {
    self.name = name
  }

  func find(_ kind: ResourceKind, _ id: String) throws(ServiceError) -> Resource {
    guard let resource = resources[kind]?[id] else { throw .notFound(id) }
    return resource
  }

  /// The resource that a body names.
  func referenced(_ kind: ResourceKind, _ id: String) throws(ServiceError) -> Resource {
    guard let resource = resources[kind]?[id] else { throw .missing(kind.rawValue, id) }
    return resource
  }

  func record(_ service: String, _ id: String) throws(ServiceError) -> JSONValue {
    guard let record = records[service]?[id] else { throw .missing(service, id) }
    return record
  }

  mutating func keep(_ resource: Resource, as kind: ResourceKind) {
    resources[kind, default: [:]][resource.id] = resource
  }

  func flows(using kind: ResourceKind, _ id: String) -> [Resource] {
    let member = kind == .sourceConnections ? "sourceConnectionIds" : "targetConnectionIds"
    return (resources[.flows] ?? [:]).values.filter { flow in
      flow.content[member]?.arrayValue?.contains(.string(id)) == true
    }
  }
}
