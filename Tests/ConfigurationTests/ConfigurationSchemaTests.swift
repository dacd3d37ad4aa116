import GeneratorConfiguration
import Diagnostics
import Foundation
import PageFacts
import TestSupport
import Testing

/// The JSON Schema of the project says the same as the reader: an editor and the command line must
/// not disagree.
@Suite("Schema of the configuration")
struct ConfigurationSchemaTests {
  private static let schema = SharedFolder.project.appending(
    path: "schemas/connectorgen.schema.json")

  @Test("The schema knows the same labels and choices as the reader")
  func sameKeys() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema)) as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    let labels = (properties["labels"] as? [String: Any])?["properties"] as? [String: Any]
    #expect(Set(labels?.keys ?? [:].keys) == Set(Labels.Kind.allCases.map(\.rawValue)))
    let access = (properties["access"] as? [String: Any])?["enum"] as? [String]
    #expect(access == Configuration.AccessLevel.allCases.map(\.rawValue))
    let definitions = try #require(root["$defs"] as? [String: [String: Any]])
    #expect(
      definitions["fieldType"]?["enum"] as? [String]
        == TypeOverride.FieldType.allCases.map(\.rawValue))
    let overlay = (properties["overlays"] as? [String: Any])?["items"] as? [String: Any]
    let rule = (overlay?["properties"] as? [String: [String: Any]])?["rule"]
    #expect(rule?["enum"] as? [String] == OverlaySubject.rules)
    // Every key of the schema is one of the reader, and the reader knows no other.
    let text = properties.keys.sorted().map { "\($0):\n" }.joined() + "zzz:\n"
    let unknown = ConfigurationReader.read(SourceFile(path: "c", text: text)).1.filter {
      $0.rule == .unknownConfigurationKey
    }
    #expect(unknown.map(\.subject) == ["zzz"])
    for key in properties.keys {
      #expect(unknown[0].remedy?.contains(key) == true)
    }
  }

  private static let samples =
    [
      Samples.everything, "inputs: [a]", "inputs: []", "inputs: a", "inputs: [1]", "inputs: [\"\"]",
      "inputs: [~]", "exclude: []", "exclude:", "output: x", "output: ''", "output: 12",
      "output: 1_000", "output: 0x1F", "output: 0b11", "output: 017", "output: 018",
      "output: 1:30", "output: 1:60", "output: 1.5", "output: 1.", "output: .5", "output: .",
      "output: 1e3", "output: 1.0e3", "output: 1.0e+3", "output: +1", "output: -", "output: -1",
      "output: .inf", "output: -.INF", "output: .nan", "output: 2026-01-31", "output: 2026-1-1",
      "output: 2026-01-31 10:00:00", "output: 2026-01-31x", "output: yes", "output: Yes",
      "output: yEs", "output: y", "output: on", "output: null", "output: ~", "output: Null",
      "output: 'null'", "output: \"12\"", "output: 12 a", "output: 1.2.3", "output: 1__0",
      "output: 0x", "output: 1:30.5", "output: 99999999999999999999", "output: |\n  x",
      "output: [x]", "output: {a: b}", "output: <", "module: A_1", "module: 1A", "module: A-B",
      "access: public", "access: internal", "access: private", "access: 1", "ouput: x",
      "jobs: 1", "jobs: 0", "jobs: 1024", "jobs: 1025", "jobs: 0x10", "jobs: 010", "jobs: '1'",
      "jobs: 1.5", "jobs: true", "jobs: -1", "names: {}", "names: {sources: {a: B}}",
      "names: {sources: {a: 'B C'}}", "names: {sources: [a]}", "names: {source: {}}", "names: []",
      "names: {fields: {a: 1}}", "types: {a: string}", "types: {a: text}", "types: {a: [string]}",
      "types: {}", "labels: {request: [a]}", "labels: {request: a}", "labels: {request: [1]}",
      "labels: {request: []}", "labels: {foo: []}", "labels: {default: [x]}",
      "severities: {unknown-rule: off}", "severities: {unknown-rule: no}",
      "severities: {unknown-rule: 'off'}", "severities: {unknown-rule: false}",
      "severities: {unknown-rule: on}", "severities: {unknown-rule: error}",
      "severities: {unknown-rule: Error}", "severities: {unknown-rule: 0}",
      "severities: {unknown-rule: [{severity: note, paths: [a]}]}",
      "severities: {unknown-rule: [{severity: note}]}", "severities: {unknown-rule: []}",
      "severities: {unknown-rule: [{paths: [a]}]}",
      "severities: {unknown-rule: [{severity: note, paths: []}]}",
      "severities: {unknown-rule: [{severity: note, path: [a]}]}",
      "severities: {unknown-rule: {severity: note}}", "severities: {Unknown: off}",
      "severities: [a]", "suppress: []", "suppress: [{rule: unknown-rule, paths: [a]}]",
      "suppress: [{rule: unknown-rule}]", "suppress: [{paths: [a]}]",
      "suppress: [{rule: unknown-rule, paths: [a], reason: x}]",
      "suppress: [{rule: unknown-rule, paths: [a], reason: 1}]", "suppress: {}",
      "suppress: [{rule: unknown-rule, paths: a}]", "baseline: x", "baseline: []",
      "overlays: [{page: a, subject: b, value: c}]", "overlays: [{page: a, subject: b, value: 1}]",
      "overlays: [{page: a, subject: b, value: ~}]", "overlays: [{page: a, subject: b}]",
      "overlays: [{page: a, subject: b, value: [c]}]",
      "overlays: [{page: a, subject: b, value: 2026-01-31}]",
      "overlays: [{page: a, subject: b, value: c, rule: unknown-rule, reason: d}]",
      "overlays: [{page: a, subject: b, value: c, rule: malformed-json, reason: d}]",
      "overlays: [{page: a, subject: optional of b, value: c}]",
      "overlays: [{page: a, subject: optional of b, value: true}]",
      "overlays: [{page: a, subject: type of b, value: text}]",
      "overlays: [{page: a, subject: type of b, value: integer}]",
      "overlays: [{page: a, subject: name of b, value: 1}]",
      "overlays: [{page: a, subject: specName of b c, value: d}]",
      "overlays: [{page: a, subject: description of b, value: ~}]",
      "overlays: [{page: a, subject: description of b, value: 1}]",
      "overlays: [{page: a, subject: default of b, value: 1}]",
      "overlays: [{page: a, subject: source.name, value: 1}]",
      "overlays: [{page: a, subject: connectionSpec.version, value: '1.0'}]",
      "overlays: [{page: a, subject: b, value: c, documented: d}]",
      "overlays: [{page: a, subject: b, value: c, documented: ~}]",
      "overlays: [{page: a, subject: b, value: c, documented: [d]}]",
      "overlays: [{page: a, subject: name of b, value: c, documented: b}]",
      "overlays: [{page: a, subject: specName of b c, value: d, documented: b c}]",
      "overlays: [{page: a, subject: POST /b, value: /c, documented: /b}]",
      "overlays: [{page: a, subject: url of POST /b, value: /c, documented: /b}]",
      "overlays: [{page: a, subject: A of POST /b, value: c, documented: ~}]",
      "overlays: [{page: a, subject: A of POST /b, value: c, documented: d}]",
      "overlays: [{page: a, subject: optional of b, value: true, documented: false}]",
      "overlays: [{page: a, subject: optional of b, value: true, documented: ~}]",
      "overlays: [{page: a, subject: type of b, value: string, documented: ~}]",
      "overlays: [{page: a, subject: type of b, value: string, documented: array}]",
      "overlays: [{page: a, subject: type of b, value: string, documented: text}]",
      "overlays: [{page: a, subject: description of b, value: ~, documented: c}]",
      "overlays: [{page: a, subject: description of b, value: ~, documented: 1}]",
      "overlays: [{page: a, subject: source.name, value: b, documented: ~}]",
      "overlays: [{page: a, subject: source.name, value: b, documented: c}]",
      "overlays: [{page: a, subject: connectionSpec.version, value: b, documented: ~}]",
      "overlays: [{page: a, subject: connectionSpec.version, value: b, documented: 1.0}]",
      "names: {fields: {a: {b: c}}}", "names: {fields: {a: {b: {c: d}}}}",
      "names: {fields: {a: {b: 1}}}", "names: {fields: {a: [b]}}",
      "names: {operations: {POST /a: b}}", "names: {operations: {POST: b}}",
      "names: {operations: {POST /a b: c}}", "names: {operations: {post /a: b}}",
      "names: {operations: {a: {POST /a: b}}}", "names: {operations: {a: {b: c}}}",
      "names: {operations: {A /a: {POST /a: b}}}", "names: {sources: {a: {b: c}}}",
      "types: {a: {b: integer}}", "types: {a: {b: text}}", "module: HTTPTypes",
      "calls: HTTPTypes", "calls: model", "calls: A", "access: internal\ncalls: A",
      "access: package\ncalls: A",
      "overlays: [{page: a, subject: b, value: c, x: d}]", "overlays: a", "[]", "a", "12",
    ]

  @Test(
    "Schema and reader agree on good and bad configurations",
    .enabled(if: Python.has("jsonschema", "yaml"), "Python has no jsonschema and no yaml"))
  func agreement() throws {
    let input = try String(decoding: JSONEncoder().encode(Self.samples), as: UTF8.self)
    let outcome = try Python.run(
      """
      import datetime, json, sys, jsonschema, yaml
      schema = json.load(open(\(Self.schema.path.debugDescription)))
      jsonschema.Draft202012Validator.check_schema(schema)
      validator = jsonschema.Draft202012Validator(schema)
      def verdict(text):
          try:
              return validator.is_valid(yaml.safe_load(text))
          except (yaml.YAMLError, ValueError):
              return False
      print(json.dumps([verdict(text) for text in json.load(sys.stdin)]))
      """, input: input)
    let verdicts = try #require(
      try? JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [Bool],
      "\(outcome.errors)")
    #expect(verdicts.count == Self.samples.count)
    #expect(verdicts.contains(true) && verdicts.contains(false))
    for (sample, isValid) in zip(Self.samples, verdicts) {
      let diagnostics = ConfigurationReader.read(SourceFile(path: "c", text: sample)).1
      #expect(
        diagnostics.isEmpty == isValid,
        "schema: \(isValid), reader: \(diagnostics.map(\.message)) for: \(sample)")
    }
  }
}
