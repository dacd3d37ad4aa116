#if Logging
  import ClientTestSupport
  import FlowServiceLogging
  import FlowServiceRuntime
  import HTTPTypes
  import Logging
  import Synchronization
  import Testing

  @Suite struct LoggingMiddlewareTests {
    /// What was logged, as it would be written to a file.
    private final class Lines: Sendable {
      let lines = Mutex<[String]>([])
    }

    private struct Handler: LogHandler {
      var lines: Lines
      var metadata: Logger.Metadata = [:]
      var logLevel: Logger.Level = .trace

      subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
      }

      func log(event: LogEvent) {
        let pairs = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
        lines.lines.withLock { $0.append("\(event.level) \(event.message) \(pairs)") }
      }
    }

    private struct Body: Encodable, Sendable {
      var password: Secret<String> = "hunter2"
    }

    private func lines(
      of transport: ScriptedTransport, query: [FlowServiceQueryItem] = []
    ) async throws -> [String] {
      let lines = Lines()
      var client = testClient("https://name:word@example.com", transport: transport)
      client.retry = .none
      client.middleware = [
        LoggingMiddleware(
          logger: Logger(label: "test") { _ in Handler(lines: lines) }, clock: ManualClock())
      ]
      var request = FlowServiceRequest<Void>(method: .post, path: "/connections", query: query)
      request.body = .json(Body())
      try? await client.send(request)
      return lines.lines.withLock { $0 }
    }

    @Test func logsWhatWentWell() async throws {
      let transport = ScriptedTransport([.response(201, ["x-request-id": "r-1"], "{}")])
      #expect(
        try await lines(of: transport) == [
          "debug response bytes-received=2 bytes-sent=22 duration-ms=0 host=example.com "
            + "method=POST path=/connections request-id=r-1 status=201"
        ])
    }

    @Test func logsWhatWentWrong() async throws {
      let transport = ScriptedTransport([.response(503, [:], "TOPSECRET"), .failure(.timedOut)])
      #expect(
        try await lines(of: transport) == [
          "warning response bytes-received=9 bytes-sent=22 duration-ms=0 host=example.com "
            + "method=POST path=/connections status=503"
        ])
      #expect(
        try await lines(of: transport) == [
          "warning no response bytes-sent=22 duration-ms=0 error=timed out host=example.com "
            + "method=POST path=/connections"
        ])
    }

    @Test func logsNoSecret() async throws {
      let transport = ScriptedTransport([
        .response(400, ["x-request-id": "r"], #"{"message":"hunter2 TOPSECRET"}"#),
        .failure(.connectionLost("TOPSECRET")),
      ])
      for _ in 0..<2 {
        let text = try await lines(of: transport, query: [.init("token", "SAS")]).joined()
        #expect(!text.isEmpty)
        for secret in ["TOPSECRET", "hunter2", "SAS", "word", "key"] {
          #expect(!text.contains(secret))
        }
      }
    }
  }
#endif
