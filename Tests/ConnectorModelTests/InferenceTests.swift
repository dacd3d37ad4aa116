import JSONReader
import TestSupport
import Testing

@testable import ConnectorModel

@Suite struct InferenceTests {
  func schema(_ documents: String...) -> Schema {
    let shape = Shape()
    for text in documents { ShapeReader(page: 0).add(Pages.json(text), to: shape) }
    var builder = SchemaBuilder { _ in Provenance(page: "page", line: 1) }
    return builder.schema(of: shape)
  }

  func dump(_ documents: String...) -> String {
    let shape = Shape()
    for text in documents { ShapeReader(page: 0).add(Pages.json(text), to: shape) }
    var builder = SchemaBuilder { _ in Provenance(page: "page", line: 1) }
    return ModelDump.text(builder.schema(of: shape))
  }

  @Test func scalars() {
    #expect(schema("1") == .integer)
    #expect(schema("1", "1.5") == .number)
    #expect(schema("1.0") == .number)
    #expect(schema("5.5458332804E10") == .number)
    #expect(schema("1614122316652") == .integer)
    #expect(schema("-3") == .integer)
    #expect(schema("\"1\"") == .string)
    #expect(schema("true") == .boolean)
    #expect(schema("null") == .null)
    #expect(schema("1", "\"1\"") == .union([.integer, .string]))
    #expect(schema("[1]", "\"1\"", "true") == .union([.string, .boolean, .array(.integer)]))
  }

  @Test func numbersThatDoNotFitStayJSON() {
    #expect(schema("123456789012345678901234567890").isAny)
    #expect(schema("0.1234567890123456789012345").isAny)
    #expect(schema("9007199254740993") == .integer)
    #expect(schema("9007199254740993", "0.5").isAny)
    #expect(schema("0.1", "100", "1e3", "1E+3", "0.30", "-0.0") == .number)
  }

