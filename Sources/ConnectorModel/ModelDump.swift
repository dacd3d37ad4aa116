/// The model as an indented text, for tests and for people.
package enum ModelDump {
  package static func text(_ model: ConnectorModel) -> String {
    var dump = Dump()
    for source in model.sources { dump.source(source) }
    for operation in model.operations { dump.operation(operation) }
    for payload in model.payloads { dump.payload(payload) }
    for code in model.errorCodes { dump.line(0, "error \(code.code): \(code.message)") }
    return dump.text
  }

  package static func text(_ source: Source) -> String {
    var dump = Dump()
    dump.source(source)
    return dump.text
  }

  package static func text(_ operation: Operation) -> String {
    var dump = Dump()
    dump.operation(operation)
    return dump.text
  }

  package static func text(_ schema: Schema) -> String {
    var dump = Dump()
    dump.schema(schema, "", 0)
    return dump.text
  }
}

private struct Dump {
  var text = ""

  mutating func line(_ level: Int, _ content: String) {
    text += String(repeating: "  ", count: level) + content + "\n"
  }

  mutating func source(_ source: Source) {
    line(0, "source \(source.key) “\(source.name)”")
    for spec in source.connectionSpecifications {
      let marks = (spec.isValidUUID ? "" : " invalid") + (spec.isUncertain ? " uncertain" : "")
      line(1, "spec \(spec.id) \(spec.version ?? "-")\(marks)")
    }
    for authentication in source.authentications {
      let title = authentication.title.map { " (\($0))" } ?? ""
      line(1, "authentication “\(authentication.specName)”\(title)")
      for constant in authentication.constants { line(2, "constant \(constant.name)") }
      for field in authentication.fields { property(field, 2) }
      for pattern in authentication.patterns {
        line(2, "pattern of \(pattern.field): \(pattern.text)")
        for parameter in pattern.parameters {
          let secret = parameter.isSecret ? " secret" : ""
          let text = parameter.documentation == nil ? "" : " documented"
          line(3, parameter.placeholder + secret + text)
        }
      }
    }
    for request in source.requests {
      line(1, "request \(request.group)/\(request.verb): \(request.title)")
      parameters(request.pathParameters, "path", 2)
      parameters(request.queryParameters, "query", 2)
      parameters(request.headerParameters, "header", 2)
      if let body = request.body { schema(body, "body: ", 2) }
    }
  }

  mutating func operation(_ operation: Operation) {
    line(
      0,
      "operation \(operation.group)/\(operation.verb): \(operation.key.method) "
        + "\(operation.key.server) \(operation.key.path)")
    parameters(operation.pathParameters, "path", 1)
    parameters(operation.queryParameters, "query", 1)
    parameters(operation.headerParameters, "header", 1)
    if let body = operation.body { schema(body, "body: ", 1) }
    if let response = operation.response { schema(response, "response: ", 1) }
    line(
      1, "\(operation.examples.count) examples, \(operation.responseExamples.count) responses")
  }

  mutating func payload(_ payload: Payload) {
    line(0, "payload \(payload.title): \(payload.provenance.page)")
    if let body = payload.body { schema(body, "body: ", 1) }
    if let response = payload.response { schema(response, "response: ", 1) }
    line(1, "\(payload.examples.count) examples, \(payload.responseExamples.count) responses")
  }

  private mutating func parameters(_ parameters: [Parameter], _ kind: String, _ level: Int) {
    for parameter in parameters {
      var text = "\(kind) \(parameter.name)\(parameter.isRequired ? "" : "?")"
      if !parameter.aliases.isEmpty { text += " = \(parameter.aliases.joined(separator: ", "))" }
      if let value = parameter.defaultValue { text += " default \(value)" }
      if !parameter.allowedValues.isEmpty {
        text += " of [\(parameter.allowedValues.joined(separator: ", "))]"
      }
      line(level, text)
    }
  }

  mutating func schema(_ schema: Schema, _ prefix: String, _ level: Int) {
    line(level, prefix + name(schema))
    for property in inner(schema) { self.property(property, level + 1) }
  }

  private mutating func property(_ property: Property, _ level: Int) {
    var text = property.name
    if property.isOptional { text += "?" }
    text += ": " + name(property.schema)
    if property.isNullable, property.schema != .null { text += " or null" }
    if property.isSecret { text += " secret" }
    if !property.aliases.isEmpty { text += " = \(property.aliases.joined(separator: ", "))" }
    if let value = property.defaultValue { text += " default \(value)" }
    if let reason = property.optionalReason { text += " (\(reason))" }
    if property.isUncertain { text += " uncertain" }
    line(level, text)
    for inner in inner(property.schema) { self.property(inner, level + 1) }
  }

  private func name(_ schema: Schema) -> String {
    switch schema {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    case .enumeration(let values): "one of [\(values.joined(separator: ", "))]"
    case .array(let element): "array of \(name(element))"
    case .object: "object"
    case .dictionary(let values): "dictionary of \(name(values))"
    case .union(let options): options.map(name).joined(separator: " | ")
    case .jsonSchema: "JSON Schema"
    case .authentication: "authentication"
    case .any(let reason): "any (\(reason))"
    }
  }

  private func inner(_ schema: Schema) -> [Property] {
    switch schema {
    case .object(let object): object.properties
    case .array(let element), .dictionary(let element): inner(element)
    case .union(let options): options.flatMap(inner)
    default: []
    }
  }
}
