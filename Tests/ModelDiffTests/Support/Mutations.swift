import ConnectorModel

extension Mutation {
  static let all: [Mutation] =
    credentials + sources + bodies + responses + parameters + operations + payloads + tables

  // MARK: - Credentials

  static let credentials: [Mutation] = [
    Mutation("an optional credential at the end", "field-added: compatible") {
      $0.authentication(0) { $0.fields.append(Sample.field("schema", optional: true)) }
    },
    Mutation("an optional credential among the others", "field-added: compatible") {
      $0.authentication(0) { $0.fields.insert(Sample.field("schema", optional: true), at: 0) }
    },
    Mutation("a required credential", "field-added: source, wire") {
      $0.authentication(0) { $0.fields.append(Sample.field("schema")) }
    },
    Mutation("a credential less", "field-removed: source, wire") {
      $0.authentication(0) { $0.fields.removeAll { $0.name == "port" } }
    },
    Mutation("a credential with another name", "field-renamed: source, wire") {
      $0.credential("userName") { $0.name = "username" }
    },
    Mutation("an optional credential that is required", "became-required: source, wire") {
      $0.credential("port") { $0.isOptional = false }
    },
    Mutation("a required credential that is optional", "became-optional: source") {
      $0.credential("host") { $0.isOptional = true }
    },
    Mutation("the last required credential that is optional", "became-optional: source") {
      $0.credential("connectionString") { $0.isOptional = true }
    },
    Mutation("another type", "type-changed: source, wire") {
      $0.credential("host") { $0.schema = .integer }
    },
    Mutation("a wider type", "type-changed: source") {
      $0.credential("port") { $0.schema = .number }
    },
    Mutation("a narrower type", "type-changed: source, wire") {
      $0.credential("port") { $0.schema = .boolean }
    },
    Mutation("a secret", "became-secret: source") { $0.credential("host") { $0.isSecret = true } },
    Mutation("no secret", "stopped-being-secret: source") {
      $0.credential("password") { $0.isSecret = false }
    },
    Mutation("a credential that may be null", "became-nullable: source") {
      $0.credential("host") { $0.isNullable = true }
    },
    Mutation("another default", "default-changed: wire") {
      $0.credential("port") { $0.defaultValue = "2222" }
    },
    Mutation("no default", "default-removed: wire") {
      $0.credential("port") { $0.defaultValue = nil }
    },
    Mutation("a default", "default-added: compatible") {
      $0.credential("region") { $0.defaultValue = "eu" }
    },
    Mutation("one more value", "allowed-values-added: compatible") {
      $0.credential("region") { $0.allowedValues.append("jp") }
    },
    Mutation("values in another order", "documentation-changed: documentation") {
      $0.credential("region") { $0.allowedValues.reverse() }
    },
    Mutation("one value less", "allowed-values-removed: wire") {
      $0.credential("region") { $0.allowedValues.removeLast() }
    },
    Mutation("required credentials in another order", "fields-reordered: source") {
      $0.authentication(0) { $0.fields.exchange("host", "userName") }
    },
    Mutation("optional credentials in another order", "fields-reordered: source") {
      $0.authentication(0) { $0.fields.exchange("port", "region") }
    },
    Mutation("a required and an optional one in another order", "fields-reordered: documentation") {
      $0.authentication(0) { $0.fields.exchange("password", "port") }
    },
    Mutation("another text", "documentation-changed: documentation") {
      $0.credential("host") { $0.documentation = "In other words." }
    },
    Mutation("one more name in tables", "documentation-changed: documentation") {
      $0.credential("host") { $0.aliases = ["server"] }
    },
    Mutation("another pattern", "connection-string-changed: source, wire") {
      $0.authentication(1) { $0.patterns = [Sample.pattern("Host={HOST};Password={PASSWORD}")] }
    },
    Mutation("another text of the pattern", "connection-string-changed: wire") {
      $0.authentication(1) { $0.patterns = [Sample.pattern("host={SERVER};pwd={PASSWORD}")] }
    },
    Mutation("no pattern", "connection-string-removed: source") {
      $0.authentication(1) { $0.patterns = [] }
    },
  ]

