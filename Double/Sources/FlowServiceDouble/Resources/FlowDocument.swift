import FlowServiceRuntime

/// What looking up a flow shows beyond what its creator said.
struct FlowDocument {
  var flow: Resource
  var sandbox: Sandbox

  func complete(_ document: inout JSONValue) {
    for (name, value) in [("description", ""), ("transformations", [])] as [(String, JSONValue)]
    where document[name] == nil { document[name] = value }
    document["inheritedAttributes"] = [
      "properties": ["isSourceFlow": true],
      "sourceConnections": .array(ids("sourceConnectionIds").compactMap(sourceConnection)),
      "targetConnections": .array(ids("targetConnectionIds").compactMap(targetConnection)),
    ]
    document["runs"] = .string("/runs?property=flowId==" + flow.id)
    document["lastOperation"] = [
      "started": .integer(flow.createdAt), "updated": .integer(flow.updatedAt),
      "operation": .string(flow.createdAt == flow.updatedAt ? "create" : "update"),
    ]
    let last = sandbox.runs.values.filter { $0.flowID == flow.id }
      .max { $0.resource.number < $1.resource.number }
    if let last { document["lastRunDetails"] = details(of: last) }
  }

  private func details(of run: Run) -> JSONValue {
    var details: JSONValue = [
      "id": .string(run.resource.id), "state": .string(run.status),
      "startedAtUTC": .integer(run.resource.createdAt),
    ]
    if run.stage == .finished { details["completedAtUTC"] = .integer(run.resource.updatedAt) }
    return details
  }

  private func ids(_ name: String) -> [String] {
    (flow.content[name]?.arrayValue ?? []).compactMap(\.stringValue)
  }

  private func sourceConnection(_ id: String) -> JSONValue? {
    guard var reference = reference(.sourceConnections, id) else { return nil }
    let base = sandbox.resources[.sourceConnections]?[id]?.content["baseConnectionId"]
    if let base = base?.stringValue {
      reference["baseConnection"] = self.reference(.connections, base)
    }
    return reference
  }

  private func targetConnection(_ id: String) -> JSONValue? {
    reference(.targetConnections, id)
  }

  private func reference(_ kind: ResourceKind, _ id: String) -> JSONValue? {
    guard let connection = sandbox.resources[kind]?[id] else { return nil }
    return ["id": .string(id), "connectionSpec": connection.content["connectionSpec"] ?? [:]]
  }
}
