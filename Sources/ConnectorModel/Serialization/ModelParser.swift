import JSONReader

/// Makes the parts of a model of JSON.
enum ModelParser {
  typealias Failure = ModelReadingError

  static func whole(_ node: JSONNode) throws(Failure) -> ConnectorModel {
    let object = try JSONObjectReader(node)
    let format = try object.integer("format")
    guard format == ModelJSON.format else {
      throw Failure(
        range: try object.required("format").range,
        message: "this model has format \(format), not \(ModelJSON.format)")
    }
    return ConnectorModel(
      sources: try object.list("sources", source),
      operations: try object.list("operations", operation),
      payloads: try object.list("payloads", payload),
      errorCodes: try object.list("errorCodes", errorCode),
      pages: try object.list("pages", page), tables: try object.optionalList("tables", table))
  }

  // MARK: - Sources

  static func source(_ node: JSONNode) throws(Failure) -> Source {
    let object = try JSONObjectReader(node)
    return Source(
      key: try object.text("key"), name: try object.text("name"),
      category: try object.text("category"),
      documentation: try object.optionalText("documentation"),
      provenance: try provenance(of: object),
      connectionSpecifications: try object.list("connectionSpecifications", specification),
      authentications: try object.list("authentications", authentication),
      requests: try object.list("requests", request))
  }

  private static func specification(
    _ node: JSONNode
  ) throws(Failure) -> ConnectionSpecification {
    let object = try JSONObjectReader(node)
    return ConnectionSpecification(
      id: try object.text("id"), version: try object.optionalText("version"),
      isValidUUID: try object.flag("isValidUUID"), isUncertain: try object.flag("isUncertain"),
      provenance: try provenance(of: object))
  }

  private static func authentication(_ node: JSONNode) throws(Failure) -> Authentication {
    let object = try JSONObjectReader(node)
    return Authentication(
      specName: try object.text("specName"), title: try object.optionalText("title"),
      fields: try object.list("fields", property), patterns: try object.list("patterns", pattern),
      constants: try object.list("constants", constant), provenance: try provenance(of: object))
  }

  private static func constant(_ node: JSONNode) throws(Failure) -> Authentication.Constant {
    let object = try JSONObjectReader(node)
    let value = try object.required("value")
    let member = JSONMember(
      key: try object.text("name"), keyRange: value.range, value: value)
    guard let constant = Authentication.Constant(member) else {
      throw Failure(range: value.range, message: "expected a text, a whole number, true or false")
    }
    return constant
  }

  private static func pattern(_ node: JSONNode) throws(Failure) -> ConnectionStringPattern {
    let object = try JSONObjectReader(node)
    let parameters = try object.list("parameters", patternParameter)
    let pieces = try object.list("pieces") { (node) throws(Failure) in
      let piece = try JSONObjectReader(node)
      if let literal = try piece.optionalText("literal") {
        return ConnectionStringPattern.Piece.literal(literal)
      }
      let index = try piece.integer("parameter")
      guard parameters.indices.contains(index) else {
        throw Failure(range: node.range, message: "there is no parameter \(index)")
      }
      return .parameter(index)
    }
    return ConnectionStringPattern(
      field: try object.text("field"), text: try object.text("text"), pieces: pieces,
      parameters: parameters, provenance: try provenance(of: object))
  }

  private static func patternParameter(
    _ node: JSONNode
  ) throws(Failure) -> ConnectionStringPattern.Parameter {
    let object = try JSONObjectReader(node)
    return ConnectionStringPattern.Parameter(
      placeholder: try object.text("placeholder"),
      documentation: try object.optionalText("documentation"),
      isSecret: try object.flag("isSecret"))
  }

  // MARK: - Operations