  @Test func propertiesKeepTheirOrderAndCount() {
    #expect(
      dump(#"{"b": 1, "a": "x"}"#, #"{"c": null, "b": 2}"#) == """
        object
          b: integer
          a?: string (sent by 1 of 2 examples)
          c?: null (sent by 1 of 2 examples)

        """)
    #expect(
      dump(#"{"a": null}"#, #"{"a": {"x": 1}}"#) == """
        object
          a: object or null
            x: integer

        """)
  }

  @Test func emptyThings() {
    #expect(schema("[]") == .array(.any(reason: "only ever an empty array")))
    #expect(schema("{}") == .any(reason: "only ever an empty object"))
    #expect(schema("[]", "[1]") == .array(.integer))
    #expect(dump("{}", #"{"a": 1}"#) == "object\n  a?: integer (sent by 1 of 2 examples)\n")
  }

  @Test func elementsAreMerged() {
    #expect(
      dump(#"[{"a": 1}, {"a": 2, "b": true}]"#) == """
        array of object
          a: integer
          b?: boolean (in 1 of 2 objects)

        """)
  }

  @Test func keysThatAreDataMakeADictionary() {
    #expect(
      schema(#"{"9690db8b-dd86-c3e0-9305-32314031f924": 1, "{OTHER_ID}": 2}"#)
        == .dictionary(.integer))
    #expect(
      schema(#"{"https://ns.adobe.com/x": {"5f3c3cedb2805c194ff0b69a": "a"}}"#)
        == .dictionary(.dictionary(.string)))
    #expect(dump(#"{"id": 1, "{OTHER_ID}": 2}"#).hasPrefix("object"))
  }

  @Test func specialValues() {
    #expect(
      dump(
        #"""
        {"auth": {"specName": "Basic", "params": {"a": 1}},
         "spec": {"type": "object", "properties": {}},
         "data": [{"a": 1}], "format": "flat",
         "schema": {"columns": [{"name": "Id", "type": "string", "xdm": {"type": "string"}}]}}
        """#) == """
          object
            auth: authentication
            spec: JSON Schema
            data: array of any (rows of the user's own data)
            format: string
            schema: object
              columns: array of object
                name: string
                type: string
                xdm: object
                  type: string

          """)
    #expect(schema(#"{"type": "object", "allOf": [{"$ref": "x"}], "meta:class": "y"}"#).isAny)
    #expect(dump(#"{"auth": {"specName": "Basic", "params": {}, "more": []}}"#).contains("more"))
    #expect(
      dump(#"{"auth": {"specName": "A", "params": {}, "more": 1}}"#).contains("authentication"))
    #expect(
      dump(#"{"header": {"id": 1}, "body": {"x": 1}}"#).contains("body: any (a message"))
  }

  @Test func secretsAreStrings() {
    let text = dump(#"{"SASToken": "x", "password": 1, "key": "y", "continuationToken": "z"}"#)
    #expect(text.contains("SASToken: string secret"))
    #expect(text.contains("password: integer\n"))
    #expect(text.contains("key: string\n"))
    #expect(text.contains("continuationToken: string\n"))
  }

  @Test func acceptsIsStrict() {
    let schema = schema(#"{"a": 1, "b": [{"c": "x"}], "d": null}"#, #"{"a": 1, "b": [], "d": 1}"#)
    #expect(schema.mismatch(with: Pages.json(#"{"a": 1, "b": [], "d": null}"#)) == nil)
    #expect(schema.mismatch(with: Pages.json(#"{"a": 1, "b": []}"#)) == "$: d is missing")
    #expect(
      schema.mismatch(with: Pages.json(#"{"a": 1.5, "b": [], "d": 1}"#))
        == "$.a: 1.5 is no Int64")
    #expect(
      schema.mismatch(with: Pages.json(#"{"a": 1, "b": [{"c": 1}], "d": 1}"#))
        == "$.b[0].c: another kind of value")
    #expect(
      schema.mismatch(with: Pages.json(#"{"a": 1, "b": [], "d": 1, "e": 1}"#)) == "$: no e")
  }

  @Test func deepNestingStaysFine() {
    let depth = 400
    let text = String(repeating: #"{"a":["#, count: depth) + String(repeating: "]}", count: depth)
    let node = Pages.json(text)
    #expect(schema(text).accepts(node))
  }

  /// Whatever the documents are, each one is of the type that is made of all.
  @Test func everyDocumentIsOfTheirType() {
    var generator = SeededGenerator(seed: 2026)
    for round in 0..<1500 {
      let documents = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        randomNode(depth: 4, &generator)
      }
      let shape = Shape()
      for document in documents { ShapeReader(page: 0).add(document, to: shape) }
      for isResponse in [false, true] {
        var builder = SchemaBuilder { _ in Provenance(page: "page", line: 1) }
        builder.isResponse = isResponse
        let schema = builder.schema(of: shape)
        for document in documents {
          #expect(schema.mismatch(with: document) == nil, "round \(round): \(document)")
        }
      }
    }
  }

  private func randomNode(depth: Int, _ generator: inout SeededGenerator) -> JSONNode {
    let keys = [
      "a", "b", "id", "auth", "specName", "params", "data", "format", "schema", "spec", "type",
      "properties", "value", "op", "path", "header", "body", "{KEY}",
      "9690db8b-dd86-c3e0-9305-32314031f924", "meta:x",
    ]
    let numbers = ["0", "-7", "1.5", "1e400", "9007199254740993", "12345678901234567890123", "1.0"]
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &generator) {
    case 0: return nil
    case 1: return .flag(Bool.random(using: &generator))
    case 2: return JSONNode(.number(numbers.randomElement(using: &generator) ?? "1"), range: 0..<0)
    case 3: return .text(["x", "object", "string"].randomElement(using: &generator))
    case 4: return .number(Int.random(in: 0..<9, using: &generator))
    case 5:
      return .list(
        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
          randomNode(depth: depth - 1, &generator)
        })
    default:
      var members: [JSONMember] = []
      for key in keys.shuffled(using: &generator).prefix(Int.random(in: 0...4, using: &generator)) {
        members.append(
          JSONMember(key: key, keyRange: 0..<0, value: randomNode(depth: depth - 1, &generator)))
      }
      return JSONNode(.object(members), range: 0..<0)
    }
  }
}