  // MARK: - Sources

  static let sources: [Mutation] = [
    Mutation("a source more", "source-added: compatible") {
      var source = Sample.other
      source.key = "crm/third"
      source.name = "Third"
      source.connectionSpecifications = []
      $0.sources.append(source)
    },
    Mutation("a source less", "source-removed: source, wire") { model in
      model.sources.removeAll { $0.key == "crm/other" }
    },
    Mutation("another display name", "source-renamed: source") {
      $0.source { $0.name = "Example" }
    },
    Mutation("another page for the source", "source-renamed: compatible") {
      $0.source { $0.key = "databases/sample-db" }
    },
    Mutation("another specification", "spec-id-changed: wire") { model in
      model.source { source in
        source.connectionSpecifications[0].id = "bbdc60c1-7455-4d87-84dc-2a0e293d997b"
        for index in source.requests.indices {
          source.requests[index].examples[0].json = Sample.json(
            specification: "bbdc60c1-7455-4d87-84dc-2a0e293d997b")
        }
      }
    },
    // Callers have to say which one they mean.
    Mutation(
      "another specification than that of the examples", "spec-id-changed: wire",
      "interface-changed: source"
    ) {
      $0.source {
        $0.connectionSpecifications[0].id = "bbdc60c1-7455-4d87-84dc-2a0e293d997b"
      }
    },
    // The group has to go by another name.
    Mutation(
      "a source called like a group of operations", "source-added: source",
      "interface-changed: source", "interface-changed: compatible"
    ) {
      var source = Sample.other
      source.key = "crm/connections"
      source.name = "Connections"
      $0.sources.append(source)
    },
    Mutation("another version", "spec-version-changed: wire") {
      $0.source { $0.connectionSpecifications[0].version = "2.0" }
    },
    Mutation("one more specification", "spec-id-added: compatible") {
      $0.source { source in
        var second = source.connectionSpecifications[0]
        second.id = "bbdc60c1-7455-4d87-84dc-2a0e293d997b"
        source.connectionSpecifications.append(second)
      }
    },
    Mutation("one more authentication", "authentication-added: source") {
      $0.source { source in
        var third = source.authentications[0]
        third.specName = "Key Authentication"
        third.fields = [Sample.field("key", secret: true)]
        source.authentications.append(third)
      }
    },
    Mutation("one authentication less", "authentication-removed: source, wire") {
      $0.source { $0.authentications.removeLast() }
    },
    Mutation("an authentication of another name", "authentication-renamed: source, wire") {
      $0.authentication(0) { $0.specName = "User Authentication" }
    },
    Mutation("an authentication of another wire name only", "authentication-renamed: wire") {
      $0.authentication(0) { $0.specName = "Basic Authentication for Sample" }
    },
    Mutation("another heading of an authentication", "documentation-changed: documentation") {
      $0.authentication(0) { $0.title = "Basic" }
    },
    Mutation("another summary", "documentation-changed: documentation") {
      $0.source { $0.documentation = "In other words." }
    },
    Mutation("all sections elsewhere", "anchors-changed: documentation") {
      $0.source { source in
        for index in source.requests.indices {
          source.requests[index].provenance.anchor = "elsewhere"
        }
      }
    },
    Mutation("an overlay that corrects something", "corrections-changed: documentation") {
      $0.credential("port") {
        $0.provenance.corrections = [
          .init(subject: "default of port", documented: "2222", value: "22", reason: nil)
        ]
      }
    },
    Mutation("one request less", "request-removed: source") {
      $0.source { $0.requests.removeLast() }
    },
    Mutation("one request more", "request-added: compatible") {
      $0.source { $0.requests.append(Sample.request(Sample.update, title: "Update", line: 80)) }
    },
    Mutation("another example", "examples-changed: documentation") {
      $0.request(Sample.createConnection) {
        $0.examples[0].headers = [.init(name: "x-api-key", value: "{KEY}")]
      }
    },
    Mutation("an example that names another specification", "interface-changed: source") {
      $0.request(Sample.createConnection) { $0.examples[0].json = nil }
    },
  ]

