import ClientTestSupport
import FlowServiceRuntime
import Foundation
import HTTPTypes
import Testing

/// What the client makes of answers that are none it likes, over a real connection.
@Suite(.timeLimit(.minutes(10))) struct ErrorTests {
  struct List: Codable, Sendable {
    struct Item: Codable, Sendable {
      var id: String
      var count: Int
    }
    var items: [Item]
  }

  struct Login: Codable, Sendable {
    var password: Secret<String> = "hunter2 \"quoted\""
  }

  private func failure(
    of answer: LoopbackServer.Answer, method: HTTPRequest.Method = .post,
    headers: HTTPFields = HTTPFields(), errorCodes: ErrorCatalogue = .empty
  ) async throws -> FlowServiceError {
    let server = try LoopbackServer { _ in answer }
    defer { server.stop() }
    var client = testClient(server.baseURL, transport: URLSessionTransport(maximumBodySize: 5000))
    client.retry = .none
    client.errorCodes = errorCodes
    let request = FlowServiceRequest<List>(
      method: method, path: "/data/foundation/flowservice/connections", headers: headers,
      body: method == .get ? nil : .json(Login()))
    let error = await #expect(throws: FlowServiceError.self) { try await client.send(request) }
    return try #require(error)
  }

  private static let json = ["Content-Type": "application/json", "x-request-id": "r-1"]

  @Test(arguments: [
    #"{"error_code":"403010","message":"Oauth token is missing."}"#,
    #"{"code":"403010","message":"Oauth token is missing."}"#,
    #"{"errorCode":403010,"errorMessage":"Oauth token is missing."}"#,
    #"{"type":"http://ns.adobe.com/aep/errors/403010","title":"T","status":403,"#
      + #""detail":"Oauth token is missing."}"#,
    #"{"error":{"code":"403010","message":"Oauth token is missing."}}"#,
    #"{"errors":[{"code":"403010","message":"Oauth token is missing."}]}"#,
  ])
  func readsAllShapes(_ body: String) async throws {
    let error = try await failure(of: .response(403, headers: Self.json, body: body))
    #expect(error.kind == .refused)
    #expect(error.status?.code == 403)
    #expect(error.code == "403010")
    #expect(error.message == "Oauth token is missing.")
    #expect(error.requestID == "r-1")
    let text = "\(error)"
    #expect(text.contains("POST /data/foundation/flowservice/connections"))
    #expect(text.contains("403, code 403010: Oauth token is missing."))
    #expect(text.contains("Look at the permissions"))
    #expect(text.contains("Request ID: r-1"))
  }

  @Test func findsTheRequestIDInTheBody() async throws {
    let body = #"{"code":"1","message":"m","requestId":"r-2"}"#
    #expect(try await failure(of: .response(400, body: body)).requestID == "r-2")
  }

  @Test(arguments: ["1404-412", "FLOW-1404-412"])
  func showsTheRowOfItsCode(_ code: String) async throws {
    let row = ErrorCatalogue.Entry(
      code: "1404-412", message: "The ETag is old.", remedy: "Read it again.")
    var headers = HTTPFields()
    headers[.ifMatch] = "\"1\""
    let error = try await failure(
      of: .response(412, headers: Self.json, body: #"{"error_code":"\#(code)","message":"no"}"#),
      headers: headers, errorCodes: [row])
    #expect(error.kind == .preconditionFailed)
    #expect(error.documentation == row)
    #expect("\(error)".contains("1404-412: The ETag is old. Read it again."))
  }

  @Test func hidesWhatIsSecret() async throws {
    let echo =
      #"{"message":"no: {\"password\":\"hunter2 \\\"quoted\\\"\"} or hunter2 \"quoted\" by "#
      + #"Bearer TOPSECRET, Bearer OTHER.TOKEN."}"#
    for body in [echo, "<p>" + echo] {
      let error = try await failure(of: .response(500, headers: ["x-request-id": "r"], body: body))
      var dumped = ""
      dump(error, to: &dumped)
      for text in ["\(error)", String(reflecting: error), dumped, "\(error.response as Any)"] {
        #expect(!text.contains("hunter2"))
        #expect(!text.contains("TOPSECRET"))
        #expect(!text.contains("OTHER"))
        #expect(text.contains("<redacted>"))
      }
      #expect(String(decoding: error.response?.body.exposed ?? [], as: UTF8.self) == body)
    }
  }

  /// No value of a name that tells, as long as it may be.
  @Test(arguments: [
    #"{"password":"ab\"hunter2","user":"bob"}"#, #"{"password":"ab\\","user":"bob"}"#,
    #"{"m":"{\"password\":\"ab\\\"hunter2\\\\\",\"user\":\"bob\"}"}"#,
    #"{"user":"bob","password":"ab\"hunter2"#,
  ])
  func hidesWhatItsNameTells(_ body: String) async throws {
    let error = try await failure(of: .response(400, body: body))
    let text = "\(error)"
    #expect(text.contains("<redacted>"))
    #expect(text.contains("bob"))
    #expect(!text.contains("hunter2"))
    #expect(!text.contains("ab"))
  }

  /// Neither when it is dumped nor when somebody prints the fields.
  @Test func hidesWhatFieldsTell() async throws {
    let error = try await failure(
      of: .response(
        403,
        headers: [
          "Set-Cookie": "session=COOKIE; Path=/", "Authorization": "Bearer OTHER",
          "x-user-token": "OTHER", "x-echo": "Bearer TOPSECRET of hunter2 \"quoted\"",
          "x-request-id": "r-1", "Retry-After": "7",
        ],
        body: "{}"))
    let response = try #require(error.response)
    var dumped = ""
    dump(response, to: &dumped)
    for text in [dumped, "\(response)", "\(response.headers)"] {
      for secret in ["COOKIE", "OTHER", "TOPSECRET", "hunter2"] {
        #expect(!text.contains(secret), "\(text)")
      }
      #expect(text.contains("r-1"))
    }
    #expect(response.headers[.setCookie] == "<redacted>")
    #expect(response.headers[HTTPField.Name("x-echo")!] == "Bearer <redacted> of <redacted>")
    #expect(response.retryAfter == .seconds(7))
    #expect(error.requestID == "r-1")
  }

  @Test func hidesWhatALinkRepeats() async throws {
    let error = try await failure(
      of: .response(302, headers: ["Location": "https://login.example/?token=TOPSECRET"]))
    #expect(error.kind == .redirected(to: "https://login.example/?token=<redacted>"))
  }

  @Test func showsNoControlCharacters() async throws {
    let body = #"{"code":"a\n\u001b[31m","message":"m","requestId":"r\n\u001b[31m"}"#
    let text = "\(try await failure(of: .response(400, body: body)))"
    #expect(!text.contains("\u{1B}"))
    #expect(text.contains("Request ID: r [31m"))
  }

  @Test func showsThePagesOfGateways() async throws {
    let page =
      "<html>\r\n<h1>502   Bad Gateway</h1>\u{1B}[31m" + String(repeating: "x", count: 4000)
    let error = try await failure(
      of: .response(502, headers: ["Content-Type": "text/html"], body: page))
    #expect(error.kind == .refused)
    #expect(error.message == nil)
    let text = "\(error)"
    #expect(text.contains("<html> <h1>502 Bad Gateway</h1>"))
    #expect(!text.contains("\u{1B}"))
    #expect(text.utf8.count < 1000)
  }

  @Test func takesNoPageForAnAnswer() async throws {
    for body in ["<html>Please log in</html>", ""] {
      let error = try await failure(
        of: .response(200, headers: ["Content-Type": "text/html; charset=utf-8"], body: body))
      #expect(error.kind == .unexpectedContentType("text/html; charset=utf-8"))
    }
    let error = try await failure(
      of: .response(200, headers: ["Content-Type": "text/plain"], body: "OK"))
    #expect(error.kind == .unexpectedContentType("text/plain"))
    #expect("\(error)".contains("The body begins: OK"))
  }

  @Test(arguments: [
    (#"{"items":[{"id":"a","count":1},{"id":"b","count":"x"}]}"#, "items[1].count", "Int"),
    (#"{"items":[{"id":"a"}]}"#, "items[0].count", "there is nothing"),
    (#"{"items":null}"#, "items", "null"),
    (#"{"items":[{"id":"a","#, "", "no complete JSON"),
    ("", "", "empty"),
  ])
  func saysWhereABodyIsOtherThanExpected(
    _ body: String, _ path: String, _ reason: String
  ) async throws {
    let error = try await failure(of: .response(200, headers: Self.json, body: body))
    guard case .undecodable(let foundPath, let foundReason) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect(foundPath == path)
    #expect(foundReason.contains(reason))
    #expect(error.response.map { String(decoding: $0.body.exposed, as: UTF8.self) } == body)
  }

  @Test func takesNoMoreThanItsLimit() async throws {
    let error = try await failure(
      of: .response(200, headers: Self.json, body: String(repeating: " ", count: 5001)))
    #expect(error.kind == .transport(.bodyTooLarge(limit: 5000)))
    #expect("\(error)".contains("maximumBodySize"))
  }

  @Test func tellsOfAResetInMidBody() async throws {
    let error = try await failure(
      of: .reset(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":["))
    guard case .transport(.connectionLost) = error.kind else {
      Issue.record("\(error)")
      return
    }
    #expect("\(error)".contains("look before you send it again"))
  }

  @Test func recoversFromResetsAndBursts() async throws {
    let tries = Counter()
    let server = try LoopbackServer { _ in
      switch tries.next() {
      case 1: .reset(after: "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"items\":[")
      case 2: .response(429, headers: ["Retry-After": "3"])
      case 3: .bytes("")
      default: .response(200, body: #"{"items":[]}"#)
      }
    }
    defer { server.stop() }
    var client = testClient(server.baseURL, transport: URLSessionTransport())
    client.clock = ManualClock()
    let request = FlowServiceRequest<List>(method: .get, path: "/x")
    let response = try await client.response(to: request)
    #expect(response.value.items.isEmpty)
    // The HTTP client itself may repeat the one on a connection that was used before.
    #expect((3...4).contains(response.tries))
    #expect(server.requests.count == 4)
  }
}
