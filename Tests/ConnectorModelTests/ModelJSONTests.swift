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

  /// A second opinion on the form, where Python has `jsonschema`.
  @Test func followsItsSchema() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    let model = Pages.model.model
    let documents = ModelJSON.pieces(of: model).map(\.bytes) + [ModelJSON.whole(model)]
    for (index, bytes) in documents.enumerated() {
      let file = folder.appending(path: "\(index).json")
      try Data(bytes).write(to: file)
      files.append(file.path)
    }
    let program = """
      import json, sys
      try:
          import jsonschema
      except ImportError:
          sys.exit(77)
      schema = json.load(open(sys.argv[1]))
      validator = jsonschema.validators.validator_for(schema)
      validator.check_schema(schema)
      for path in sys.argv[2:]:
          for error in validator(schema).iter_errors(json.load(open(path))):
              print(path, error.json_path, error.message[:200])
              sys.exit(1)
      """
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let schema = SharedFolder.project.appending(path: "schemas/model.schema.json").path
    process.arguments = ["python3", "-c", program, schema] + files
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    // 77: no jsonschema; 127: no Python.
    #expect([0, 77, 127].contains(process.terminationStatus), "\(text)")
  }
}
