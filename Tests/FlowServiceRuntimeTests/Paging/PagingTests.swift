import ClientTestSupport
import FlowServiceRuntime
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(10))) struct PagingTests {
  struct List: FlowServiceList, Codable, Sendable {
    var items: [String]
  }

  private static let path = "/data/foundation/flowservice/connections"

  private func request(_ path: String = path) -> FlowServiceRequest<List> {
    FlowServiceRequest(method: .get, path: path, query: [.init("limit", "2")])
  }

  private func page(_ items: [String], next: String? = nil) -> ScriptedTransport.Answer {
    let items = items.map { "\"\($0)\"" }.joined(separator: ",")
    let links = next.map { #"{"next":{"href":"\#($0)"}}"# } ?? "{}"
    return .response(200, [:], #"{"items":[\#(items)],"_links":\#(links)}"#)
  }

  private func items(
    _ transport: ScriptedTransport, baseURL: String = "https://example.com"
  ) async throws -> [String] {
    let client = testClient(baseURL, transport: transport)
    return try await client.items(of: request()).reduce(into: []) { $0.append($1) }
  }

  @Test(arguments: [
    "/connections?limit=2&continuationToken=a=b==&x=%22y%22",
    "connections?limit=2&continuationToken=a=b==&x=%22y%22",
    "?limit=2&continuationToken=a=b==&x=%22y%22",
    "/data/foundation/flowservice/connections?limit=2&continuationToken=a=b==&x=%22y%22",
    "https://example.com/data/foundation/flowservice/connections?"
      + "limit=2&continuationToken=a=b==&x=%22y%22",
    "https://example.com:443/data/foundation/flowservice/connections?"
      + "limit=2&continuationToken=a=b==&x=%22y%22#here",
    #"/connections?limit=2&continuationToken=a=b==&x=\"y\""#,
  ])
  func followsLinks(_ href: String) async throws {
    let transport = ScriptedTransport([page(["1", "2"], next: href), page(["3"])])
    #expect(try await items(transport) == ["1", "2", "3"])
    #expect(
      transport.sent.map(\.head.path) == [
        Self.path + "?limit=2", Self.path + "?limit=2&continuationToken=a=b==&x=%22y%22",
      ])
    #expect(transport.sent.allSatisfy { $0["Authorization"] == "Bearer TOPSECRET" })
  }

  /// The service repeats the query in its link.
  @Test func secretsOfTheQueryStaySecret() async throws {
    let transport = ScriptedTransport([
      page(["1"], next: "/connections?sig=hunter2%20%26&t=1"),
      .response(400, [:], #"{"message":"no hunter2 & nor hunter2%20%26 here"}"#),
    ])
    var request = request()
    request.addQueryItem("sig", Secret<String>("hunter2 &"))
    var pages = testClient(transport: transport).pages(of: request).makeAsyncIterator()
    #expect(try await pages.next()?.items == ["1"])
    let error = await #expect(throws: FlowServiceError.self) { try await pages.next() }
    #expect(transport.sent.last?.head.path?.contains("sig=hunter2%20%26") ?? false)
    let text = try "\(#require(error)) \(String(reflecting: error))"
    #expect(!text.contains("hunter2"))
  }

  @Test func followsLinksBelowABaseURL() async throws {
    for href in [
      "/connections?t=1", "/data/foundation/flowservice/connections?t=1",
      "https://example.com/proxy/v1/data/foundation/flowservice/connections?t=1",
      "/proxy/v1/data/foundation/flowservice/connections?t=1",
    ] {
      let transport = ScriptedTransport([page(["1"], next: href), page(["2"])])
      #expect(try await items(transport, baseURL: "https://example.com/proxy/v1") == ["1", "2"])
      #expect(transport.sent.last?.head.path == "/proxy/v1" + Self.path + "?t=1")
    }
  }

  /// What no URL may hold is encoded, and nothing twice.
  @Test func mendsLinks() async throws {
    let transport = ScriptedTransport([
      page(["1"], next: "/connections?ids[]=%20&a=100%&b=%zz&c=%2F{é}"), page(["2"]),
    ])
    #expect(try await items(transport) == ["1", "2"])
    #expect(
      transport.sent.last?.head.path
        == Self.path + "?ids%5B%5D=%20&a=100%25&b=%25zz&c=%2F%7B%C3%A9%7D")
  }

  @Test func goesFromPageToPage() async throws {
    let transport = ScriptedTransport([
      page(["1"], next: "/connections?t=1"), page([], next: "/connections?t=2"),
      page(["2"], next: "/connections?t=3"), page([]),
    ])
    let client = testClient(transport: transport)
    let counts = try await client.pages(of: request()).reduce(into: []) {
      $0.append($1.items.count)
    }
    #expect(counts == [1, 0, 1, 0])
  }

  @Test(arguments: [
    #"{"items":[]}"#, #"{"items":[],"_links":null}"#, #"{"items":[],"_links":{"next":null}}"#,
    #"{"items":[],"_links":{"next":{}}}"#, #"{"items":[],"_links":{"next":{"href":""}}}"#,
    #"{"items":[],"_links":{"next":{"href":null}}}"#, #"{"items":[],"_links":[]}"#,
    #"{"items":[],"_links":{"next":"no"}}"#,
  ])
  func endsWhereThereIsNoLink(_ body: String) async throws {
    let transport = ScriptedTransport([.response(200, [:], body)])
    #expect(try await items(transport).isEmpty)
    #expect(transport.sent.count == 1)
  }

  @Test(arguments: [
    ("https://evil.example/connections?t=1", "another host"),
    ("//evil.example/connections?t=1", "another host"),
    ("http://example.com/data/foundation/flowservice/connections", "another host"),
    ("https://example.com:8443/data/foundation/flowservice/connections", "another host"),
    ("https://example.com@evil.example/connections", "another host"),
    ("/connections?limit=2", "before"),
    ("/elsewhere?t=1", "nothing in common"),
    ("/connections/../../users", "steps"),
  ])
  func doesNotFollowEveryLink(_ href: String, _ reason: String) async throws {
    let transport = ScriptedTransport([page(["1"], next: href)])
    var seen: [String] = []
    let items = testClient(transport: transport).items(of: request())
    let error = await #expect(throws: FlowServiceError.self) {
      // What came before is not lost.
      for try await item in items { seen.append(item) }
    }
    guard case .badNextPage(let words) = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(words.contains(reason))
    #expect(seen == ["1"])
    #expect(transport.sent.count == 1)
  }

  @Test func noticesLoops() async throws {
    let transport = ScriptedTransport([
      page(["1"], next: "/connections?t=1"), page(["2"], next: "/connections?t=2"),
      page(["3"], next: "/connections?t=1"),
    ])
    let error = await #expect(throws: FlowServiceError.self) { try await items(transport) }
    guard case .badNextPage = error?.kind else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(transport.sent.count == 3)
  }

  @Test func endsWithAnError() async throws {
    let transport = ScriptedTransport([page(["1"], next: "/connections?t=1"), .response(404)])
    var iterator = testClient(transport: transport).items(of: request()).makeAsyncIterator()
    #expect(try await iterator.next() == "1")
    await #expect(throws: FlowServiceError.self) { try await iterator.next() }
    #expect(try await iterator.next() == nil)
  }

  @Test func asksForNoPageThatNobodyWants() async throws {
    let transport = ScriptedTransport([page(["1", "2"], next: "/connections?t=1")])
    for try await item in testClient(transport: transport).items(of: request()) where item == "2" {
      break
    }
    #expect(transport.sent.count == 1)
  }

  @Test func keepsTheBodyOfASearch() async throws {
    let transport = ScriptedTransport([page(["1"], next: "/connections/search?t=1"), page(["2"])])
    var search = request(Self.path + "/search")
    search.method = .post
    search.body = .json(["a": 1])
    let items = testClient(transport: transport).items(of: search)
    #expect(try await items.reduce(into: []) { $0.append($1) } == ["1", "2"])
    #expect(transport.sent.map(\.body) == [#"{"a":1}"#, #"{"a":1}"#])
    #expect(transport.sent.last?.head.path == Self.path + "/search?t=1")
  }

  @Test(arguments: [
    (PropertyFilter.Comparison.equal, "createdAt==5", "createdAt==5"),
    (.less, "createdAt<5", "createdAt%3C5"), (.lessOrEqual, "createdAt<=5", "createdAt%3C=5"),
    (.greater, "createdAt>5", "createdAt%3E5"),
    (.greaterOrEqual, "createdAt>=5", "createdAt%3E=5"),
  ])
  func comparesNumbers(
    _ comparison: PropertyFilter.Comparison, _ text: String, _ encoded: String
  ) throws {
    let filter = PropertyFilter("createdAt", comparison, 5)
    #expect(filter.text == text)
    let request = FlowServiceRequest<List>(method: .get, path: "/x").filtered(by: filter)
    let path = try request.httpRequest(for: .init(baseURL: "https://example.com")).path
    #expect(path == "/x?property=" + encoded)
  }

  @Test func filtersProperties() throws {
    #expect(PropertyFilter("name", is: "CRMToAEP").text == #"name=="CRMToAEP""#)
    #expect(PropertyFilter("name", is: #"a"b\c"#).text == #"name=="a\"b\\c""#)
    #expect(PropertyFilter("id", isOneOf: ["a-1", "b c"])?.text == #"id==a-1,"b c""#)
    #expect(PropertyFilter("id", isOneOf: [""])?.text == #"id=="""#)
    #expect(PropertyFilter("id", isOneOf: []) == nil)
    let request = FlowServiceRequest<List>(method: .get, path: "/x")
      .filtered(by: PropertyFilter("name", is: "CRM & so+on"))
      .filtered(by: PropertyFilter("ids[]", .less, 7))
    let path = try request.httpRequest(for: .init(baseURL: "https://example.com")).path
    #expect(path == "/x?property=name==%22CRM%20%26%20so%2Bon%22&property=ids%5B%5D%3C7")
  }
}
