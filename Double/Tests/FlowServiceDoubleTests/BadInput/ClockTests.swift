import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes
import Testing

/// Clocks that jump, here and there.
@Suite("Bad input: clocks that jump", .timeLimit(.minutes(10)))
struct ClockTests {
  @Test("the clock here goes back or far ahead", arguments: TransportKind.allCases)
  func clientClock(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let clock = HandClock()
      let story = Story(client: kind.client(baseURL, tokens: kind.tokens(baseURL, clock: clock)))
      for (jump, tokens) in [(0, 1), (-1_000_000, 2), (0, 2), (1_000_000_000, 3), (60, 3)] {
        clock.advance(by: .seconds(jump))
        _ = try await story.flowSpecs()
        #expect(await Self.tokenRequests(control) == tokens)
      }
      #expect(await control.requests().allSatisfy { $0.status == 200 })
    }
  }

  @Test("the clock of the service goes ahead or back", arguments: TransportKind.allCases)
  func serviceClock(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL, tokens: kind.tokens(baseURL)))
      _ = try await story.flowSpecs()
      // A token that the client takes for good is refused, and replaced: for a POST too, as nobody
      // looked at it.
      await control.setClock(aheadBy: .seconds(100_000))
      _ = try await story.createConnection()
      #expect(await Self.tokenRequests(control) == 2)
      await control.setClock(aheadBy: .seconds(-100_000))
      _ = try await story.createConnection()
      #expect(await Self.tokenRequests(control) == 2)
      #expect(await control.requests().map(\.status).filter { $0 == 401 }.count == 1)
      #expect(await control.requests().map(\.status).filter { $0 == 201 }.count == 2)
    }
  }

  @Test("a token that has ended before it came is no way out", arguments: TransportKind.allCases)
  func deadTokens(_ kind: TransportKind) async throws {
    var settings = DoubleSettings.quick
    settings.tokenLifetime = .zero
    try await withDouble(settings) { baseURL, control in
      let story = Story(client: kind.client(baseURL, tokens: kind.tokens(baseURL)))
      let error = try await refusal(says: ["401, code 401013", "Get a new access token"]) {
        try await story.createConnection()
      }
      #expect(error.kind == .refused)
      #expect(error.tries == 2)
      #expect(await Self.tokenRequests(control) == 2)
      // Without anybody who knows another token, it is sent once.
      await control.expireTokens()
      let fixed = try await refusal(says: ["401, code 401013", "Get a new access token"]) {
        try await Story(client: kind.client(baseURL)).createConnection()
      }
      #expect(fixed.tries == 1)
    }
  }

  @Test("the clock of the double is set by HTTP", arguments: TransportKind.allCases)
  func clockByHTTP(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL, tokens: kind.tokens(baseURL)))
      _ = try await story.flowSpecs()
      func set(_ seconds: String) async throws {
        try await story.client.send(
          FlowServiceRequest<Void>(method: .put, path: "/double/clock/" + seconds))
      }
      try await set("100000")
      _ = try await story.flowSpecs()
      #expect(await Self.tokenRequests(control) == 2)
      let error = try await refusal(says: ["a whole number of seconds"]) { try await set("noon") }
      #expect(error.status?.code == 400)
    }
  }

  private static func tokenRequests(_ control: DoubleControl) async -> Int {
    await control.requests().count { $0.path == "/ims/token/v3" }
  }
}
