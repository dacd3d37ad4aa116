import DocumentedCalls
import FlowServiceRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The bodies that the documented calls send, held against the schemas of the service's published
/// OpenAPI document. It is not part of the project: `FLOW_SERVICE_OPENAPI` names a copy of
/// `flow-service.yaml`.
@Suite(
  "The published schemas",
  .enabled(if: document != nil, "FLOW_SERVICE_OPENAPI names none"))
struct PublishedSchemaTests {
  /// Where pages and document part, and what speaks for the page.
  private static let known: Set<String> = [
    // A list, as for the other resources and in RFC 6902; the document has one instruction.
    "PATCH /connections/{}: $: type",
    // Lower case, as RFC 6902 has it.
    "PATCH /flows/{}: $[].op: enum",
    // What is put in place of a text is a text; the document has an object with a description.
    "PATCH /flows/{}: $[].value: type",
    // Seconds as digits in quotes, on nearly all pages; and a variable of a tool for requests.
    "POST /flows: $.scheduleParams.startTime: type",
    // The pages have it with quotes and without; its schema's example says it is a whole number.
    "POST /flows: $.scheduleParams.interval: type",
    // One page has the truth value in quotes, where the document is right.
    "POST /flows: $.scheduleParams.backfill: type",
    // One page has a placeholder where a list belongs, where the document is right.
    "POST /flows: $.sourceConnectionIds: type", "POST /flows: $.targetConnectionIds: type",
    // All pages have a number, and so do the answers.
    "POST /flows: $.transformations[].params.mappingVersion: type",
    // Streaming sources have no format.
    "POST /sourceConnections: $: required",
    // One page has a number for the version, where the document is right.
    "POST /sourceConnections: $.connectionSpec.version: type",
  ]

  @Test func `bodies are what the document says, or the difference is known`() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let lines = try DocumentedCall.all.compactMap { call -> String? in
      guard let body = try call.request.httpBody() else { return nil }
      return "\(call.request.method.rawValue) \(call.request.path)\t"
        + String(decoding: body, as: UTF8.self)
    }
    try folder.write(lines.joined(separator: "\n"), to: "bodies")
    try folder.write(Self.program, to: "check.py")
    let run = try CommandRun(
      ["python3", "check.py", document ?? "", "bodies"], in: folder.url)
    try #require(run.status == 0, "\(run.errors)")
    let differences = run.output.split(separator: "\n").map { String($0) }
    let counts = Dictionary(grouping: differences) { $0 }.mapValues(\.count)
    for (difference, count) in counts.sorted(by: { $0.key < $1.key }) { print(count, difference) }
    let found = Set(differences.filter { !$0.hasPrefix("checked") })
    #expect(found == Self.known)
    #expect(differences.count { $0.hasPrefix("checked") } > 100)
  }

  /// Writes a line for each body that a schema is there for, and for each difference.
  private static let program = #"""
    import json, re, sys, yaml
    from jsonschema import Draft4Validator

    document = yaml.safe_load(open(sys.argv[1]))
    root = "/data/foundation/flowservice"

    def schema(method, path):
        for template, operations in document["paths"].items():
            pattern = re.sub(r"\{[^}]*\}", "[^/]+", template.rstrip("/"))
            if method.lower() in operations and re.fullmatch(pattern, path):
                body = operations[method.lower()].get("requestBody")
                name = re.sub(r"\{[^}]*\}", "{}", template.rstrip("/"))
                return name, body and body["content"]["application/json"]["schema"]
        return None, None

    for line in open(sys.argv[2], encoding="utf-8").read().split("\n"):
        request, body = line.split("\t", 1)
        method, path = request.split(" ")
        if not path.startswith(root + "/"):
            continue
        name, wanted = schema(method, path[len(root):])
        if not wanted:
            continue
        print("checked", method, name)
        whole = {"allOf": [wanted], "components": document["components"]}
        for error in Draft4Validator(whole).iter_errors(json.loads(body)):
            place = re.sub(r"\[\d+\]", "[]", error.json_path)
            print(f"{method} {name}: {place}: {error.validator}")
    """#
}

private let document = ProcessInfo.processInfo.environment["FLOW_SERVICE_OPENAPI"]
