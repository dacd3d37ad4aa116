import FlowServiceRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct RequestTests {
  struct Body: Codable, Hashable, Sendable {
    var name = "it's a \"test\"/x"
    var auth = Auth()
    struct Auth: Codable, Hashable, Sendable {
      var user = "bob"
      var password: Secret<String> = "hunter2"
    }
  }

  struct Created: Codable, Hashable, Sendable {
    var id: String
    var etag: ETag
  }

  private let configuration = FlowServiceConfiguration(
    accessToken: "TOPSECRET", apiKey: "key", organizationID: "org@AdobeOrg", sandboxName: "prod")

  private func create() -> FlowServiceRequest<Created> {
    FlowServiceRequest(
      method: .post, path: "/data/foundation/flowservice/connections", body: .json(Body()))
  }

  @Test func headersComeAsInTheTutorials() throws {
    let request = try create().httpRequest(for: configuration)
    #expect(request.method == .post)
    #expect(request.scheme == "https")
    #expect(request.authority == "platform.adobe.io")
    #expect(request.path == "/data/foundation/flowservice/connections")
    #expect(
      request.headerFields.map { "\($0.name.rawName): \($0.value)" } == [
        "Authorization: Bearer TOPSECRET", "x-api-key: key", "x-gw-ims-org-id: org@AdobeOrg",
        "x-sandbox-name: prod", "Content-Type: application/json",
      ])
  }

  @Test func bodiesAreJSONWithNamesInOrder() throws {
    let body = try #require(try create().httpBody())
    #expect(
      String(decoding: body, as: UTF8.self)
        == #"{"auth":{"password":"hunter2","user":"bob"},"name":"it's a \"test\"/x"}"#)
    #expect(try JSONDecoder().decode(Body.self, from: Data(body)) == Body())
  }

  @Test func responsesAreDecoded() throws {
    let data = Data(#"{"id":"1","etag":"\"2\""}"#.utf8)
    #expect(try create().decode(data) == Created(id: "1", etag: ETag(quoting: "2")))
    let delete = FlowServiceRequest<Void>(method: .delete, path: "/x")
    try delete.decode(Data())
    #expect(try delete.httpBody() == nil)
    let fields = try delete.httpRequest(for: configuration).headerFields
    #expect(fields[.contentType] == nil)
  }

  @Test func queriesAreEncoded() throws {
    let request = FlowServiceRequest<JSONValue>(
      method: .get, path: "/flowSpecs",
      query: [
        .init("property", #"name=="CRMToAEP""#), .init("a b&c=d", "1+1&é#%"), .init("flag", nil),
        .init("empty", ""), .init("object", "{\"path\":\"a/b?c\"}"),
      ])
    let path = try request.httpRequest(for: configuration).path
    #expect(
      path == "/flowSpecs?property=name==%22CRMToAEP%22&a%20b%26c%3Dd=1%2B1%26%C3%A9%23%25&flag"
        + "&empty=&object=%7B%22path%22:%22a/b?c%22%7D")
    let components = try #require(URLComponents(string: "https://h" + (path ?? "")))
    #expect(
      components.queryItems?.map { $0.name } == ["property", "a b&c=d", "flag", "empty", "object"])
    #expect(
      components.queryItems?.map { $0.value }
        == [#"name=="CRMToAEP""#, "1+1&é#%", nil, "", "{\"path\":\"a/b?c\"}"])
  }

  @Test func segmentsAreEncoded() throws {
    #expect(PercentEncoding.pathSegment("{ID}") == "%7BID%7D")
    #expect(PercentEncoding.pathSegment("a/../b?c#d e") == "a%2F..%2Fb%3Fc%23d%20e")
    #expect(PercentEncoding.pathSegment("é\r\n") == "%C3%A9%0D%0A")
    for text in ["{ID}", "a/../b?c#d e", "é\r\n", "100%", "~._-!$&'()*+,;=:@"] {
      #expect(PercentEncoding.pathSegment(text).removingPercentEncoding == text)
      #expect(PercentEncoding.queryValue(text).removingPercentEncoding == text)
      #expect(PercentEncoding.queryName(text).removingPercentEncoding == text)
    }
  }

  /// An empty one would lead to the list; dots are taken out of the path on the way, encoded or not.
  @Test(arguments: [
    ("/flows/" + PercentEncoding.pathSegment(""), "empty value where it shows {}"),
    ("/flows/\(PercentEncoding.pathSegment(""))/action", "empty value where it shows {}"),
    ("/flows/" + PercentEncoding.pathSegment("."), "one or two dots"),
    ("/flows/" + PercentEncoding.pathSegment(".."), "one or two dots"),
    ("/flows/../connections", "one or two dots"), ("/flows/%2e%2E/connections", "one or two dots"),
    ("/flows/.%2E?a=b", "one or two dots"), ("/flows/a b", "no URL may hold"),
  ])
  func pathsThatLeadElsewhereAreRefused(_ path: String, _ reason: String) throws {
    let request = FlowServiceRequest<Void>(method: .delete, path: path)
    let refusal = FlowServiceRequestError.invalidPath(path)
    #expect(throws: refusal) { try request.httpRequest(for: configuration) }
    #expect(throws: refusal) { try request.curl(for: configuration) }
    #expect(refusal.description.contains("'\(path)'"))
    #expect(refusal.description.contains(reason))
  }

  @Test(arguments: ["/flows/...", "/flows/a.b?next=../x", "/flows/.a/", "/"])
  func pathsWithOtherDotsAreNot(_ path: String) throws {
    let request = FlowServiceRequest<Void>(method: .delete, path: path)
    #expect(try request.httpRequest(for: configuration).path == path)
  }

  @Test func otherServicesGetNoCredentials() throws {
    let request = FlowServiceRequest<Void>(
      method: .post, base: .absolute("https://dcs.adobedc.net/"), path: "/collection/1",
      body: .json(JSONValue.object([:])))
    let sent = try request.httpRequest(for: configuration)
    #expect(sent.authority == "dcs.adobedc.net")
    #expect(sent.path == "/collection/1")
    #expect(sent.headerFields.map { $0.name.canonicalName } == ["content-type"])
    var asked = request
    asked.sendsCredentials = true
    #expect(try asked.httpRequest(for: configuration).headerFields[.authorization] != nil)
  }

  @Test func fieldsOfTheRequestReplaceTheUsualOnes() throws {
    var request = create()
    request.headers[.ifMatch] = ETag(quoting: "1").headerValue
    request.headers[.contentType] = "application/json-patch+json"
    let fields = try request.httpRequest(for: configuration).headerFields
    #expect(fields[.ifMatch] == "\"1\"")
    #expect(fields[values: .contentType] == ["application/json-patch+json"])
  }

  @Test(arguments: [
    "", "platform.adobe.io", "https://", "ftp://x", "https://h?q", "https://h\r\nX: y", "https:/h",
  ])
  func badBaseURLsAreRefused(url: String) {
    #expect(throws: FlowServiceRequestError.invalidBaseURL(url)) {
      try create().httpRequest(for: FlowServiceConfiguration(baseURL: url))
    }
  }

  @Test func namesAndPasswordsOfABaseURLAreRefusedUnseen() {
    #expect(throws: FlowServiceRequestError.invalidBaseURL("…@host/x")) {
      try create().httpRequest(for: .init(baseURL: "https://user:hunter2@host/x"))
    }
  }

  @Test func aBaseMayBeTheWhole() throws {
    for (url, path) in [("https://h", "/?a=b"), ("https://h/x/", "/x?a=b")] {
      let request = FlowServiceRequest<Void>(
        method: .get, base: .absolute(url), path: "", query: [.init("a", "b")])
      #expect(try request.httpRequest(for: configuration).path == path)
    }
  }

  @Test func headerInjectionIsRefused() {
    let configuration = FlowServiceConfiguration(accessToken: "x\r\nEvil: 1")
    #expect(throws: FlowServiceRequestError.invalidHeaderValue(name: "Authorization")) {
      try create().httpRequest(for: configuration)
    }
  }

  @Test func prefixesOfTheBaseAreKept() throws {
    let configuration = FlowServiceConfiguration(baseURL: "http://localhost:8080/proxy/")
    let request = try create().httpRequest(for: configuration)
    #expect(request.scheme == "http")
    #expect(request.authority == "localhost:8080")
    #expect(request.path == "/proxy/data/foundation/flowservice/connections")
  }

  @Test func descriptionsShowNoSecrets() throws {
    let request = create()
    var dumped = ""
    dump(request, to: &dumped)
    dump(configuration, to: &dumped)
    for text in ["\(request)", String(reflecting: request), dumped, "\(configuration)"] {
      #expect(!text.contains("hunter2"))
      #expect(!text.contains("TOPSECRET"))
    }
    #expect(request.description == "POST /data/foundation/flowservice/connections")
  }
}