  // MARK: - Bodies

  static let bodies: [Mutation] = [
    Mutation("an optional field of a body", "field-added: compatible") {
      $0.body(Sample.createConnection) { $0.append(Sample.field("tag", optional: true)) }
    },
    Mutation("a required field of a body", "field-added: source, wire") {
      $0.body(Sample.createConnection) { $0.append(Sample.field("tag")) }
    },
    Mutation("too many fields to be given one by one", "field-added: source") { model in
      model.body(Sample.createConnection) { fields in
        for number in 1...5 { fields.append(Sample.field("tag\(number)", optional: true)) }
      }
    },
    Mutation("a nested optional field", "field-added: compatible") {
      $0.body(Sample.createSource) {
        $0.change("data") {
          $0.schema.properties { $0.append(Sample.field("delimiter", optional: true)) }
        }
      }
    },
    Mutation("a nested required field", "field-added: source, wire") {
      $0.body(Sample.createSource) {
        $0.change("data") { $0.schema.properties { $0.append(Sample.field("delimiter")) } }
      }
    },
    Mutation("a constant more", "allowed-values-added: compatible") {
      $0.body(Sample.createSource) {
        $0.change("data") {
          $0.schema.properties {
            $0.change("format") { $0.schema = .enumeration(["delimited", "json", "parquet"]) }
          }
        }
      }
    },
    Mutation("a constant less", "allowed-values-removed: source, wire") {
      $0.body(Sample.createSource) {
        $0.change("data") {
          $0.schema.properties { $0.change("format") { $0.schema = .enumeration(["json"]) } }
        }
      }
    },
    Mutation("constants in another order", "documentation-changed: documentation") {
      $0.body(Sample.createSource) {
        $0.change("data") {
          $0.schema.properties {
            $0.change("format") { $0.schema = .enumeration(["json", "delimited"]) }
          }
        }
      }
    },
    Mutation("the first documented values", "allowed-values-added: source") {
      $0.body(Sample.createConnection) {
        $0.change("name") { $0.schema = .enumeration(["a", "b"]) }
      }
    },
    Mutation("a kind more", "type-changed: source") {
      $0.body(Sample.createSource) {
        $0.change("version") { $0.schema = .union([.integer, .string, .array(.string)]) }
      }
    },
    Mutation("a kind less", "type-changed: source, wire") {
      $0.body(Sample.createSource) { $0.change("version") { $0.schema = .string } }
    },
    Mutation("another element", "type-changed: source, wire") {
      $0.body(Sample.createSource) { $0.change("tags") { $0.schema = .array(.integer) } }
    },
    Mutation("an object that gets fields", "type-changed: source", "field-added: source") {
      $0.body(Sample.createSource) {
        $0.change("extra") { $0.schema = Sample.object(Sample.field("a", optional: true)) }
      }
    },
    Mutation("no body", "body-removed: source, wire") {
      $0.request(Sample.createSource) { $0.body = nil }
    },
    Mutation("a field of an element", "field-added: source, wire") {
      $0.operation(Sample.update) {
        $0.body?.properties { $0.append(Sample.field("value")) }
      }
    },
  ]

  // MARK: - Responses

