import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(10))) struct OAuthTests {
  private let clock = ManualClock()

  private func tokens(
    _ transport: ScriptedTransport, secret: Secret<String> = "s3cr&t =ü",
    retry: RetryPolicy = .standard
  ) -> OAuthServerToServer {
    OAuthServerToServer(
      clientID: "client", clientSecret: secret, scopes: ["openid", "AdobeID"],
      transport: transport, retry: retry, clock: clock)
  }

  /// Gives out a token with a number, and counts.
  private func endpoint(expiresIn: String = "86399") -> ScriptedTransport {
    let counter = Counter()
    return ScriptedTransport { _ in
      .response(
        200, ["Content-Type": "application/json"],
        #"{"access_token":"token-\#(counter.next())","token_type":"bearer","#
          + #""expires_in":\#(expiresIn)}"#)
    }
  }

  @Test func asksAsIMSWants() async throws {
    let transport = endpoint()
    let tokens = tokens(transport)
    #expect(try await tokens.token().exposed == "token-1")
    let sent = try #require(transport.sent.first)
    #expect(sent.head.method == .post)
    #expect(sent.head.authority == "ims-na1.adobelogin.com")
    #expect(sent.head.path == "/ims/token/v3")
    #expect(sent["Content-Type"] == "application/x-www-form-urlencoded")
    #expect(sent["Authorization"] == nil)
    #expect(
      sent.body
        == "grant_type=client_credentials&client_id=client&client_secret=s3cr%26t%20%3D%C3%BC"
        + "&scope=openid%2CAdobeID")
  }

  @Test func keepsATokenUntilShortlyBeforeItsEnd() async throws {
    let transport = endpoint()
    let tokens = tokens(transport)
    _ = try await tokens.token()
    clock.advance(by: .seconds(86399 - 301))
    #expect(try await tokens.token().exposed == "token-1")
    #expect(transport.sent.count == 1)
    clock.advance(by: .seconds(2))
    // It is asked for now, and nobody waits for it.
    #expect(try await tokens.token().exposed == "token-1")
    while try await tokens.token().exposed == "token-1" { await Task.yield() }
    #expect(try await tokens.token().exposed == "token-2")
    #expect(transport.sent.count == 2)
  }

  @Test func nobodyWaitsWhileTheOldTokenIsGood() async throws {
    let count = Counter()
    let gate = Gate()
    let transport = ScriptedTransport { _ in
      let number = count.next()
      if number > 1 { await gate.wait() }
      return .response(200, [:], #"{"access_token":"token-\#(number)","expires_in":1000}"#)
    }
    let tokens = tokens(transport)
    _ = try await tokens.token()
    clock.advance(by: .seconds(999))
    let values = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 { group.addTask { try await tokens.token().exposed } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(values == ["token-1"])
    while transport.sent.count < 2 { await Task.yield() }
    // Now it has expired, and who asks waits for the one that is under way.
    clock.advance(by: .seconds(1))
    async let next = tokens.token()
    async let another = tokens.token()
    gate.open()
    #expect(try await [next.exposed, another.exposed] == ["token-2", "token-2"])
    #expect(transport.sent.count == 2)
  }

  @Test func whoBeginsARefreshMayBeCancelled() async throws {
    let transport = endpoint(expiresIn: "1000")
    let tokens = tokens(transport)
    _ = try await tokens.token()
    clock.advance(by: .seconds(999))
    let first = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await tokens.token().exposed
    }
    first.cancel()
    #expect(try await first.value == "token-1")
    while try await tokens.token().exposed == "token-1" { await Task.yield() }
    #expect(transport.sent.count == 2)
  }

  /// The refresh does not keep the provider, and ends with it.
  @Test func aRefreshThatNobodyWantsIsStopped() async throws {
    let count = Counter()
    let isStopped = Gate()
    let transport = ScriptedTransport { _ in
      guard count.next() > 1 else {
        return .response(200, [:], #"{"access_token":"t","expires_in":1000}"#)
      }
      do {
        try await Task.sleep(for: .seconds(1000))
      } catch {
        isStopped.open()
      }
      return .response(500)
    }
    var tokens: OAuthServerToServer? = tokens(transport)
    weak let gone = tokens
    _ = try await tokens?.token()
    clock.advance(by: .seconds(999))
    _ = try await tokens?.token()
    while transport.sent.count < 2 { await Task.yield() }
    tokens = nil
    #expect(gone == nil)
    await isStopped.wait()
  }

  @Test func takesNoMoreThanHalfALifeForTheMargin() async throws {
    let transport = endpoint(expiresIn: "\"100\"")
    let tokens = tokens(transport)
    _ = try await tokens.token()
    clock.advance(by: .seconds(49))
    _ = try await tokens.token()
    #expect(transport.sent.count == 1)
    clock.advance(by: .seconds(2))
    _ = try await tokens.token()
    while transport.sent.count < 2 { await Task.yield() }
  }

  @Test func copesWithAClockThatJumps() async throws {
    let transport = endpoint()
    let tokens = tokens(transport)
    _ = try await tokens.token()
    clock.advance(by: .seconds(-10_000_000))
    #expect(try await tokens.token().exposed == "token-2")
    #expect(try await tokens.token().exposed == "token-2")
    clock.advance(by: .seconds(1_000_000_000_000))
    #expect(try await tokens.token().exposed == "token-3")
    #expect(try await tokens.token().exposed == "token-3")
  }

  @Test(arguments: ["0", "-1", "1e300", "null", "\"soon\"", "\"nan\"", "\"inf\"", "{}"])
  func copesWithOddLifetimes(_ expiresIn: String) async throws {
    let tokens = tokens(endpoint(expiresIn: expiresIn))
    _ = try await tokens.token()
    #expect(try await tokens.token().exposed.hasPrefix("token-"))
  }

  @Test func asksOnceForMany() async throws {
    let gate = Gate()
    let transport = ScriptedTransport { _ in
      await gate.wait()
      return .response(200, [:], #"{"access_token":"t","expires_in":86399}"#)
    }
    let tokens = tokens(transport)
    let values = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 { group.addTask { try await tokens.token().exposed } }
      while transport.sent.isEmpty { await Task.yield() }
      gate.open()
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(values == [String](repeating: "t", count: 50))
    #expect(transport.sent.count == 1)
  }

  @Test func oneCancelledDoesNotTakeItFromTheOthers() async throws {
    let gate = Gate()
    let transport = ScriptedTransport { _ in
      await gate.wait()
      return .response(200, [:], #"{"access_token":"t","expires_in":86399}"#)
    }
    let tokens = tokens(transport)
    let first = Task { try await tokens.token() }
    while transport.sent.isEmpty { await Task.yield() }
    let second = Task { try await tokens.token() }
    first.cancel()
    // At once: the gate is still closed.
    await #expect(throws: CancellationError.self) { try await first.value }
    gate.open()
    #expect(try await second.value.exposed == "t")
    #expect(transport.sent.count == 1)
  }

  @Test func theOldTokenDoesWhileThereIsNoNewOne() async throws {
    let transport = ScriptedTransport([
      .response(200, [:], #"{"access_token":"t","expires_in":1000}"#), .response(500),
    ])
    let tokens = tokens(transport, retry: .none)
    _ = try await tokens.token()
    clock.advance(by: .seconds(800))
    #expect(try await tokens.token().exposed == "t")
    while transport.sent.count < 2 { await Task.yield() }
    // The endpoint is not asked with each request.
    for _ in 0..<100 {
      #expect(try await tokens.token().exposed == "t")
      await Task.yield()
    }
    #expect(transport.sent.count == 2)
    while transport.sent.count < 3 {
      clock.advance(by: .seconds(1))
      #expect(try await tokens.token().exposed == "t")
      try await Task.sleep(for: .milliseconds(2))
      try #require(clock.now.offset < .seconds(1000))
    }
    #expect(clock.now.offset >= .seconds(815))
    clock.advance(by: .seconds(300))
    let error = await #expect(throws: FlowServiceError.self) { try await tokens.token() }
    #expect(error?.status?.code == 500)
  }

  @Test func asksAgainAfterAFailure() async throws {
    let transport = ScriptedTransport([
      .response(400, [:], #"{"error":"invalid_client","error_description":"no s3cr&t =ü"}"#),
      .response(200, [:], #"{"access_token":"t","expires_in":86399}"#),
    ])
    let tokens = tokens(transport)
    let error = await #expect(throws: FlowServiceError.self) { try await tokens.token() }
    #expect(error?.code == "invalid_client")
    #expect(error.map { "\($0)" }?.contains("s3cr") == false)
    #expect(try await tokens.token().exposed == "t")
  }

  @Test(arguments: [
    #"{"access_token":"VERYSECRET","expires_in"#, #"{"access_token":["VERYSECRET"]}"#,
    #"{"access_token":""}"#, "<html>VERYSECRE", #"{"refresh_token":"VERYSECRET"}"#,
  ])
  func showsNoTokenItCannotRead(_ body: String) async throws {
    let tokens = tokens(ScriptedTransport([.response(200, [:], body)]))
    let error = try #require(
      await #expect(throws: FlowServiceError.self) { try await tokens.token() })
    #expect(!"\(error)".contains("VERYSECRET"))
  }

  @Test func missesEmptyCredentials() async throws {
    let transport = endpoint()
    let error = await #expect(throws: FlowServiceError.self) {
      try await tokens(transport, secret: " ").token()
    }
    #expect(error?.kind == .missingCredential(name: "client_secret"))
    #expect(transport.sent.isEmpty)
  }

  @Test func refusesEndpointsThatAreNone() async throws {
    let tokens = OAuthServerToServer(
      clientID: "c", clientSecret: "s", scopes: [], endpoint: "nowhere", transport: endpoint())
    let error = await #expect(throws: FlowServiceError.self) { try await tokens.token() }
    guard case .invalidRequest = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  private func client(_ transport: ScriptedTransport, _ tokens: any TokenProvider)
    -> FlowServiceClient
  {
    var client = testClient(transport: transport)
    client.tokens = tokens
    client.clock = clock
    return client
  }

  @Test func replacesATokenThatIsRefused() async throws {
    let service = ScriptedTransport { sent in
      .response(sent["Authorization"] == "Bearer token-1" ? 401 : 200)
    }
    let endpoint = endpoint()
    let client = client(service, tokens(endpoint))
    // A POST too: nobody looked at it.
    try await client.send(FlowServiceRequest<Void>(method: .post, path: "/x"))
    #expect(service.sent.map { $0["Authorization"] } == ["Bearer token-1", "Bearer token-2"])
    try await client.send(FlowServiceRequest<Void>(method: .post, path: "/x"))
    #expect(endpoint.sent.count == 2)
  }

  @Test func replacesATokenOnce() async throws {
    let service = ScriptedTransport([.response(401)])
    let client = client(service, tokens(endpoint()))
    let error = await #expect(throws: FlowServiceError.self) {
      try await client.send(FlowServiceRequest<Void>(method: .get, path: "/x"))
    }
    #expect(error?.status?.code == 401)
    #expect(service.sent.count == 2)
  }

  @Test func replacesATokenForManyAtOnce() async throws {
    let service = ScriptedTransport { sent in
      .response(sent["Authorization"] == "Bearer token-1" ? 401 : 200)
    }
    let endpoint = endpoint()
    let client = client(service, tokens(endpoint))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 {
        group.addTask {
          try await client.send(FlowServiceRequest<Void>(method: .get, path: "/x"))
        }
      }
      try await group.waitForAll()
    }
    #expect(endpoint.sent.count == 2)
  }

  @Test func wrapsErrorsOfProviders() async throws {
    struct Broken: TokenProvider {
      struct Failure: Error {}
      func token() async throws -> Secret<String> { throw Failure() }
    }
    let service = ScriptedTransport([.response(200)])
    let client = client(service, Broken())
    let error = await #expect(throws: FlowServiceError.self) {
      try await client.send(FlowServiceRequest<Void>(method: .get, path: "/x"))
    }
    guard case .noToken = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(service.sent.isEmpty)
  }

  @Test func takesTheReplacementAtItsWord() async throws {
    struct Forgetful: TokenProvider {
      func token() async throws -> Secret<String> { "old" }
      func replacement(for refused: Secret<String>) async throws -> Secret<String>? { "new" }
    }
    let service = ScriptedTransport { .response($0["Authorization"] == "Bearer new" ? 200 : 401) }
    try await client(service, Forgetful()).send(
      FlowServiceRequest<Void>(method: .get, path: "/x"))
    #expect(service.sent.count == 2)
  }

  @Test func doesNotWaitForAReplacementForEver() async throws {
    struct Slow: TokenProvider {
      func token() async throws -> Secret<String> { "old" }
      func replacement(for refused: Secret<String>) async throws -> Secret<String>? {
        try await Task.sleep(for: .seconds(1000))
        return "late"
      }
    }
    let service = ScriptedTransport([.response(401)])
    let client = client(service, Slow())
    let task = Task {
      try await client.send(FlowServiceRequest<Void>(method: .get, path: "/x"))
    }
    while service.sent.isEmpty || clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(300))
    let error = await #expect(throws: FlowServiceError.self) { try await task.value }
    #expect(error?.kind == .timedOut(after: .seconds(300)))
  }

  @Test func doesNotWaitForATokenForEver() async throws {
    struct Slow: TokenProvider {
      func token() async throws -> Secret<String> {
        try await Task.sleep(for: .seconds(1000))
        return "late"
      }
    }
    let client = client(ScriptedTransport([.response(200)]), Slow())
    let task = Task {
      try await client.send(FlowServiceRequest<Void>(method: .get, path: "/x"))
    }
    while clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(300))
    let error = await #expect(throws: FlowServiceError.self) { try await task.value }
    #expect(error?.kind == .timedOut(after: .seconds(300)))
  }
}
