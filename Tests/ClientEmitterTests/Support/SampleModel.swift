import ConnectorModel

@testable import ClientEmitter

/// A small model that shows what the emitter makes of each kind of fact.
enum SampleModel {
  static let model = ConnectorModel(
    sources: [sftp, snowflake], operations: operations, payloads: payloads,
    errorCodes: errorCodes, pages: [])

  /// Rows with one message, and a code that stands twice.
  private static let errorCodes: [ErrorCode] = [
    ("1418-400", "Invalid request", "A flow needs it. Delete the `flow` first."),
    ("1405-400", "Invalid request", ""),
    ("1404-412", "Version not matching.", "Fetch the version and repeat."),
    ("1405-400", "Said again", ""),
  ].map { code, message, remedy in
    ErrorCode(
      code: code, message: message, remedy: remedy,
      provenance: Fixture.provenance(9, page: "sources/errors/errors.md", anchor: "validation"))
  }

  // MARK: - Sources

  static let sftp = Fixture.source(
    "cloud-storage/sftp", name: "SFTP",
    documentation: "How to link an SFTP server with Adobe Experience Platform.",
    specifications: [Fixture.specification("b7bf2577-4520-42c9-bae9-cad01560f7bc")],
    authentications: [basic, publicKey],
    requests: [
      Fixture.request(
        createConnection, title: "Create a base connection", body: baseConnection,
        examples: [
          Fixture.exampleBody(connectionSpecification: "b7bf2577-4520-42c9-bae9-cad01560f7bc")
        ]),
      Fixture.request(explore, title: "Explore your files"),
      Fixture.request(createSource, title: "Create a source connection", body: sourceConnection),
    ])

  static let basic = Fixture.authentication(
    "Basic Authentication for sftp", title: "Basic authentication",
    [
      Fixture.field("host", documentation: "Name or IP address of your SFTP server."),
      Fixture.field(
        "port", .integer, optional: true, defaultValue: "22",
        documentation: "Port of the SFTP server."),
      Fixture.field(
        "userName", aliases: ["username"],
        documentation: "A user name that may enter your SFTP server."),
      Fixture.field(
        "password", secret: true, documentation: "Password of your SFTP server."),
      Fixture.field(
        "folderPath", optional: true,
        documentation: "Path to the folder that access is given to.\n\nIt starts with `/`."),
    ])

  static let publicKey = Fixture.authentication(
    "SSH PublicKey Authentication for sftp", title: "SSH public key authentication",
    [
      Fixture.field("host", documentation: "Name or IP address of your SFTP server."),
      Fixture.field(
        "privateKeyContent", secret: true,
        documentation: "SSH private key content, Base64 encoded."),
      Fixture.field("passPhrase", optional: true, secret: true),
    ])

  static let snowflake = Fixture.source(
    "databases/snowflake", name: "Snowflake",
    specifications: [
      Fixture.specification("b2e08744-4f1a-40ce-af30-7abac3e23cf3", uncertain: true),
      Fixture.specification("b2e08744-4f1a-40ce-af30-7abac3e23cf31", version: nil, valid: false),
    ],
    authentications: [
      Fixture.authentication(
        "ConnectionString",
        [
          Fixture.field(
            "connectionString", secret: true,
            documentation: "The string by which to connect to your Snowflake instance."),
          Fixture.field("role", optional: true, defaultValue: "PUBLIC"),
          Fixture.field("host", optional: true),
        ],
        patterns: [
          Fixture.pattern(
            "connectionString",
            "jdbc:snowflake://{ACCOUNT_NAME}.snowflakecomputing.com/?user={USERNAME}"
              + "&password={PASSWORD}&db={DATABASE}&warehouse={WAREHOUSE}"),
          Fixture.pattern("host", "{ACCOUNT}.{REGION}.snowflakecomputing.com"),
        ]),
      Fixture.authentication("Anonymous Authentication", []),
    ],
    requests: [
      Fixture.request(
        createConnection, title: "Create a base connection", body: baseConnection,
        examples: [
          Fixture.exampleBody(connectionSpecification: "b2e08744-4f1a-40ce-af30-7abac3e23cf3")
        ])
    ])

  // MARK: - Payloads

  /// Two of a source's page, one of them called like a type of the source, and one of another page.
  static let payloads = [
    payload(
      "Profile record", page: sftp.provenance.page, documentation: "A profile has an `id`.",
      body: Fixture.object(
        Fixture.field("_id"), Fixture.field("points", .integer, nullable: true),
        Fixture.field("secretKey", optional: true, secret: true)),
      response: Fixture.object(Fixture.field("status"), Fixture.field("etag", optional: true))),
    payload(
      "Basic authentication", page: sftp.provenance.page,
      body: .array(Fixture.object(Fixture.field("at", .number))),
      response: .any(reason: "the user's own data")),
    payload(
      "Send a record", page: "sources/tutorials/api/collect/streaming.md",
      body: Fixture.object(Fixture.field("name"))),
    payload(
      "What comes back", page: "sources/tutorials/api/collect/streaming.md",
      response: .array(.string)),
  ]

