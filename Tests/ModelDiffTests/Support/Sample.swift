import ConnectorModel
import JSONReader

/// A small model with one of everything that can change.
enum Sample {
  static let page = "sources/tutorials/api/create/databases/sample.md"
  static let key = "databases/sample"

  static let model = ConnectorModel(
    sources: [source, other], operations: operations, payloads: payloads, errorCodes: errorCodes,
    pages: [
      Page(
        path: page, title: "Create a Sample base connection", kind: "source", requests: 2,
        responses: 1),
      Page(
        path: "sources/guide.md", title: "A guide", kind: "operation", requests: 4, responses: 3),
    ],
    tables: [
      table("Operators", [["==", "Is equal."], ["!=", "Is not."]], page: "sources/guide.md"),
      table("Encrypt it", [["EncryptionMethod", "0 or 1."], ["Timeout", "In seconds."]]),
      credentials,
    ])

  /// A table with rows whose words are elsewhere in the model.
  static let credentials = PageTable(
    heading: "Gather required credentials", tab: nil, header: ["Credential", "Description"],
    rows: [
      PageTable.Row(cells: ["host", "The host."], isDescribed: true, line: 20),
      PageTable.Row(cells: ["connectionSpec.id", "The ID."], line: 25),
    ], otherRows: ["userName", "password", "port", "region"], provenance: place(18))

  static func table(
    _ heading: String, _ rows: [[String]], page: String = Sample.page
  ) -> PageTable {
    PageTable(
      heading: heading, tab: nil, header: ["Name", "Description"],
      rows: rows.enumerated().map { PageTable.Row(cells: $0.element, line: 72 + $0.offset) },
      provenance: place(70, page: page))
  }

  static let errorCodes = [
    ErrorCode(
      code: "1404-412", message: "It failed.", remedy: "Try again.", provenance: place(90)),
    ErrorCode(code: "2120", message: "Not allowed.", remedy: "Ask.", provenance: place(91)),
  ]

  // MARK: - Short ways to write facts

  static func place(_ line: Int, page: String = Sample.page) -> Provenance {
    Provenance(page: page, line: line, anchor: "gather")
  }

  static func field(
    _ name: String, _ schema: Schema = .string, optional: Bool = false, secret: Bool = false,
    defaultValue: String? = nil, allowed: [String] = [], line: Int = 20
  ) -> Property {
    Property(
      name: name, schema: schema, isOptional: optional, isSecret: secret,
      defaultValue: defaultValue, allowedValues: allowed, documentation: "What \(name) is for.",
      provenance: place(line))
  }

  static func object(_ properties: Property...) -> Schema {
    .object(ObjectSchema(properties: properties))
  }

  static func parameter(
    _ name: String, required: Bool = false, allowed: [String] = [], examples: [String] = []
  ) -> Parameter {
    Parameter(
      name: name, aliases: [], documentation: nil, isRequired: required, defaultValue: nil,
      allowedValues: allowed, examples: examples)
  }

  static func operation(
    _ method: String, _ path: String, group: String, verb: String, path pathNames: [String] = [],
    query: [Parameter] = [], headers: [Parameter] = [], body: Schema? = nil,
    response: Schema? = nil
  ) -> Operation {
    Operation(
      key: OperationKey(
        method: method, server: "https://platform.adobe.io", path: "/data/foundation" + path),
      group: group, verb: verb, documentation: "Does it.",
      pathParameters: pathNames.map { parameter($0, required: true) }, queryParameters: query,
      headerParameters: headers, body: body, response: response, examples: [],
      responseExamples: [], provenances: [place(50, page: "sources/guide.md")])
  }

  static func request(_ operation: Operation, title: String, line: Int) -> Request {
    return Request(
      operation: operation.key, group: operation.group, verb: operation.verb, title: title,
      documentation: "Sends it.", pathParameters: operation.pathParameters,
      queryParameters: operation.queryParameters, headerParameters: operation.headerParameters,
      body: operation.body,
      examples: [
        RequestExample(
          method: operation.key.method, url: operation.key.server + operation.key.path,
          headers: [], json: json(specification: specification), text: nil,
          provenance: place(line + 2), isUncertain: false)
      ],
      provenance: place(line))
  }

  /// The body of an example that names a connection specification.
  static func json(specification: String) -> JSONNode {
    let identifier = JSONNode(.string(specification), range: 0..<0)
    let inner = JSONNode(
      .object([JSONMember(key: "id", keyRange: 0..<0, value: identifier)]), range: 0..<0)
    return JSONNode(
      .object([JSONMember(key: "connectionSpec", keyRange: 0..<0, value: inner)]), range: 0..<0)
  }

  // MARK: - Payloads

