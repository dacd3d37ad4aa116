import FlowServiceRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct CurlTests {
  private let configuration = FlowServiceConfiguration(
    accessToken: "TOPSECRET", apiKey: "key", organizationID: "it's", sandboxName: "prod")

  private var request: FlowServiceRequest<JSONValue> {
    FlowServiceRequest(
      method: .post, path: "/connections", query: [.init("property", #"name=="X""#)],
      headers: [.ifMatch: "\"1\""], body: .json(RequestTests.Body()))
  }

  @Test func secretsAreRedacted() throws {
    #expect(
      try request.curl(for: configuration) == #"""
        curl -X POST \
          'https://platform.adobe.io/connections?property=name==%22X%22' \
          -H 'Authorization: Bearer <redacted>' \
          -H 'x-api-key: key' \
          -H 'x-gw-ims-org-id: it'\''s' \
          -H 'x-sandbox-name: prod' \
          -H 'Content-Type: application/json' \
          -H 'If-Match: "1"' \
          -d '{
          "auth" : {
            "password" : "<redacted>",
            "user" : "bob"
          },
          "name" : "it'\''s a \"test\"/x"
        }'
        """#)
  }

  @Test func tokensOfTheRequestAreRedactedToo() throws {
    var request = request
    request.headers[.authorization] = "Bearer OTHERSECRET"
    request.body = .bytes(Array("hunter2".utf8), contentType: "text/plain")
    let text = try request.curl(for: configuration)
    #expect(!text.contains("SECRET"))
    #expect(!text.contains("hunter2"))
  }

  /// What no type says to be a secret, its name or its place does.
  @Test(arguments: [
    #"{"params": {"host": "example.com", "connectionString": "hunter2"}}"#,
    #"[{"op": "replace", "path": "/auth/params/host", "value": "hunter2"}]"#,
    #"[{"op": "add", "path": "/auth", "value": {"params": {"list": ["hunter2", 1]}}}]"#,
    #"[{"op": "replace", "path": "/params/password", "value": "hunter2"}]"#,
    #"{"password": ["hunter2", 4711], "secret": 4711}"#,
  ])
  func plainJSONIsRedactedByNameAndPlace(_ text: String) throws {
    let body = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
    var request = request
    request.body = .json(body)
    let shown = try request.curl(for: configuration)
    #expect(!shown.contains("hunter2"))
    #expect(!shown.contains("4711"))
    #expect(shown.contains("<redacted>"))
    #expect(shown.contains("example.com") == text.contains("example.com"))
    #expect(try request.curl(for: configuration, redacted: false).contains("hunter2"))
    #expect(try String(decoding: request.httpBody() ?? [], as: UTF8.self).contains("hunter2"))
  }

  @Test func fieldsAndQueriesAreRedactedByName() throws {
    var request = request
    request.addQueryItem("access_token", "hunter2")
    request.addQueryItem("limit", 5)
    request.headers[.cookie] = "session=hunter2"
    request.addHeader("x-client-secret", "hunter2")
    let shown = try request.curl(for: configuration)
    #expect(!shown.contains("hunter2"))
    #expect(shown.contains("&access_token=%3Credacted%3E&limit=5"))
    #expect(try request.curl(for: configuration, redacted: false).contains("session=hunter2"))
  }

  @Test func whatAPatchDoesElsewhereIsShown() throws {
    var request = request
    request.body = .json(
      [["op": "replace", "path": "/name", "value": "Contacts"]] as JSONValue)
    #expect(try request.curl(for: configuration).contains("\"value\" : \"Contacts\""))
  }

  /// The shell reads the command as what the request sends.
  @Test func theShellReadsWhatWasMeant() throws {
    let text = try request.curl(for: configuration, redacted: false)
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "curl() { for word; do printf '%s\\0' \"$word\"; done; }; " + text]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let words = data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    let sent = try request.httpRequest(for: configuration)
    #expect(words.prefix(3) == ["-X", "POST", "https://platform.adobe.io\(sent.path ?? "")"])
    let fields = zip(words, words.dropFirst()).filter { $0.0 == "-H" }.map { $0.1 }
    #expect(fields == sent.headerFields.map { "\($0.name.rawName): \($0.value)" })
    let body = try #require(words.last)
    #expect(
      try JSONDecoder().decode(RequestTests.Body.self, from: Data(body.utf8)) == RequestTests.Body()
    )
  }
}
