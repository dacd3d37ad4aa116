import Diagnostics
import PageFacts
import TestSupport
import Testing

@Suite struct CredentialTests {
  private func rows(_ text: String) -> [TableFact.Row] {
    facts("## Gather required credentials\n\n" + text + "\n\n" + baseConnection())
      .credentialTables.flatMap(\.rows)
  }

  @Test func rowsAreReadWithTheirPlaces() throws {
    let page = MarkedText(
      """
      | Credential | Description |
      | --- | --- |
      | 1️⃣`host` | The host. |
      |2️⃣`password`| (Optional) The password. |
      | 3️⃣port | The port. It defaults to `22`. |
      """)
    let read = facts(page.text + "\n\n" + baseConnection()).credentialTables.flatMap(\.rows)
    try #require(read.map(\.name) == ["host", "password", "port"])
    #expect(read[0].nameRange.lowerBound == page["1️⃣"])
    #expect(read[1].nameRange.lowerBound == page["2️⃣"])
    #expect(read[2].nameRange == page["3️⃣"]..<page["3️⃣"] + 4)
    #expect(read.map(\.isOptional) == [false, true, false])
    #expect(read.map(\.isSecret) == [false, true, false])
    #expect(read.map(\.defaultValue) == [nil, nil, "22"])
  }

  /// Parentheses around all of the code belong to the sentence.
  @Test(arguments: [
    ("The delimiter. It defaults to a comma `(,)`.", ","), ("It defaults to `f(x)`.", "f(x)"),
    ("It defaults to `()`.", "()"), ("It defaults to `(a)(b)`.", "(a)(b)"),
  ])
  func defaultsStandWithoutTheirParentheses(description: String, value: String) {
    #expect(
      rows(table("Credential", ["| `host` | \(description) |"])).map(\.defaultValue) == [value])
  }

  /// Translations call the row of the spec ID anything.
  @Test(arguments: ["Verbindungs-ID", "Connection spec ID", "`spec`", "接続仕様 ID"])
  func theRowWithTheRequestsSpecIDIsNoCredential(name: String) {
    let id = "cb66ab34-8619-49cb-96d1-39b37ede86ea"
    let read = rows(
      table("Credential", ["| `host` | The host. |", "| \(name) | The ID is: `\(id)`. |"]))
    #expect(read.map(\.isSpecID) == [false, true])
    // A sample of another ID makes none.
    let other = rows(
      table("Credential", ["| `tenant` | Like `b3ba5556-48be-44b7-8b85-ff2b69b46dc4`. |"]))
    #expect(other.map(\.isSpecID) == [false])
  }

  /// Markdown takes the paragraph for a row; a reader does not.
  @Test func aParagraphRightBelowATableIsNoRow() {
    let text =
      table("Credential", ["| `host` | The host. |"]) + "\nThese values are explained below."
    #expect(rows(text).map(\.name) == ["host"])
    #expect(findings(.raggedTableRow, text).count == 1)
  }

  @Test func halfACodeSpanIsStillTheName() {
    let read = rows(table("Credential", ["| `host | The host. |", "| port` | The port. |"]))
    #expect(read.map(\.name) == ["host", "port"])
  }

  /// The header's word is weaker than the place of the table.
  @Test func responseFieldsAndPlaceholdersAreNoCredentials() {
    let page = """
      # Explore Acme

      ```http
      GET /connections/{ID}/explore
      ```

      \(table("Credential", ["| `{ID}` | The connection. |"]))

      \(request("GET", "/flowservice/connections/{ID}/explore"))

      **Response**

      ```json
      { "items": [] }
      ```

      \(table("Credential", ["| `items` | What there is. |"]))
      """
    #expect(facts(page).tables.map(\.role) == [.parameters, .responseProperties])
  }

  @Test func aConditionIsNoExample() {
    let read = rows(
      table(
        "Credential",
        [
          "| `region` | For example, if the `url` is `https://eu10.acme.com`, take `eu10`. |",
          "| `zone` | For example, `a`. |",
        ]))
    #expect(read.map(\.example) == [nil, "a"])
  }

  @Test func allowedValuesStandInTheSentence() {
    let read = rows(
      table("Credential", ["| `mode` | The mode. Supported values: `a` and `b`. Not `c`. |"]))
    #expect(read.first?.allowedValues == ["a", "b"])
  }

  @Test func allowedValuesBeginTheItemsOfAList() {
    let read = rows(
      table(
        "Credential",
        [
          """
          | `mode` | The mode. Allowed values are: <ul><li>`a`: The first. As in `x`.</li>\
          <li><code>b</code>: The second.</li></ul> |
          """
        ]))
    #expect(read.first?.allowedValues == ["a", "b"])
  }

  @Test func labelledItemsAreAllThereIs() {
    let read = rows(
      table(
        "Credential",
        ["| Endpoint | One for each. <ul><li>**First**: `/a`</li><li>**Second**: `/b`</li></ul> |"])
    )
    #expect(read.first?.allowedValues == ["/a", "/b"])
  }

  @Test(arguments: [
    "The host, for example <ul><li>**US**: `us.acme.com`</li><li>**EU**: `eu.acme.com`</li></ul>",
    "Switches: <ul><li>`Encrypt=0`(off)</li><li>`Encrypt=1`(on)</li></ul>",
    "One item: <ul><li>**Only**: `/a`</li></ul>",
    "Patterns: <ul><li>By name: `Server={NAME}`</li><li>By host: `Server={HOST}`</li></ul>",
  ])
  func otherListsAreNot(description: String) {
    #expect(rows(table("Credential", ["| host | \(description) |"])).first?.allowedValues == [])
  }

  /// Below the heading of all credentials a heading can only tell them apart.
  @Test func headingsBelowThatOfAllCredentials() {
    let page = """
      ### Gather required credentials

      #### OAuth 2 refresh code

      \(table("Credential", ["| `host` | The host. |"]))

      #### Key

      \(table("Credential", ["| `host` | The host. |"]))

      \(baseConnection())
      """
    #expect(facts(page).credentialTables.map(\.authentication) == ["OAuth 2 refresh code", "Key"])
  }

  @Test func headingsAndTabsNameTheAuthentication() {
    let page = """
      ### Key pair authentication

      \(table("Credential", ["| `privateKey` | The key. |"]))

      >[!BEGINTABS]

      >[!TAB Basic authentication]

      \(table("Credential", ["| `host` | The host. |"]))

      >[!ENDTABS]

      \(baseConnection())
      """
    #expect(
      facts(page).credentialTables.map(\.authentication)
        == ["Key pair authentication", "Basic authentication"])
  }
}
