import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import Testing

/// Many tasks at a time, with one client and with many.
@Suite("Many at a time", .timeLimit(.minutes(10)))
struct ConcurrencyTests {
  @Test("tasks that need a token ask for one together", arguments: TransportKind.allCases)
  func oneRefresh(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL, tokens: kind.tokens(baseURL))
      await control.add(Fault(.slow, path: "/ims/", milliseconds: 200))
      try await together(40) { _ = try await Story(client: client).flowSpecs() }
      #expect(await Self.tokenRequests(control) == 1)
      // All tokens end at once, and all tasks see it.
      await control.expireTokens()
      await control.add(Fault(.slow, path: "/ims/", milliseconds: 200))
      try await together(40) { _ = try await Story(client: client).flowSpecs() }
      #expect(await Self.tokenRequests(control) == 2)
    }
  }

  @Test(
    "a token that is about to end is replaced before it does", arguments: TransportKind.allCases)
  func earlyRefresh(_ kind: TransportKind) async throws {
    let clock = HandClock()
    var settings = DoubleSettings.quick
    settings.tokenLifetime = .seconds(3_600)
    settings.now = { clock.elapsed }
    try await withDouble(settings) { baseURL, control in
      let client = kind.client(baseURL, tokens: kind.tokens(baseURL, clock: clock))
      for step in 0...14 {
        _ = try await Story(client: client).flowSpecs()
        // After 3500 and 7000 seconds, a hundred before the end, while the request goes on.
        while await Self.tokenRequests(control) < 1 + step / 7 { await Task.yield() }
        clock.advance(by: .seconds(500))
      }
      #expect(await Self.tokenRequests(control) == 3)
      #expect(!(await control.requests().contains { $0.status == 401 }))
    }
  }

  @Test(
    "where there is no new token, the old one does until it ends",
    arguments: TransportKind.allCases)
  func oldToken(_ kind: TransportKind) async throws {
    let clock = HandClock()
    var settings = DoubleSettings.quick
    settings.tokenLifetime = .seconds(3_600)
    settings.now = { clock.elapsed }
    try await withDouble(settings) { baseURL, control in
      let client = kind.client(baseURL, tokens: kind.tokens(baseURL, clock: clock))
      _ = try await Story(client: client).flowSpecs()
      await control.add(Fault(.gatewayPage, path: "/ims/", times: 100, status: 403))
      clock.advance(by: .seconds(3_400))
      try await together(20) { _ = try await Story(client: client).flowSpecs() }
      while await Self.tokenRequests(control) < 2 { await Task.yield() }
      // That it failed is no reason to ask with each request.
      try await together(20) { _ = try await Story(client: client).flowSpecs() }
      #expect(await Self.tokenRequests(control) == 2)
      clock.advance(by: .seconds(200))
      let error = try await refusal(says: ["/ims/token/v3", "403"]) {
        try await Story(client: client).flowSpecs()
      }
      #expect(error.kind == .refused)
      await control.clearFaults()
      _ = try await Story(client: client).flowSpecs()
    }
  }

  @Test("no update is lost", arguments: TransportKind.allCases)
  func updates(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL))
      let id = try await story.createConnection(named: "0").id
      try await together(8) {
        // Each task has its own client, as if on a machine of its own.
        let client = kind.client(baseURL)
        for _ in 1...5 {
          _ = try await client.update(Connections.retrieve(connectionID: id), rereads: 1_000) {
            connection, eTag in
            let number = Int(connection.items.first?.name ?? "") ?? 0
            return Connections.update(
              connectionID: id, ifMatch: eTag,
              [.init(op: "replace", path: "/name", value: "\(number + 1)")])
          }
        }
      }
      let connection = try await story.client.send(Connections.retrieve(connectionID: id))
      #expect(connection.items.first?.name == "40")
      // Otherwise nobody met anybody.
      #expect(await control.requests().contains { $0.status == 412 })
    }
  }

  @Test("whole stories run side by side, through bursts of 429", arguments: TransportKind.allCases)
  func stories(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL, tokens: kind.tokens(baseURL))
      for after in [0, 20, 40] {
        await control.add(
          Fault(.throttle, path: "/flowservice/", times: 3, after: after, retryAfter: "0"))
      }
      try await together(12) {
        let story = Story(client: client)
        let parts = try await story.createFlow()
        try await story.finishedRun(of: parts.flowID).requireSuccess()
      }
      #expect(await control.faults().isEmpty)
      let flows = await control.requests().filter {
        $0.method == "POST" && $0.path.hasSuffix("/flows") && $0.status == 201
      }
      #expect(flows.count == 12)
    }
  }

  private static func tokenRequests(_ control: DoubleControl) async -> Int {
    await control.requests().count { $0.path == "/ims/token/v3" }
  }
}

/// Does something in many tasks at a time; the first error ends all.
private func together(
  _ count: Int, _ work: @escaping @Sendable () async throws -> Void
) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<count { group.addTask { try await work() } }
    try await group.waitForAll()
  }
}
