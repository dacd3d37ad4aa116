import Diagnostics
import PageFacts
import TestSupport
import Testing

/// What mappings take, against the data that the page shows.
@Suite struct MappingCheckTests {
  private func page(_ explored: String, _ source: String) -> MarkedText {
    MarkedText(
      """
      \(request("GET", "/flowservice/connections/1/explore?objectType=rest"))

      **Response**

      ```json
      \(explored)
      ```

      ## Map

      \(request("POST", "/conversion/mappingSets", body: """
        { "mappings": [ { "source": 1️⃣"\(source)", "destination": "b" },
          { "source": "y.z", "destination": "c" } ] }
        """))
      """)
  }

  private let schema =
    #"{ "schema": { "properties": { "a": { "properties": { "b": { "type": "string" } } } } } }"#

  @Test func noSourceIsInTheData() {
    expect(.nameMismatch, at: ["1️⃣"], in: page(schema, "x.b"))
    expect(.nameMismatch, at: ["1️⃣"], in: page(#"{ "data": [ { "a": { "b": 1 } } ] }"#, "x.c"))
  }

  /// A mapping may be of the elements of an array, or name the array that the data stand in.
  @Test(arguments: ["a.b", "a", "b", "data.a", "items.a.b"])
  func aSourceThatIs(source: String) {
    expect(.nameMismatch, at: [], in: page(schema, source))
  }

  @Test func dataThatThePageDoesNotShow() {
    expect(.nameMismatch, at: [], in: page("{}", "x.b"))
  }

  @Test func tablesOfPaths() {
    func page(_ path: String) -> MarkedText {
      MarkedText(
        """
        ## Payload

        ```json
        { "map": { "email": [ { "id": "1" } ] }, "points": { "all": 1 } }
        ```

        ## Map

        | Source schema | Target schema |
        | --- | --- |
        | \(path) | `xdm:map.email[0].id` |
        | `points.all` | `xdm:points.all` |
        """)
    }
    expect(.nameMismatch, at: ["1️⃣"], in: page("1️⃣`map.email.id`"))
    expect(.nameMismatch, at: [], in: page("`map.email[0].id`"))
    expect(.nameMismatch, at: [], in: page("`map.email.other`"))
  }
}
