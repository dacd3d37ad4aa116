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

    private func client(_ transport: ScriptedTransport, _ lines: Lines) -> FlowServiceClient {
      var client = testClient(transport: transport)
      client.retry = .none
      client.middleware = [
        LoggingMiddleware(
          logger: Logger(label: "test") { _ in Handler(lines: lines) }, clock: ManualClock())
      ]
      return client
    }

    private func lines(
      of transport: ScriptedTransport, query: [FlowServiceQueryItem] = []
    ) async throws -> [String] {
      let lines = Lines()
      var request = FlowServiceRequest<Void>(method: .post, path: "/connections", query: query)
      request.body = .json(Body())
      try? await client(transport, lines).send(request)
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

    /// Nobody waits for it any more, so nothing went wrong.
    @Test func logsACancellationAsWhatGoesWell() async throws {
      let lines = Lines()
      let transport = ScriptedTransport([.silence])
      let client = client(transport, lines)
      let task = Task {
        try await client.send(FlowServiceRequest<Void>(method: .get, path: "/connections"))
      }
      while transport.sent.isEmpty { await Task.yield() }
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(
        lines.lines.withLock { $0 } == [
          "debug cancelled bytes-sent=0 duration-ms=0 host=example.com method=GET "
            + "path=/connections"
        ])
    }

    /// That is no cancellation, though the try is stopped in the same way.
    @Test func logsWhatTookTooLong() async throws {
      let lines = Lines()
      let clock = ManualClock()
      var client = client(ScriptedTransport([.silence]), lines)
      client.clock = clock
      let request = FlowServiceRequest<Void>(method: .get, path: "/connections")
      let task = Task { [client] in try await client.send(request) }
      while clock.sleeperCount == 0 { await Task.yield() }
      clock.advance(by: .seconds(60))
      await #expect(throws: FlowServiceError.self) { try await task.value }
      #expect(
        lines.lines.withLock { $0 } == [
          "warning no response bytes-sent=0 duration-ms=0 error=timed out host=example.com "
            + "method=GET path=/connections"
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
        for secret in ["TOPSECRET", "hunter2", "SAS", "key"] {
          #expect(!text.contains(secret))
        }
      }
    }
  }
#endif
