import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Testing

/// Secrets in the header and the query of a request.
@Suite struct SecretRequestTests {
  private let configuration = FlowServiceConfiguration(
    accessToken: "TOPSECRET", apiKey: "key", organizationID: "org", sandboxName: "prod")

  private func request() -> FlowServiceRequest<Void> {
    var request = FlowServiceRequest<Void>(
      method: .post, path: "/x", query: [FlowServiceQueryItem("sas", secret: "hunter2/1")])
    request.addHeader("x-signature", Secret<String>("hunter2"))
    request.addQueryItem("sig", Secret<String>("hunter2 &"))
    request.addQueryItem("pin", Secret(4711))
    request.addHeader("x-none", Secret<String>?.none)
    request.addQueryItem("none", Secret<String>?.none)
    add(Secret<String>("hunter2"), to: &request)
    return request
  }

  /// Where only the protocol of the value is known.
  private func add(
    _ value: some CustomStringConvertible, to request: inout FlowServiceRequest<Void>
  ) {
    request.addQueryItem("generic", value)
  }

  @Test func areSentAsTheyAre() throws {
    let sent = try request().httpRequest(for: configuration)
    #expect(
      sent.headerFields.map { "\($0.name.rawName): \($0.value)" }.last == "x-signature: hunter2")
    #expect(sent.headerFields.last?.indexingStrategy == .disallow)
    #expect(sent.path == "/x?sas=hunter2/1&sig=hunter2%20%26&pin=4711&generic=hunter2")
  }

  @Test func showNowhere() throws {
    let request = request()
    var dumped = ""
    dump(request, to: &dumped)
    dump(request.query, to: &dumped)
    dump(request.headers, to: &dumped)
    let curl = try request.curl(for: configuration)
    let texts = [
      "\(request)", String(reflecting: request), dumped, "\(request.query)", "\(request.query[0])",
      String(reflecting: request.query), "\(request.headers)", curl,
    ]
    for text in texts { #expect(!text.contains("hunter2") && !text.contains("4711"), "\(text)") }
    #expect(curl.contains("-H 'x-signature: <redacted>'"))
    #expect(curl.contains("?sas=%3Credacted%3E&sig=%3Credacted%3E&pin=%3Credacted%3E&generic="))
    #expect("\(request.query[0])" == "sas=<redacted>")
    #expect("\(FlowServiceQueryItem("limit", "5"))" == "limit=5")
    let whole = try request.curl(for: configuration, redacted: false)
    #expect(whole.contains("-H 'x-signature: hunter2'"))
    #expect(whole.contains("sig=hunter2%20%26&pin=4711"))
  }

  @Test func showInNoError() async throws {
    let transport = ScriptedTransport([
      .response(400, [:], #"{"message":"no hunter2 in x?sig=hunter2%20%26&sas=hunter2/1"}"#)
    ])
    let error = await #expect(throws: FlowServiceError.self) {
      try await testClient(transport: transport).send(request())
    }
    #expect(error?.message == "no <redacted> in x?sig=<redacted>&sas=<redacted>")
  }

  @Test func standInThePlaceOfTheUsualFields() async throws {
    var request = request()
    request.addHeader("x-api-key", Secret<String>("another"))
    request.addHeader("Authorization", Secret<String>("Basic abc"))
    let transport = ScriptedTransport([.response(200)])
    var client = testClient(transport: transport)
    client.configuration.apiKey = nil
    client.configuration.accessToken = nil
    try await client.send(request)
    #expect(transport.sent[0]["x-api-key"] == "another")
    #expect(transport.sent[0]["Authorization"] == "Basic abc")
  }

  @Test func areKeptWhereARequestBecomesAnother() async throws {
    let transport = ScriptedTransport([
      .response(200, [:], #"{"id":"1","etag":"\"1\""}"#), .response(200, [:], #"{"id":"1"}"#),
    ])
    var read = FlowServiceRequest<JSONValue>(method: .get, path: "/flows/1")
    read.addHeader("x-signature", Secret<String>("hunter2"))
    _ = try await testClient(transport: transport).update(read, with: [.remove("/name")])
    #expect(transport.sent.map { $0["x-signature"] } == ["hunter2", "hunter2"])
  }

  @Test func injectNoHeader() {
    var request = FlowServiceRequest<Void>(method: .get, path: "/x")
    request.addHeader("x-signature", Secret<String>("a\r\nEvil: 1"))
    #expect(throws: FlowServiceRequestError.invalidHeaderValue(name: "x-signature")) {
      try request.httpRequest(for: configuration)
    }
  }

  /// Nothing can keep a secret from being written into a text, but what comes of it is not sent.
  @Test func areNotSentAsRedacted() async throws {
    let secret: Secret<String> = "hunter2"
    var header = FlowServiceRequest<Void>(method: .get, path: "/x")
    header.addHeader("Authorization", "Basic \(secret)")
    var query = FlowServiceRequest<Void>(method: .get, path: "/x")
    query.addQueryItem("filter", "key==\(secret)")
    for (request, name) in [(header, "Authorization"), (query, "filter")] {
      #expect(throws: FlowServiceRequestError.redactedValue(name: name)) {
        try request.httpRequest(for: configuration)
      }
      let transport = ScriptedTransport([.response(200)])
      let error = await #expect(throws: FlowServiceError.self) {
        try await testClient(transport: transport).send(request)
      }
      guard case .invalidRequest(let reason) = error?.kind else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(reason.contains("'\(name)'") && reason.contains("Give the Secret itself"))
      #expect(transport.sent.isEmpty)
    }
  }
}
