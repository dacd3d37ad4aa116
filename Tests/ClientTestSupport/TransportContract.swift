package import FlowServiceRuntime
import HTTPTypes
import Testing

/// What any transport must do, against a real server.
package enum TransportContract: String, CaseIterable, Sendable {
  case sendsWhatItIsGiven
  case sendsNoBodyWhereThereIsNone
  case sendsAPostOnce
  case returnsAnyStatus
  case followsNoRedirect
  case breaksOffLargeBodies
  case takesBodiesOfTheLimit
  case tellsOfBrokenConnections
  case tellsOfWhatIsNoHTTP
  case tellsThatNothingWasSent
  case tellsOfURLsThatAreNone
  case givesUpInTime
  case givesUpInTimeWithinTheBody
  case isCancelledAtOnce
  case isCancelledBeforeItBegins
  case isCancelledAtAnyTime
  case keepsNoCookies
  case sendsManyAtATime

  /// Looks whether a transport does it.
  ///
  /// - Parameter makeTransport: Makes a transport that takes bodies of so many bytes.
  package func check(_ makeTransport: @escaping @Sendable (Int) -> any FlowServiceTransport)
    async throws
  {
    let checks = Checks(makeTransport: makeTransport)
    switch self {
    case .sendsWhatItIsGiven: try await checks.sendsWhatItIsGiven()
    case .sendsNoBodyWhereThereIsNone:
      for method in [HTTPRequest.Method.get, .delete, .post] {
        try await checks.sendsNoBody(method)
      }
    case .sendsAPostOnce:
      for body in [nil, [66]] as [[UInt8]?] {
        try await checks.sendsAPostOnce(body, .bytes(""))
        try await checks.sendsAPostOnce(body, .reset(after: ""))
      }
    case .returnsAnyStatus: try await checks.returnsAnyStatus()
    case .followsNoRedirect:
      for status in [301, 302, 303, 307, 308] { try await checks.followsNoRedirect(status) }
    case .breaksOffLargeBodies: try await checks.breaksOffLargeBodies()
    case .takesBodiesOfTheLimit: try await checks.takesBodiesOfTheLimit()
    case .tellsOfBrokenConnections:
      for answer in Self.brokenAnswers { try await checks.tellsOfBrokenConnection(answer) }
    case .tellsOfWhatIsNoHTTP: try await checks.tellsOfWhatIsNoHTTP()
    case .tellsThatNothingWasSent: try await checks.tellsThatNothingWasSent()
    case .tellsOfURLsThatAreNone: try await checks.tellsOfURLsThatAreNone()
    case .givesUpInTime: try await checks.givesUpInTime(.silence)
    case .givesUpInTimeWithinTheBody:
      try await checks.givesUpInTime(
        .stall(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":["))
    case .isCancelledAtOnce: try await checks.isCancelledAtOnce()
    case .isCancelledBeforeItBegins: try await checks.isCancelledBeforeItBegins()
    case .isCancelledAtAnyTime: try await checks.isCancelledAtAnyTime()
    case .keepsNoCookies: try await checks.keepsNoCookies()
    case .sendsManyAtATime: try await checks.sendsManyAtATime()
    }
  }

  private static let brokenAnswers = [
    LoopbackServer.Answer.reset(after: ""),
    .reset(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":["),
    .bytes(""),
    .bytes("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":["),
    .bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"ite"),
  ]
}

private struct Checks: Sendable {
  var makeTransport: @Sendable (Int) -> any FlowServiceTransport

  fileprivate func request(
    _ server: LoopbackServer, _ method: HTTPRequest.Method = .get, _ path: String = "/x"
  ) -> HTTPRequest {
    HTTPRequest(
      method: method, scheme: "http", authority: "127.0.0.1:\(server.port)", path: path)
  }

  fileprivate func sendsWhatItIsGiven() async throws {
    let server = try LoopbackServer { request in
      .response(201, headers: ["X-Request-Id": "r1"], body: request.body)
    }
    defer { server.stop() }
    let transport = makeTransport(1 << 20)
    for method in [HTTPRequest.Method.post, .put, .patch] {
      var head = request(server, method, "/a%2Fb?property=name==%22CRM%20x%22&t=a=b+c")
      head.headerFields[.ifMatch] = "\"1\""
      head.headerFields[.authorization] = "Bearer token"
      let response = try await transport.send(
        head, body: Array("{\"ü\":1}".utf8), timeout: .seconds(20))
      #expect(response.head.status.code == 201)
      #expect(
        response.head.headerFields.first { $0.name.rawName.lowercased() == "x-request-id" }?.value
          == "r1")
      #expect(String(decoding: response.body, as: UTF8.self) == "{\"ü\":1}")
      let seen = try #require(server.requests.last)
      #expect(seen.method == method.rawValue)
      #expect(seen.target == "/a%2Fb?property=name==%22CRM%20x%22&t=a=b+c")
      #expect(seen.headers["if-match"] == "\"1\"")
      #expect(seen.headers["authorization"] == "Bearer token")
      #expect(seen.body == "{\"ü\":1}")
    }
  }

  fileprivate func sendsNoBody(_ method: HTTPRequest.Method) async throws {
    let server = try LoopbackServer { _ in .response(204) }
    defer { server.stop() }
    let response = try await makeTransport(1 << 20).send(
      request(server, method), body: nil, timeout: .seconds(20))
    #expect(response.head.status.code == 204)
    #expect(response.body.isEmpty)
    #expect(server.requests.map(\.method) == [method.rawValue])
    #expect(server.requests[0].body.isEmpty)
  }

  /// Also where a connection breaks that was used before.
  fileprivate func sendsAPostOnce(_ body: [UInt8]?, _ answer: LoopbackServer.Answer) async throws {
    let count = Counter()
    let server = try LoopbackServer { _ in count.next() < 3 ? .response(200) : answer }
    defer { server.stop() }
    let transport = makeTransport(1 << 20)
    for method in [HTTPRequest.Method.get, .post] {
      _ = try await transport.send(
        request(server, method), body: method == .get ? nil : [65], timeout: .seconds(20))
    }
    await #expect(throws: FlowServiceTransportError.self) {
      try await transport.send(request(server, .post), body: body, timeout: .seconds(20))
    }
    #expect(server.requests.count == 3)
  }

  fileprivate func returnsAnyStatus() async throws {
    let server = try LoopbackServer { request in
      .response(
        Int(request.target.dropFirst()) ?? 0,
        headers: ["WWW-Authenticate": "Basic realm=\"x\""], body: "no")
    }
    defer { server.stop() }
    let transport = makeTransport(1 << 20)
    for status in [400, 401, 403, 404, 407, 412, 429, 500, 503] {
      let response = try await transport.send(
        request(server, .get, "/\(status)"), body: nil, timeout: .seconds(20))
      #expect(response.head.status.code == status)
      #expect(String(decoding: response.body, as: UTF8.self) == "no")
    }
  }

  fileprivate func followsNoRedirect(_ status: Int) async throws {
    let elsewhere = try LoopbackServer { _ in .response(200, body: "stolen") }
    defer { elsewhere.stop() }
    let server = try LoopbackServer { _ in
      .response(status, headers: ["Location": elsewhere.baseURL + "/y"], body: "moved")
    }
    defer { server.stop() }
    var head = request(server)
    head.headerFields[.authorization] = "Bearer token"
    let response = try await makeTransport(1 << 20).send(head, body: nil, timeout: .seconds(20))
    #expect(response.head.status.code == status)
    #expect(response.head.headerFields[.location] == elsewhere.baseURL + "/y")
    #expect(elsewhere.requests.isEmpty)
    #expect(server.requests.count == 1)
  }

  fileprivate func failure(
    of answer: LoopbackServer.Answer, maximumBodySize: Int = 1000, timeout: Duration = .seconds(20)
  ) async throws -> FlowServiceTransportError? {
    let server = try LoopbackServer { _ in answer }
    defer { server.stop() }
    let transport = makeTransport(maximumBodySize)
    return await #expect(throws: FlowServiceTransportError.self) {
      try await transport.send(request(server), body: nil, timeout: timeout)
    }
  }

  fileprivate func breaksOffLargeBodies() async throws {
    let large = String(repeating: "x", count: 1001)
    #expect(try await failure(of: .response(200, body: large)) == .bodyTooLarge(limit: 1000))
    // Without a length, nobody knows how much is to come.
    let endless = "HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 3_000_000)
    #expect(try await failure(of: .bytes(endless)) == .bodyTooLarge(limit: 1000))
  }

  fileprivate func takesBodiesOfTheLimit() async throws {
    let server = try LoopbackServer { _ in
      .response(200, body: String(repeating: "x", count: 1000))
    }
    defer { server.stop() }
    let response = try await makeTransport(1000).send(
      request(server), body: nil, timeout: .seconds(20))
    #expect(response.body.count == 1000)
  }

  fileprivate func tellsOfBrokenConnection(_ answer: LoopbackServer.Answer) async throws {
    let error = try #require(try await failure(of: answer))
    guard case .connectionLost = error else {
      Issue.record("\(error)")
      return
    }
  }

  fileprivate func tellsOfWhatIsNoHTTP() async throws {
    let error = try #require(try await failure(of: .bytes("this is no HTTP at all\r\n\r\n")))
    guard case .other = error else {
      Issue.record("\(error)")
      return
    }
  }

  fileprivate func tellsThatNothingWasSent() async throws {
    let port = try LoopbackServer.unusedPort()
    for authority in ["127.0.0.1:\(port)", "no-such-host.invalid"] {
      let head = HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/")
      let error = await #expect(throws: FlowServiceTransportError.self) {
        try await makeTransport(1 << 20).send(head, body: nil, timeout: .seconds(20))
      }
      guard case .couldNotConnect = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  fileprivate func tellsOfURLsThatAreNone() async throws {
    let heads = [
      HTTPRequest(method: .get, scheme: "http", authority: "a b", path: "/"),
      HTTPRequest(method: .get, scheme: "http", authority: "", path: "/"),
      HTTPRequest(method: .get, scheme: nil, authority: "a", path: "/"),
    ]
    for head in heads {
      let error = await #expect(throws: FlowServiceTransportError.self) {
        try await makeTransport(1 << 20).send(head, body: nil, timeout: .seconds(20))
      }
      guard case .invalidURL = error else {
        Issue.record("\(String(describing: error))")
        return
      }
    }
  }

  fileprivate func givesUpInTime(_ answer: LoopbackServer.Answer) async throws {
    let before = ContinuousClock.now
    #expect(try await failure(of: answer, timeout: .milliseconds(200)) == .timedOut)
    #expect(ContinuousClock.now - before < .seconds(40))
  }

  fileprivate func isCancelledAtOnce() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let head = request(server)
    let task = Task {
      try await makeTransport(1 << 20).send(head, body: nil, timeout: .seconds(50))
    }
    while server.requests.isEmpty { await Task.yield() }
    let before = ContinuousClock.now
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(ContinuousClock.now - before < .seconds(40))
  }

  fileprivate func isCancelledBeforeItBegins() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let head = request(server)
    let task = Task {
      while !Task.isCancelled { await Task.yield() }
      return try await makeTransport(1 << 20).send(head, body: nil, timeout: .seconds(50))
    }
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  /// Also while the request goes out or the response comes in.
  fileprivate func isCancelledAtAnyTime() async throws {
    let server = try LoopbackServer { _ in .response(200) }
    defer { server.stop() }
    let transport = makeTransport(1 << 20)
    for number in 0..<400 {
      let head = request(server, number.isMultiple(of: 2) ? .get : .post)
      let task = Task {
        try await transport.send(
          head, body: head.method == .get ? nil : [65], timeout: .seconds(50))
      }
      try await Task.sleep(for: .microseconds(number * 7))
      task.cancel()
      do {
        #expect(try await task.value.head.status == .ok)
      } catch {
        #expect(error is CancellationError)
      }
    }
  }

  fileprivate func keepsNoCookies() async throws {
    let server = try LoopbackServer { _ in
      .response(200, headers: ["Set-Cookie": "a=b; Path=/", "Cache-Control": "max-age=1000"])
    }
    defer { server.stop() }
    let transport = makeTransport(1 << 20)
    for _ in 0..<2 {
      _ = try await transport.send(request(server), body: nil, timeout: .seconds(20))
    }
    #expect(server.requests.map { $0.headers["cookie"] } == [nil, nil])
  }

  fileprivate func sendsManyAtATime() async throws {
    let server = try LoopbackServer { .response(200, body: $0.target) }
    defer { server.stop() }
    let transport = makeTransport(1 << 20)
    let heads = (0..<50).map { request(server, .get, "/\($0)") }
    let bodies = try await withThrowingTaskGroup(of: Bool.self) { group in
      for head in heads {
        group.addTask {
          let response = try await transport.send(head, body: nil, timeout: .seconds(30))
          return String(decoding: response.body, as: UTF8.self) == head.path
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(bodies == [Bool](repeating: true, count: 50))
  }
}