  static let responses: [Mutation] = [
    Mutation("an optional field of a response", "field-added: compatible") {
      $0.response(Sample.createConnection) { $0.append(Sample.field("more", optional: true)) }
    },
    Mutation("a field that every response has", "field-added: source") {
      $0.response(Sample.createConnection) { $0.append(Sample.field("more")) }
    },
    Mutation("a field of a response less", "field-removed: source, wire") {
      $0.response(Sample.createConnection) { $0.removeAll { $0.name == "id" } }
    },
    Mutation("an optional field of a response less", "field-removed: source") {
      $0.response(Sample.createConnection) { $0.removeAll { $0.name == "note" } }
    },
    Mutation("a field of a response that may be missing", "became-optional: source, wire") {
      $0.response(Sample.createConnection) { $0.change("id") { $0.isOptional = true } }
    },
    Mutation("a field of a response that is always there", "became-required: source") {
      $0.response(Sample.createConnection) { $0.change("note") { $0.isOptional = false } }
    },
    Mutation("a field of a response that may be null", "became-nullable: source, wire") {
      $0.response(Sample.createConnection) { $0.change("id") { $0.isNullable = true } }
    },
    Mutation("an element of a response", "type-changed: source, wire") {
      $0.response(Sample.list) {
        $0.change("items") {
          $0.schema.properties { $0.change("createdAt") { $0.schema = .string } }
        }
      }
    },
    Mutation("a wider type of a response", "type-changed: source, wire") {
      $0.response(Sample.list) {
        $0.change("items") {
          $0.schema.properties { $0.change("createdAt") { $0.schema = .number } }
        }
      }
    },
    Mutation("no response", "response-removed: source, wire") {
      $0.operation(Sample.list) { $0.response = nil }
    },
    Mutation("a response", "response-added: source") {
      $0.operation(Sample.remove) { $0.response = Sample.object(Sample.field("id")) }
    },
    Mutation("a list instead of an object", "type-changed: source, wire") {
      $0.operation(Sample.list) { $0.response = .array(Sample.object(Sample.field("id"))) }
    },
  ]

  // MARK: - Parameters

  static let parameters: [Mutation] = [
    Mutation("an optional query parameter", "parameter-added: compatible") {
      $0.operation(Sample.list) { $0.queryParameters.append(Sample.parameter("start")) }
    },
    Mutation("a required query parameter", "parameter-added: source, wire") {
      $0.operation(Sample.list) {
        $0.queryParameters.append(Sample.parameter("start", required: true))
      }
    },
    Mutation("a query parameter less", "parameter-removed: source, wire") {
      $0.operation(Sample.list) { $0.queryParameters.removeAll { $0.name == "orderby" } }
    },
    Mutation("a query parameter of another name", "parameter-renamed: source, wire") {
      $0.operation(Sample.list) { $0.queryParameters.change("orderby") { $0.name = "orderBy" } }
    },
    Mutation("a query parameter that is required", "became-required: source, wire") {
      $0.operation(Sample.list) { $0.queryParameters.change("limit") { $0.isRequired = true } }
    },
    // It stands behind the others now.
    Mutation("a query parameter that is optional", "became-optional: source") {
      $0.operation(Sample.list) {
        $0.queryParameters.change("mode") { $0.isRequired = false }
      }
    },
    Mutation("a query parameter of another type", "type-changed: source") {
      $0.operation(Sample.list) { $0.queryParameters.change("limit") { $0.examples = ["many"] } }
    },
    Mutation("a value of a query parameter", "allowed-values-added: compatible") {
      $0.operation(Sample.list) {
        $0.queryParameters.change("mode") { $0.allowedValues.append("none") }
      }
    },
    Mutation("a value of a query parameter less", "allowed-values-removed: source, wire") {
      $0.operation(Sample.list) {
        $0.queryParameters.change("mode") { $0.allowedValues.removeLast() }
      }
    },
    Mutation("query parameters in another order", "parameters-reordered: source") {
      $0.operation(Sample.list) { $0.queryParameters.swapAt(0, 1) }
    },
    Mutation("a header", "parameter-added: source, wire") {
      $0.operation(Sample.remove) {
        $0.headerParameters.append(Sample.parameter("If-Match", required: true))
      }
    },
    Mutation("a header less", "parameter-removed: source, wire") {
      $0.operation(Sample.update) { $0.headerParameters = [] }
    },
    Mutation("a path parameter of another name", "parameter-renamed: source") {
      $0.operation(Sample.update) { $0.pathParameters[0].name = "baseConnectionId" }
    },
    Mutation("another placeholder", "documentation-changed: documentation") {
      $0.operation(Sample.update) { $0.pathParameters[0].aliases = ["ID"] }
    },
  ]

  // MARK: - Operations

