import Diagnostics
import PageFacts
import TestSupport
import Testing

/// API formats against URLs, headers and identifiers.
@Suite struct EndpointCheckTests {
  private func page(_ format: String, _ method: String, _ url: String) -> MarkedText {
    MarkedText(
      """
      **API format**

      ```http
      \(format)
      ```

      **Request**

      ```shell
      curl -X \(method) \\
        '\(url)' \\
        -H 'Authorization: Bearer {ACCESS_TOKEN}'
      ```
      """)
  }

  private let service = "https://platform.adobe.io/data/foundation/flowservice"

  @Test func blanksAtTheEndOfAURL() {
    let blank = page("GET /connections/{ID}", "GET", service + "/connections/1 ")
    #expect(facts(blank.text).requests.map(\.url) == [service + "/connections/1"])
    #expect(findings(.endpointMismatch, blank.text).map(\.assumption) == ["left out"])
  }

  /// Each is read as the sound URL and reported once.
  @Test(
    arguments: [
      "https//platform.adobe.io", "https:/platform.adobe.io", "https:///platform.adobe.io",
      "https:platform.adobe.io",
      "htps://platform.adobe.io", "htttps://platform.adobe.io", "https://platform. adobe.io",
      "https://platform.adobe.io/",
    ])
  func misspeltURLs(start: String) {
    let broken = page(
      "GET /connections/{ID}", "GET", start + "/data/foundation/flowservice/flows/1")
    #expect(facts(broken.text).requests.map(\.url) == [service + "/flows/1"])
    #expect(findings(.malformedURL, broken.text).count == 1)
  }

  @Test(arguments: [
    "{BASE_URL}/flows/1", "https://{HOST}/flows/1", "http://localhost:8080/flows",
    "https://1.2.3.4/a", "https://<host>/a", "https://SERVICE_URL/a", "SERVICE_URL/a",
    "http://my-app/a", "http://backend:8080/a", "https://a.example/{BASE ID}/a",
    "https://a.example/$(date +%F)/a", "https://[host]/a", "$HOST/a",
  ])
  func soundURLs(url: String) {
    #expect(findings(.malformedURL, page("GET /{ID}", "GET", url).text).isEmpty)
  }

  @Test(arguments: ["flows", "https:///flows/1", "https://a,b/flows/1"])
  func wordsThatAreNoURL(url: String) {
    #expect(findings(.malformedURL, page("GET /{ID}", "GET", url).text).count == 1)
  }

  /// A part of a value, which curl refuses all the same.
  @Test func blanksInAQuery() {
    let url = service + #"/flowSpecs?property=name=="A b""#
    let page = page("GET /flowSpecs", "GET", url)
    #expect(facts(page.text).requests.map(\.url) == [url])
    #expect(findings(.malformedURL, page.text).count == 1)
  }

  /// Elsewhere an empty segment may mean something.
  @Test func doubledSlashesOfOtherServices() {
    let url = "https://example.com/b/ss//6"
    let page = page("GET /b/ss", "GET", url)
    #expect(facts(page.text).requests.map(\.url) == [url])
    #expect(findings(.malformedURL, page.text).isEmpty)
  }

  /// Examples that were tried on a stage of the service which is not for the public.
  @Test func otherHostsOfTheService() {
    let stage = page(
      "GET /connections/{ID}", "GET",
      "https://platform-stage.adobe.io/data/foundation/flowservice/connections/1")
    let found = findings(.endpointMismatch, stage.text)
    #expect(found.count == 1)
    #expect(found.first?.message.contains("platform-stage.adobe.io") ?? false)
    for url in ["https://dcs.adobedc.net/collection/1", "https://api.acme.com/data/foundation/1"] {
      #expect(findings(.endpointMismatch, page("GET /{ID}", "GET", url).text).isEmpty, "\(url)")
    }
  }

  @Test(arguments: [
    "GET /connections/{ID}", "GET /flowservice/connections/{ID}",
    "GET /data/foundation/flowservice/connections/{BASE_CONNECTION_ID}",
  ])
  func anyRootWillDo(format: String) {
    expect(
      .endpointMismatch, at: [],
      in: page(format, "GET", "\(service)/connections/84b0c8e1-5f4c-1781-5d37-f42428afc954"))
  }

