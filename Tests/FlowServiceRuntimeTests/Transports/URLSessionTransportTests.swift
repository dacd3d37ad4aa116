import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(10))) struct URLSessionTransportTests {
  @Test(arguments: TransportContract.allCases)
  func keepsTheContract(_ rule: TransportContract) async throws {
    try await rule.check { URLSessionTransport(maximumBodySize: $0) }
  }

  /// What is encoded already is not encoded again because of something else.
  @Test(arguments: ["/x?a=%20&b[0]=1", "/x?a=%22&b=%zz", "/{id}?a=%2F"])
  func sendsNoURLThatIsNone(_ path: String) async throws {
    let server = try LoopbackServer { _ in .response(200) }
    defer { server.stop() }
    let head = HTTPRequest(
      method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: path)
    let error = await #expect(throws: FlowServiceTransportError.self) {
      try await URLSessionTransport().send(head, body: nil, timeout: .seconds(20))
    }
    guard case .invalidURL = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: [Duration.zero, .seconds(-1)])
  func givesUpWhereThereIsNoTime(_ timeout: Duration) async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let head = HTTPRequest(
      method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/x")
    let transport = URLSessionTransport()
    for _ in 0..<100 {
      let error = await #expect(throws: FlowServiceTransportError.self) {
        try await transport.send(head, body: nil, timeout: timeout)
      }
      #expect(error == .timedOut)
    }
  }

  @Test(arguments: [Duration.seconds(1e12), .seconds(Int64.max)])
  func allowsAllTheTimeThereIs(_ timeout: Duration) async throws {
    let server = try LoopbackServer { _ in .response(200) }
    defer { server.stop() }
    var client = testClient(server.baseURL, transport: URLSessionTransport())
    client.timeout = timeout
    client.overallTimeout = timeout
    try await client.send(FlowServiceRequest<Void>(method: .get, path: "/x"))
  }
}
