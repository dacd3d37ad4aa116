import FlowServiceRuntime
import FlowServiceSources

/// From the login at a file server to the first run of a dataflow.
struct Ingestion {
  var client: FlowServiceClient

  func run() async throws {
  }

  /// Shows a request as curl would send it, without its secrets, and sends it.
  private func send<Response: Sendable>(
    _ purpose: String, _ request: FlowServiceRequest<Response>
  ) async throws -> Response {
    print("\n# \(purpose)\n\(try request.curl(for: client.configuration))")
    return try await client.send(request)
  }
}