  static func operation(_ node: JSONNode) throws(Failure) -> Operation {
    let object = try JSONObjectReader(node)
    return Operation(
      key: try key(try object.required("key")), group: try object.text("group"),
      verb: try object.text("verb"), documentation: try object.optionalText("documentation"),
      pathParameters: try object.list("pathParameters", parameter),
      queryParameters: try object.list("queryParameters", parameter),
      headerParameters: try object.list("headerParameters", parameter),
      body: try optionalSchema(object, "body"), response: try optionalSchema(object, "response"),
      examples: try object.list("examples", example),
      fieldExamples: try object.list("fieldExamples", fieldExample),
      responseExamples: try object.list("responseExamples", responseExample),
      provenances: try object.list("provenances", provenance))
  }

  private static func request(_ node: JSONNode) throws(Failure) -> Request {
    let object = try JSONObjectReader(node)
    return Request(
      operation: try key(try object.required("operation")), group: try object.text("group"),
      verb: try object.text("verb"), title: try object.text("title"),
      documentation: try object.optionalText("documentation"),
      pathParameters: try object.list("pathParameters", parameter),
      queryParameters: try object.list("queryParameters", parameter),
      headerParameters: try object.list("headerParameters", parameter),
      body: try optionalSchema(object, "body"), examples: try object.list("examples", example),
      fieldExamples: try object.list("fieldExamples", fieldExample),
      provenance: try provenance(of: object))
  }

  private static func key(_ node: JSONNode) throws(Failure) -> OperationKey {
    let object = try JSONObjectReader(node)
    return OperationKey(
      method: try object.text("method"), server: try object.text("server"),
      path: try object.text("path"))
  }

  private static func parameter(_ node: JSONNode) throws(Failure) -> Parameter {
    let object = try JSONObjectReader(node)
    return Parameter(
      name: try object.text("name"), aliases: try object.texts("aliases"),
      documentation: try object.optionalText("documentation"),
      isRequired: try object.flag("isRequired"),
      defaultValue: try object.optionalText("defaultValue"),
      allowedValues: try object.texts("allowedValues"), examples: try object.texts("examples"),
      corrections: try object.list("corrections", correction))
  }

  private static func example(_ node: JSONNode) throws(Failure) -> RequestExample {
    let object = try JSONObjectReader(node)
    let headers = try object.list("headers") { (node) throws(Failure) in
      let header = try JSONObjectReader(node)
      return RequestExample.Header(
        name: try header.text("name"), value: try header.text("value"))
    }
    return RequestExample(
      method: try object.text("method"), url: try object.text("url"), headers: headers,
      json: object.optional("json")?.withoutPlaces, text: try object.optionalText("text"),
      provenance: try provenance(of: object), isUncertain: try object.flag("isUncertain"))
  }

  private static func fieldExample(_ node: JSONNode) throws(Failure) -> FieldExample {
    let object = try JSONObjectReader(node)
    return FieldExample(
      path: try object.texts("path"), json: try object.required("json").withoutPlaces,
      provenance: try provenance(of: object), isUncertain: try object.flag("isUncertain"))
  }

  private static func responseExample(_ node: JSONNode) throws(Failure) -> ResponseExample {
    let object = try JSONObjectReader(node)
    return ResponseExample(
      status: try object.optionalInteger("status"), json: object.optional("json")?.withoutPlaces,
      provenance: try provenance(of: object))
  }

  // MARK: - Payloads

  static func payload(_ node: JSONNode) throws(Failure) -> Payload {
    let object = try JSONObjectReader(node)
    return Payload(
      heading: try object.text("heading"), tab: try object.optionalText("tab"),
      documentation: try object.optionalText("documentation"),
      body: try optionalSchema(object, "body"), response: try optionalSchema(object, "response"),
      examples: try object.list("examples", payloadExample),
      responseExamples: try object.list("responseExamples", responseExample),
      provenance: try provenance(of: object))
  }

  private static func payloadExample(_ node: JSONNode) throws(Failure) -> Payload.Example {
    let object = try JSONObjectReader(node)
    return Payload.Example(
      json: try object.required("json").withoutPlaces, provenance: try provenance(of: object),
      isUncertain: try object.flag("isUncertain"))
  }