  static let payloads = [
    Payload(
      heading: "Records", tab: "Profile record", documentation: "A profile.",
      body: object(
        field("identity", object(field("email"))), field("points", .integer, optional: true),
        field("tier", .enumeration(["gold", "silver"]))),
      response: object(field("id"), field("status", optional: true)),
      examples: [
        Payload.Example(
          json: json(specification: "record"), provenance: place(82), isUncertain: false)
      ],
      responseExamples: [
        ResponseExample(status: nil, json: json(specification: "1"), provenance: place(84))
      ],
      provenance: place(82)),
    Payload(
      heading: "Records", tab: "Events", documentation: nil,
      body: .array(object(field("name"), field("at", .integer))), response: nil, examples: [],
      responseExamples: [], provenance: place(86)),
    Payload(
      heading: "Send a record", tab: nil, documentation: nil, body: object(field("record")),
      response: object(field("inlet")), examples: [], responseExamples: [],
      provenance: place(20, page: "sources/guide.md")),
  ]

  // MARK: - The source

  static let specification = "74a1c565-4e59-48d7-9d67-7c03b8a13137"

  static let source = Source(
    key: key, name: "Sample", category: "databases", documentation: "About it.",
    provenance: place(1),
    connectionSpecifications: [
      ConnectionSpecification(
        id: specification, version: "1.0", isValidUUID: true, isUncertain: false,
        provenance: place(30))
    ],
    authentications: [
      Authentication(
        specName: "Basic Authentication", title: nil,
        fields: [
          field("host"), field("userName", line: 21), field("password", secret: true, line: 22),
          field("port", .integer, optional: true, defaultValue: "22", line: 23),
          field("region", optional: true, allowed: ["eu", "us"], line: 24),
        ],
        patterns: [], provenance: place(19)),
      Authentication(
        specName: "ConnectionString", title: nil,
        fields: [field("connectionString", secret: true, line: 26)],
        patterns: [pattern("Server={SERVER};Password={PASSWORD}")], provenance: place(25)),
    ],
    requests: [
      request(createConnection, title: "Create a base connection", line: 40),
      request(createSource, title: "Create a source connection", line: 60),
    ])

  static let other = Source(
    key: "crm/other", name: "Other", category: "crm", documentation: nil,
    provenance: place(1, page: "sources/tutorials/api/create/crm/other.md"),
    connectionSpecifications: [
      ConnectionSpecification(
        id: "aadc60c1-7455-4d87-84dc-2a0e293d997b", version: nil, isValidUUID: true,
        isUncertain: false, provenance: place(3))
    ], authentications: [], requests: [])

  static func pattern(_ text: String) -> ConnectionStringPattern {
    var pieces: [ConnectionStringPattern.Piece] = []
    var parameters: [ConnectionStringPattern.Parameter] = []
    for part in text.split(separator: "{") {
      let halves = part.split(separator: "}", omittingEmptySubsequences: false)
      if halves.count == 2 {
        pieces.append(.parameter(parameters.count))
        parameters.append(
          .init(
            placeholder: String(halves[0]), documentation: nil,
            isSecret: halves[0] == "PASSWORD"))
      }
      if let last = halves.last, !last.isEmpty { pieces.append(.literal(String(last))) }
    }
    return ConnectionStringPattern(
      field: "connectionString", text: text, pieces: pieces, parameters: parameters,
      provenance: place(26))
  }

  // MARK: - Operations

  static let specificationSchema = object(field("id"), field("version"))

  static let createConnection = operation(
    "POST", "/flowservice/connections", group: "connections", verb: "create",
    body: object(
      field("name", line: 43), field("description", optional: true, line: 44),
      field("auth", .authentication, line: 45),
      field("connectionSpec", specificationSchema, line: 46)),
    response: object(field("id", line: 55), field("etag", line: 56), field("note", optional: true)))

  static let list = operation(
    "GET", "/flowservice/connections", group: "connections", verb: "list",
    query: [
      parameter("limit", examples: ["5"]), parameter("orderby"),
      parameter("mode", required: true, allowed: ["all", "own"]),
    ],
    response: object(
      field("items", .array(object(field("id"), field("createdAt", .integer)))),
      field("next", optional: true)))

  static let update = operation(
    "PATCH", "/flowservice/connections/{}", group: "connections", verb: "update",
    path: ["connectionId"], headers: [parameter("If-Match", required: true)],
    body: .array(object(field("op", .enumeration(["add", "replace"])), field("path"))),
    response: object(field("id")))

  static let remove = operation(
    "DELETE", "/flowservice/connections/{}", group: "connections", verb: "delete",
    path: ["connectionId"])

  static let createSource = operation(
    "POST", "/flowservice/sourceConnections", group: "sourceConnections", verb: "create",
    body: object(
      field("name"), field("baseConnectionId"),
      field(
        "data",
        object(
          field("format", .enumeration(["delimited", "json"])),
          field("properties", object(field("columnDelimiter", optional: true)), optional: true))),
      field("version", .union([.integer, .string])), field("tags", .array(.string), optional: true),
      field("extra", object(), optional: true),
      field("connectionSpec", specificationSchema)),
    response: object(field("id"), field("etag")))

  static let operations = [createConnection, list, update, remove, createSource].sorted {
    $0.key < $1.key
  }
}
