import Foundation
import TestSupport
import Testing

@testable import ConnectorModel

@Suite struct ModelJSONTests {
  @Test(arguments: [
    ("", "1:1: no JSON here: the text is empty"),
    ("{}", "1:1: `format` is missing"),
    ("[]", "1:1: expected an object"),
    (#"{"format": 2}"#, "1:12: this model has format 2, not 1"),
    (#"{"format": 1, "sources": 5}"#, "1:26: expected an array"),
    ("{\"format\": 1,\n \"pages\": [{\"path\": 5}]}", "2:21: expected a string"),
  ])
  func whatIsNoModelIsRejected(text: String, message: String) {
    do {
      _ = try ModelJSON.read(Array(text.utf8))
      Issue.record("was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test func brokenJSONIsRejected() {
    #expect(throws: ModelJSON.ReadingError.self) {
      try ModelJSON.read(Array(#"{"format": 1,"#.utf8))
    }
  }

  @Test func aMissingPieceIsNamed() {
    let index = Array(#"{"format": 1, "sources": ["model/sources/a.json"]}"#.utf8)
    do {
      _ = try ModelJSON.read { $0 == ModelJSON.indexPath ? index : nil }
      Issue.record("was read")
    } catch {
      #expect(error.path == "model/sources/a.json")
    }
  }

  @Test func textIsWrittenSoThatLinesDiffWell() {
    let node = Pages.json(#"{"a":[1.0,"x\"\u0001\n"],"b":{},"c":[],"d":null}"#)
    #expect(
      String(decoding: JSONText.bytes(of: node), as: UTF8.self) == #"""
        {
          "a": [
            1.0,
            "x\"\u0001\n"
          ],
          "b": {},
          "c": [],
          "d": null
        }

        """#)
  }

  /// A second opinion on the form.
  @Test(.enabled(if: Python.has("jsonschema"), "Python has no jsonschema"))
  func followsItsSchema() throws {
    let model = Pages.model.model
    let documents = (ModelJSON.pieces(of: model).map(\.bytes) + [ModelJSON.whole(model)])
      .map { String(decoding: $0, as: UTF8.self) }
    let schema = SharedFolder.project.appending(path: "schemas/model.schema.json").path
    let run = try Python.run(
      """
      import json, sys, jsonschema
      schema = json.load(open(sys.argv[1]))
      checker = jsonschema.validators.validator_for(schema)
      checker.check_schema(schema)
      for value in json.load(sys.stdin):
          for error in checker(schema).iter_errors(value):
              print(error.json_path, error.message[:200])
      """, input: "[" + documents.joined(separator: ",") + "]", arguments: [schema])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "")
  }
}