  // MARK: - Schemas

  private static func optionalSchema(
    _ object: JSONObjectReader, _ key: String
  ) throws(Failure) -> Schema? {
    guard let node = object.optional(key) else { return nil }
    return try schema(node)
  }

  static func schema(_ node: JSONNode) throws(Failure) -> Schema {
    let object = try JSONObjectReader(node)
    let type = try object.text("type")
    switch type {
    case "string": return .string
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .boolean
    case "null": return .null
    case "jsonSchema": return .jsonSchema
    case "authentication": return .authentication
    case "enumeration": return .enumeration(try object.texts("values"))
    case "array": return .array(try schema(try object.required("items")))
    case "dictionary": return .dictionary(try schema(try object.required("values")))
    case "union": return .union(try object.list("options", schema))
    case "any": return .any(reason: try object.text("reason"))
    case "object":
      return .object(ObjectSchema(properties: try object.list("properties", property)))
    default:
      throw Failure(
        range: try object.required("type").range, message: "there is no type `\(type)`")
    }
  }

  private static func property(_ node: JSONNode) throws(Failure) -> Property {
    let object = try JSONObjectReader(node)
    return Property(
      name: try object.text("name"), aliases: try object.texts("aliases"),
      schema: try schema(try object.required("schema")),
      isOptional: try object.flag("isOptional"),
      optionalReason: try object.optionalText("optionalReason"),
      isNullable: try object.flag("isNullable"), isSecret: try object.flag("isSecret"),
      defaultValue: try object.optionalText("defaultValue"),
      allowedValues: try object.texts("allowedValues"),
      example: try object.optionalText("example"),
      documentation: try object.optionalText("documentation"),
      provenance: try provenance(of: object), isUncertain: try object.flag("isUncertain"))
  }

  // MARK: - The rest

  static func errorCode(_ node: JSONNode) throws(Failure) -> ErrorCode {
    let object = try JSONObjectReader(node)
    return ErrorCode(
      code: try object.text("code"), message: try object.text("message"),
      remedy: try object.text("remedy"), provenance: try provenance(of: object))
  }

  static func page(_ node: JSONNode) throws(Failure) -> Page {
    let object = try JSONObjectReader(node)
    return Page(
      path: try object.text("path"), title: try object.text("title"),
      kind: try object.text("kind"), requests: try object.integer("requests"),
      responses: try object.integer("responses"))
  }

  static func table(_ node: JSONNode) throws(Failure) -> PageTable {
    let object = try JSONObjectReader(node)
    let rows = try object.list("rows") { (node) throws(Failure) in
      let row = try JSONObjectReader(node)
      return PageTable.Row(
        cells: try row.texts("cells"), links: try row.texts("links"),
        isDescribed: try row.flag("isDescribed"), line: try row.integer("line"))
    }
    return PageTable(
      heading: try object.text("heading"), tab: try object.optionalText("tab"),
      header: try object.texts("header"), rows: rows, otherRows: try object.texts("otherRows"),
      provenance: try provenance(of: object))
  }

  private static func provenance(of object: JSONObjectReader) throws(Failure) -> Provenance {
    try provenance(try object.required("provenance"))
  }

  private static func provenance(_ node: JSONNode) throws(Failure) -> Provenance {
    let object = try JSONObjectReader(node)
    return Provenance(
      page: try object.text("page"), line: try object.integer("line"),
      anchor: try object.optionalText("anchor"),
      corrections: try object.list("corrections", correction))
  }

  private static func correction(_ node: JSONNode) throws(Failure) -> Provenance.Correction {
    let object = try JSONObjectReader(node)
    return Provenance.Correction(
      subject: try object.text("subject"), documented: try object.optionalText("documented"),
      value: try object.optionalText("value"), reason: try object.optionalText("reason"))
  }
}
