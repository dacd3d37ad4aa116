import FlowServiceDouble
import FlowServiceLogging
import FlowServiceRuntime
import FlowServiceSources
import Logging
import Synchronization
import Testing

/// What the log says of requests over TCP.
@Suite("The log", .timeLimit(.minutes(10)))
struct LoggingTests {
  /// What was logged, as it would be written to a file.
  private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock { $0 } }

    func add(_ line: String) { lines.withLock { $0.append(line) } }
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
      lines.add("\(event.level) \(event.message) \(pairs)")
    }
  }

  private static func logging(_ client: FlowServiceClient, to lines: Lines) -> FlowServiceClient {
    var client = client
    client.middleware = [
      LoggingMiddleware(logger: Logger(label: "test") { _ in Handler(lines: lines) })
    ]
    return client
  }

  @Test("has all requests of a story and no secret", arguments: TransportKind.allCases)
  func story(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let lines = Lines()
      let story = Story(client: Self.logging(kind.client(baseURL), to: lines))
      await control.add(Fault(.throttle, method: "POST", retryAfter: "0"))
      _ = try await story.createFlow()
      let requests = await control.requests()
      #expect(lines.all.count == requests.count)
      for (line, request) in zip(lines.all, requests) {
        #expect(line.hasPrefix(request.status == 429 ? "warning response" : "debug response"))
        #expect(line.contains("path=\(request.path) "))
        #expect(line.contains("request-id=\(request.requestID) "))
        for secret in [DoubleSettings().accessToken, "hunter2", DoubleSettings().clientID] {
          #expect(!line.contains(secret))
        }
      }
    }
  }

  @Test("tells a cancelled task from a try that took too long", arguments: TransportKind.allCases)
  func endings(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let lines = Lines()
      var client = Self.logging(kind.client(baseURL), to: lines)
      client.retry = .none
      await control.add(Fault(.slow, times: 2, milliseconds: 10_000))
      let cancelled = Task { [client] in try await Story(client: client).flowSpecs() }
      while await control.faults().first?.times == 2 { await Task.yield() }
      cancelled.cancel()
      await #expect(throws: CancellationError.self) { try await cancelled.value }
      client.timeout = .milliseconds(200)
      let error = try await refusal(says: ["not complete in time"]) { [client] in
        try await Story(client: client).flowSpecs()
      }
      #expect(error.kind == .transport(.timedOut))
      #expect(lines.all.count == 2)
      #expect(lines.all.first?.hasPrefix("debug cancelled ") == true, "\(lines.all)")
      #expect(lines.all.last?.hasPrefix("warning no response ") == true, "\(lines.all)")
      #expect(lines.all.last?.contains("error=timed out") == true, "\(lines.all)")
    }
  }
}
