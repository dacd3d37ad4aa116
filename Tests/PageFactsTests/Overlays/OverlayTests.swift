import CurlReader
import Diagnostics
import JSONReader
import MarkdownTree
import PageFacts
import Testing

/// What overlays make of a page.
@Suite struct OverlayTests {
  private static let page = """
    # Create an [!DNL Acme] base connection using the [!DNL Flow Service] API

    ## Gather required credentials

    | Credential | Description |
    | --- | --- |
    | `host` | The host of your server. |
    | `prot` | (Optional) The port. It defaults to `22`. |
    | `connectionSpec.id` | The ID is `5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a111`. |

    ## Create a base connection

    **API format**

    ```http
    POST /connections
    ```

    **Request**

    ```shell
    curl -X POST \\
      'http://platform.adobe.io/data/foundation/flowservice/connections' \\
      -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
      -H 'x-api-key: {API_KEY}' \\
      -H 'x-gw-ims-org-id: {ORG_ID}' \\
      -H 'Content-Type: text/json' \\
      -d '{
        "name": "Acme",
        "auth": { "specName": "Basic", "params": { "host": "{HOST}", "port": "{PORT}" } },
        "connectionSpec": { "id": "5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a111", "version": "1" }
      }'
    ```

    **Response**

    ```json
    { "id": "311c0d5c-9c6a-54e7-e6c2-69d48d6ef3cd", "state": "enabeld" }
    ```
    """

  private func read(
    _ overlays: Overlay..., page: String = Self.page
  ) throws -> (documented: PageFacts, corrected: CorrectedFacts) {
    let source = SourceFile(path: somePage, text: page)
    let (documented, corrected) = PageReader.read(
      MarkdownReader.read(source), page: somePage, labels: .builtIn, overlays: overlays)
    return (documented, try #require(corrected))
  }

  private func overlay(
    _ subject: String, _ value: Overlay.Value, documented: Overlay.Value? = nil,
    rule: String? = nil, reason: String? = nil
  ) -> Overlay {
    Overlay(
      page: PathPattern("**"), subject: subject, value: value, documented: documented, rule: rule,
      reason: reason)
  }

  private static let url = "http://platform.adobe.io/data/foundation/flowservice/connections"
  private static let right = "5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a11"
  private static let wrong = "5e12a6e8-1a56-4b9f-9c1d-7f3f1b0f7a111"

  private func row(_ name: String, _ facts: PageFacts) throws -> TableFact.Row {
    try #require(facts.tables.flatMap(\.rows).first { $0.name == name })
  }

  @Test(
    "an ID is corrected in all places, and its findings are settled",
    arguments: [
      "connectionSpec.id", wrong,
    ]) func identifier(subject: String) throws
  {
    let (documented, corrected) = try read(overlay(subject, .string(Self.right), reason: "why"))
    #expect(documented.connectionSpecs.map(\.id) == [Self.wrong])
    #expect(documented.corrections.isEmpty)
    #expect(corrected.outcomes == [.applied])
    let facts = corrected.facts
    #expect(facts.connectionSpecs.map(\.id) == [Self.right])
    #expect(facts.connectionSpecs.map(\.isValidUUID) == [true])
    #expect(facts.requests[0].json?["connectionSpec"]?["id"]?.string == Self.right)
    #expect(try row("connectionSpec.id", facts).description.contains("`") == false)
    #expect(try row("connectionSpec.id", facts).description.contains(Self.right + "."))
    #expect(corrected.settled.filter { $0.rule == .invalidUUID }.count == 2)
    #expect(!facts.diagnostics.contains { $0.rule == .invalidUUID })
    #expect(documented.diagnostics.filter { $0.rule == .invalidUUID }.count == 2)
    #expect(facts.corrections.allSatisfy { $0.documented == Self.wrong && $0.reason == "why" })
    let file = SourceFile(path: somePage, text: Self.page)
    #expect(facts.corrections.allSatisfy { file.text(in: $0.range).contains(Self.wrong) })
  }

  @Test func version() throws {
    let corrected = try read(overlay("connectionSpec.version", .string("1.0"))).corrected
    #expect(corrected.facts.connectionSpecs.map(\.version) == ["1.0"])
    #expect(corrected.facts.requests[0].json?["connectionSpec"]?["version"]?.string == "1.0")
  }

  @Test func `the name of the source`() throws {
    let corrected = try read(overlay("source.name", .string("ACME"))).corrected
    #expect(corrected.facts.source?.name == "ACME")
    #expect(corrected.facts.corrections.map(\.documented) == ["Acme"])
  }

  @Test(
    "the name of a row, which settles what contradicted it",
    arguments: [
      ("name of prot", nil), ("prot", "documented-but-unused-field"),
    ]) func name(subject: String, rule: String?) throws
  {
    let (documented, corrected) = try read(overlay(subject, .string("port"), rule: rule))
    #expect(documented.diagnostics.contains { $0.rule == .documentedButUnusedField })
    #expect(try row("port", corrected.facts).defaultValue == "22")
    #expect(corrected.facts.corrections.map(\.subject) == ["name of prot"])
    #expect(!corrected.facts.diagnostics.contains { $0.rule == .documentedButUnusedField })
    #expect(corrected.settled.contains { $0.subject == "prot" })
  }

  @Test func `what a row says of its field`() throws {
    let facts = try read(
      overlay("default of prot", .number("23")), overlay("optional of host", .boolean(true)),
      overlay("type of prot", .string("integer")),
      overlay("description of host", .string("The server.")),
      overlay("optional of prot", .boolean(false))
    ).corrected.facts
    #expect(try row("prot", facts).defaultValue == "23")
    #expect(try row("prot", facts).type == "integer")
    #expect(try row("prot", facts).isOptional == false)
    #expect(try row("host", facts).isOptional)
    #expect(try row("host", facts).documentation == "The server.")
    #expect(
      facts.corrections.map(\.documented) == [
        "22", "false", nil, "The host of your server.", "true",
      ])
  }

