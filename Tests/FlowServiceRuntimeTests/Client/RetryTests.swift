import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10))) struct RetryTests {
  private let clock = ManualClock()

  private func client(_ transport: ScriptedTransport) -> FlowServiceClient {
    var client = testClient(transport: transport)
    client.clock = clock
    return client
  }

  private func request(
    _ method: HTTPRequest.Method, ifMatch: String? = nil
  ) -> FlowServiceRequest<Void> {
    var request = FlowServiceRequest<Void>(method: method, path: "/x")
    request.headers[.ifMatch] = ifMatch
    return request
  }

  @Test(arguments: [HTTPRequest.Method.get, .head, .put, .delete], [408, 429, 500, 502, 503, 504])
  func repeatsWhatCanBe(_ method: HTTPRequest.Method, _ status: Int) async throws {
    let transport = ScriptedTransport([.response(status), .response(status), .response(200)])
    let response = try await client(transport).response(to: request(method))
    #expect(response.tries == 3)
    #expect(transport.sent.count == 3)
    // Longer each time, and never twice the same.
    #expect(clock.sleeps.count == 2)
    #expect((.milliseconds(250)...(.milliseconds(500))).contains(clock.sleeps[0]))
    #expect((.milliseconds(500)...(.seconds(1))).contains(clock.sleeps[1]))
  }

  @Test(arguments: [500, 502, 503, 504, 408])
  func doesNotRepeatPosts(_ status: Int) async throws {
    for request in [request(.post), request(.patch), request(.post, ifMatch: "*")] {
      let transport = ScriptedTransport([.response(status), .response(200)])
      let error = await #expect(throws: FlowServiceError.self) {
        try await client(transport).send(request)
      }
      #expect(error?.kind == .refused)
      #expect(error?.status?.code == status)
      #expect(transport.sent.count == 1)
    }
    #expect(clock.sleeps.isEmpty)
  }

  @Test func repeatsWhatAnETagGuards() async throws {
    let transport = ScriptedTransport([.response(503), .response(200)])
    try await client(transport).send(request(.patch, ifMatch: "\"1\""))
    #expect(transport.sent.count == 2)
  }

  @Test func saysThatAnEarlierTryMayHaveDoneIt() async throws {
    let transport = ScriptedTransport([.failure(.connectionLost("x")), .response(412)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await client(transport).send(request(.patch, ifMatch: "\"1\""))
    }
    #expect(error?.kind == .preconditionFailed)
    #expect(error.map { "\($0)" }?.contains("an earlier try may have made the change") == true)
  }

  @Test func repeatsWhatWasNotTakenIn() async throws {
    for refusal in [ScriptedTransport.Answer.response(429), .failure(.couldNotConnect("x"))] {
      let transport = ScriptedTransport([refusal, .response(201)])
      try await client(transport).send(request(.post))
      #expect(transport.sent.count == 2)
    }
  }

  @Test func repeatsWhatTheRequestAllows() async throws {
    let transport = ScriptedTransport([.response(503), .response(200)])
    var search = request(.post)
    search.isRepeatable = true
    try await client(transport).send(search)
    var get = request(.get)
    get.isRepeatable = false
    let second = ScriptedTransport([.response(503), .response(200)])
    await #expect(throws: FlowServiceError.self) { try await client(second).send(get) }
  }

  @Test func repeatsBrokenExchanges() async throws {
    for failure in [FlowServiceTransportError.connectionLost("x"), .timedOut] {
      let transport = ScriptedTransport([.failure(failure), .response(200)])
      try await client(transport).send(request(.get))
      #expect(transport.sent.count == 2)
      let second = ScriptedTransport([.failure(failure), .response(200)])
      let error = await #expect(throws: FlowServiceError.self) {
        try await client(second).send(request(.post))
      }
      #expect(error?.kind == .transport(failure))
      #expect(second.sent.count == 1)
    }
  }

  @Test(arguments: [400, 401, 403, 404, 409, 412, 501, 505])
  func takesARefusalForWhatItIs(_ status: Int) async throws {
    let transport = ScriptedTransport([.response(status), .response(200)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await client(transport).send(request(.get))
    }
    #expect(error?.status?.code == status)
    #expect(transport.sent.count == 1)
  }

  @Test func givesUpAfterSomeTries() async throws {
    let transport = ScriptedTransport([.response(503)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await client(transport).send(request(.get))
    }
    #expect(error?.tries == 4)
    #expect(transport.sent.count == 4)
    #expect(error.map { "\($0)" }?.contains("sent 4 times") == true)
  }

  @Test(arguments: [
    (["Retry-After": "7"], 7),
    (["Retry-After": " 0 "], 0),
    // By the service's own clock.
    (
      [
        "Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT", "Date": "Sun, 06 Nov 1994 08:49:27 GMT",
      ], 10
    ),
    (
      [
        "Retry-After": "Tue, 29 Feb 2028 23:59:59 GMT", "Date": "Wed, 01 Mar 2028 00:00:09 GMT",
      ], 0
    ),
    (
      [
        "Retry-After": "Wed, 01 Mar 2028 00:00:09 GMT", "Date": "Tue, 29 Feb 2028 23:59:59 GMT",
      ], 10
    ),
    (
      ["Retry-After": "Sunday, 06-Nov-94 08:49:37 GMT", "Date": "Sun Nov  6 08:49:27 1994"], 10
    ),
    // Long ago by the clock here.
    (["Retry-After": "Sun, 06 Nov 1994 08:49:37 GMT"], 0),
  ])
  func waitsAsItIsTold(_ headers: [String: String], _ seconds: Int) async throws {
    let transport = ScriptedTransport([.response(429, headers), .response(200)])
    try await client(transport).send(request(.post))
    let sleep = try #require(clock.sleeps.first)
    #expect((.seconds(seconds)...(.seconds(seconds) + .milliseconds(500))).contains(sleep))
  }

  @Test(arguments: ["61", "99999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
  func doesNotWaitForEver(_ retryAfter: String) async throws {
    let transport = ScriptedTransport([.response(429, ["Retry-After": retryAfter]), .response(200)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await client(transport).send(request(.get))
    }
    #expect(clock.sleeps.isEmpty)
    #expect((error?.response?.retryAfter ?? .zero) > .seconds(60))
    #expect(error.map { "\($0)" }?.contains("Wait for") == true)
  }

  @Test(arguments: ["soon", "-5", "", "Foo, 99 Nov 1994 08:49:37 GMT", "1.5", "Sun Nov 6"])
  func overlooksWhatItCannotRead(_ retryAfter: String) async throws {
    let transport = ScriptedTransport([.response(429, ["Retry-After": retryAfter]), .response(200)])
    try await client(transport).send(request(.get))
    #expect(clock.sleeps.count == 1)
    #expect(clock.sleeps.allSatisfy { $0 <= .milliseconds(500) })
  }

  @Test func givesEachTryItsTime() async throws {
    let transport = ScriptedTransport([.silence, .response(200)])
    async let response = client(transport).response(to: request(.get))
    while clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(60))
    #expect(try await response.tries == 2)
    #expect(transport.sent.map(\.timeout) == [.seconds(60), .seconds(60)])
  }

  /// The try is stopped by being cancelled, which tells nobody anything.
  @Test func tellsTheMiddlewareThatTheTimeIsOver() async throws {
    var client = client(ScriptedTransport([.silence]))
    client.retry = .none
    let listener = Listener()
    client.middleware = [listener]
    let request = request(.get)
    let task = Task { [client] in try await client.send(request) }
    while clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(60))
    let error = await #expect(throws: FlowServiceError.self) { try await task.value }
    #expect(error?.kind == .transport(.timedOut))
    #expect(listener.heard.withLock { $0 } == .timedOut)
  }

  @Test func givesAllTriesTheirTime() async throws {
    var client = client(ScriptedTransport([.silence]))
    client.timeout = .seconds(100)
    client.overallTimeout = .seconds(150)
    let request = request(.get)
    let task = Task { [client] in try await client.send(request) }
    while clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(100))
    while clock.sleeperCount == 0 { await Task.yield() }
    clock.advance(by: .seconds(50))
    let error = await #expect(throws: FlowServiceError.self) { try await task.value }
    #expect(error?.kind == .timedOut(after: .seconds(150)))
    #expect(error?.tries == 2)
    #expect(error.map { "\($0)" }?.contains("in all. It was sent 2 times. Allow") == true)
  }

  @Test func saysWhyThereWasNoConnection() async throws {
    let failure = FlowServiceTransportError.couldNotConnect("refused.")
    var client = client(ScriptedTransport([.failure(failure)]))
    client.overallTimeout = .milliseconds(100)
    let request = request(.get)
    let sender = client
    let error = await #expect(throws: FlowServiceError.self) { try await sender.send(request) }
    #expect(error?.kind == .transport(failure))
  }

  @Test func aClockThatJumpsEndsNothingEarlier() async throws {
    let transport = ScriptedTransport { [clock] sent in
      clock.advance(by: .seconds(-1000))
      return .response(200)
    }
    try await client(transport).send(request(.get))
  }

  @Test func isCancelledWhileItWaits() async throws {
    // A wait of 40 seconds lasts until the clock is put forward.
    let transport = ScriptedTransport([.response(429, ["Retry-After": "40"])])
    let client = client(transport)
    let request = request(.get)
    let task = Task { try await client.send(request) }
    while transport.sent.isEmpty || clock.sleeperCount == 0 { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(transport.sent.count == 1)
  }

  @Test func isCancelledWhileItSends() async throws {
    let transport = ScriptedTransport([.silence])
    let client = client(transport)
    let request = request(.get)
    let task = Task { try await client.send(request) }
    while transport.sent.isEmpty { await Task.yield() }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }
}

/// Hears how the last try failed.
private final class Listener: FlowServiceMiddleware {
  let heard = Mutex<FlowServiceTransportError?>(nil)

  func intercept(
    _ request: HTTPRequest, body: [UInt8]?, next: Next
  ) async throws -> FlowServiceTransportResponse {
    do {
      return try await next(request, body)
    } catch {
      heard.withLock { $0 = error as? FlowServiceTransportError }
      throw error
    }
  }
}
