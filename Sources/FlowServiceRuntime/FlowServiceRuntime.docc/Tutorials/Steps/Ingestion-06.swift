import FlowServiceRuntime
import FlowServiceSources

/// From the login at a file server to the first run of a dataflow.
struct Ingestion {
  var client: FlowServiceClient

  func run() async throws {
    let connection = try await send(
      "Log in at the file server",
      SFTP.createBaseConnection(
        name: "Exports", description: "The file server with the exports",
        authentication: .basic(
          .init(
            host: "files.example.com", userName: "reader", password: "hunter2",
            maxConcurrentConnections: 2, folderPath: "/exports"))))

    let listing = try await send(
      "Look what is there",
      Connections.explore(connectionID: connection.id, objectType: "root"))
    guard case .array(let entries) = listing,
      let file = entries.first(where: { $0.type == "file" }), let path = file.path
    else { throw NothingToIngest() }
    print("→ \(entries.map(\.name).joined(separator: ", "))")

    let source = try await send(
      "Take the first file",
      SourceConnections.create(
        name: file.name,
        connectionSpec: .init(id: SFTP.connectionSpecification.id, version: .string("1.0")),
        baseConnectionID: connection.id, data: .init(format: "delimited"),
        params: .init(path: path, type: "file")))

    let flowID = try await createFlow(from: source.id, named: file.name)
  }

  /// A schema, a data set, a mapping, and the flow that connects them with the source.
  private func createFlow(from sourceID: String, named name: String) async throws -> String {
    let schema = try await send(
      "Create a schema", Schemas.create(["title": .string(name), "type": "object"]))
    let schemaID = schema["$id"]?.stringValue ?? ""
    let contentType = "application/vnd.adobe.xed-full+json;version=1"
    let dataSets = try await send(
      "Create a data set",
      DataSets.create(name: name, schemaRef: .init(id: schemaID, contentType: contentType)))
    // The answer is a reference, such as @/dataSets/5f3c3cedb2805c194ff0b69a.
    let dataSetID = dataSets.first?.split(separator: "/").last.map(String.init) ?? ""

    let specs = try await send(
      "Look up the kind of flow", FlowSpecs.list(property: "name==\"CloudStorageToAEP\""))
    guard let spec = specs.items?.first, let target = spec.targetConnectionSpecIDs?.first
    else { throw NothingToIngest() }
    let targetConnection = try await send(
      "Connect the data set",
      TargetConnections.create(
        connectionSpec: .init(id: target, version: "1.0"), name: name,
        data: .init(schema: .init(id: schemaID, version: contentType)),
        params: .init(dataSetID: dataSetID)))
    throw NothingToIngest()  // more to come
  }

  /// Shows a request as curl would send it, without its secrets, and sends it.
  private func send<Response: Sendable>(
    _ purpose: String, _ request: FlowServiceRequest<Response>
  ) async throws -> Response {
    print("\n# \(purpose)\n\(try request.curl(for: client.configuration))")
    return try await client.send(request)
  }
}

/// There is no file, or no kind of flow for files.
struct NothingToIngest: Error {}