  @Test func schemeIsHTTPS() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page(
        "GET /flows", "GET", "1️⃣http://platform.adobe.io/data/foundation/flowservice/flows"))
  }

  @Test func identifierIsMissing() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page("1️⃣PATCH /connections", "PATCH", "\(service)/connections/{ID}"))
  }

  @Test func otherCollection() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page(
        "POST /sourceConnections/{ID}/action", "POST", "1️⃣\(service)/connections/{ID}/action"))
  }

  @Test func otherMethod() {
    expect(
      .endpointMismatch, at: ["1️⃣"], in: page("1️⃣POST /flows", "GET", "\(service)/flows"))
  }

  @Test func queries() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page("POST /flows?mode=draft", "POST", "1️⃣\(service)/flows"))
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page("1️⃣POST /flows", "POST", "\(service)/flows?mode=draft"))
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page("1️⃣GET /flows?limit={LIMIT}", "GET", "\(service)/flows"))
    expect(
      .endpointMismatch, at: [], in: page("GET /flows?{QUERY}", "GET", "\(service)/flows?limit=3"))
  }

  @Test func semicolonsOnAnyLine() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page("GET /flows\n1️⃣GET /flows?limit={LIMIT};", "GET", "\(service)/flows"))
  }

  @Test func serviceIsMissing() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: page(
        "POST /conversion/mappingSets", "POST",
        "1️⃣https://platform.adobe.io/data/foundation/mappingSets"))
  }

  @Test func rootsOfOneService() {
    let page = MarkedText(
      """
      ```http
      GET /flowservice/connections
      ```

      ```http
      GET /flowservice/flows
      ```

      ```http
      1️⃣GET /runs
      ```

      ```http
      GET /connectors/landingzone
      ```
      """)
    expect(.endpointMismatch, at: ["1️⃣"], in: page)
  }

  @Test func rootsInTheText() {
    let page = MarkedText(
      """
      ```http
      GET /connections
      ```

      Look at `/connections/{ID}` and 1️⃣`/flowservice/sourceConnections/{ID}`.
      """)
    expect(.endpointMismatch, at: ["1️⃣"], in: page)
  }

  @Test func headers() {
    let page = MarkedText(
      """
      \(request("GET", "/flowservice/flows"))

      ```shell
      1️⃣curl -X POST '\(service)/flows' -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 'x-gw-ims-org-id: {ORG_ID}' -H 'x-sandbox-name: {SANDBOX_NAME}' -d '{ "name": "A" }'
      ```

      ```shell
      curl 'https://example.com/collection' -d '{ "name": "A" }'
      ```
      """)
    // The API key and the content type.
    expect(.missingHeader, at: ["1️⃣", "1️⃣"], in: page)
  }

  @Test func placeholdersOfThePlatform() {
    let page = MarkedText(
      """
      ```shell
      curl -X POST '\(service)/connections' -H 'Authorization: Bearer {ACCESS_TOKEN}' \\
        -H 1️⃣'x-gw-ims-org-id: {IMS_ORG}' -H 'Content-Type: application/json' \\
        -d '{ "auth": { "params": { "accessToken": 2️⃣"{ACCESS_TOKEN}" } } }'
      ```
      """)
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func identifiersOfEarlierAnswers() {
    let page = MarkedText(
      """
      \(request("POST", "/flowservice/sourceConnections", body: "{}"))

      **Response**

      ```json
      { "id": "b3ba5556-48be-44b7-8b85-ff2b69b46dc4" }
      ```

      ## Mapping

      \(request("POST", "/conversion/mappingSets", body: "{}"))

      **Response**

      ```json
      { "id": "bf5286a9c1ad4266baca76ba3adc9366" }
      ```

      ## Flow

      \(request("POST", "/flowservice/flows", body: """
        { "sourceConnectionIds": [ 1️⃣"c3ba5556-48be-44b7-8b85-ff2b69b46dc4" ],
          "transformations": [ { "params": { "mappingId": 2️⃣"0" } } ] }
        """))
      """)
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func identifierOfThePathIsNoQueryParameter() {
    func page(_ words: String, _ format: String) -> MarkedText {
      MarkedText(
        """
        Send a PATCH request with your base connection ID \(words).

        **API format**

        ```http
        \(format)
        ```
        """)
    }
    let path = "PATCH /connections/{BASE_CONNECTION_ID}"
    expect(.endpointMismatch, at: ["1️⃣"], in: page("as a 1️⃣query parameter", path))
    expect(.endpointMismatch, at: [], in: page("in the path", path))
    // Also where the page has no API format of that request.
    expect(.endpointMismatch, at: ["1️⃣"], in: page("as a 1️⃣query parameter", "GET /runs/{RUN_ID}"))
    expect(
      .endpointMismatch, at: [],
      in: page("as a query parameter", "GET /runs/{RUN_ID}?of={BASE_CONNECTION_ID}"))
  }

  /// `{"listId":"1"}` and `{}`.
  @Test func encodedParameters() {
    func page(_ row: String, _ value: String) -> MarkedText {
      MarkedText(
        table("Parameter", ["| `{SOURCE_PARAMS}` | \(row) |"]) + "\n\n"
          + request("GET", "/flowservice/connections/1/explore?sourceParams=\(value)")
          .replacing("'https", with: "'1️⃣https"))
    }
    let strange = page("Any.", "eyJsaXN0SWQiOiIxIn0=")
    #expect(
      findings(.nameMismatch, strange.text).map(\.message) == [
        #"sourceParams decodes to {"listId":"1"}, and the page documents none of its keys"#
      ])
    expect(.nameMismatch, at: ["1️⃣"], in: strange)
    expect(.nameMismatch, at: [], in: page("With `listId`.", "eyJsaXN0SWQiOiIxIn0="))
    expect(.nameMismatch, at: [], in: page("Any.", "e30="))
    expect(.nameMismatch, at: [], in: page("Any.", "bm9KU09O"))
  }

  @Test func endpointsInTheText() {
    func page(_ text: String, _ format: String) -> MarkedText {
      MarkedText("## Make it\n\n\(text)\n\n**API format**\n\n```http\n\(format)\n```\n")
    }
    let text = "Send it to the 1️⃣`/schemas` endpoint."
    expect(.endpointMismatch, at: ["1️⃣"], in: page(text, "POST /tenant/schemas"))
    expect(.endpointMismatch, at: [], in: page(text, "POST /schemas"))
    expect(.endpointMismatch, at: [], in: page(text, "GET /schemas/{ID}/tenant/schemas"))
    expect(.endpointMismatch, at: [], in: page(text, "POST /data/foundation/schemas"))
    // A service, and a part of a resource.
    expect(.endpointMismatch, at: [], in: page(text, "POST /catalog/schemas"))
    expect(.endpointMismatch, at: [], in: page(text, "POST /sets/{ID}/schemas"))
  }

  @Test func formatsWithoutTheirService() {
    func page(_ format: String) -> MarkedText {
      MarkedText(
        "**API format**\n\n```http\n\(format)\n```\n\n"
          + request("POST", "/mappingSets", body: "{}").replacing("'https", with: "'2️⃣https"))
    }
    expect(.endpointMismatch, at: ["1️⃣", "2️⃣"], in: page("1️⃣POST /mappingSets"))
    expect(.endpointMismatch, at: ["2️⃣"], in: page("POST /conversion/mappingSets"))
  }

  @Test func baseConnectionsOfEarlierAnswers() {
    func page(_ explored: String, _ sent: String) -> MarkedText {
      MarkedText(
        """
        \(baseConnection())

        **Response**

        ```json
        { "id": "b3ba5556-48be-44b7-8b85-ff2b69b46dc4" }
        ```

        ## Look

        \(request("GET", "/flowservice/connections/\(explored)/explore?objectType=root")
          .replacing("'https", with: "'1️⃣https"))

        ## Source

        \(request("POST", "/flowservice/sourceConnections",
          body: #"{ "baseConnectionId": 2️⃣"\#(sent)" }"#))
        """)
    }
    let own = "b3ba5556-48be-44b7-8b85-ff2b69b46dc4"
    let other = "c3ba5556-48be-44b7-8b85-ff2b69b46dc4"
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page(other, other))
    expect(.nameMismatch, at: [], in: page(own, own))
    expect(.nameMismatch, at: [], in: page("{ID}", "{ID}"))
  }

  @Test func theTextSaysDataflow() {
    expect(
      .endpointMismatch, at: ["1️⃣"],
      in: MarkedText(
        """
        Send a DELETE request with the dataflow's ID as part of the 1️⃣query parameter.

        **API format**

        ```http
        DELETE /flows/{FLOW_ID}
        ```
        """))
    // Runs are found by the flow in their query.
    expect(
      .endpointMismatch, at: [],
      in: MarkedText("Send a GET request with the dataflow's ID as a query parameter."))
  }

  @Test func requestsThatTheTextPromises() {
    func page(_ text: String) -> MarkedText {
      MarkedText(
        """
        # Create an Acme base connection

        \(baseConnection())

        ## Map

        \(text)
        """)
    }
    expect(.endpointMismatch, at: ["1️⃣"], in: page("Send a POST request to 1️⃣`/mappingSets`."))
    expect(.endpointMismatch, at: [], in: page("Send a POST request to `/connections`."))
    expect(.endpointMismatch, at: [], in: page("Send a POST request to `/catalog/other`."))
    expect(.endpointMismatch, at: [], in: page("The guide to `/mappingSets` shows more."))
    expect(
      .endpointMismatch, at: [],
      in: page(
        "Send a POST request to `mappingSets`.\n\n"
          + request("POST", "/conversion/mappingSets", body: "{}")))
    // A page that only links to others promises nothing of its own.
    expect(
      .endpointMismatch, at: [], in: MarkedText("Send a POST request to the `/flows` endpoint."))
  }
}
