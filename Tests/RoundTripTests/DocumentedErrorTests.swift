import FlowServiceRuntime
import FlowServiceSources
import GenerationPipeline
import HTTPTypes
import PageFacts
import Testing

/// What the page of error codes says reaches whoever gets one.
@Suite("The documented errors") struct DocumentedErrorTests {
  /// Answers each request with an error.
  private struct Refusal: FlowServiceTransport {
    var code: ErrorCode

    func send(
      _ request: HTTPRequest, body: [UInt8]?, timeout: Duration
    ) async throws -> FlowServiceTransportResponse {
      let status = Int(code.rawValue.suffix(3)) ?? 400
      return FlowServiceTransportResponse(
        head: HTTPResponse(status: HTTPResponse.Status(code: status)),
        body: Array(#"{"type": "error", "code": "\#(code)", "message": "no"}"#.utf8))
    }
  }

  private static let configuration = FlowServiceConfiguration(
    accessToken: "token", apiKey: "key", organizationID: "organization", sandboxName: "prod")

  /// The rows of the page, counted by their first cell.
  @Test func `each row of the page is a code`() {
    let rows = Corpus.readings.flatMap(\.facts.errorCodes)
    #expect(rows.count == 90)
    #expect(ErrorCatalogue.documented.entries.map(\.code.rawValue) == rows.map(\.code).sorted())
  }

  @Test(arguments: ErrorCatalogue.documented.entries)
  func `an error shows its row without being told to`(_ row: ErrorCatalogue.Entry) async throws {
    var client = FlowServiceClient(
      configuration: Self.configuration, transport: Refusal(code: row.code))
    client.retry = .none
    let error = await #expect(throws: FlowServiceError.self) {
      try await client.send(FlowSpecs.list(property: "name==\"a\""))
    }
    #expect(error?.code == row.code)
    #expect(error?.documentation == row)
    #expect("\(try #require(error))".contains("\(row.code): \(row.message)"))
  }

  /// The two initializers must not part in anything else.
  @Test func `a client is the same with and without its codes`() {
    let client = FlowServiceClient(configuration: Self.configuration)
    let bare = FlowServiceClient(configuration: Self.configuration, errorCodes: .empty)
    #expect(client.errorCodes == .documented)
    #expect(bare.errorCodes == .empty)
    var told = bare
    told.errorCodes = .documented
    func parts(_ client: FlowServiceClient) -> [String] {
      Mirror(reflecting: client).children.map { child in
        let value = child.label == "transport" ? type(of: child.value) : child.value
        return "\(child.label ?? ""): \(value)"
      }
    }
    #expect(parts(told) == parts(client))
  }
}
