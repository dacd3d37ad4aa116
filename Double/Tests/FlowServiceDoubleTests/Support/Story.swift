import FlowServiceRuntime
import FlowServiceSources

/// The steps of the tutorials, through the generated operations.
struct Story: Sendable {
  let client: FlowServiceClient

  func createConnection(named name: String = "Files") async throws -> Connections.CreateResponse {
    try await client.send(
      SFTP.createBaseConnection(
        name: name, description: "Daily exports",
        authentication: .basic(
          .init(
            host: "files.example.com", userName: "reader", password: "hunter2",
            maxConcurrentConnections: 2, folderPath: "/exports"))))
  }

  func createSourceConnection(of connectionID: String) async throws -> String {
    try await client.send(
      SourceConnections.create(
        name: "Accounts",
        connectionSpec: .init(
          id: SFTP.connectionSpecification.id, version: .string("1.0")),
        baseConnectionID: connectionID,
        data: .init(format: "delimited"),
        params: .init(path: "/exports/accounts.csv", type: "file"))
    ).id
  }

  func createSchema() async throws -> String {
    let schema = try await client.send(
      Schemas.create(["title": "Accounts", "type": "object", "description": ""]))
    return schema["$id"]?.stringValue ?? ""
  }

  func createDataSet(of schemaID: String) async throws -> String {
    let answer = try await client.send(
      DataSets.create(
        name: "Accounts",
        schemaRef: .init(id: schemaID, contentType: "application/vnd.adobe.xed-full+json;version=1")
      ))
    // The answer is a reference such as @/dataSets/5f3c3cedb2805c194ff0b69a.
    return answer.first?.split(separator: "/").last.map(String.init) ?? ""
  }

  func createTargetConnection(
    of specID: String, to dataSetID: String, _ schemaID: String
  ) async throws -> String {
    try await client.send(
      TargetConnections.create(
        connectionSpec: .init(id: specID, version: "1.0"), name: "Accounts",
        data: .init(
          schema: .init(
            id: schemaID, version: "application/vnd.adobe.xed-full+json;version=1")),
        params: .init(dataSetID: dataSetID))
    ).id
  }

  func createMapping(to schemaID: String) async throws -> String {
    try await client.send(
      MappingSets.create(
        mappings: [.init(destinationXDMPath: "_id", sourceAttribute: "id", identity: false)],
        version: 0, xdmSchema: schemaID, xdmVersion: "1.0")
    ).id
  }

  func flowSpecs(named name: String = "CloudStorageToAEP") async throws -> [FlowSpecs.ListResponse
    .Item]
  {
    try await client.send(FlowSpecs.list(property: "name==\"\(name)\"")).items ?? []
  }

  /// All that a flow needs, and the flow.
  func createFlow(
    named name: String = "Accounts, daily",
    schedule: Flows.CreateBody.ScheduleParams = .init(
      startTime: "1700000000", frequency: .day, interval: .string("1"), backfill: .string("true"))
  ) async throws -> FlowParts {
    guard let spec = try await flowSpecs().first, let target = spec.targetConnectionSpecIDs?.first
    else { throw NoFlowSpec() }
    let connectionID = try await createConnection().id
    let sourceID = try await createSourceConnection(of: connectionID)
    let schemaID = try await createSchema()
    let dataSetID = try await createDataSet(of: schemaID)
    let targetID = try await createTargetConnection(of: target, to: dataSetID, schemaID)
    let mappingID = try await createMapping(to: schemaID)
    let flow = try await client.send(
      Flows.create(
        name: name,
        flowSpec: .init(id: spec.id, version: spec.version),
        sourceConnectionIDs: .array([sourceID]),
        targetConnectionIDs: .array([targetID]),
        scheduleParams: schedule,
        description: "Accounts of the day",
        transformations: [
          .init(
            name: "Mapping",
            params: .init(mappingID: mappingID, mappingVersion: .integer(0)))
        ]))
    return FlowParts(
      connectionID: connectionID, sourceID: sourceID, targetID: targetID, flowID: flow.id)
  }

  /// Waits for the run of a flow.
  func finishedRun(of flowID: String) async throws -> FlowRunObservation {
    let policy = PollingPolicy(
      firstDelay: .milliseconds(10), maximumDelay: .milliseconds(50), timeout: .seconds(30))
    return try await client.waitForRun(Runs.list(property: "flowId==\(flowID)"), policy: policy)
  }
}

/// The IDs of a flow and of what it stands on.
struct FlowParts: Sendable {
  var connectionID: String
  var sourceID: String
  var targetID: String
  var flowID: String
}

/// The double knows no spec for the flow.
struct NoFlowSpec: Error {}