  @Test func `a default can be taken away`() throws {
    let facts = try read(overlay("default of prot", .null)).corrected.facts
    #expect(try row("prot", facts).defaultValue == nil)
    #expect(facts.corrections.map(\.value) == [nil])
  }

  @Test func `where a request goes`() throws {
    let https = Self.url.replacing("http:", with: "https:")
    for subject in ["POST \(Self.url)", "url of POST \(Self.url)"] {
      let corrected = try read(overlay(subject, .string(https))).corrected
      #expect(corrected.facts.requests[0].url == https)
      #expect(corrected.facts.requests[0].method == "POST")
      #expect(!corrected.facts.diagnostics.contains { $0.rule == .endpointMismatch })
      #expect(corrected.settled.contains { $0.rule == .endpointMismatch })
    }
    let facts = try read(overlay("method of POST \(Self.url)", .string("PUT"))).corrected.facts
    #expect(facts.requests[0].method == "PUT")
    let both = try read(overlay("POST \(Self.url)", .string("PUT \(https)"))).corrected.facts
    #expect(both.requests[0].method == "PUT" && both.requests[0].url == https)
    let format = try read(overlay("POST /connections", .string("GET /flows"))).corrected.facts
    #expect(format.requests[0].apiFormat?.text == "GET /flows")
  }

  @Test func `headers are changed, added and taken away`() throws {
    let corrected = try read(
      overlay("Content-Type of POST \(Self.url)", .string("application/json")),
      overlay("x-sandbox-name of POST \(Self.url)", .string("{SANDBOX_NAME}")),
      overlay("x-api-key of POST \(Self.url)", .null)
    ).corrected
    let headers = corrected.facts.requests[0].curl.headers.map { "\($0.name): \($0.value)" }
    #expect(headers.contains("Content-Type: application/json"))
    #expect(headers.contains("x-sandbox-name: {SANDBOX_NAME}"))
    #expect(!headers.contains { $0.hasPrefix("x-api-key") })
  }

