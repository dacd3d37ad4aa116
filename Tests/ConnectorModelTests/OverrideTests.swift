import Diagnostics
import JSONReader
import MarkdownTree
import PageFacts
import Testing

@testable import ConnectorModel

/// What is said of fields from outside the pages.
@Suite struct OverrideTests {
  private static let path = "sources/tutorials/api/create/databases/example.md"

  private static func page(_ parameters: String) -> String {
    """
    # Create an [!DNL Example] base connection using the [!DNL Flow Service] API

    ## Gather required credentials

    | Credential | Description |
    | --- | --- |
    | `unsent` | A value. |
    | `mode` | Allowed values are `a` and `b`. |

    ## Create a base connection

    ```shell
    curl -X POST \\
      'https://platform.adobe.io/data/foundation/flowservice/connections' \\
      -H 'Content-Type: application/json' \\
      -d '{
        "name": "Example",
        "auth": { "specName": "Basic", "params": { \(parameters) } },
        "connectionSpec": { "id": "b7bf2577-4520-42c9-bae9-cad01560f7bc", "version": "1.0" }
      }'
    ```
    """
  }

  private func build(
    _ parameters: String, _ entries: FieldOverrides<FieldType>.Entry...
  ) -> ModelBuilder.Result {
    ModelBuilder.build(
      [Pages.page(Self.path, Self.page(parameters))], types: FieldOverrides(entries))
  }

