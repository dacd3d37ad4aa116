import Diagnostics
import JSONReader
import PageFacts
import TestSupport
import Testing

@Suite struct RequestTests {
  @Test func placesAreExact() throws {
    let page = MarkedText(
      """
      # Create an Acme base connection

      ## Create it {#create}

      **API format**

      ```http
      1️⃣POST /connections
      ```

      **Request**

      2️⃣```shell
      3️⃣curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -d '{ "name": "A" }'
      ```

      **Response**

      4️⃣```json
      { "id": "1", "etag": "2" }
      ```
      """)
    let read = facts(page.text)
    let request = try #require(read.requests.first)
    #expect(request.section.heading == "Create it")
    #expect(request.section.anchor == "create")
    #expect(request.apiFormat?.lines.first?.range.lowerBound == page["1️⃣"])
    #expect(request.apiFormat?.text == "POST /connections")
    #expect(request.range.lowerBound == page["2️⃣"])
    #expect(request.commandRange.lowerBound == page["3️⃣"])
    #expect(request.json?.leafPaths() == ["name"])
    let response = try #require(read.responses.first)
    #expect(response.range.lowerBound == page["4️⃣"])
    #expect(response.request == 0)
  }

  /// However the format is written, it is that of the request behind it.
  @Test(
    arguments: [
      ("```http\nPOST /connections HTTP/1.1\n```", "POST /connections"),
      ("`POST /connections`", "POST /connections"),
      ("```http\nPOST connections\n```", "POST connections"),
      ("```\nPOST connections\n```", "POST connections"),
      ("    POST /connections", "POST /connections"),
    ])
  func formatsInOtherForms(written: String, read: String) {
    let page = "# A\n\n**API format**\n\n\(written)\n\n**Request**\n\n\(baseConnection())\n"
    #expect(facts(page).requests.map(\.apiFormat?.text) == [read])
    let isBare = read == "POST connections"
    #expect(findings(.endpointMismatch, page).count == (isBare ? 1 : 0))
  }

  @Test func proseIsNoFormat() {
    let page = "# A\n\n```\nGET ready\n```\n\n`POST connections`\n\n\(baseConnection())\n"
    #expect(facts(page).requests.map(\.apiFormat) == [nil])
  }

  @Test(arguments: ["curl 7.88 or later is needed.", "curl downloads https://a.example/x for you."])
  func sentencesAreNoCommands(text: String) {
    #expect(facts("# A\n\n\(text)\n").requests.isEmpty)
    #expect(facts("# A\n\n\(text)\n").diagnostics.isEmpty)
  }

  @Test func brokenTablesAreTold() {
    let page = "# A\n\n| Name | Description |\n| --- --- |\n| `host` | The host. |\n"
    #expect(facts(page).coverage.map(\.isUsed) == [false])
    #expect(findings(.raggedTableRow, page).count == 1)
  }

  @Test func methodsAreInCapitals() {
    let page = MarkedText(
      request("GET", "/flowservice/flows").replacing("-X GET", with: "-X get")
        .replacing("curl", with: "1️⃣curl"))
    #expect(facts(page.text).requests.map(\.method) == ["GET"])
    expect(.endpointMismatch, at: ["1️⃣"], in: page)
  }

  @Test func commandsInIndentedCode() {
    let code = request("GET", "/flowservice/flows").split(separator: "\n").dropFirst().dropLast()
    let page = "# A\n\nSend this:\n\n" + code.map { "    " + $0 }.joined(separator: "\n") + "\n"
    #expect(facts(page).requests.map(\.method) == ["GET"])
    #expect(facts(page).coverage.map(\.outcome) == ["request"])
  }

