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
