import Diagnostics
import Testing

@testable import ConnectorModel

/// What becomes of a page's credentials.
@Suite struct AuthenticationTests {
  /// A page with one request for each body, and a credentials table above.
  func page(_ table: String, _ bodies: [String], sections: [String] = [], tail: String = "")
    -> String
  {
    var text = """
      # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

      ### Gather required credentials

      \(table)

      ## Create a base connection

      """
    for (index, body) in bodies.enumerated() {
      if index < sections.count { text += "\n### \(sections[index])\n" }
      text += """

        **API format**

        ```http
        POST /connections
        ```

        **Request**

        ```shell
        curl -X POST \\
          'https://platform.adobe.io/data/foundation/flowservice/connections' \\
          -H 'Content-Type: application/json' \\
          -d '\(body)'
        ```

        """
    }
    return text + "\n" + tail
  }

  func body(_ name: String, _ params: String) -> String {
    #"{"name": "Example", "auth": {"specName": "\#(name)", "params": {\#(params)}}}"#
  }

  func dump(_ text: String) -> String {
    var lines: [Substring] = []
    for source in Pages.model(text).model.sources {
      for line in ModelDump.text(source).split(separator: "\n") {
        if line.hasPrefix("  request") { break }
        if line.hasPrefix("  authentication") || line.hasPrefix("    ") { lines.append(line) }
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test func theWireNameIsWhatTheExampleSends() {
    let table = """
      | Credential | Description |
      | --- | --- |
      | `username` | The user. |
      | Access Token | The token. |
      | `port` | The port. Defaults to `22`. |
      """
    #expect(
      dump(page(table, [body("Basic", #""userName": "{U}", "accessToken": "{T}", "port": 22"#)]))
        == """
        \(" ")\(" ")authentication “Basic”
            userName: string = username
            accessToken: string secret = Access Token
            port?: integer default 22 (the page gives a default)
        """)
  }

  @Test func aNumberInQuotesStaysAString() {
    #expect(dump(page("", [body("Basic", #""port": "22""#)])).hasSuffix("port: string"))
  }

  @Test func fieldsOfSomeExamplesAreOptional() {
    let text = page(
      "",
      [
        body("Basic", #""host": "{HOST}", "port": 22"#),
        body("Basic", #""host": "{HOST}", "extra": true"#),
      ])
    #expect(
      dump(text) == """
          authentication “Basic”
            host: string
            port?: integer (sent by 1 of 2 examples)
            extra?: boolean (sent by 1 of 2 examples)
        """)
  }

  @Test func aCredentialThatNothingSendsIsAnOptionalFieldOfAll() {
    let table = """
      | Credential | Description |
      | --- | --- |
      | `host` | The host. |
      | `region` | The region. |
      | `connectionSpec.id` | The ID is `b2e08744-4f1a-40ce-af30-7abac3e23cf3`. |
      """
    let text = page(
      table, [body("Basic", #""host": "{HOST}""#), body("Token", #""token": "{TOKEN}""#)])
    #expect(
      dump(text) == """
          authentication “Basic”
            host: string
            region?: string (no example sends it)
          authentication “Token”
            token: string secret
            region?: string (no example sends it)
        """)
  }

  @Test func componentsOfAConnectionStringBelongToItsPattern() {
    let table = """
      | Credential | Description |
      | --- | --- |
      | `account` | The account. |
      | `username` | The user. |
      | `password` | The password. |
      | `role` | The role. The default role is `PUBLIC`. |
      | `connectionString` | The string. |
      """
    let text = page(
      table,
      [
        body(
          "ConnectionString",
          #""connectionString": "jdbc://{ACCOUNT_NAME}.x.com/?u={USER}&p={PASSWORD}""#)
      ])
    #expect(
      dump(text) == """
          authentication “ConnectionString”
            connectionString: string secret
            role?: string default PUBLIC (no example sends it)
            pattern of connectionString: jdbc://{ACCOUNT_NAME}.x.com/?u={USER}&p={PASSWORD}
              ACCOUNT_NAME documented
              USER documented
              PASSWORD secret documented
        """)
  }

  @Test func credentialsWithoutAnExampleAreReported() {
    let table = """
      | Credential | Description |
      | --- | --- |
      | `host` | The host. |
      """
    let (model, findings) = Pages.model(page(table, [#"{"name": "Example"}"#]))
    #expect(model.sources.first?.authentications == [])
    #expect(findings.map(\.rule) == [.credentialsWithoutAuthentication])
    #expect(findings.first?.subject == "host")
  }

  @Test func aTypeThatChangesIsWidenedAndReported() {
    let text = page(
      "",
      [
        body("Basic", #""port": 22"#), body("Basic", #""port": 22"#),
        body("Basic", #""port": "22""#),
      ])
    let (model, findings) = Pages.model(text)
    let field = model.sources.first?.authentications.first?.fields.first
    #expect(field?.schema == .union([.integer, .string]))
    #expect(findings.map(\.rule) == [.typeConflict])
    #expect(findings.first?.subject == "auth.params.port")
    let range = findings.first?.range ?? 0..<0
    #expect(String(decoding: Array(text.utf8)[range], as: UTF8.self) == "\"22\"")
  }

  @Test func allowedValuesMakeAnEnumeration() {
    let tail = """
      | Property | Description |
      | --- | --- |
      | `auth.params.dataType` | The kind. Supported values include: `xdm` and `raw`. |
      """
    let text = page("", [body("Streaming", #""dataType": "xdm""#)], tail: tail)
    let field = Pages.model(text).model.sources.first?.authentications.first?.fields.first
    #expect(field?.schema == .enumeration(["xdm", "raw"]))
  }

  /// Older pages send a type beside the name and the parameters: an authentication all the same.
  @Test func constantsBesideTheParameters() throws {
    func body(_ more: String) -> String {
      #"{"name": "A", "auth": {"specName": "Basic", \#(more), "params": {"host": "h"}}}"#
    }
    let model = Pages.model(page("", [body(#""type": "OAuth2.0", "level": 2"#)])).model
    let authentication = try #require(model.sources.first?.authentications.first)
    #expect(
      authentication.constants == [
        .init(name: "type", value: .string("OAuth2.0")), .init(name: "level", value: .integer(2)),
      ])
    #expect(authOfBody(model) == .authentication)
    #expect(try ModelJSON.read(ModelJSON.whole(model)) == model)
    let strange = Pages.model(page("", [body(#""more": {"a": 1}"#)])).model
    #expect(strange.sources.first?.authentications.first?.constants == [])
    #expect(authOfBody(strange) != .authentication)
  }

  private func authOfBody(_ model: ConnectorModel) -> Schema? {
    guard case .object(let body)? = model.operations.first?.body else { return nil }
    return body.properties.first { $0.name == "auth" }?.schema
  }
}

@Suite struct ConnectionStringReaderTests {
  @Test(arguments: [
    ("Server={HOST};Port={PORT}", ["Server=", "0", ";Port=", "1"]),
    ("{USER}@{HOST}:{USER}", ["0", "@", "1", ":", "0"]),
    ("https://<account name>.x.com", ["https://", "0", ".x.com"]),
    (#"[{"user": "{USER}"}]"#, [#"[{"user": ""#, "0", #""}]"#]),
    ("a=<{X}>", ["a=<", "0", ">"]),
    ("a={{X}}", ["a=", "0"]),
  ])
  func patterns(text: String, pieces: [String]) {
    let found = ConnectionStringReader.read(text)?.pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .parameter(let index): String(index)
      }
    }
    #expect(found == pieces)
  }

  @Test(arguments: ["{HOST}", "plain", "", "{}", "{ {", "<1 > 2>", "{HOST} ", "{\"a\": 1}"])
  func noPatterns(text: String) {
    #expect(ConnectionStringReader.read(text) == nil)
  }

  @Test func inWords() {
    let found = ConnectionStringReader.find(in: "Its pattern is: https://<name>.x.com. See {A}.")
    #expect(found?.text == "https://<name>.x.com")
    #expect(ConnectionStringReader.find(in: "See {A} and b.") == nil)
  }
}
