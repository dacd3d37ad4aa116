import Diagnostics
import PageFacts
import TestSupport
import Testing

@Suite struct SpecIDCheckTests {
  private let own = "cb66ab34-8619-49cb-96d1-39b37ede86ea"
  private let lake = "c604ff05-7f1a-43c0-8e18-33bf874cb11c"

  @Test func tableAgainstRequest() {
    let page = MarkedText(
      """
      \(table("Credential", ["| `connectionSpec.id` | `1️⃣3000eb99-cd47-43f3-827c-43caf170f015` |"]))

      \(baseConnection())
      """)
    expect(.specIDMismatch, at: ["1️⃣"], in: page)
  }

  @Test func targets() {
    func target(_ sent: String, _ row: String) -> MarkedText {
      MarkedText(
        """
        \(baseConnection())

        ## Target

        The data lake's ID is `\(lake)`.

        \(request("POST", "/flowservice/targetConnections", body: #"{ "connectionSpec": { "id": \#(sent) } }"#))

        \(table("Property", [row]))
        """)
    }
    expect(
      .specIDMismatch, at: [], in: target("\"\(lake)\"", "| `connectionSpec.id` | `\(lake)` |"))
    expect(
      .specIDMismatch, at: ["1️⃣"],
      in: target("\"\(lake)\"", "1️⃣| `connectionSpec.id` | It is `\(own)`. |"))
    expect(
      .specIDMismatch, at: ["1️⃣"],
      in: target("1️⃣\"3000eb99-cd47-43f3-827c-43caf170f015\"", "| `connectionSpec.id` | It. |"))
  }

  /// A second ID of the source is wrong where the source is made; where the target is made, any ID
  /// of the source is.
  @Test func aTargetWithTheSourcesIDIsReportedOnce() {
    let other = "3000eb99-cd47-43f3-827c-43caf170f015"
    let page = MarkedText(
      """
      \(baseConnection())

      \(request("POST", "/flowservice/sourceConnections", body: #"{ "connectionSpec": { "id": 1️⃣"\#(other)" } }"#))

      \(request("POST", "/flowservice/targetConnections", body: #"{ "connectionSpec": { "id": 2️⃣"\#(other)" } }"#))
      """)
    expect(.specIDMismatch, at: ["1️⃣", "2️⃣"], in: page)
  }

  @Test func listsOfSources() {
    let page = MarkedText(
      """
      \(request("GET", "/flowservice/flowSpecs"))

      **Response**

      ```json
      { "id": "9753525b-82c7-4dce-8a9b-5ccfce2b9876", "sourceConnectionSpecIds": [
        "\(own)", "3000eb99-cd47-43f3-827c-43caf170f015" ] }
      ```

      ## Appendix

      | Connector name | Connection spec |
      | --- | --- |
      | A | `\(own)` |
      | B | `3000eb99-cd47-43f3-827c-43caf170f015` |
      1️⃣| C | `\(lake)` |
      """)
    expect(.specIDMismatch, at: ["1️⃣"], in: page, page: "sources/collect/databases.md")
  }

  @Test func aTargetsRowAboutTheSource() {
    func page(_ words: String) -> MarkedText {
      MarkedText(
        """
        \(baseConnection())

        ## Target

        \(request("POST", "/flowservice/targetConnections",
          body: #"{ "connectionSpec": { "id": "\#(lake)" } }"#))

        \(table("Property", ["| 1️⃣`connectionSpec.id` | \(words) |"]))
        """)
    }
    expect(.specIDMismatch, at: ["1️⃣"], in: page("The ID of your source's specification."))
    expect(.specIDMismatch, at: [], in: page("The ID of the data lake, for all sources."))
    expect(.specIDMismatch, at: [], in: page("The fixed ID."))
  }
}
