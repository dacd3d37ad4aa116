import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(10))) struct ClientTests {
  struct Thing: Codable, Hashable, Sendable {
    var id: String
  }

  private let request = FlowServiceRequest<Thing>(method: .get, path: "/x")

  @Test func returnsAllThatCameBack() async throws {
    let transport = ScriptedTransport([
      .response(200, ["ETag": "\"h\"", "x-request-id": "r-1"], #"{"id":"1"}"#)
    ])
    let client = testClient(transport: transport)
    #expect(try await client.send(request) == Thing(id: "1"))
    let response = try await client.response(to: request)
    #expect(response.value == Thing(id: "1"))
    #expect(response.eTag == ETag(quoting: "h"))
    #expect(response.requestID == "r-1")
    #expect(String(decoding: response.body, as: UTF8.self) == #"{"id":"1"}"#)
    #expect(transport.sent[0]["Authorization"] == "Bearer TOPSECRET")
    #expect(transport.sent[0]["x-api-key"] == "key")
    #expect(transport.sent[0]["x-gw-ims-org-id"] == "org")
    #expect(transport.sent[0]["x-sandbox-name"] == "prod")
  }

  @Test func returnsWhateverCameBack() async throws {
    let client = testClient(transport: ScriptedTransport([.response(404, [:], "<p>")]))
    let response = try await client.raw(request)
    #expect(response.head.status.code == 404)
    #expect(String(decoding: response.body, as: UTF8.self) == "<p>")
  }

  @Test(arguments: [
    (#"{"id":"1","etag":"\"a\""}"#, "\"a\""),
    (#"{"items":[{"etag":"\"b\""}]}"#, "\"b\""),
    (#"{"items":[{"eTag":"\"c\""}]}"#, "\"c\""),
    (#"{"items":[{"etag":"\"b\""},{"etag":"\"c\""}]}"#, "\"h\""),
    (#"{"items":[]}"#, "\"h\""),
    ("[]", "\"h\""),
    ("", "\"h\""),
  ])
  func readsETags(_ body: String, _ eTag: String) async throws {
    let transport = ScriptedTransport([.response(200, ["ETag": "\"h\""], body)])
    let request = FlowServiceRequest<Void>(method: .get, path: "/x")
    let response = try await testClient(transport: transport).response(to: request)
    #expect(response.eTag == ETag(eTag))
  }

  @Test(arguments: [
    ("accessToken", FlowServiceConfiguration(apiKey: "k", organizationID: "o")),
    ("accessToken", .init(accessToken: " \n", apiKey: "k", organizationID: "o")),
    ("apiKey", .init(accessToken: "t", organizationID: "o")),
    ("apiKey", .init(accessToken: "t", apiKey: "", organizationID: "o")),
    ("organizationID", .init(accessToken: "t", apiKey: "k", organizationID: " ")),
    ("sandboxName", .init(accessToken: "t", apiKey: "k", organizationID: "o", sandboxName: "")),
  ])
  func missesCredentials(_ name: String, _ configuration: FlowServiceConfiguration) async throws {
    let transport = ScriptedTransport([.response(200)])
    let client = FlowServiceClient(configuration: configuration, transport: transport)
    let error = await #expect(throws: FlowServiceError.self) { try await client.send(request) }
    #expect(error?.kind == .missingCredential(name: name))
    #expect(error.map { "\($0)" }?.contains(name) == true)
    #expect(transport.sent.isEmpty)
  }

  @Test func sendsCredentialsToNobodyElse() async throws {
    let transport = ScriptedTransport([.response(200, [:], #"{"id":"1"}"#)])
    let client = testClient(transport: transport)
    let request = FlowServiceRequest<Thing>(
      method: .get, base: .absolute("https://dcs.example.net"), path: "/collection/1")
    _ = try await client.send(request)
    #expect(transport.sent[0].head.authority == "dcs.example.net")
    #expect(transport.sent[0].head.headerFields.isEmpty)
  }

  @Test(arguments: [
    "", "example.com", "ftp://example.com", "https://", "https:///x", "https://a b",
    "https://example.com?x", "https://example.com/\r\nx: y", "https://exämple.com", "://x", "//x",
  ])
  func refusesBadURLs(_ url: String) async throws {
    let transport = ScriptedTransport([.response(200)])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(url, transport: transport).send(request)
    }
    guard case .invalidRequest = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error.map { "\($0)" }?.contains("https://host") == true)
    #expect(transport.sent.isEmpty)
  }

  @Test(arguments: [
    "/a b", "/a\r\nx: y", "/ä", "/\u{0}", "/flows/" + PercentEncoding.pathSegment(""),
    "/flows/" + PercentEncoding.pathSegment(".."), "/flows/../connections",
  ])
  func refusesBadPaths(_ path: String) async throws {
    let transport = ScriptedTransport([.response(200)])
    var request = self.request
    request.path = path
    let sent = request
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).send(sent)
    }
    guard case .invalidRequest = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(transport.sent.isEmpty)
  }

  /// It never matches, so that no try would ever go well.
  @Test func sendsNoWeakETag() async throws {
    let transport = ScriptedTransport([.response(200, [:], #"{"id":"1"}"#)])
    var request = FlowServiceRequest<Thing>(method: .patch, path: "/x")
    request.addHeader("If-Match", ETag(#"W/"1""#))
    let client = testClient(transport: transport)
    let weak = request
    let error = await #expect(throws: FlowServiceError.self) { try await client.send(weak) }
    guard case .invalidRequest(let reason) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains(#"weak ETag W/"1""#) && reason.contains("in the body"))
    #expect(transport.sent.isEmpty)
    // Where it compares weakly, it may be sent; and a strong one among others may match.
    request.headers[.ifMatch] = #"W/"1", "2""#
    request.headers[.ifNoneMatch] = #"W/"1""#
    _ = try await client.send(request)
    #expect(transport.sent.count == 1)
  }

  @Test(arguments: ["a\nb", "a\r\nX-Evil: 1", "a\u{0}"])
  func refusesTokensThatAreNone(_ token: String) async throws {
    let transport = ScriptedTransport([.response(200)])
    var client = testClient(transport: transport)
    client.configuration.accessToken = Secret(token)
    let error = await #expect(throws: FlowServiceError.self) { try await client.send(request) }
    guard case .noToken = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(transport.sent.isEmpty)
  }

  @Test func refusesBodiesThatAreNoJSON() async throws {
    let transport = ScriptedTransport([.response(200)])
    var request = self.request
    request.body = .json(["auth": ["port": Double.nan]])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).send(request)
    }
    guard case .invalidRequest(let reason) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(reason.contains("auth.port"))
    #expect(transport.sent.isEmpty)
  }

  @Test func passesThroughMiddlewareInOrder() async throws {
    struct Adding: FlowServiceMiddleware {
      var text: String
      func intercept(
        _ request: HTTPRequest, body: [UInt8]?, next: Next
      ) async throws -> FlowServiceTransportResponse {
        var request = request
        request.headerFields[.userAgent] = (request.headerFields[.userAgent] ?? "") + text
        var response = try await next(request, body)
        response.body += Array(" ".utf8)
        return response
      }
    }
    var fields = HTTPFields()
    fields[.userAgent] = "0"
    let transport = ScriptedTransport([.response(503), .response(200, [:], #"{"id":"1"}"#)])
    var client = testClient(transport: transport)
    client.clock = ManualClock()
    client.middleware = [HeadersMiddleware(fields), Adding(text: "1"), Adding(text: "2")]
    let response = try await client.response(to: request)
    #expect(transport.sent.map { $0["User-Agent"] } == ["012", "012"])
    #expect(response.body.count == #"{"id":"1"}"#.count + 2)
  }

  @Test func passesErrorsOfMiddlewareOn() async throws {
    struct Refusal: Error {}
    struct Refusing: FlowServiceMiddleware {
      func intercept(
        _ request: HTTPRequest, body: [UInt8]?, next: Next
      ) async throws -> FlowServiceTransportResponse {
        throw Refusal()
      }
    }
    var client = testClient(transport: ScriptedTransport([.response(200)]))
    client.middleware = [Refusing()]
    let sender = client
    await #expect(throws: Refusal.self) { try await sender.send(request) }
  }

  @Test func wrapsErrorsOfTransports() async throws {
    struct Broken: Error {}
    let client = testClient(transport: ScriptedTransport { _ in throw Broken() })
    let error = await #expect(throws: FlowServiceError.self) { try await client.send(request) }
    guard case .transport(.other) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test func followsWhereItsServicePointsTo() async throws {
    for location in ["/y?z=1", "https://example.com/y?z=1", "https://EXAMPLE.com:443/y?z=1"] {
      let transport = ScriptedTransport([
        .response(307, ["Location": location]), .response(200, [:], #"{"id":"1"}"#),
      ])
      _ = try await testClient(transport: transport).send(request)
      #expect(transport.sent.last?.head.path == "/y?z=1")
      #expect(transport.sent.last?["Authorization"] == "Bearer TOPSECRET")
    }
  }

  @Test(arguments: [
    "https://evil.example/x", "//evil.example/x", "http://example.com/x",
    "https://example.com:444/x", "https://user@example.com/x", "https://example.com.evil.org/x",
    "https:example.com/x",
  ])
  func followsNobodyElse(_ location: String) async throws {
    let transport = ScriptedTransport([.response(302, ["Location": location])])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).send(request)
    }
    #expect(transport.sent.allSatisfy { $0.head.authority == "example.com" })
    if location.contains("//") {
      #expect(error?.kind == .redirected(to: location))
      #expect(transport.sent.count == 1)
    }
  }

  @Test func doesNotFollowForEver() async throws {
    let transport = ScriptedTransport([.response(302, ["Location": "/x"])])
    await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).send(request)
    }
    #expect(transport.sent.count == 6)
  }

  @Test func doesNotMakeAGetOfAPost() async throws {
    let transport = ScriptedTransport([.response(302, ["Location": "/y"])])
    var post = request
    post.method = .post
    await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).send(post)
    }
    #expect(transport.sent.count == 1)
  }

  /// Over a real connection: the other host must not hear anything.
  @Test func tellsOtherHostsNothing() async throws {
    let elsewhere = try LoopbackServer { _ in .response(200, body: #"{"id":"1"}"#) }
    defer { elsewhere.stop() }
    let server = try LoopbackServer { _ in
      .response(307, headers: ["Location": elsewhere.baseURL + "/x"])
    }
    defer { server.stop() }
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(server.baseURL, transport: URLSessionTransport()).send(request)
    }
    #expect(error?.kind == .redirected(to: elsewhere.baseURL + "/x"))
    #expect(elsewhere.requests.isEmpty)
  }
}
