import FlowServiceRuntime

/// Whether a body may become a resource: the IDs in it, and what the pages say of the rest.
struct ContentCheck {
  var sandbox: Sandbox
  var catalog: Catalog
  /// A draft may leave out what it does not have yet.
  var isDraft: Bool

  func check(_ content: JSONValue, as kind: ResourceKind) throws(ServiceError) {
    guard let members = content.objectValue else { throw .invalid("The body is no JSON object.") }
    guard !members.isEmpty else {
      throw .invalid("1405-400", "The body is null or has nothing in it. Send a body and repeat.")
    }
    guard let name = content["name"]?.stringValue, !name.isEmpty else {
      throw .invalid("The body has no 'name'.")
    }
    switch kind {
    case .connections: try checkConnection(content)
    case .sourceConnections: try checkSourceConnection(content)
    case .targetConnections: try checkTargetConnection(content)
    case .flows: try checkFlow(content)
    case .runs: break
    }
  }

  private func connectionSpec(of content: JSONValue) throws(ServiceError) -> Catalog.Entry {
    guard let id = content["connectionSpec"]?["id"]?.stringValue else {
      throw .invalid("The body has no 'connectionSpec.id'.")
    }
    return try catalog.connectionSpec(id)
  }

  private func checkConnection(_ content: JSONValue) throws(ServiceError) {
    let spec = try connectionSpec(of: content)
    guard let authentication = content["auth"] else { return }
    guard let name = authentication["specName"]?.stringValue,
      authentication["params"]?.objectValue != nil
    else { throw .invalid("'auth' needs 'specName' and the object 'params'.") }
    let names = spec.authenticationNames
    if !names.isEmpty, !names.contains(name) {
      throw .invalid("1415-400", "Connection spec ID \(spec.id) has no auth spec '\(name)'.")
    }
  }

  private func checkSourceConnection(_ content: JSONValue) throws(ServiceError) {
    _ = try connectionSpec(of: content)
    try checkBaseConnection(content)
  }

  private func checkBaseConnection(_ content: JSONValue) throws(ServiceError) {
    guard let value = content["baseConnectionId"] else { return }
    guard let id = value.stringValue else { throw .invalid("'baseConnectionId' is no text.") }
    _ = try sandbox.referenced(.connections, id)
  }

  private func checkTargetConnection(_ content: JSONValue) throws(ServiceError) {
    _ = try connectionSpec(of: content)
    try checkBaseConnection(content)
    guard let id = content["params"]?["dataSetId"]?.stringValue else {
      if isDraft { return }
      throw .invalid("The body has no 'params.dataSetId'.")
    }
    _ = try sandbox.record("dataSets", id)
  }

  private func checkFlow(_ content: JSONValue) throws(ServiceError) {
    guard content["state"] == nil else {
      throw .invalid("1410-400", "A request to create a flow must not set `State`.")
    }
    guard let id = content["flowSpec"]?["id"]?.stringValue else {
      throw .invalid("The body has no 'flowSpec.id'.")
    }
    _ = try catalog.flowSpec(id)
    try checkIDs(in: content, "sourceConnectionIds", of: .sourceConnections)
    try checkIDs(in: content, "targetConnectionIds", of: .targetConnections)
    for transformation in content["transformations"]?.arrayValue ?? [] {
      try check(transformation: transformation, of: content)
    }
    if let schedule = content["scheduleParams"] { try check(schedule: schedule) }
  }

  private func checkIDs(
    in content: JSONValue, _ name: String, of kind: ResourceKind
  ) throws(ServiceError) {
    guard let ids = content[name]?.arrayValue, !ids.isEmpty else {
      if isDraft, content[name] == nil { return }
      throw .invalid("'\(name)' is no array of IDs.")
    }
    for id in ids {
      guard let id = id.stringValue else { throw .invalid("'\(name)' is no array of IDs.") }
      _ = try sandbox.referenced(kind, id)
    }
  }

  private func check(transformation: JSONValue, of flow: JSONValue) throws(ServiceError) {
    let parameters = transformation["params"]
    switch transformation["name"]?.stringValue {
    case nil: throw .invalid("A transformation has no 'name'.")
    case "Mapping": try check(mapping: parameters, of: flow)
    case "Encryption":
      guard let id = parameters?["publicKeyId"]?.stringValue else {
        throw .invalid("The transformation 'Encryption' has no 'params.publicKeyId'.")
      }
      _ = try sandbox.record("encryption keys", id)
    default: break
    }
  }

  private func check(mapping parameters: JSONValue?, of flow: JSONValue) throws(ServiceError) {
    guard let id = parameters?["mappingId"]?.stringValue else {
      throw .invalid("The transformation 'Mapping' has no 'params.mappingId'.")
    }
    let version = parameters?["mappingVersion"] ?? 0
    guard let number = version.integerValue ?? version.stringValue.flatMap({ Int64($0) }) else {
      throw .invalid(
        "1412-400", "The Mapping Version of the request is not right. Send the right one.")
    }
    guard let mapping = sandbox.records["mappingSets"]?[id] else {
      throw .invalid(
        "1419-400", "The mapping with id \(id), version \(number), did not pass the check.")
    }
    guard number <= mapping["version"]?.integerValue ?? 0, number >= 0 else {
      throw .invalid(
        "1412-400", "The Mapping Version of the request is not right. Send the right one.")
    }
    try checkSchemas(of: mapping, id, and: flow)
  }

  private func checkSchemas(
    of mapping: JSONValue, _ mappingID: String, and flow: JSONValue
  ) throws(ServiceError) {
    let mapped = mapping["xdmSchema"] ?? mapping["outputSchema"]?["schemaRef"]?["id"]
    guard let mapped else { return }
    for target in flow["targetConnectionIds"]?.arrayValue ?? [] {
      let connection = sandbox.resources[.targetConnections]?[target.stringValue ?? ""]
      let dataSetID = connection?.content["params"]?["dataSetId"]?.stringValue ?? ""
      let dataSet = sandbox.records["dataSets"]?[dataSetID]
      guard let schema = dataSet?["schemaRef"]?["id"], schema != mapped else { continue }
      throw .invalid(
        "1425-400",
        """
        Target dataset \(dataSetID) and mapping \(mappingID) have different schemas. Both need the \
        same schema id and version.
        """)
    }
  }

  private func check(schedule: JSONValue) throws(ServiceError) {
    let start = schedule["startTime"]
    guard start?.integerValue != nil || start?.stringValue.flatMap({ Int64($0) }) != nil else {
      throw .invalid("'scheduleParams.startTime' is not in seconds since 1970.")
    }
    let frequency = schedule["frequency"]?.stringValue ?? ""
    guard ["once", "minute", "hour", "day", "week"].contains(frequency) else {
      throw .invalid(
        "'scheduleParams.frequency' is '\(frequency)', not once, minute, hour, day or week.")
    }
    if frequency == "once" { return }
    let interval = schedule["interval"]
    let number = interval?.integerValue ?? interval?.stringValue.flatMap { Int64($0) }
    guard let number, number >= (frequency == "minute" ? 15 : 1) else {
      throw .invalid(
        "'scheduleParams.interval' must be 15 or more minutes, or 1 or more otherwise.")
    }
  }
}
