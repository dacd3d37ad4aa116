import ClientEmitter
import ConnectorModel
import Diagnostics
import GenerationPipeline
import JSONReader
import PageFacts
import SwiftDeclarations
import Testing

/// Values that types lose easily come back from the types that a page with them becomes.
@Suite struct ValueTests {
  /// What two examples of a page send.
  private static let examples = [
    #"""
    {
      "name": "first", "frequency": "minute", "port": 22, "size": 9223372036854775807,
      "huge": 18446744073709551616, "digits": 123456789012345678901234567890,
      "ratio": 0.1234567890123456789012345, "volume": 5.5458332804E10, "small": 1.5e-7,
      "whole": 1.0, "nothing": null, "sometimes": null, "emptyObject": {}, "emptyArray": [],
      "list": [1, "a", true, null, {"k": 1}, [2, 2.5]], "nulls": [null, null],
      "steps": [{"type": "a", "x": 1}, {"type": "b", "y": "z", "x": null}, {"type": "c", "x": {}}],
      "byID": {"6360f136-5980-4111-8bdf-15d29eab3b5a": {"a": 1},
        "566f8381-84b5-9bbc-a7a2-239db67c8344": {"a": null}},
      "a-b": 1, "aB": 2, "a_b": 3, "": "empty", "init": 1, "self": true, "größe": "ü",
      "nested": {"deep": {"value": "1", "list": [[1], []]}}
    }
    """#,
    #"""
    {
      "name": "second", "frequency": "hour", "port": "22", "size": -9223372036854775808,
      "huge": 1, "digits": -1, "ratio": 3, "volume": 7, "small": -0.5, "whole": 2,
      "sometimes": "there", "emptyObject": {"now": "filled"}, "emptyArray": [1],
      "list": [], "nulls": [1], "steps": [], "byID": {},
      "nested": {"deep": {"value": 1, "list": []}, "extra": "\u0000 \" \\ / \ud83d\ude00"}
    }
    """#,
  ]

  /// The same with texts that no example sends.
  private static let unknown = examples[0]
    .replacing(#""minute""#, with: #""fortnight""#)
    .replacing(#""first""#, with: #""""#)

  private static var page: String {
    let requests = examples.map { example in
      """
      **API format**

      ```http
      POST /flows
      ```

      **Request**

      ```shell
      curl -X POST \\
        'https://platform.adobe.io/data/foundation/flowservice/flows' \\
        -H 'Content-Type: application/json' \\
        -d '\(example)'
      ```

      | Property | Description |
      | --- | --- |
      | `frequency` | How often. Allowed values are `minute` and `hour`. |

      **Response**

      ```json
      \(example)
      ```

      """
    }
    let payloads = examples.map { example in
      """
      **Request**

      ```json
      \(example)
      ```

      **Response**

      ```json
      \(example)
      ```

      """
    }
    return "# Values\n\n## Create a dataflow\n\n" + requests.joined(separator: "\n")
      + "\n## Values of a step\n\n```json\n\(step)\n```\n\n## Send a record\n\n"
      + payloads.joined(separator: "\n")
  }

  /// A further value of an element of `steps`.
  private static let step =
    #"{"type": "d", "x": {"deep": [1, 18446744073709551616, null]}, "y": null}"#

  @Test func `values that are easily lost come back`() throws {
    let path = "sources/tutorials/api/collect/values.md"
    let input = PageInput(path: path, page: path, bytes: Array(Self.page.utf8))
    let model = Generation([PageReading(input, labels: .builtIn)]).model
    let client = ClientEmitter.emit(model)
    let request = try #require(client.requests.first)
    let operation = try #require(model.operations.first)
    #expect(operation.examples.count == 2)
    #expect(operation.responseExamples.count == 2)
    let swift = client.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(swift.contains("Frequency: OpenEnumeration"))
    let body = try #require(request.body).rendered
    #expect(body != "JSONValue")

    var program = Program()
    program.client = client.files
    var trip = RoundTrip(program)
    for (index, text) in (Self.examples + [Self.unknown]).enumerated() {
      let json = try #require(JSONReader.read(MappedText(text)).root)
      for type in [body, request.response.rendered] {
        trip.add(json, at: "\(index) \(type)", answer: "roundTrip(\(type).self, json)")
      }
    }
    // What no command sends is no worse off.
    let payload = try #require(client.payloads.first)
    #expect(client.payloads.count == 1)
    #expect(model.payloads[payload.index].examples.count == 2)
    for (index, text) in Self.examples.enumerated() {
      let json = try #require(JSONReader.read(MappedText(text)).root)
      for type in [try #require(payload.body), try #require(payload.response)] {
        trip.add(
          json, at: "\(index) \(type.rendered)", answer: "roundTrip(\(type.rendered).self, json)")
      }
    }
    let value = try #require(operation.fieldExamples.first)
    #expect(value.path == ["steps", "[]"])
    let type = try #require(request.fieldTypes[value.path]).rendered
    #expect(type != "JSONValue")
    trip.add(value.json, at: type, answer: "roundTrip(\(type).self, json)")
    for failure in try trip.failures() { Issue.record("\(failure)") }
  }

  @Test(arguments: [
    (#"{"a": 1}"#, #"{"a": 1.0}"#, 0), (#"{"a": 1, "b": 2}"#, #"{"b": 2, "a": 10e-1}"#, 0),
    (#"{"a": null}"#, "{}", 1), ("{}", #"{"a": null}"#, 1), ("[1]", "[1, 2]", 1),
    (#"{"a": 1}"#, #"{"a": "1"}"#, 1), (#"{"a": []}"#, #"{"a": {}}"#, 1),
    (#"{"a": {"b": [true, 2]}}"#, #"{"a": {"b": [false, 3]}}"#, 2),
    ("18446744073709551616", "18446744073709551617", 1), (#""é""#, #""e\u0301""#, 1),
  ])
  func `differences are seen`(_ left: String, _ right: String, _ count: Int) throws {
    let left = try #require(JSONReader.read(MappedText(left)).root)
    let right = try #require(JSONReader.read(MappedText(right)).root)
    #expect(JSONDifference.all(left, right).count == count)
  }
}
