import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources
import HTTPTypes
import Testing

/// Answers that are not what the pages promise. Each error says what it is and what to do.
@Suite("Bad input: what is answered", .timeLimit(.minutes(10)))
struct BadAnswerTests {
  /// A fault of an answer that goes well, and what the client makes of it.
  struct BadAnswer: Sendable, CustomTestStringConvertible {
    var fault: Fault
    var kind: FlowServiceError.Kind
    /// What the error says to do.
    var words: String
    var testDescription: String { "\(fault.kind) \(fault.contentType ?? "")" }

    static let noJSON = FlowServiceError.Kind.undecodable(
      path: "", reason: "it is no complete JSON.")
    static let all = [
      BadAnswer(fault: Fault(.truncatedJSON), kind: noJSON, words: "Use client.raw(_:)"),
      BadAnswer(
        fault: Fault(.emptyBody), kind: .undecodable(path: "", reason: "it is empty."),
        words: "Use client.raw(_:)"),
      BadAnswer(
        fault: Fault(.html), kind: .unexpectedContentType("text/html"),
        words: "look at the base URL and at the proxy"),
      BadAnswer(
        fault: Fault(.wrongContentType, contentType: "text/html; charset=utf-8"),
        kind: .unexpectedContentType("text/html; charset=utf-8"),
        words: "look at the base URL and at the proxy"),
      BadAnswer(
        fault: Fault(.plainText, status: 200), kind: .unexpectedContentType("text/plain"),
        words: "The body begins: upstream said no"),
      BadAnswer(
        fault: Fault(.largeBody, bytes: 200_000),
        kind: .transport(.bodyTooLarge(limit: 100_000)), words: "a larger maximumBodySize"),
    ]
  }

