import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes
import Testing

/// What the client makes of a bad day.
@Suite("Faults on the way", .timeLimit(.minutes(10)))
struct FaultTests {
  @Test("that pass are not noticed", arguments: TransportKind.allCases)
  func passing(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL, tokens: kind.tokens(baseURL)))
      // One after the other, as the story goes on.
      for fault: Fault in [
        Fault(.throttle, method: "POST", path: "/ims/", retryAfter: "0"),
        Fault(.throttle, method: "POST", path: "/connections", times: 2, retryAfter: "0"),
        Fault(.expiredToken, path: "/sourceConnections"),
        Fault(.reset, path: "/flowSpecs"), Fault(.status, path: "/flowSpecs", times: 2),
        Fault(.drip, path: "/mappingSets", milliseconds: 100),
        Fault(.slow, path: "/targetConnections", milliseconds: 100),
        Fault(.gatewayPage, method: "GET", path: "/runs"),
        Fault(.lostRequest, method: "GET", path: "/runs"),
        Fault(.lostAnswer, method: "GET", path: "/runs", after: 1),
      ] { await control.add(fault) }
      let parts = try await story.createFlow()
      try await story.finishedRun(of: parts.flowID).requireSuccess()
      #expect(await control.faults().isEmpty, "a fault that never came proves nothing")
      // Nothing was done twice.
      let flows = try await story.client.raw(
        FlowServiceRequest<JSONValue>(
          method: .get, path: "/data/foundation/flowservice/flows",
          query: [.init("count", "true")]))
      #expect(String(decoding: flows.body, as: UTF8.self).contains("\"count\":1"))
    }
  }

  @Test(
    "that leave open what was done are not met with another POST",
    arguments: TransportKind.allCases, [Fault.Kind.reset, .lostAnswer])
  func unsafe(_ kind: TransportKind, _ fault: Fault.Kind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL)
      await control.add(Fault(fault, method: "POST"))
      let error = await #expect(throws: FlowServiceError.self) {
        try await Story(client: client).createConnection()
      }
      guard case .transport(.connectionLost) = error?.kind else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(error?.tries == 1)
      #expect(await control.requests().filter { $0.method == "POST" }.count == 1)
    }
  }

  @Test(
    "Retry-After is waited for, and too long a wait is refused", arguments: TransportKind.allCases)
  func retryAfter(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL)
      let story = Story(client: client)
      await control.add(Fault(.throttle, retryAfter: "1"))
      let clock = ContinuousClock()
      let elapsed = try await clock.measure { _ = try await story.flowSpecs() }
      #expect(elapsed >= .seconds(1))
      await control.add(Fault(.throttle, retryAfter: "86400"))
      let error = await #expect(throws: FlowServiceError.self) { try await story.flowSpecs() }
      #expect(error?.status?.code == 429)
      #expect(error?.tries == 1)
      #expect(error?.response?.retryAfter == .seconds(86_400))
    }
  }

  @Test(
    "an answer that is too slow ends with the time of the try", arguments: TransportKind.allCases)
  func slow(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      var client = kind.client(baseURL)
      client.timeout = .milliseconds(300)
      client.retry = .none
      await control.add(Fault(.slow, milliseconds: 3_000))
      let error = await #expect(throws: FlowServiceError.self) {
        try await Story(client: client).flowSpecs()
      }
      #expect(error?.kind == .transport(.timedOut))
      // The head is there in time, the rest of the body is not.
      await control.add(Fault(.drip, milliseconds: 3_000))
      let dripped = await #expect(throws: FlowServiceError.self) {
        try await Story(client: client).flowSpecs()
      }
      #expect(dripped?.kind == .transport(.timedOut))
    }
  }

  @Test("a cancelled task does not wait for the answer", arguments: TransportKind.allCases)
  func cancellation(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL))
      await control.add(Fault(.slow, milliseconds: 10_000))
      let clock = ContinuousClock()
      let elapsed = await clock.measure {
        let task = Task { try await story.flowSpecs() }
        try? await Task.sleep(for: .milliseconds(200))
        task.cancel()
        let result = await task.result
        #expect(throws: CancellationError.self) { try result.get() }
      }
      #expect(elapsed < .seconds(9))
    }
  }

  @Test("credentials that are wrong or missing are told apart", arguments: TransportKind.allCases)
  func credentials(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, _ in
      func code(_ change: (inout FlowServiceConfiguration) -> Void) async -> String? {
        var client = kind.client(baseURL)
        change(&client.configuration)
        let error = await #expect(throws: FlowServiceError.self) {
          try await Story(client: client).flowSpecs()
        }
        return error?.code?.rawValue
      }
      #expect(await code { $0.accessToken = "another" } == "401013")
      #expect(await code { $0.apiKey = "another" } == "403003")
      #expect(await code { $0.organizationID = "another" } == "2000-401")
      #expect(await code { $0.sandboxName = "another" } == "2100-404")
      let tokens = OAuthServerToServer(
        clientID: DoubleSettings().clientID, clientSecret: "hunter2", scopes: ["openid"],
        endpoint: baseURL + "/ims/token/v3", transport: kind.make())
      let error = await #expect(throws: FlowServiceError.self) {
        try await Story(client: kind.client(baseURL, tokens: tokens)).flowSpecs()
      }
      #expect("\(String(describing: error))".contains("invalid client_secret"))
      #expect(!"\(String(describing: error))".contains("hunter2"))
    }
  }
}
