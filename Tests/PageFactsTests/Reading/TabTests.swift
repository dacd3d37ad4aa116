import Diagnostics
import JSONReader
import PageFacts
import TestSupport
import Testing

/// Labels before a group of tabs, and what stands in them.
@Suite struct TabTests {
  private func explore(_ object: String) -> String {
    request("GET", "/flowservice/connections/{ID}/explore?object=\(object)")
  }

  /// One label may serve the answers of all tabs, in folds or not.
  private var labelBeforeTabs: String {
    """
    # Create an Acme source connection

    ## Explore

    **Request**

    >[!BEGINTABS]

    >[!TAB Orders]

    \(explore("orders"))

    >[!TAB Visits]

    \(explore("visits"))

    >[!ENDTABS]

    **Response**

    What comes back depends on the object.

    >[!BEGINTABS]

    >[!TAB Orders]

    The orders.

    ```json
    { "format": "flat", "orders": [] }
    ```

    >[!TAB Visits]

    +++Show it

    ```json
    { "format": "flat", "visits": [] }
    ```

    +++

    >[!ENDTABS]
    """
  }

  @Test func aLabelServesAllTabs() {
    let read = facts(labelBeforeTabs)
    #expect(read.requests.map(\.section.tab) == ["Orders", "Visits"])
    #expect(read.responses.map { $0.json?.members?.last?.key } == ["orders", "visits"])
    #expect(read.responses.map(\.documentation) == ["The orders.", ""])
  }

  @Test func aResponseAnswersTheRequestOfItsTab() {
    #expect(facts(labelBeforeTabs).responses.map(\.request) == [0, 1])
    let swapped = labelBeforeTabs.replacingFirst(
      ">[!TAB Orders]\n\nThe orders.", with: ">[!TAB Visits]\n\nThe orders.")
    #expect(facts(swapped).responses.map(\.request) == [1, 1])
  }

  /// The label ends with its tabs.
  @Test func aLabelServesNothingBehindTheTabs() {
    let page = labelBeforeTabs + "\n\n## Payload\n\n```json\n{ \"name\": \"A\" }\n```\n"
    #expect(facts(page).responses.count == 2)
  }

  @Test func payloadsInTabsWithoutALabelAnswerNothing() {
    let page = """
      # Create an Acme source connection

      ## Map

      >[!BEGINTABS]

      >[!TAB Orders]

      ```json
      { "mappings": [] }
      ```

      >[!TAB Visits]

      ```json
      { "mappings": [] }
      ```

      >[!ENDTABS]

      \(request("POST", "/conversion/mappingSets", body: #"{ "version": 0 }"#))

      **Response**

      ```json
      { "id": "1" }
      ```
      """
    let read = facts(page)
    #expect(read.responses.map { $0.json?.members?.first?.key } == ["id"])
    #expect(read.coverage.filter { $0.thing == .fence && !$0.isUsed }.count == 2)
  }

  /// Two tabs may send the same authentication with other parameters.
  @Test func eachDistinctAuthenticationIsListed() {
    let page = """
      # Create an Acme base connection

      >[!BEGINTABS]

      >[!TAB Whole account]

      \(baseConnection(parameters: #""host": "{HOST}", "port": 22"#))

      >[!TAB One queue]

      \(baseConnection(parameters: #""host": "{HOST}", "queue": "{QUEUE}""#))

      >[!TAB One queue again]

      \(baseConnection(parameters: #""host": "{OTHER}", "queue": "{QUEUE}""#))

      >[!ENDTABS]
      """
    let source = SourceFile(path: somePage, bytes: Array(page.utf8))
    let listed = FactsJSON.json(of: facts(page), in: source)["authentications"]?.elements ?? []
    #expect(listed.map { $0["tab"]?.string } == ["Whole account", "One queue"])
    #expect(
      listed.map { ($0["params"]?.elements ?? []).compactMap { $0["name"]?.string } }
        == [["host", "port"], ["host", "queue"]])
    #expect(
      listed.first?["params"]?.elements?.compactMap { $0["type"]?.string } == ["string", "integer"])
  }
}

extension String {
  fileprivate func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(of: range, with: new)
  }

  private func replacingCharacters(of range: Range<Index>, with new: String) -> String {
    self[..<range.lowerBound] + new + self[range.upperBound...]
  }
}