  @Test(
    "that go well and cannot be read", arguments: TransportKind.allCases, BadAnswer.all)
  func unreadable(_ kind: TransportKind, _ bad: BadAnswer) async throws {
    try await withDouble { baseURL, control in
      var client = kind.client(baseURL)
      client.transport = kind.make(maximumBodySize: 100_000)
      let story = Story(client: client)
      let created = try await story.createConnection()
      await control.add(bad.fault)
      let error = try await refusal(says: [bad.words]) {
        try await story.client.send(Connections.retrieve(connectionID: created.id))
      }
      #expect(error.kind == bad.kind)
      #expect(error.tries == 1)
      // What creates something was carried out, and is not sent again.
      var fault = bad.fault
      fault.method = "POST"
      await control.add(fault)
      let creation = try await refusal(says: [bad.words]) { try await story.createConnection() }
      #expect(creation.kind == bad.kind)
      #expect(creation.tries == 1)
      // The next one goes well.
      #expect(
        try await story.client.send(Connections.retrieve(connectionID: created.id)).items.first?.id
          == created.id)
      #expect(await control.faults().isEmpty)
    }
  }

  @Test("JSON that calls itself something else is JSON", arguments: TransportKind.allCases)
  func mislabelled(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL))
      let created = try await story.createConnection()
      for type in ["text/plain", "application/octet-stream", "application/json; charset=latin1"] {
        await control.add(Fault(.wrongContentType, contentType: type))
        let found = try await story.client.send(Connections.retrieve(connectionID: created.id))
        #expect(found.items.first?.id == created.id)
      }
      #expect(await control.faults().isEmpty)
    }
  }

  @Test("errors that are no JSON", arguments: TransportKind.allCases)
  func plainErrors(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL))
      for (fault, status, words) in [
        (Fault(.gatewayPage, status: 400), 400, "Look at the request, for example with curl(for:)"),
        (Fault(.gatewayPage, status: 401), 401, "Get a new access token"),
        (Fault(.gatewayPage, status: 403), 403, "Look at the permissions"),
        (Fault(.gatewayPage, status: 404), 404, "Look at the ID"),
        (Fault(.plainText, status: 405), 405, "Look at the request, for example with curl(for:)"),
        (Fault(.gatewayPage, status: 413), 413, "send less at a time"),
        (Fault(.plainText, status: 422), 422, "Look at the request, for example with curl(for:)"),
        (Fault(.plainText), 500, "Send it again later"),
        (Fault(.gatewayPage), 502, "Send it again later"),
        (Fault(.plainText, status: 504), 504, "Send it again later"),
      ] {
        await control.add(fault)
        let error = try await refusal(
          says: [
            "The service answered \(status).", words, "Request ID: ",
            fault.kind == .plainText
              ? "The body begins: upstream said no" : "The body begins: <html><body><h1>\(status)",
          ]
        ) { try await story.createConnection() }
        #expect(error.kind == .refused)
        #expect(error.status?.code == status)
        #expect(error.code == nil)
        #expect(error.message == nil)
        #expect(error.tries == 1)
      }
      // What can be repeated is: four times, and no fault is left over.
      await control.add(Fault(.gatewayPage, times: 4))
      let error = try await refusal(says: ["It was sent 4 times"]) { try await story.flowSpecs() }
      #expect(error.tries == 4)
      #expect(await control.faults().isEmpty)
    }
  }

  @Test("errors whose JSON stops in the middle", arguments: TransportKind.allCases)
  func brokenErrors(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let client = kind.client(baseURL)
      for fault in [Fault.Kind.truncatedJSON, .emptyBody] {
        await control.add(Fault(fault))
        let error = try await refusal(says: ["The service answered 404.", "Look at the ID"]) {
          try await client.send(Connections.retrieve(connectionID: "none"))
        }
        #expect(error.kind == .refused)
        #expect(error.code == nil)
        #expect(error.message == nil)
        #expect(error.response?.excerpt.hasPrefix("{") == (fault == .truncatedJSON))
      }
    }
  }

  @Test("of the token endpoint", arguments: TransportKind.allCases, BadAnswer.all)
  func badTokens(_ kind: TransportKind, _ bad: BadAnswer) async throws {
    try await withDouble { baseURL, control in
      let settings = DoubleSettings()
      let tokens = OAuthServerToServer(
        clientID: settings.clientID, clientSecret: Secret(settings.clientSecret),
        scopes: ["openid"], endpoint: baseURL + "/ims/token/v3",
        transport: kind.make(maximumBodySize: 100_000))
      let story = Story(client: kind.client(baseURL, tokens: tokens))
      var fault = bad.fault
      fault.path = "/ims/"
      await control.add(fault)
      let error = try await refusal(says: ["POST \(baseURL)/ims/token/v3: "]) {
        try await story.flowSpecs()
      }
      #expect(error.kind == bad.kind)
      // All of the answer may be the token.
      #expect(error.response?.excerpt ?? "<redacted>" == "<redacted>")
      // The next one gets its token.
      _ = try await story.flowSpecs()
      #expect(await control.requests().map(\.path).filter { $0.contains("ims") }.count == 2)
    }
  }

  @Test("errors of the token endpoint that are no JSON", arguments: TransportKind.allCases)
  func plainErrorsOfTokens(_ kind: TransportKind) async throws {
    try await withDouble { baseURL, control in
      let story = Story(client: kind.client(baseURL, tokens: kind.tokens(baseURL)))
      await control.add(Fault(.gatewayPage, path: "/ims/", status: 403))
      let refused = try await refusal(says: ["/ims/token/v3: The service answered 403."]) {
        try await story.flowSpecs()
      }
      #expect(refused.kind == .refused)
      await control.add(Fault(.plainText, path: "/ims/", times: 4))
      let out = try await refusal(says: ["500", "It was sent 4 times. Send it again later"]) {
        try await story.flowSpecs()
      }
      #expect(out.kind == .refused)
      #expect(await control.faults().isEmpty)
      // Nobody asked the service itself.
      #expect(await control.requests().allSatisfy { $0.path == "/ims/token/v3" })
    }
  }
}
