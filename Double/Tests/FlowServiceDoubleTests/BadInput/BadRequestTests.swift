import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes
import Testing

/// What a program may get wrong about its requests. Each error says what to do.
@Suite("Bad input: what is sent", .timeLimit(.minutes(10)))
struct BadRequestTests {
  @Test("URLs that are none are not sent to", arguments: TransportKind.allCases)
  func invalidURLs(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let host = baseURL.dropFirst("http://".count)
      for url in [
        "", " ", "\(host)", "ftp://\(host)", "http://", "http:/\(host)", baseURL + "/a b",
        baseURL + "?a=b", baseURL + "#a", "http://127.0.0.1\r\nx: y", "http://exämple.com",
        "http://reader:hunter2@\(host)",
      ] {
        var client = kind.client(baseURL)
        client.configuration.baseURL = url
        let error = try await refusal(says: ["is no base URL; write it as https://host"]) {
          try await Story(client: client).flowSpecs()
        }
        #expect(error.reasonNotToSend != nil)
        #expect(error.tries == 0)
        // The same for the token endpoint.
        let tokens = kind.tokens(url)
        let refused = try await refusal(says: [url.contains("\r") ? "" : "no base URL"]) {
          try await Story(client: kind.client(baseURL, tokens: tokens)).flowSpecs()
        }
        #expect(refused.reasonNotToSend != nil)
      }
      #expect(await control.requests().isEmpty)
    }
  }

  @Test("addresses where the service is not are told apart", arguments: TransportKind.allCases)
  func wrongAddresses(_ kind: TransportKind) async throws {
    let gone = try await withDouble { baseURL, control in
      var client = kind.client(baseURL)
      client.retry = .none
      // No TLS is spoken there.
      client.configuration.baseURL = baseURL.replacing("http:", with: "https:")
      let noTLS = try await refusal(says: ["Nothing was sent. Look at the base URL"]) { [client] in
        try await Story(client: client).flowSpecs()
      }
      guard case .transport(.couldNotConnect) = noTLS.kind else {
        Issue.record("\(noTLS)")
        return baseURL
      }
      client.configuration.baseURL = baseURL + "/nowhere"
      let elsewhere = try await refusal(says: ["The service answered 404"]) { [client] in
        try await Story(client: client).flowSpecs()
      }
      #expect(elsewhere.kind == .refused)
      #expect(await control.requests().map(\.status) == [404])
      return baseURL
    }
    // By now nobody listens.
    var client = kind.client(gone)
    client.retry = .none
    let error = try await refusal(says: ["Nothing was sent. Look at the base URL"]) { [client] in
      try await Story(client: client).createConnection()
    }
    guard case .transport(.couldNotConnect) = error.kind else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("IDs that are none lead nowhere else", arguments: TransportKind.allCases)
  func emptyIDs(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL)
      for id in ["", ".", ".."] {
        let words = id.isEmpty ? "empty value where it shows {}" : "one or two dots"
        for work in [
          { try await client.send(Flows.delete(flowID: id)) },
          { _ = try await client.send(Connections.retrieve(connectionID: id)) },
          { _ = try await client.send(Connections.explore(connectionID: id, objectType: "root")) },
          {
            _ = try await client.update(
              Flows.retrieve(flowID: id), with: [.replace("/name", with: "x")])
          },
        ] as [@Sendable () async throws -> Void] {
          let error = try await refusal(says: [words, "Give the ID that belongs there"], of: work)
          #expect(error.reasonNotToSend?.contains("{\(id)}") == true)
        }
      }
      #expect(await control.requests().isEmpty)
    }
  }

  @Test("empty credentials are not sent", arguments: TransportKind.allCases)
  func emptyCredentials(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      func missing(
        _ name: String, _ change: (inout FlowServiceConfiguration) -> Void
      ) async throws {
        var client = kind.client(baseURL)
        change(&client.configuration)
        let error = try await refusal(says: ["no \(name), or it is empty", "Nothing was sent"]) {
          [client] in try await Story(client: client).flowSpecs()
        }
        #expect(error.kind == .missingCredential(name: name))
      }
      for empty in ["", " ", "\n"] {
        try await missing("accessToken") { $0.accessToken = Secret(empty) }
        try await missing("apiKey") { $0.apiKey = empty }
        try await missing("organizationID") { $0.organizationID = empty }
        try await missing("sandboxName") { $0.sandboxName = empty }
        for (id, secret, name) in [
          (empty, DoubleSettings().clientSecret, "client_id"),
          (DoubleSettings().clientID, empty, "client_secret"),
        ] {
          let tokens = OAuthServerToServer(
            clientID: id, clientSecret: Secret(secret), scopes: ["openid"],
            endpoint: baseURL + "/ims/token/v3", transport: kind.make())
          let error = try await refusal(says: ["no \(name), or it is empty"]) {
            try await Story(client: kind.client(baseURL, tokens: tokens)).flowSpecs()
          }
          #expect(error.kind == .missingCredential(name: name))
        }
      }
      try await missing("accessToken") { $0.accessToken = nil }
      try await missing("apiKey") { $0.apiKey = nil }
      try await missing("organizationID") { $0.organizationID = nil }
      #expect(await control.requests().isEmpty)
    }
  }

  @Test("credentials that a request empties are refused by name", arguments: TransportKind.allCases)
  func emptiedFields(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, _ in
      for (name, codes, remedy) in [
        ("Authorization", ["403010"], "Look at the permissions"),
        ("x-api-key", ["403000"], "Look at the permissions"),
        // One transport sends the empty field, the other one none.
        ("x-gw-ims-org-id", ["2001-401", "2002-401"], "Documented as 200"),
        ("x-sandbox-name", ["2105-400"], "Documented as 2105-400"),
      ] {
        var request = FlowSpecs.list(property: "name==\"CRMToAEP\"")
        request.addHeader(name, "")
        let error = try await refusal(says: [remedy]) { [request] in
          try await kind.client(baseURL).send(request)
        }
        #expect(error.kind == .refused)
        #expect(codes.contains(error.code?.rawValue ?? ""), "\(error)")
      }
    }
  }

  @Test("tokens that no header field can hold are not sent", arguments: TransportKind.allCases)
  func badTokens(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      for token in ["hunter2\r\nx: y", "hunter2\n", "hunter2\u{0}"] {
        var client = kind.client(baseURL)
        client.configuration.accessToken = Secret(token)
        let error = try await refusal(says: ["no access token", "control character"]) { [client] in
          try await Story(client: client).flowSpecs()
        }
        guard case .noToken = error.kind else {
          Issue.record("\(error)")
          return
        }
      }
      #expect(await control.requests().isEmpty)
    }
  }

  @Test("a body over the limit of the service", arguments: TransportKind.allCases)
  func largeBody(_ kind: TransportKind) async throws {
    var settings = DoubleSettings.quick
    settings.bodyLimit = 1_000
    try await withDouble(settings) { baseURL, control in
      let story = Story(client: kind.client(baseURL))
      for count in [2_000, 3_000_000] {
        let error = try await refusal(says: ["413", "more than 1000 bytes", "send less at a time"])
        {
          try await story.createConnection(named: String(repeating: "x", count: count))
        }
        #expect(error.kind == .refused)
        #expect(error.status?.code == 413)
        #expect(error.tries == 1)
      }
      // The client goes on with the next request.
      _ = try await story.createConnection()
      #expect(await control.requests().map(\.status) == [413, 413, 201])
    }
  }

  @Test(
    "bodies that are no JSON, or call themselves something else", arguments: TransportKind.allCases)
  func badBodies(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL)
      var request = FlowServiceRequest<JSONValue>(
        method: .post, path: "/data/foundation/flowservice/connections",
        body: .json(["params": ["port": Double.nan]]))
      let unwritable = try await refusal(says: ["cannot be written as JSON", "params.port"]) {
        [request] in try await client.send(request)
      }
      #expect(unwritable.reasonNotToSend != nil)
      #expect(await control.requests().isEmpty)
      for (text, type, status, words) in [
        ("{}", "text/plain", 415, "Send JSON, with the Content-Type application/json"),
        ("a=hunter2", "application/x-www-form-urlencoded", 415, "Send JSON"),
        ("{\"name\": \"hunter2", "application/json", 400, "The body is no JSON"),
        ("", "application/json", 400, "Documented as 1405-400"),
      ] {
        request.body = .bytes(Array(text.utf8), contentType: type)
        let error = try await refusal(says: [words]) { [request] in try await client.send(request) }
        #expect(error.kind == .refused)
        #expect(error.status?.code == status)
      }
    }
  }
}
