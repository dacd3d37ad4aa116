import JSONReader
import PageFacts
import TestSupport
import Testing

@testable import ConnectorModel

/// Big pages take time in proportion to their size.
@Suite struct SizeTests {
  private func page(requests: Int) -> String {
    var text = "# Create an [!DNL Example] base connection using the [!DNL Flow Service] API\n"
    for index in 0..<requests {
      text += """

        ## Create connection \(index)

        **Request**

        ```shell
        curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
          -H 'Content-Type: application/json' \\
          -d '{"name": "x", "auth": {"specName": "S\(index)", "params": {"p\(index)": "{P}"}}}'
        ```

        | Property | Description |
        | --- | --- |
        | `auth.params.p\(index)` | A field. |

        """
    }
    return text
  }

  @Test func manyRequests() {
    func page(_ requests: Int) -> FactPage {
      Pages.page("sources/tutorials/api/create/x/y.md", self.page(requests: requests))
    }
    let (small, large) = (page(100), page(400))
    // Four times as much; sixteen times would be quadratic.
    #expect(
      ProcessorTime.grows(
        atMost: 10, from: { _ = ModelBuilder.build([small]) },
        to: { _ = ModelBuilder.build([large]) }))
    #expect(ModelBuilder.build([large]).model.sources.count == 1)
  }

  @Test func bigBodies() {
    let members = (0..<20_000).map { "\"k\($0)\": \($0)" }.joined(separator: ", ")
    let node = Pages.json("[{\(members)}, {\(members)}]")
    let shape = Shape()
    ShapeReader(page: 0).add(node, to: shape)
    var builder = SchemaBuilder { _ in Provenance(page: "page", line: 1) }
    #expect(builder.schema(of: shape).accepts(node))
  }

  @Test func objectWithTooManyMembers() throws {
    let members = (0..<6000).map { "\"k\($0)\": {\"a\": 1}" }.joined(separator: ", ")
    let text = """
      # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

      ```shell
      curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/connections' \\
        -d '{"name": "x", "table": {\(members)}}'
      ```

      """
    let page = Pages.page("sources/tutorials/api/create/x/y.md", text)
    let shape = Shape()
    ShapeReader(page: 0).add(try #require(page.facts.requests.first?.json), to: shape)
    #expect(shape.property(named: "name")?.shape.dataReason == nil)
    let table = try #require(shape.property(named: "table")?.shape)
    #expect(table.dataReason != nil)
    #expect(table.properties.count < 6000)
  }
}