  private func field(_ name: String, _ result: ModelBuilder.Result) throws -> Property {
    try #require(
      result.model.sources.first?.authentications.first?.fields.first { $0.name == name })
  }

  @Test(
    "types that hold all that examples send",
    arguments: [
      (#""x": "text""#, FieldType.string, Schema.string),
      (#""x": 22"#, .integer, .integer), (#""x": 22"#, .number, .number),
      (#""x": 1.5"#, .number, .number), (#""x": true"#, .boolean, .boolean),
      (#""x": null"#, .integer, .integer),
      (#""x": "text""#, .json, .any(reason: "the configuration says so")),
      (#""x": { "y": [1] }"#, .json, .any(reason: "the configuration says so")),
    ]) func held(parameters: String, type: FieldType, schema: Schema) throws
  {
    let result = build(parameters, .init("auth.params.x", type))
    #expect(try field("x", result).schema == schema)
    #expect(result.types.used == [0])
    #expect(result.types.contradictions.isEmpty)
    // What was given a type reads all examples still.
    let auth = Schema.object(
      ObjectSchema(properties: result.model.sources[0].authentications[0].fields))
    let sent = result.model.operations[0].examples[0].json?["auth"]?["params"]
    #expect(auth.accepts(try #require(sent)))
  }

  @Test(
    "types that do not: the page's stays, and the place is told",
    arguments: [
      (#""x": "text""#, FieldType.integer, "string"), (#""x": "{PORT}""#, .integer, "string"),
      (#""x": 22"#, .string, "integer"), (#""x": 1.5"#, .integer, "number"),
      (#""x": true"#, .number, "boolean"), (#""x": [1]"#, .string, "array"),
      (#""x": { "y": 1 }"#, .string, "object"),
      (#""x": 9007199254740993"#, .number, "integer"),
    ]) func contradicted(parameters: String, type: FieldType, kind: String) throws
  {
    let result = build(parameters, .init("x", type))
    #expect(try field("x", result) == field("x", build(parameters)))
    let contradiction = try #require(result.types.contradictions.first)
    #expect(contradiction.kind == kind)
    #expect(contradiction.path == "auth.params.x")
    #expect(contradiction.page == Self.path)
    #expect(contradiction.location == SourceLocation(line: 18, column: 53))
  }

  @Test("what the page only guesses or does not send gives way") func guesses() throws {
    #expect(try field("port", build(#""port": {PORT}"#)).schema == .integer)
    for (type, schema) in [(FieldType.string, Schema.string), (.boolean, .boolean)] {
      let result = build(#""port": {PORT}"#, .init("auth.params.port", type))
      #expect(try field("port", result).schema == schema)
      #expect(result.types.contradictions.isEmpty)
      #expect(try field("unsent", build(#""a": 1"#, .init("unsent", type))).schema == schema)
    }
    let open = build(#""mode": "a""#, .init("mode", .string))
    #expect(try field("mode", build(#""mode": "a""#)).schema == .enumeration(["a", "b"]))
    #expect(try field("mode", open).schema == .string)
    #expect(try field("mode", open).allowedValues == ["a", "b"])
  }

  @Test("a secret of another type is one still") func secret() throws {
    #expect(try field("password", build(#""password": "x""#, .init("password", .json))).isSecret)
  }

  @Test("what is said of one source, and more closely, counts first") func precedence() {
    let overrides = FieldOverrides<Int>([
      .init("port", 0), .init("params.port", 1), .init("port", of: "Example", 2),
      .init("auth.params.port", of: "databases/example", 3), .init("items[].id", 4),
    ])
    let example = SourceIdentity(key: "databases/example", name: "Example")
    let other = SourceIdentity(key: "databases/other", name: "Other")
    #expect(overrides.index(of: "auth.params.port", in: example) == 3)
    #expect(overrides.index(of: "params.port", in: example) == 2)
    #expect(overrides.index(of: "auth.params.port", in: other) == 1)
    #expect(overrides.index(of: "auth.params.port", in: nil) == 1)
    #expect(overrides.index(of: "port", in: nil) == 0)
    #expect(overrides.index(of: "report", in: nil) == nil)
    #expect(overrides.index(of: "items.id", in: nil) == 4)
    #expect(overrides.index(of: "id", in: nil) == nil)
  }

  @Test(
    "operations by method and path as API formats write it",
    arguments: [
      ("POST /connections", "POST", "/data/foundation/flowservice/connections"),
      (
        "get /connections/{ID}/explore", "GET",
        "/data/foundation/flowservice/connections/{}/explore"
      ),
      ("GET /data/foundation/flowservice/runs", "GET", "/data/foundation/flowservice/runs"),
      (
        "GET https://platform.adobe.io/data/foundation/flowservice/runs/{}", "GET",
        "/data/foundation/flowservice/runs/{}"
      ),
    ]) func operationKeys(text: String, method: String, path: String)
  {
    #expect(
      OperationKey(documented: text)
        == OperationKey(method: method, server: "https://platform.adobe.io", path: path))
  }

  @Test("an overlay's values stand in the model with what the page says") func corrections() throws
  {
    let source = SourceFile(path: Self.path, text: Self.page(#""mode": "a", "port": "x""#))
    func overlay(_ subject: String, _ value: Overlay.Value) -> Overlay {
      Overlay(page: PathPattern("**"), subject: subject, value: value, reason: "known")
    }
    let corrected = try #require(
      PageReader.read(
        MarkdownReader.read(source), page: Self.path, labels: .builtIn,
        overlays: [
          overlay("default of mode", .string("a")), overlay("auth.params.port", .number("1")),
          overlay("specName of Basic", .string("Basic A")), overlay("source.name", .string("Ex")),
          overlay("connectionSpec.id", .string("311c0d5c-9c6a-54e7-e6c2-69d48d6ef3cd")),
        ]
      ).corrected)
    let model = ModelBuilder.build([FactPage(source: source, facts: corrected.facts)]).model
    let result = try #require(model.sources.first)
    #expect(result.name == "Ex")
    #expect(result.provenance.corrections.map(\.documented) == ["Example"])
    #expect(
      result.connectionSpecifications[0].provenance.corrections.map(\.value)
        == ["311c0d5c-9c6a-54e7-e6c2-69d48d6ef3cd"])
    let authentication = result.authentications[0]
    #expect(authentication.specName == "Basic A")
    #expect(authentication.provenance.corrections.map(\.documented) == ["Basic"])
    let mode = try #require(authentication.fields.first { $0.name == "mode" })
    #expect(mode.defaultValue == "a")
    #expect(
      mode.provenance.corrections == [
        .init(subject: "default of mode", documented: nil, value: "a", reason: "known")
      ])
    let port = try #require(authentication.fields.first { $0.name == "port" })
    #expect(port.schema == .integer)
    #expect(port.provenance.corrections.map(\.documented) == ["\"x\""])
    #expect(model.operations[0].examples[0].provenance.corrections.count == 3)
    #expect(try ModelJSON.read(ModelJSON.whole(model)) == model)
  }
}
