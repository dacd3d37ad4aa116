import Diagnostics
import PageFacts
import TestSupport
import Testing

@Suite struct SpecIDTests {
  private let own = "cb66ab34-8619-49cb-96d1-39b37ede86ea"
  private let lake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c"
  private let flow = "14518937-270c-4525-bdec-c2ba7cce3860"

  @Test func rolesFollowTheRequests() {
    let page = """
      # Create an Acme source connection

      \(baseConnection())

      ## Target

      The ID of the data lake is `\(lake)`.

      \(request("POST", "/flowservice/targetConnections", body: #"{"connectionSpec":{"id":"\#(lake)","version":"1.0"}}"#))

      ## Flow

      \(request("POST", "/flowservice/flows", body: #"{"flowSpec":{"id":"\#(flow)","version":"1.0"}}"#))
      """
    let read = facts(page)
    #expect(read.connectionSpecs.map(\.id) == [own])
    #expect(read.connectionSpecs.first?.version == "1.0")
    #expect(
      Dictionary(uniqueKeysWithValues: read.otherSpecIDs.map { ($0.id, $0.role) })
        == [lake: "target connection spec", flow: "flow spec"])
  }

  /// Nearly the same ID elsewhere makes what the request sends no slip that could be left out.
  @Test func whatIsSentIsListedHoweverWrong() {
    let sent = "ccb66ab34-8619-49cb-96d1-39b37ede86ea"
    let page = """
      # Collect CRM data

      \(request("POST", "/flowservice/sourceConnections", body: #"{"connectionSpec":{"id":"\#(sent)","version":"1.0"}}"#))

      ## Appendix

      | Connector name | Connection spec |
      | --- | --- |
      | Acme | `\(own)` |
      | Other | `b3ba5556-48be-44b7-8b85-ff2b69b46dc4` |
      """
    let read = facts(page, page: "sources/tutorials/api/collect/crm.md")
    #expect(read.connectionSpecs.map(\.id) == [sent])
    #expect(read.connectionSpecs.map(\.isValidUUID) == [false])
    #expect(read.otherSpecIDs.contains { $0.id == own })
  }

  /// Prose names flows and connections by their IDs, too.
  @Test func idsOfResourcesAreNoSpecIDs() {
    let connection = "4cb0c374-d3bb-4557-b139-5712880adc55"
    let made = "9a603322-19d2-4de9-89c6-c98bd54eb184"
    let page = """
      # Create a flow run

      ## Run it

      This runs the flow `\(flow)`, which reads the connection `\(connection)`.

      \(request("POST", "/flowservice/runs", body: #"{"flowId":"\#(flow)"}"#))

      **Response**

      ```json
      { "id": "\(made)" }
      ```

      ## Look at it

      \(request("GET", "/flowservice/connections/\(connection)/explore?objectType=root"))

      The run was `\(made)`. Its specification is `\(own)`.
      """
    #expect(facts(page, page: "sources/tutorials/api/runs.md").otherSpecIDs.map(\.id) == [own])
  }

  /// A flow's answer holds those of the connections that it inherits from.
  @Test func idsDeepInResponsesAreSeen() {
    let page = """
      \(request("GET", "/flowservice/flows/{FLOW_ID}"))

      **Response**

      ```json
      { "items": [ { "flowSpec": { "id": "\(flow)" }, "inheritedAttributes": {
        "sourceConnections": [ { "baseConnection": { "connectionSpec": { "id": "\(own)" } } } ],
        "targetConnections": [ { "connectionSpec": { "id": "\(lake)" } } ] } } ] }
      ```
      """
    let ids = facts(page, page: "sources/tutorials/api/update.md").otherSpecIDs
    #expect(Set(ids.map(\.id)) == [own, lake, flow])
    #expect(ids.first { $0.id == lake }?.role == "target connection spec")
  }

  @Test func appendixNamesItsIDs() {
    let page = """
      ## Appendix

      | Connector name | Connection spec |
      | --- | --- |
      | [!DNL Acme] | `\(own)` |
      | [!DNL Lake] | `\(lake)` |
      """
    #expect(
      facts(page, page: "sources/tutorials/api/collect/databases.md").otherSpecIDs.map(\.role)
        == ["appendix: Acme", "appendix: Lake"])
  }

  @Test func brokenIDsAreReportedWhereTheyStand() {
    let page = MarkedText(
      """
      | Credential | Description |
      | --- | --- |
      | `connectionSpec.id` | The ID is `1️⃣b66ab34-8619-49cb-96d1-39b37ede86ea`. |

      \(baseConnection())
      """)
    expect(.invalidUUID, at: ["1️⃣"], in: page)
    expect(.specIDMismatch, at: ["1️⃣"], in: page)
    // What stands right in the request is taken.
    #expect(facts(page.text).connectionSpecs.map(\.id) == [own])
  }
}
