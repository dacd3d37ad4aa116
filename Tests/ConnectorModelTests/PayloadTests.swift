import Diagnostics
import JSONReader
import Testing

@testable import ConnectorModel

/// What pages show as requests and no command sends, and values of fields by themselves.
@Suite struct PayloadTests {
  private static let path = "sources/tutorials/api/create/databases/example.md"

  private func model(_ sections: String..., path: String = path) -> ConnectorModel {
    ModelBuilder.build([Pages.page(path, sections.joined(separator: "\n\n"))]).model
  }

  private func fence(_ label: String, _ json: String) -> String {
    "**\(label)**\n\n```json\n\(json)\n```"
  }

  private func dump(_ model: ConnectorModel) -> String {
    model.payloads.map { payload in
      "\(payload.heading), \(payload.tab ?? "-"), line \(payload.provenance.line)\n"
        + (payload.body.map(ModelDump.text) ?? "nothing\n") + "→ "
        + (payload.response.map(ModelDump.text) ?? "nothing\n")
    }.joined()
  }

  @Test func alikeOnesOfASectionAreOneType() {
    let model = model(
      "# Example", "## Send a record", fence("Request", #"{"a": 1, "b": "x"}"#),
      fence("Response", #"{"id": "1"}"#), fence("Request", #"{"a": 2, "c": null}"#),
      fence("Request", #"{"a": 2, "b": "y", "d": 1}"#), fence("Response", #"{"id": 2}"#),
      fence("Request", "[1]"), "## Another", fence("Request", #"{"a": 1, "b": "x"}"#))
    #expect(
      dump(model) == """
        Send a record, -, line 7
        object
          a: integer
          b: string
          d?: integer (sent by 1 of 2 examples)
        → object
          id: integer | string

        """ + """
          Send a record, -, line 19
          object
            a: integer
            c: null
          → nothing
          Send a record, -, line 37
          array of integer
          → nothing
          Another, -, line 45
          object
            a: integer
            b: string
          → nothing

          """)
    #expect(model.payloads[0].examples.map(\.provenance.line) == [7, 25])
    #expect(model.payloads[0].responseExamples.map(\.provenance.line) == [13, 31])
  }

  @Test func answersWithoutARequestStandAlone() {
    let model = model("# Example", "## Look", fence("Response", #"{"id": "1"}"#))
    #expect(model.payloads.map(\.title) == ["Look"])
    #expect(model.payloads[0].body == nil)
    #expect(model.payloads[0].examples.isEmpty)
    #expect(model.payloads[0].response != nil)
  }

  @Test func errorsAreOfNoType() {
    let model = model(
      "# Example", "## Look", fence("Request", #"{"a": 1}"#),
      "**Response**\n\nThe answer has HTTP status 400.", "```json\n{\"id\": \"1\"}\n```")
    #expect(model.payloads[0].response == nil)
    #expect(model.payloads[0].responseExamples.map(\.status) == [400])
  }

  @Test func tablesDescribePayloads() throws {
    let model = model(
      "# Example", "## Send", fence("Request", #"{"record": {"points": 1}}"#),
      "| Property | Description |\n| --- | --- |\n| `record.points` | How many. |\n"
        + "| `record.kind` | Optional. What kind. |")
    guard case .object(let body) = model.payloads[0].body,
      case .object(let record) = body.properties[0].schema
    else {
      Issue.record("no object")
      return
    }
    #expect(record.properties.map(\.name) == ["points", "kind"])
    #expect(record.properties.map(\.documentation) == ["How many.", "Optional. What kind."])
    #expect(record.properties.map(\.isOptional) == [false, true])
    #expect(model.tables?.map(\.rows.count) == [0])
    #expect(model.tables?.map(\.otherRows.count) == [2])
  }

  // MARK: - Values of fields

  private static let create = """
    ## Create

    ```http
    POST /sourceConnections
    ```

    **Request**

    ```shell
    curl -X POST 'https://platform.adobe.io/data/foundation/flowservice/sourceConnections' \\
      -d '{"name": "a", "filter": {"type": "A", "value": {"text": "x"}}}'
    ```

    """

  private static let variants = [
    #"{"type": "B", "value": {"text": 1, "more": [true]}}"#,
    #"{"type": "C", "value": {"text": ["y"]}}"#,
  ]

  /// They make the types inside of the field wider, and nothing around it optional.
  @Test func valuesAreExamplesOfTheirFieldAlone() throws {
    let page = Pages.page(
      Self.path,
      "# Create an Example source connection\n\n" + Self.create + "## Variants\n\n"
        + Self.variants.map { "```json\n\($0)\n```" }.joined(separator: "\n\n"))
    let result = ModelBuilder.build([page])
    let operation = try #require(result.model.operations.first)
    let expected = """
      object
        name: string
        filter: object
          type: string
          value: object
            text: integer | string | array of string
            more?: array of boolean (in 1 of 3 objects)

      """
    #expect(ModelDump.text(try #require(operation.body)) == expected)
    let request = try #require(result.model.sources.first?.requests.first)
    #expect(ModelDump.text(try #require(request.body)) == expected)
    #expect(operation.examples.count == 1)
    #expect(operation.fieldExamples == request.fieldExamples)
    #expect(operation.fieldExamples.map(\.path) == [["filter"], ["filter"]])
    #expect(
      operation.fieldExamples.map(\.json) == Self.variants.map { Pages.json($0).withoutPlaces })
    #expect(operation.fieldExamples.map(\.provenance.line) == [17, 21])
    #expect(operation.fieldExamples.map(\.provenance.anchor) == ["variants", "variants"])
    // They are shown for their difference, which is no slip.
    #expect(result.diagnostics[Self.path]?.contains { $0.rule == .typeConflict } != true)
  }

  // MARK: - JSON

  @Test func theModelIsWrittenAndRead() throws {
    let model = model(
      "# Create an Example source connection", Self.create, "## Variants",
      "```json\n\(Self.variants[0])\n```", "## Send a record", ">[!BEGINTABS]", ">[!TAB One]",
      fence("Request", #"{"a": [1.5, null]}"#), fence("Response", #"{"id": "1"}"#),
      ">[!TAB Two]", fence("Request", "{\"b\": NaN}"), ">[!ENDTABS]")
    #expect(model.payloads.map(\.tab) == ["One", "Two"])
    #expect(model.payloads[1].examples.map(\.isUncertain) == [true])
    #expect(model.operations[0].fieldExamples.count == 1)
    let whole = try ModelJSON.read(ModelJSON.whole(model))
    #expect(whole == model)
    let pieces = Dictionary(
      ModelJSON.pieces(of: model).map { ($0.path, $0.bytes) }, uniquingKeysWith: { $1 })
    let path = "model/payloads/sources/tutorials/api/create/databases/example.json"
    #expect(pieces[path] != nil)
    let read = try ModelJSON.read { pieces[$0] }
    #expect(read == model)
  }
}
