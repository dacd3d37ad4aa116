import Diagnostics
import PageFacts
import TestSupport
import Testing

/// One name in two spellings.
@Suite struct NameCheckTests {
  @Test func theSourceInBodies() {
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(
        "# Create an [!DNL AcmePal] base connection\n\n"
          + baseConnection(name: "x").replacing(#""x""#, with: #"1️⃣"Sample Acmepal connection""#)))
  }

  @Test func theSourceOfTheSpecID() {
    let page = MarkedText(
      """
      # Create an [!DNL Acme] base connection

      \(table("Credential", [
        "| `host` | The host. |",
        "1️⃣| `connectionSpec.id` | The ID of [!DNL Other] is `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |",
      ]))

      \(baseConnection())
      """)
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  @Test(arguments: ["Acme Store", "AS", "[!DNL Acme]", "Acme Store Gen2"])
  func namesOfTheSameSource(name: String) {
    let page = """
      # Create an [!DNL Acme Store] base connection

      \(table("Credential", [
        "| `host` | The host. |",
        "| `connectionSpec.id` | Of [!DNL \(name)]: `cb66ab34-8619-49cb-96d1-39b37ede86ea`. |",
      ]))

      \(baseConnection())
      """
    #expect(findings(.nameMismatch, page).isEmpty)
  }

  @Test func variants() {
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(
        "# Create a [!DNL Generic Acme] base connection\n\nUse 1️⃣[!DNL Generic Big Acme].\n\n"
          + baseConnection()))
  }

  @Test func titles() {
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(
        "---\ntitle: Create an Acme base connection\n---\n"
          + "1️⃣# (Beta) Create an Acme base connection\n\n" + baseConnection()))
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText("1️⃣# Create an Acme source connection\n\n" + baseConnection()))
  }

  @Test func basicAuthenticationByAConnectionString() {
    let string = #""connectionString": "{STRING}""#
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(
        baseConnection(parameters: string)
          .replacing("\"Basic Authentication", with: "1️⃣\"Basic Authentication")))
    expect(
      .nameMismatch, at: [],
      in: MarkedText(
        baseConnection(parameters: string, specName: "Connection String Based Authentication")))
    expect(
      .nameMismatch, at: [],
      in: MarkedText(baseConnection(parameters: string + #", "password": "{PASSWORD}""#)))
  }

  @Test func namesThatAreHostNames() {
    func page(_ row: String, _ value: String) -> MarkedText {
      MarkedText(
        baseConnection(parameters: #""account": "\#(value)""#) + "\n\n" + table("Property", [row]))
    }
    let host = "ab12345.acme.com"
    let row = "| 1️⃣`auth.params.account` | The name of the account. |"
    expect(.nameMismatch, at: ["1️⃣"], in: page(row, host))
    expect(.nameMismatch, at: [], in: page(row, "ab12345"))
    expect(.nameMismatch, at: [], in: page(row, "mail@acme.example.com"))
    expect(
      .nameMismatch, at: [],
      in: page("| `auth.params.account` | The host name of the account. |", host))
    expect(
      .nameMismatch, at: [], in: page("| `auth.params.account` | What you log in to. |", host))
  }

  @Test func doubledWords() {
    expect(
      .nameMismatch, at: ["1️⃣"], in: MarkedText("1️⃣The Acme Acme store is that that is.\n"))
  }

  @Test func patterns() {
    let page = MarkedText(
      """
      \(table("Credential", [
        "| `connectionString` | The pattern is `Server={HOST};Database={DATABASE};` |"]))

      \(baseConnection(parameters: #""connectionString": 1️⃣"Server={HOST}; Database={DATABASE};""#, specName: "By String"))
      """)
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  /// A table writes a quote as JSON does.
  @Test func escapedQuotesInPatterns() {
    let page = """
      \(table("Credential", [#"| `connectionString` | It is `User=\"{USER}\";Port={PORT};` |"#]))

      \(baseConnection(parameters: #""connectionString": "User=\"{USER}\";Port={PORT};""#, specName: "By String"))
      """
    #expect(findings(.nameMismatch, page).isEmpty)
  }

  @Test func componentsOfConnectionStrings() {
    let page = MarkedText(
      """
      \(table("Credential", [
        "| `account` | The account. |", "| `database` | The database. |",
        "1️⃣| `connectionString` | It is `jdbc:{ACCOUNT_NAME}?db={DATABASE}` |",
      ]))

      \(baseConnection(parameters: #""connectionString": "jdbc:{ACCOUNT_NAME}?db={DATABASE}""#, specName: "By String"))
      """)
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  @Test func placeholdersOfOneField() {
    let page = MarkedText(
      """
      \(baseConnection(parameters: #""token": "{TOKEN}", "topic": "a/{TOPIC}""#))

      \(request("PATCH", "/flowservice/connections/{ID}", body: """
        [ { "op": "replace", "path": "/auth/params/token", "value": 1️⃣"{NEW_TOKEN}" } ]
        """))

      \(request("POST", "/flowservice/sourceConnections", body: #"{ "params": { "topic": 2️⃣"a/{NAME}" } }"#))
      """)
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func queryParameters() {
    let page = MarkedText(
      """
      ```http
      GET /connections/{ID}/explore?objectType=file&fileType=json
      GET /connections/{ID}/explore?objectType=file&fileType=csv
      1️⃣GET /connections/{ID}/explore?objectType=file&ileType=csv
      2️⃣GET /connections/{ID}/explore?objectType=FILE&fileType=csv
      ```
      """)
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func namesOfLists() {
    let page = MarkedText(
      """
      \(request("GET", "/flowservice/connectionSpecs"))

      **Response**

      ```json
      { "operators": [ "=", "<", ">", "like" ], "logical": [ "and", "or", "not" ] }
      ```

      | Operator | Description |
      | --- | --- |
      | 1️⃣`==` | Equal. |
      | `<` | Less. |
      | `>` | More. |

      ## Use

      ```json
      [ { "name": "and" }, { "name": 2️⃣"NOT" }, { "other": "AND" } ]
      ```
      """)
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func fieldsInTheText() {
    let page = MarkedText(
      """
      Keep your 1️⃣`mappingID` and `sourceConnectionIds`, and call `connections`.

      \(request("POST", "/flowservice/flows", body: #"{ "sourceConnectionIds": ["1"], "mappingId": "2" }"#))
      """)
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  @Test func pathsInTheText() {
    let page = MarkedText(
      """
      \(request("POST", "/catalog/dataSets", body: "{}"))

      **Response**

      The answer has 1️⃣`"@/datasets/{ID}"`, not `@/dataSets/{ID}`.

      ```json
      ["@/dataSets/5e7439b1ad55a618ad4c5102"]
      ```
      """)
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  @Test func rowsAndTheirExamples() {
    let page = MarkedText(
      """
      \(table("Credential", ["| 1️⃣`ValidateServerCertificate` | `ValidationServerCertificate=0` |"]))
      """)
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }
}
