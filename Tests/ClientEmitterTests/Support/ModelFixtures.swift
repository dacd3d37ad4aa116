import ConnectorModel
import JSONReader

@testable import ClientEmitter

/// Short ways to write models.
enum Fixture {
  static let page = "sources/tutorials/api/create/cloud-storage/sftp.md"

  static func provenance(
    _ line: Int = 1, page: String = Fixture.page, anchor: String? = nil
  ) -> Provenance {
    Provenance(page: page, line: line, anchor: anchor)
  }

  static func field(
    _ name: String, _ schema: Schema = .string, optional: Bool = false, nullable: Bool = false,
    secret: Bool = false, aliases: [String] = [], defaultValue: String? = nil,
    allowed: [String] = [], example: String? = nil, documentation: String? = nil,
    uncertain: Bool = false
  ) -> ModelProperty {
    ModelProperty(
      name: name, aliases: aliases, schema: schema, isOptional: optional, isNullable: nullable,
      isSecret: secret, defaultValue: defaultValue, allowedValues: allowed, example: example,
      documentation: documentation, provenance: provenance(), isUncertain: uncertain)
  }

  static func object(_ properties: ModelProperty...) -> Schema {
    .object(ObjectSchema(properties: properties))
  }

  static func parameter(
    _ name: String, required: Bool = false, allowed: [String] = [], examples: [String] = [],
    documentation: String? = nil
  ) -> Parameter {
    Parameter(
      name: name, aliases: [], documentation: documentation, isRequired: required,
      defaultValue: nil, allowedValues: allowed, examples: examples)
  }

  static func key(
    _ method: String, _ path: String, server: String = "https://platform.adobe.io"
  ) -> OperationKey {
    OperationKey(method: method, server: server, path: path)
  }

  static func operation(
    _ key: OperationKey, group: String, verb: String, documentation: String? = nil,
    path: [Parameter] = [], query: [Parameter] = [], headers: [Parameter] = [],
    body: Schema? = nil, response: Schema? = nil
  ) -> ModelOperation {
    ModelOperation(
      key: key, group: group, verb: verb, documentation: documentation, pathParameters: path,
      queryParameters: query, headerParameters: headers, body: body, response: response,
      examples: [], responseExamples: [], provenances: [provenance(60, anchor: "base-connection")])
  }

  /// What a page says of the operation.
  static func request(
    _ operation: ModelOperation, title: String, body: Schema? = nil, examples: [JSONNode] = [],
    documentation: String? = nil
  ) -> Request {
    Request(
      operation: operation.key, group: operation.group, verb: operation.verb, title: title,
      documentation: documentation, pathParameters: operation.pathParameters,
      queryParameters: operation.queryParameters, headerParameters: operation.headerParameters,
      body: body,
      examples: examples.map { json in
        RequestExample(
          method: operation.key.method, url: operation.key.server + operation.key.path,
          headers: [], json: json, text: nil, provenance: provenance(66), isUncertain: false)
      },
      provenance: provenance(60, anchor: "create-a-base-connection"))
  }

  static func specification(
    _ id: String, version: String? = "1.0", valid: Bool = true, uncertain: Bool = false
  ) -> ConnectionSpecification {
    ConnectionSpecification(
      id: id, version: version, isValidUUID: valid, isUncertain: uncertain,
      provenance: provenance(20))
  }

  static func source(
    _ key: String, name: String, documentation: String? = nil,
    specifications: [ConnectionSpecification] = [], authentications: [Authentication] = [],
    requests: [Request] = []
  ) -> Source {
    let category = key.split(separator: "/").first.map { String($0) } ?? ""
    return Source(
      key: key, name: name, category: category, documentation: documentation,
      provenance: provenance(page: "sources/tutorials/api/create/\(key).md"),
      connectionSpecifications: specifications, authentications: authentications,
      requests: requests)
  }

  static func authentication(
    _ specName: String, title: String? = nil, _ fields: [ModelProperty],
    patterns: [ConnectionStringPattern] = []
  ) -> Authentication {
    Authentication(
      specName: specName, title: title, fields: fields, patterns: patterns,
      provenance: provenance(70, anchor: "gather-required-credentials"))
  }

  /// A pattern from text with placeholders in braces; names with `PASSWORD` are secrets.
  static func pattern(_ field: String, _ text: String) -> ConnectionStringPattern {
    var pieces: [ConnectionStringPattern.Piece] = []
    var parameters: [ConnectionStringPattern.Parameter] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
      let name = String(rest[rest.index(after: open)..<close])
      var index = parameters.firstIndex { $0.placeholder == name }
      if index == nil {
        index = parameters.count
        parameters.append(
          .init(placeholder: name, documentation: nil, isSecret: name.contains("PASSWORD")))
      }
      if let index { pieces.append(.parameter(index)) }
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    return ConnectionStringPattern(
      field: field, text: text, pieces: pieces, parameters: parameters, provenance: provenance(30))
  }

  /// A JSON object with the connection specification of an example.
  static func exampleBody(connectionSpecification id: String) -> JSONNode {
    let identifier = JSONMember(
      key: "id", keyRange: 0..<0, value: JSONNode(.string(id), range: 0..<0))
    let specification = JSONNode(.object([identifier]), range: 0..<0)
    let member = JSONMember(key: "connectionSpec", keyRange: 0..<0, value: specification)
    return JSONNode(.object([member]), range: 0..<0)
  }
}