  private static func payload(
    _ title: String, page: String, documentation: String? = nil, body: Schema? = nil,
    response: Schema? = nil
  ) -> Payload {
    Payload(
      heading: title, tab: nil, documentation: documentation, body: body, response: response,
      examples: [], responseExamples: [],
      provenance: Fixture.provenance(70, page: page, anchor: "records"))
  }

  // MARK: - Bodies

  static let specification = Fixture.object(
    Fixture.field("id"), Fixture.field("version"))

  static let baseConnection = Fixture.object(
    Fixture.field("name"), Fixture.field("description", optional: true),
    Fixture.field("auth", .authentication), Fixture.field("connectionSpec", specification))

  static let sourceConnection = Fixture.object(
    Fixture.field("name"), Fixture.field("baseConnectionId"),
    Fixture.field(
      "data",
      Fixture.object(
        Fixture.field("format", .enumeration(["delimited", "json"])),
        Fixture.field(
          "properties", Fixture.object(Fixture.field("columnDelimiter", optional: true)),
          optional: true))),
    Fixture.field(
      "params",
      Fixture.object(
        Fixture.field("path"), Fixture.field("type"),
        Fixture.field("recursive", .boolean, optional: true))),
    Fixture.field("connectionSpec", specification))

  static let mappingSet = Fixture.object(
    Fixture.field("version", .integer), Fixture.field("id", .null, nullable: true),
    Fixture.field(
      "mappings",
      .array(
        Fixture.object(
          Fixture.field("destinationXdmPath"),
          Fixture.field("identityGroup", nullable: true),
          Fixture.field("namespaceCode", .integer, optional: true, nullable: true),
          Fixture.field(
            "version", .union([.integer, .string, .array(.object(ObjectSchema(properties: [])))])
          )))))

  static let created = Fixture.object(Fixture.field("id"), Fixture.field("etag"))

  static let patch = Schema.array(
    Fixture.object(
      Fixture.field("op", .enumeration(["add", "replace", "remove"])), Fixture.field("path"),
      Fixture.field("value", .any(reason: "the value of any field"), optional: true)))

  // MARK: - Operations

  private static let service = "/data/foundation/flowservice"

  static let createConnection = Fixture.operation(
    Fixture.key("POST", service + "/connections"), group: "connections", verb: "create",
    documentation: "Creates a connection.", body: baseConnection, response: created)

  static let listConnections = Fixture.operation(
    Fixture.key("GET", service + "/connections"), group: "connections", verb: "list",
    query: [
      Fixture.parameter("limit", examples: ["5"]), Fixture.parameter("count", examples: ["true"]),
      Fixture.parameter("property", examples: [#"name=="A""#]),
    ],
    response: Fixture.object(
      Fixture.field(
        "items",
        .array(Fixture.object(Fixture.field("id"), Fixture.field("createdAt", .integer)))),
      Fixture.field(
        "_links", Fixture.object(Fixture.field("next", .dictionary(.string), optional: true)),
        optional: true)))

  static let updateConnection = Fixture.operation(
    Fixture.key("PATCH", service + "/connections/{}"), group: "connections", verb: "update",
    path: [Fixture.parameter("connectionId", required: true)],
    headers: [Fixture.parameter("If-Match", required: true)], body: patch, response: created)

  static let deleteConnection = Fixture.operation(
    Fixture.key("DELETE", service + "/connections/{}"), group: "connections", verb: "delete",
    path: [Fixture.parameter("connectionId", required: true)])

  static let explore = Fixture.operation(
    Fixture.key("GET", service + "/connections/{}/explore"), group: "connections",
    verb: "explore", path: [Fixture.parameter("connectionId", required: true)],
    query: [
      Fixture.parameter(
        "objectType", required: true, allowed: ["root", "file", "folder"], examples: ["root"]),
      Fixture.parameter("object", examples: ["/some/path"], documentation: "What to look into."),
      Fixture.parameter("preview", examples: ["true"]),
    ],
    response: .array(Fixture.object(Fixture.field("type"), Fixture.field("name"))))

  static let createSource = Fixture.operation(
    Fixture.key("POST", service + "/sourceConnections"), group: "sourceConnections",
    verb: "create", body: sourceConnection, response: created)

  static let createMappings = Fixture.operation(
    Fixture.key("POST", "/data/foundation/conversion/mappingSets"), group: "mappingSets",
    verb: "create", body: mappingSet,
    response: Fixture.object(Fixture.field("id"), Fixture.field("schema", .jsonSchema)))

  static let ingest = Fixture.operation(
    Fixture.key("POST", "/collection/{}", server: "https://dcs.adobedc.net"),
    group: "collection", verb: "ingest",
    path: [Fixture.parameter("inletId", required: true)],
    body: .any(reason: "the user's own data"))

  static let operations = [
    createConnection, listConnections, updateConnection, deleteConnection, explore, createSource,
    createMappings, ingest,
  ]
}
