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
  }

  /// Shows a request as curl would send it, without its secrets, and sends it.
  private func send<Response: Sendable>(
    _ purpose: String, _ request: FlowServiceRequest<Response>
  ) async throws -> Response {
    print("\n# \(purpose)\n\(try request.curl(for: client.configuration))")
    return try await client.send(request)
  }
}