  static let operations: [Mutation] = [
    Mutation("an operation", "operation-added: compatible") {
      $0.operations.append(
        Sample.operation(
          "GET", "/flowservice/flows", group: "flows", verb: "list",
          response: Sample.object(Sample.field("id"))))
    },
    Mutation("an operation less", "operation-removed: source, wire") { model in
      model.operations.removeAll { $0.key == Sample.update.key }
    },
    Mutation("an operation elsewhere", "operation-moved: wire") {
      $0.operation(Sample.list) { $0.key.path = "/data/foundation/flowservice/v2/connections" }
    },
    Mutation("an operation of a group that is there", "operation-added: compatible") {
      $0.operations.append(
        Sample.operation(
          "GET", "/flowservice/connections/drafts", group: "connections", verb: "list",
          response: Sample.object(Sample.field("id"))))
    },
    Mutation("another description", "documentation-changed: documentation") {
      $0.operation(Sample.list) { $0.documentation = "Lists them." }
    },
    // Constants are named after messages.
    Mutation("another error message", "error-code-changed: source") { model in
      for index in model.errorCodes.indices.prefix(1) {
        model.errorCodes[index].message = "It did not work."
      }
    },
    Mutation("another remedy", "error-code-changed: documentation") { model in
      for index in model.errorCodes.indices.prefix(1) {
        model.errorCodes[index].remedy = "Give up."
      }
    },
    // The name holds only the start of a code.
    Mutation("another error code under the same name", "code-changed: wire") { model in
      for index in model.errorCodes.indices.prefix(1) { model.errorCodes[index].code = "1404-413" }
    },
    Mutation("an error code less", "error-code-removed: source") { model in
      model.errorCodes.removeAll { $0.code == "2120" }
    },
    Mutation("no error code", "error-code-removed: source") { $0.errorCodes = [] },
    Mutation("a page less", "page-removed: documentation") { $0.pages.removeLast() },
    Mutation("another title", "documentation-changed: documentation") {
      $0.pages[0].title = "Connect Sample"
    },
  ]

  // MARK: - Payloads