  @Test func `values of examples, and spec names`() throws {
    let corrected = try read(
      overlay("auth.params.port", .number("1433")),
      overlay("specName of Basic", .string("Basic A")),
      overlay("state", .string("enabled"))
    ).corrected
    let body = corrected.facts.requests[0].json
    #expect(body?["auth"]?["params"]?["port"]?.kind == .number("1433"))
    #expect(corrected.facts.authentications.map(\.specName) == ["Basic A"])
    #expect(corrected.facts.responses[0].json?["state"]?.string == "enabled")
    #expect(
      corrected.facts.corrections.map(\.documented) == ["\"{PORT}\"", "Basic", "enabeld"])
    #expect(corrected.outcomes == [.applied, .applied, .applied])
  }

  @Test func `what the page says itself is no correction`() throws {
    let corrected = try read(
      overlay("default of prot", .string("22")), overlay("auth.specName", .string("Basic")),
      overlay("connectionSpec.id", .string(Self.wrong))
    ).corrected
    #expect(corrected.outcomes == [.agreed, .agreed, .agreed])
    #expect(corrected.facts.corrections.isEmpty && corrected.settled.isEmpty)
  }

  @Test(
    "a correction of something else than the page says is none, and the page counts",
    arguments: [
      ("source.name", .string("ACME"), .string("Acme"), .string("acme"), "\"Acme\"", "Acme"),
      (
        "connectionSpec.id", .string(right), .string(wrong), .string(right + "2"),
        "\"\(wrong)\"", wrong
      ),
      (
        "connectionSpec.version", .string("1.0"), .string("1"), .null, "\"1\"",
        wrong
      ),
      ("default of prot", .number("23"), .number("22"), .null, "\"22\"", "| `prot`"),
      ("optional of host", .boolean(true), .boolean(false), nil, "", ""),
      ("type of host", .string("string"), .null, .string("integer"), "null", "| `host`"),
      (
        "description of host", .null, .string("The host of your server."), .string("A host."),
        "\"The host of your server.\"", "| `host`"
      ),
      (
        "Content-Type of POST \(url)", .string("application/json"), .string("text/json"),
        .string("text/xml"), "\"text/json\"", "Content-Type"
      ),
      (
        "x-sandbox-name of POST \(url)", .string("{SANDBOX_NAME}"), .null, .string("prod"),
        "null", "curl"
      ),
      (
        "auth.params.port", .number("22"), .string("{PORT}"), .number("21"), "\"{PORT}\"",
        "\"{PORT}"
      ),
      ("state", .string("enabled"), .string("enabeld"), .string("x"), "\"enabeld\"", "\"enabeld"),
    ] as [(String, Overlay.Value, Overlay.Value, Overlay.Value?, String, String)])
  func documented(
    subject: String, value: Overlay.Value, said: Overlay.Value, other: Overlay.Value?,
    spelling: String, place: String
  ) throws {
    let plain = try read(overlay(subject, value)).corrected
    let guarded = try read(overlay(subject, value, documented: said)).corrected
    #expect(guarded.outcomes == [.applied])
    #expect(guarded.facts.corrections == plain.facts.corrections)
    #expect(guarded.facts.requests == plain.facts.requests)
    guard let other else { return }
    let (documented, changed) = try read(overlay(subject, value, documented: other))
    guard case .changed(let text, let start) = changed.outcomes[0] else {
      Issue.record("\(changed.outcomes)")
      return
    }
    #expect(text == spelling)
    let line = Self.page.utf8.dropFirst(start).prefix { $0 != UInt8(ascii: "\n") }
    #expect(String(decoding: line, as: UTF8.self).contains(place), "\(start)")
    #expect(changed.facts.corrections.isEmpty && changed.settled.isEmpty)
    #expect(changed.facts.requests == documented.requests)
    #expect(changed.facts.tables == documented.tables)
    #expect(changed.facts.connectionSpecs == documented.connectionSpecs)
    #expect(changed.facts.diagnostics == documented.diagnostics)
  }

  @Test func `a number is no text, where examples send it`() throws {
    let page = Self.page.replacing("\"{PORT}\"", with: "22")
    func outcome(_ said: Overlay.Value) throws -> OverlayOutcome {
      try read(overlay("auth.params.port", .number("23"), documented: said), page: page)
        .corrected.outcomes[0]
    }
    #expect(try outcome(.number("22")) == .applied)
    guard case .changed("22", _) = try outcome(.string("22")) else {
      Issue.record("22 is \"22\"")
      return
    }
  }

  @Test func `of rows that differ none is corrected, of examples those that are as documented`()
    throws
  {
    let rows = Self.page.replacing(
      "## Create a base",
      with: "| Property | Description |\n| --- | --- |\n"
        + "| `auth.params.prot` | (Optional) The port. It defaults to `24`. |\n\n## Create a base")
    func read(_ page: String, _ subject: String, _ said: Overlay.Value?) throws -> CorrectedFacts {
      try self.read(overlay(subject, .number("23"), documented: said), page: page).corrected
    }
    #expect(try read(rows, "default of prot", nil).facts.corrections.count == 2)
    guard case .changed("\"24\"", _) = try read(rows, "default of prot", .number("22")).outcomes[0]
    else {
      Issue.record("the second row says so, too")
      return
    }
    // One of the rows is right already.
    let right = rows.replacing("`24`", with: "`23`")
    #expect(try read(right, "default of prot", .number("22")).facts.corrections.count == 1)

    let examples = Self.page.replacing(
      "\"name\": \"Acme\",", with: "\"name\": \"Acme\", \"list\": [{ \"n\": 1 }, { \"n\": 2 }],")
    let some = try read(examples, "list.n", .number("2"))
    #expect(some.outcomes == [.applied])
    #expect(some.facts.corrections.map(\.documented) == ["2"])
    guard case .changed("1", _) = try read(examples, "list.n", .number("3")).outcomes[0] else {
      Issue.record("none is 3")
      return
    }
  }

  @Test func `what is not there is told, with what may be meant`() throws {
    let corrected = try read(
      overlay("default of prt", .string("1")), overlay("auth.params.hots", .string("x")),
      overlay(Self.right, .string("x"))
    ).corrected
    #expect(
      corrected.outcomes == [
        .missing(nearest: "default of prot"), .missing(nearest: "auth.params.host"),
        .missing(nearest: Self.wrong),
      ])
  }

  @Test func `what would contradict the page is refused, and changes nothing`() throws {
    let corrected = try read(
      overlay("auth", .string("x")), overlay("type of port", .string("integer"))
    ).corrected
    guard case .refused(let first) = corrected.outcomes[0] else {
      Issue.record("\(corrected.outcomes)")
      return
    }
    #expect(first.contains("an object"))
    #expect(corrected.facts.requests == facts(Self.page).requests)
  }

  @Test("the type of a placeholder without quotes follows the corrected row") func placeholder()
    throws
  {
    let page = Self.page.replacing(#""port": "{PORT}""#, with: #""port": {VALUE}"#)
      .replacing("`prot`", with: "`port`")
    let corrected = try read(overlay("type of port", .string("boolean")), page: page).corrected
    #expect(corrected.outcomes == [.applied])
    #expect(corrected.facts.authentications[0].inferredTypes == ["port": "boolean"])
    let quoted = Self.page.replacing("`prot`", with: "`port`")
    let refused = try read(overlay("type of port", .string("boolean")), page: quoted).corrected
    guard case .refused = refused.outcomes[0] else {
      Issue.record("\(refused.outcomes)")
      return
    }
  }

  @Test(
    "subjects that name no value",
    arguments: [
      ("some words", nil), ("Foo of bar", nil), ("targetConnections \(right)", "spec-id-mismatch"),
      ("tables", "spec-id-mismatch"),
    ]) func refusedSubjects(subject: String, rule: String?)
  {
    #expect(OverlaySubject(subject, rule: rule) == nil)
  }

  @Test func `values fit their subjects`() throws {
    func refusal(_ subject: String, _ value: Overlay.Value) throws -> String? {
      try #require(OverlaySubject(subject)).refusal(of: value)
    }
    #expect(try refusal("optional of x", .string("true")) == "true or false")
    #expect(try refusal("type of x", .string("text")) != nil)
    #expect(try refusal("type of x", .string("number")) == nil)
    #expect(try refusal("name of x", .null) == "a string")
    #expect(try refusal("x.y", .null) == nil)
    for number in ["0", "-1", "1.5", "1e3", "10.0E-2"] {
      #expect(try refusal("x.y", .number(number)) == nil, "\(number)")
    }
    for number in ["010", "1_000", "+1", ".5", "1.", "0x10", "1e", "-"] {
      #expect(try refusal("x.y", .number(number)) != nil, "\(number)")
    }
  }

  @Test func `what a page may say`() throws {
    func refusal(_ subject: String, _ value: Overlay.Value) throws -> String? {
      try #require(OverlaySubject(subject)).refusal(ofDocumented: value)
    }
    #expect(try refusal("type of x", .null) == nil)
    #expect(try refusal("type of x", .string("array")) == nil)
    #expect(try refusal("type of x", .string("text")) != nil)
    #expect(try refusal("connectionSpec.version", .null) == nil)
    #expect(try refusal("connectionSpec.version", .number("1.0")) == "a string or null")
    #expect(try refusal("connectionSpec.id", .null) == "a string")
    #expect(try refusal("optional of x", .null) == "true or false")
    for subject in [Self.right, "specName of x", "name of x", "POST /x", "url of POST /x"] {
      #expect(OverlaySubject(subject)?.namesWhatIsWrong == true, "\(subject)")
    }
    for subject in ["source.name", "connectionSpec.id", "default of x", "A of POST /x", "x.y"] {
      #expect(OverlaySubject(subject)?.namesWhatIsWrong == false, "\(subject)")
    }
  }

  @Test func `all rules that overlays may name exist`() {
    for rule in OverlaySubject.rules { #expect(Rule.named(rule) != nil, "\(rule)") }
  }
}
