import Diagnostics
import PageFacts
import TestSupport
import Testing

/// What tables say against what bodies send, each finding at its exact place.
@Suite struct FieldCheckTests {
  @Test func rowsInAnotherSpelling() {
    expect(
      .nameMismatch, at: ["1️⃣", "2️⃣"],
      in: MarkedText(
        baseConnection(parameters: #""userName": "{A}", "warehouse": "{B}""#) + "\n\n"
          + table(
            "Property",
            ["| 1️⃣`auth.params.username` | The name. |", "| 2️⃣`auth.params.warehouses` | The one. |"])
      ))
  }

  /// `destination` is sent as `destinationXdmPath`: the same field under another name.
  @Test func rowsWithAShorterName() {
    let page = MarkedText(
      request(
        "POST", "/conversion/mappingSets",
        body: #"{ "mappings": [ { "destinationXdmPath": "a", "sourceAttribute": "b" } ] }"#)
        + "\n\n"
        + table(
          "Property",
          ["| 1️⃣`mappings.destination` | To. |", "| 2️⃣`mappings.source` | From. |"]))
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
    expect(.undocumentedField, at: [], in: page)
    expect(.documentedButUnusedField, at: [], in: page)
  }

  /// Names without a word in common may be one field or two: both readings are told.
  @Test func theOneParameterLeftOver() {
    let page = MarkedText(
      baseConnection(parameters: #""sasUri": "{A}""#) + "\n\n"
        + table("Property", ["| 1️⃣`auth.params.connectionString` | The string. |"]))
    expect(.nameMismatch, at: ["1️⃣"], in: page)
    expect(.documentedButUnusedField, at: ["1️⃣"], in: page)
  }

  @Test func rowsOfNothing() {
    expect(
      .documentedButUnusedField, at: ["1️⃣"],
      in: MarkedText(
        baseConnection() + "\n\n"
          + table(
            "Property", ["| `auth.params.host` | The host. |", "| 1️⃣`params.path` | The path. |"])))
  }

  @Test func arraysWithoutBrackets() {
    let body = request(
      "POST", "/flowservice/flows", body: #"{ "transformations": [ { "name": "A" } ] }"#)
    expect(
      .nameMismatch, at: ["1️⃣"],
      in: MarkedText(body + "\n\n" + table("Property", ["| 1️⃣`transformations.name` | It. |"])))
    expect(
      .nameMismatch, at: [],
      in: MarkedText(body + "\n\n" + table("Property", ["| `transformations[].name` | It. |"])))
  }

  @Test func fieldsWithoutARow() {
    expect(
      .undocumentedField, at: ["1️⃣", "2️⃣"],
      in: MarkedText(
        request(
          "POST", "/flowservice/flows",
          body:
            #"{ "name": "A", 1️⃣"providerId": "p", "state": "s", 2️⃣"list": [ { "a": 1, "b": 2 } ] }"#)
          + "\n\n" + table("Property", ["| `state` | The state. |"])))
  }

  @Test func aSecondExampleIsExplainedByTheFirst() {
    let body = request("POST", "/flowservice/flows", body: #"{ "state": "s" }"#)
    let page =
      body + "\n\n" + table("Property", ["| `state` | The state. |"]) + "\n\n## Again\n\n" + body
    #expect(findings(.undocumentedField, page).isEmpty)
  }

  @Test func aBodyWithoutATable() {
    let page = MarkedText(
      baseConnection(parameters: #"1️⃣"host": "{HOST}""#) + "\n\n" + baseConnection())
    expect(.undocumentedField, at: ["1️⃣"], in: page)
  }

  /// What is not sent to the platform is the reader's own data.
  @Test func payloadsNeedNoTable() {
    let page = """
      \(baseConnection())

      \(table("Credential", ["| `host` | The host. |"]))

      ## Send

      ```shell
      curl -X POST 'https://dcs.example.com/collection/1' -d '{ "first": "Jo" }'
      ```
      """
    #expect(findings(.undocumentedField, page).filter { $0.subject != "POST connections" }.isEmpty)
  }

  @Test func aTableThatListsPartOfTheEnvelope() {
    let page = MarkedText(
      baseConnection() + "\n\n"
        + table(
          "Property",
          [
            "| 1️⃣`name` | The name. |", "| `auth.specName` | The type. |",
            "| `auth.params.host` | The host. |", "| `connectionSpec.id` | The ID. |",
          ]))
    expect(.undocumentedField, at: ["1️⃣"], in: page)
    #expect(
      findings(
        .undocumentedField,
        baseConnection() + "\n\n"
          + table(
            "Property", ["| `auth.params.host` | The host. |", "| `connectionSpec.id` | ID. |"])
      ).isEmpty)
  }

  /// What all mapping sets have is one finding, at the table that leaves it out.
  @Test func aTableThatListsPartOfAMappingSet() {
    let body = request(
      "POST", "/conversion/mappingSets",
      body:
        #"{ 2️⃣"version": 0, "xdmSchema": "x", 3️⃣"xdmVersion": "1.0", 4️⃣"mappings": [ { "source": "a" } ] }"#
    )
    let schema = "`xdmSchema` | The schema. |"
    expect(
      .undocumentedField, at: ["1️⃣"],
      in: MarkedText(
        body + "\n\n" + table("Property", ["| 1️⃣\(schema)", "| `mappings[].source` | From. |"])))
    expect(
      .undocumentedField, at: ["2️⃣", "3️⃣", "4️⃣"],
      in: MarkedText(body + "\n\n" + table("Property", ["| \(schema)"])))
  }

  @Test func aCredentialThatOnlyTheFirstListHas() {
    func page(_ rows: [String]) -> MarkedText {
      MarkedText(
        """
        \(table("Credential", ["| `host` | The host. |", "| `password` | The password. |"]))

        \(baseConnection(parameters: #""host": "{HOST}", "password": "{PASSWORD}""#))

        \(table("Property", rows))
        """)
    }
    let specification = "| `connectionSpec.id` | The ID. |"
    expect(
      .undocumentedField, at: ["1️⃣"],
      in: page(["| 1️⃣`auth.params.password` | The password. |", specification]))
    expect(.undocumentedField, at: [], in: page([specification]))
    // The row of another authentication's field repeats none of these.
    #expect(
      findings(
        .undocumentedField, page(["| `auth.params.connectionString` | It. |", specification]).text
      ).map(\.message) == [
        "the list of credentials explains what the table of the request leaves out: "
          + "auth.params.host, auth.params.password"
      ])
  }

  @Test func credentials() {
    let page = MarkedText(
      """
      \(table("Credential", [
        "| 1️⃣`Host` | The host. |", "| 2️⃣`bucket` | The bucket. |",
        "| 3️⃣`connectionSpec.Id` | `cb66ab34-8619-49cb-96d1-39b37ede86ea` |",
      ]))

      \(baseConnection())
      """)
    expect(.nameMismatch, at: ["1️⃣", "3️⃣"], in: page)
    expect(.documentedButUnusedField, at: ["2️⃣"], in: page)
  }

  @Test func duplicates() {
    let page = MarkedText(
      request(
        "POST", "/conversion/mappingSets",
        body:
          #"{ "mappings": [ {"source":"a","destination":"b"}, 1️⃣{"source":"a","destination":"b","name":"x"} ] }"#
      )
        + "\n\n"
        + table(
          "Property",
          [
            "| `mappings[].source` | From. |", "| `mappings[].destination` | To. |",
            "| `mappings[].name` | A. |", "| 2️⃣`mappings[].source` | Again. |",
          ]))
    expect(.duplicateField, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func keysThatTheResponseTableLeavesOut() {
    let response = """
      \(request("GET", "/connectors/landingzone"))

      **Response**

      ```json
      { "name": "a", "token": "b", 1️⃣"account": "c", "uri": "d" }
      ```


      """
    let page = MarkedText(
      response
        + table("Property", ["| `name` | N. |", "| `token` | T. |", "| `uri` | U. |"]))
    expect(.undocumentedField, at: ["1️⃣"], in: page, page: "sources/x.md")
    // A table about one key is no list of all.
    let other = MarkedText(response + table("Property", ["| `name` | N. |"]))
    expect(.undocumentedField, at: [], in: other, page: "sources/x.md")
  }

  // MARK: - Parameters

  private func explore(_ format: String, _ rows: [String]) -> MarkedText {
    MarkedText(
      """
      ## Explore

      **API format**

      ```http
      \(format)
      ```

      \(table("Parameter", rows))

      \(request("GET", "/flowservice/connections/{ID}/explore?objectType=rest&fileType=json"))
      """)
  }

  @Test func placeholdersWithoutARow() {
    let page = explore(
      "GET /connections/{ID}/explore?objectType=rest&fileType={FILE_TYPE}",
      ["| 1️⃣`{ID}` | The ID. |"])
    expect(.undocumentedField, at: ["1️⃣"], in: page)
  }

  @Test func rowsWithoutAPlaceholder() {
    let page = explore(
      "GET /connections/{ID}/explore?objectType=rest&fileType={FILE_TYPE}",
      ["| `{ID}` | The ID. |", "| 1️⃣`{OBJECT}` | The object. |", "| `{FILE_TYPE}` | The type. |"])
    expect(.documentedButUnusedField, at: ["1️⃣"], in: page)
    expect(.undocumentedField, at: [], in: page)
  }

  @Test func fixedValuesInTheTable() {
    let page = explore(
      "1️⃣GET /connections/{ID}/explore?objectType=rest&fileType={FILE_TYPE}",
      ["| `{ID}` | The ID. |", "| `objectType=rest` | R. |", "| `fileType=json` | J. |"])
    expect(.documentedButUnusedField, at: ["1️⃣"], in: page)
  }

  @Test func renamedPlaceholders() {
    let page = explore(
      "GET /connections/{ID}/explore?objectType=rest&fileType={FILE_TYPE}",
      ["| `{ID}` | The ID. |", "| 1️⃣`{FILE_KIND}` | The kind. |"])
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  @Test func valuesThatTheTableDoesNotAllow() {
    let page = explore(
      "GET /connections/{ID}/explore?objectType=rest&fileType=json",
      [
        "| `{ID}` | The ID. |", "| `objectType` | The type. |",
        "1️⃣| `fileType` | Supported values: `JSON` and `CSV`. |",
      ])
    expect(.nameMismatch, at: ["1️⃣"], in: page)
  }

  /// A part of a connection string, a parameter of another request, and neither.
  @Test func credentialsThatNoAuthenticationSends() {
    let page = MarkedText(
      table(
        "Credential",
        [
          "| 1️⃣`warehouse` | Where queries run. |", "| 2️⃣`projectId` | The project. |",
          "| 3️⃣`role` | Who asks. |", "| `url` | The string. |",
        ]) + "\n\n" + baseConnection(parameters: #""url": "jdbc:acme://{WAREHOUSE}""#) + "\n\n"
        + request(
          "POST", "/flowservice/sourceConnections",
          body: #"{ "name": "Acme", "params": { "projectId": "{PROJECT_ID}" } }"#))
    expect(.documentedButUnusedField, at: ["1️⃣", "2️⃣", "3️⃣"], in: page)
    let messages = findings(.documentedButUnusedField, page.text).map(\.message)
    #expect(
      messages == [
        "the credential warehouse is no field of a request body, only a part of url",
        "the credential projectId is in no authentication, but another body sends params.projectId",
        "the credential role is in no request body",
      ])
  }

  @Test func schemaIDsAreURIs() {
    func page(_ value: String) -> MarkedText {
      MarkedText(
        request("POST", "/conversion/mappingSets", body: #"{ "xdmSchema": \#(value) }"#) + "\n\n"
          + table("Property", ["| `xdmSchema` | The `$id` of the schema. |"]))
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page(#"1️⃣"_{TENANT_ID}.schemas.e45dd983""#))
    expect(.nameMismatch, at: [], in: page(#""https://ns.adobe.com/{TENANT_ID}/schemas/e4""#))
    expect(.nameMismatch, at: [], in: page(#""{TARGET_XDM_SCHEMA_ID}""#))
  }

  @Test func datePatterns() {
    func page(_ value: String) -> MarkedText {
      MarkedText(
        request(
          "POST", "/flowservice/flows",
          body: #"{ "column": { "name": "Day", "dateFormat": \#(value) } }"#) + "\n\n"
          + table("Property", ["| `column` | The format is `yyyy-MM-dd HH:mm:ss`. |"]))
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page(#"1️⃣"YYYY-MM-DD""#))
    expect(.nameMismatch, at: [], in: page(#""yyyy-MM-dd HH:mm:ss""#))
  }

  /// The type of a source is not the source: two sources may go to one destination.
  @Test func mappingsThatStandTwice() {
    func page(_ second: String) -> MarkedText {
      MarkedText(
        request(
          "POST", "/conversion/mappingSets",
          body: """
            { "mappings": [
              { "sourceType": "ATTRIBUTE", "source": "a", "destination": "b" },
              1️⃣{ "sourceType": "ATTRIBUTE", "source": "\(second)", "destination": "b" } ] }
            """))
    }
    expect(.duplicateField, at: ["1️⃣"], in: page("a"))
    #expect(findings(.duplicateField, page("a").text).map(\.subject) == ["mapping a to b"])
    expect(.duplicateField, at: [], in: page("c"))
  }

  /// `params.host` is `auth.params.host`, and a parameter may be named alone.
  @Test func rowsWithTheEndOfAPath() {
    let page = MarkedText(
      baseConnection(parameters: #""host": "{A}", "port": "{B}""#) + "\n\n"
        + table("Property", ["| 1️⃣`params.host` | The host. |", "| 2️⃣`port` | The port. |"]))
    expect(.nameMismatch, at: ["1️⃣", "2️⃣"], in: page)
    #expect(findings(.undocumentedField, page.text).map(\.subject) == ["connectionSpec.id"])
    expect(.documentedButUnusedField, at: [], in: page)
  }

  @Test func rowsWithTheEndOfTwoPaths() {
    let page = MarkedText(
      request(
        "POST", "/flowservice/flows",
        body: #"{ "a": { "b": { "c": 1 } }, "d": { "b": { "c": 1 } } }"#)
        + "\n\n" + table("Property", ["| 1️⃣`b.c` | It. |"]))
    expect(.documentedButUnusedField, at: ["1️⃣"], in: page)
  }

  @Test func credentialsInAnotherSpellingThatAnotherBodySends() throws {
    let page = MarkedText(
      """
      \(table("Credential", ["| `host` | The host. |", "| 1️⃣`Account IDs` | The accounts. |"]))

      \(baseConnection())

      \(request("POST", "/flowservice/sourceConnections", body: #"{ "params": { "accountIds": "1" } }"#))
      """)
    expect(.documentedButUnusedField, at: ["1️⃣"], in: page)
    let found = try #require(findings(.documentedButUnusedField, page.text).first)
    #expect(found.message.hasSuffix("but another body sends params.accountIds"))
  }
}