  static let payloads: [Mutation] = [
    Mutation("a payload", "payload-added: compatible") {
      $0.payloads.insert(
        Payload(
          heading: "Records", tab: "Visits", documentation: nil,
          body: Sample.object(Sample.field("visited")), response: nil, examples: [],
          responseExamples: [], provenance: Sample.place(88)), at: 0)
    },
    Mutation("a payload of a page without any", "payload-added: compatible") {
      var payload = Sample.payloads[2]
      payload.provenance.page = "sources/other.md"
      $0.payloads.append(payload)
    },
    Mutation("a payload less", "payload-removed: source, wire") { model in
      model.payloads.removeAll { $0.title == "Profile record" }
    },
    Mutation("the only payload of a page less", "payload-removed: source, wire") { model in
      model.payloads.removeAll { $0.title == "Send a record" }
    },
    Mutation("a payload under another tab", "payload-renamed: source") {
      $0.payload("Profile record") { $0.tab = "Profiles" }
    },
    Mutation("a payload under a tab that is spelt otherwise", "payload-renamed: compatible") {
      $0.payload("Profile record") { $0.tab = "Profile Record" }
    },
    Mutation("a payload under another heading", "documentation-changed: documentation") {
      $0.payload("Profile record") { $0.heading = "Data" }
    },
    Mutation("a payload of another section", "anchors-changed: documentation") {
      $0.payload("Profile record") { $0.provenance.anchor = "data" }
    },
    Mutation("a payload with another text", "documentation-changed: documentation") {
      $0.payload("Profile record") { $0.documentation = "In other words." }
    },
    Mutation("a required field of a payload", "field-added: source, wire") {
      $0.payload("Profile record") { $0.body?.properties { $0.append(Sample.field("more")) } }
    },
    Mutation("an optional field of a payload", "field-added: compatible") {
      $0.payload("Events") {
        $0.body?.properties { $0.append(Sample.field("more", optional: true)) }
      }
    },
    Mutation("a nested field of a payload", "field-added: source, wire") {
      $0.payload("Profile record") {
        $0.body?.properties {
          $0.change("identity") { $0.schema.properties { $0.append(Sample.field("phone")) } }
        }
      }
    },
    Mutation("a field of a payload less", "field-removed: source, wire") {
      $0.payload("Profile record") { $0.body?.properties { $0.removeAll { $0.name == "points" } } }
    },
    Mutation("a field of a payload of another type", "type-changed: source, wire") {
      $0.payload("Send a record") {
        $0.body?.properties { $0.change("record") { $0.schema = .integer } }
      }
    },
    Mutation("a value of a payload less", "allowed-values-removed: source, wire") {
      $0.payload("Profile record") {
        $0.body?.properties { $0.change("tier") { $0.schema = .enumeration(["gold"]) } }
      }
    },
    Mutation("a payload that is a list now", "type-changed: source, wire") {
      $0.payload("Send a record") { payload in
        payload.body = payload.body.map { .array($0) }
      }
    },
    Mutation("a field of an answer that may be missing", "became-optional: source, wire") {
      $0.payload("Profile record") {
        $0.response?.properties { $0.change("id") { $0.isOptional = true } }
      }
    },
    Mutation("an answer to a payload", "response-added: compatible") {
      $0.payload("Events") { $0.response = Sample.object(Sample.field("id")) }
    },
    Mutation("no answer to a payload", "response-removed: source, wire") {
      $0.payload("Profile record") { $0.response = nil }
    },
    Mutation("an answer alone", "payload-removed: source, wire") {
      $0.payload("Profile record") { $0.body = nil }
    },
    Mutation("another example of a payload", "examples-changed: documentation") {
      $0.payload("Profile record") { $0.examples[0].json = Sample.json(specification: "other") }
    },
    Mutation("another example of an answer", "examples-changed: documentation") {
      $0.payload("Profile record") {
        $0.responseExamples[0].json = Sample.json(specification: "2")
      }
    },
    Mutation("a value of a field", "examples-changed: documentation") {
      $0.request(Sample.createSource) {
        $0.fieldExamples.append(
          FieldExample(
            path: ["data"], json: Sample.json(specification: "1"), provenance: Sample.place(69),
            isUncertain: false))
      }
    },
    Mutation("a correction of a payload", "corrections-changed: documentation") {
      $0.payload("Profile record") {
        $0.examples[0].provenance.corrections = [
          .init(subject: "identity.email", documented: "a", value: "b", reason: nil)
        ]
      }
    },
  ]

  // MARK: - Words of tables of which nothing else is made

  static let tables: [Mutation] = [
    Mutation("a table", "table-added: documentation") {
      $0.tables?.append(Sample.table("Time zones", [["UTC", "The usual one."]]))
    },
    Mutation("a table less", "table-removed: documentation") { $0.tables?.removeLast() },
    Mutation("a table under another heading", "documentation-changed: documentation") {
      $0.table("EncryptionMethod") { $0.heading = "Encryption" }
    },
    Mutation("a table with another header", "documentation-changed: documentation") {
      $0.table("==") { $0.header = ["Operator", "Meaning"] }
    },
    Mutation("a row", "table-row-added: documentation") {
      $0.table("==") { $0.rows.append(PageTable.Row(cells: ["<", "Is less."], line: 75)) }
    },
    Mutation("a row less", "table-row-removed: documentation") {
      $0.table("EncryptionMethod") { $0.rows.removeLast() }
    },
    Mutation("another row", "table-row-changed: documentation") {
      $0.table("EncryptionMethod") { $0.rows[0].cells[1] = "0, 1 or 6." }
    },
    Mutation("a row with another link", "table-row-changed: documentation") {
      $0.table("EncryptionMethod") { $0.rows[0].links = ["encryption.md"] }
    },
    Mutation("a row less of which other words are taken", "table-row-removed: documentation") {
      $0.table("host") { $0.rows.removeFirst() }
    },
    Mutation("other words where others are taken", "table-row-changed: documentation") {
      $0.table("host") { $0.rows[0].cells[1] = "Where it is." }
    },
  ]
}