  /// An API format does not reach into the next step.
  @Test func anotherStepHasNoAPIFormat() {
    let page = """
      ## Target connection

      ```http
      POST /targetConnections
      ```

      \(request("POST", "/flowservice/targetConnections", body: "{}"))

      ### Dataflow

      \(request("POST", "/flowservice/flows", body: "{}"))

      ### Once more

      \(request("POST", "/flowservice/targetConnections", body: "{}"))
      """
    #expect(
      facts(page).requests.map { $0.apiFormat?.text }
        == ["POST /targetConnections", nil, "POST /targetConnections"])
  }

  @Test func tabsShareAnAPIFormat() {
    let page = """
      ## Connection

      ```http
      POST /connections
      ```

      >[!BEGINTABS]

      >[!TAB One]

      \(baseConnection(specName: "One"))

      >[!TAB Two]

      \(baseConnection(specName: "Two"))

      >[!ENDTABS]
      """
    let read = facts(page)
    #expect(read.requests.map(\.section.tab) == ["One", "Two"])
    #expect(read.requests.allSatisfy { $0.apiFormat?.text == "POST /connections" })
    #expect(read.authentications.map(\.tab) == ["One", "Two"])
  }

  /// A response belongs to the command of its own tab, whatever stands in the others.
  @Test(arguments: [
    (["POST", "POST"], [0, 1]), (["POST", nil], [0, nil]), ([nil, "POST"], [nil, 0]),
  ])
  func responsesBelongToTheirTabs(_ methods: [String?], _ expected: [Int?]) {
    let tabs = methods.enumerated().map { index, method in
      let command =
        method.map { request($0, "/flowservice/connections", body: "{}") }
        ?? "```shell\ncurl -X POST -d '{}'\n```"
      return ">[!TAB T\(index)]\n\n\(command)\n"
    }
    let answers = methods.indices.map { index in
      ">[!TAB T\(index)]\n\n**Response**\n\n```json\n{ \"id\": \"\(index)\" }\n```\n"
    }
    let read = facts(
      (["## Connection", ">[!BEGINTABS]"] + tabs + [">[!ENDTABS]", ">[!BEGINTABS]"] + answers
        + [">[!ENDTABS]"]).joined(separator: "\n\n"))
    #expect(read.responses.map(\.request) == expected)
    #expect(read.responses.map { $0.json?["id"]?.string } == ["0", "1"])
  }

  @Test func aFenceWithoutTheCommandIsStillARequest() throws {
    let page = """
      ```http
      POST /flows?mode=draft
      ```

      **Request**

      ```shell
        'https://platform.adobe.io/data/foundation/flowservice/flows?mode=draft' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'Content-Type: application/json' \\
        -d '{ "name": "A" }'
      ```
      """
    let request = try #require(facts(page).requests.first)
    #expect(request.method == "POST")
    #expect(request.json != nil)
  }

  /// A body alone, or a command without a URL, is no request; what answers it answers nothing else.
  @Test(arguments: [
    ("```json\n{ \"points\": 1 }\n```", 1), ("```shell\ncurl -X POST -d '{}'\n```", 0),
    ("```json\nnothing\n```", 0),
  ])
  func anAnswerToSomethingElseIsNotTheLastRequests(_ payload: String, _ payloads: Int) {
    let page = """
      \(request("POST", "/flowservice/flows", body: "{}"))

      **Response**

      ```json
      { "id": "1" }
      ```

      ## Send a record

      **Request**

      \(payload)

      **Response**

      ```json
      { "status": "success" }
      ```
      """
    let read = facts(page)
    #expect(read.responses.map(\.request) == [0, nil])
    #expect(read.payloads.count == payloads)
    #expect(read.responses.map(\.payload) == [nil, payloads == 0 ? nil : 0])
    #expect(read.coverage.map(\.isUsed) == [true, true, payloads > 0, true])
  }

  /// What had two readings is marked.
  @Test func guessesAreMarked() {
    let broken = baseConnection(parameters: #""timeout": NaN"#)
    #expect(facts(broken).requests.map(\.isUncertain) == [true])
    #expect(facts(baseConnection()).requests.map(\.isUncertain) == [false])
  }

  @Test func nothingIsDroppedInSilence() {
    let page = """
      ## A

      ```sql
      SELECT 1
      ```

      ```json
      { "payload": true }
      ```
      """
    let coverage = facts(page).coverage
    #expect(coverage.map(\.thing) == [.fence, .fence])
    #expect(coverage.map(\.isUsed) == [false, false])
    #expect(coverage.allSatisfy { !$0.outcome.isEmpty })
  }
}
