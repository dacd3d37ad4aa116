import JSONReader

/// Turns the parts of a model into JSON.
enum ModelWriter {
  private static func object(_ build: (inout JSONObjectWriter) -> Void) -> JSONNode {
    var writer = JSONObjectWriter()
    build(&writer)
    return writer.node
  }

  static func whole(_ model: ConnectorModel) -> JSONNode {
    object {
      $0.set("format", JSONNode.number(ModelJSON.format))
      $0.set("sources", JSONNode.list(model.sources.map(source)))
      $0.set("operations", JSONNode.list(model.operations.map(operation)))
      $0.set("payloads", list: model.payloads, payload)
      $0.set("errorCodes", JSONNode.list(model.errorCodes.map(errorCode)))
      $0.set("pages", JSONNode.list(model.pages.map(page)))
      $0.set("tables", model.tables.map { JSONNode.list($0.map(table)) })
    }
  }

  // MARK: - Sources

  static func source(_ source: Source) -> JSONNode {
    object {
      $0.set("key", source.key)
      $0.set("name", source.name)
      $0.set("category", source.category)
      $0.set("documentation", source.documentation)
      $0.set("provenance", provenance(source.provenance))
      $0.set(
        "connectionSpecifications", list: source.connectionSpecifications, specification)
      $0.set("authentications", list: source.authentications, authentication)
      $0.set("requests", list: source.requests, request)
    }
  }

  private static func specification(_ specification: ConnectionSpecification) -> JSONNode {
    object {
      $0.set("id", specification.id)
      $0.set("version", specification.version)
      $0.set("isValidUUID", JSONNode.flag(specification.isValidUUID))
      $0.set("isUncertain", if: specification.isUncertain)
      $0.set("provenance", provenance(specification.provenance))
    }
  }

  private static func authentication(_ authentication: Authentication) -> JSONNode {
    object {
      $0.set("specName", authentication.specName)
      $0.set("title", authentication.title)
      $0.set("fields", list: authentication.fields, property)
      $0.set("patterns", list: authentication.patterns, pattern)
      $0.set("constants", list: authentication.constants) { constant in
        object {
          $0.set("name", constant.name)
          switch constant.value {
          case .string(let text): $0.set("value", text)
          case .boolean(let flag): $0.set("value", JSONNode.flag(flag))
          case .integer(let number): $0.set("value", JSONNode.number(Int(number)))
          }
        }
      }
      $0.set("provenance", provenance(authentication.provenance))
    }
  }

  private static func pattern(_ pattern: ConnectionStringPattern) -> JSONNode {
    object {
      $0.set("field", pattern.field)
      $0.set("text", pattern.text)
      $0.set("pieces", list: pattern.pieces) { piece in
        switch piece {
        case .literal(let text): ["literal": .text(text)]
        case .parameter(let index): ["parameter": .number(index)]
        }
      }
      $0.set("parameters", list: pattern.parameters) { parameter in
        object {
          $0.set("placeholder", parameter.placeholder)
          $0.set("documentation", parameter.documentation)
          $0.set("isSecret", if: parameter.isSecret)
        }
      }
      $0.set("provenance", provenance(pattern.provenance))
    }
  }

  // MARK: - Operations

  static func operation(_ operation: Operation) -> JSONNode {
    object {
      $0.set("key", key(operation.key))
      $0.set("group", operation.group)
      $0.set("verb", operation.verb)
      $0.set("documentation", operation.documentation)
      $0.set("pathParameters", list: operation.pathParameters, parameter)
      $0.set("queryParameters", list: operation.queryParameters, parameter)
      $0.set("headerParameters", list: operation.headerParameters, parameter)
      $0.set("body", operation.body.map(schema))
      $0.set("response", operation.response.map(schema))
      $0.set("examples", list: operation.examples, example)
      $0.set("fieldExamples", list: operation.fieldExamples, fieldExample)
      $0.set("responseExamples", list: operation.responseExamples, responseExample)
      $0.set("provenances", list: operation.provenances, provenance)
    }
  }

  private static func request(_ request: Request) -> JSONNode {
    object {
      $0.set("operation", key(request.operation))
      $0.set("group", request.group)
      $0.set("verb", request.verb)
      $0.set("title", request.title)
      $0.set("documentation", request.documentation)
      $0.set("pathParameters", list: request.pathParameters, parameter)
      $0.set("queryParameters", list: request.queryParameters, parameter)
      $0.set("headerParameters", list: request.headerParameters, parameter)
      $0.set("body", request.body.map(schema))
      $0.set("examples", list: request.examples, example)
      $0.set("fieldExamples", list: request.fieldExamples, fieldExample)
      $0.set("provenance", provenance(request.provenance))
    }
  }

  private static func key(_ key: OperationKey) -> JSONNode {
    ["method": .text(key.method), "server": .text(key.server), "path": .text(key.path)]
  }

  private static func parameter(_ parameter: Parameter) -> JSONNode {
    object {
      $0.set("name", parameter.name)
      $0.set("aliases", texts: parameter.aliases)
      $0.set("documentation", parameter.documentation)
      $0.set("isRequired", if: parameter.isRequired)
      $0.set("defaultValue", parameter.defaultValue)
      $0.set("allowedValues", texts: parameter.allowedValues)
      $0.set("examples", texts: parameter.examples)
      $0.set("corrections", list: parameter.corrections, correction)
    }
  }

  private static func example(_ example: RequestExample) -> JSONNode {
    object {
      $0.set("method", example.method)
      $0.set("url", example.url)
      $0.set("headers", list: example.headers) {
        ["name": .text($0.name), "value": .text($0.value)]
      }
      $0.set("json", example.json)
      $0.set("text", example.text)
      $0.set("isUncertain", if: example.isUncertain)
      $0.set("provenance", provenance(example.provenance))
    }
  }

  private static func fieldExample(_ example: FieldExample) -> JSONNode {
    object {
      $0.set("path", JSONNode.texts(example.path))
      $0.set("json", example.json)
      $0.set("isUncertain", if: example.isUncertain)
      $0.set("provenance", provenance(example.provenance))
    }
  }

  private static func responseExample(_ example: ResponseExample) -> JSONNode {
    object {
      $0.set("status", example.status.map { JSONNode.number($0) })
      $0.set("json", example.json)
      $0.set("provenance", provenance(example.provenance))
    }
  }

  // MARK: - Payloads

  static func payload(_ payload: Payload) -> JSONNode {
    object {
      $0.set("heading", payload.heading)
      $0.set("tab", payload.tab)
      $0.set("documentation", payload.documentation)
      $0.set("body", payload.body.map(schema))
      $0.set("response", payload.response.map(schema))
      $0.set("examples", list: payload.examples) { example in
        object {
          $0.set("json", example.json)
          $0.set("isUncertain", if: example.isUncertain)
          $0.set("provenance", provenance(example.provenance))
        }
      }
      $0.set("responseExamples", list: payload.responseExamples, responseExample)
      $0.set("provenance", provenance(payload.provenance))
    }
  }

  // MARK: - Schemas

  static func schema(_ schema: Schema) -> JSONNode {
    object { writer in
      switch schema {
      case .string: writer.set("type", "string")
      case .integer: writer.set("type", "integer")
      case .number: writer.set("type", "number")
      case .boolean: writer.set("type", "boolean")
      case .null: writer.set("type", "null")
      case .jsonSchema: writer.set("type", "jsonSchema")
      case .authentication: writer.set("type", "authentication")
      case .enumeration(let values):
        writer.set("type", "enumeration")
        writer.set("values", JSONNode.texts(values))
      case .array(let element):
        writer.set("type", "array")
        writer.set("items", self.schema(element))
      case .dictionary(let values):
        writer.set("type", "dictionary")
        writer.set("values", self.schema(values))
      case .union(let options):
        writer.set("type", "union")
        writer.set("options", JSONNode.list(options.map(self.schema)))
      case .any(let reason):
        writer.set("type", "any")
        writer.set("reason", reason)
      case .object(let object):
        writer.set("type", "object")
        writer.set("properties", JSONNode.list(object.properties.map(property)))
      }
    }
  }

  private static func property(_ property: Property) -> JSONNode {
    object {
      $0.set("name", property.name)
      $0.set("aliases", texts: property.aliases)
      $0.set("schema", schema(property.schema))
      $0.set("isOptional", if: property.isOptional)
      $0.set("optionalReason", property.optionalReason)
      $0.set("isNullable", if: property.isNullable)
      $0.set("isSecret", if: property.isSecret)
      $0.set("defaultValue", property.defaultValue)
      $0.set("allowedValues", texts: property.allowedValues)
      $0.set("example", property.example)
      $0.set("documentation", property.documentation)
      $0.set("isUncertain", if: property.isUncertain)
      $0.set("provenance", provenance(property.provenance))
    }
  }

  // MARK: - The rest

  static func errorCode(_ code: ErrorCode) -> JSONNode {
    object {
      $0.set("code", code.code)
      $0.set("message", code.message)
      $0.set("remedy", code.remedy)
      $0.set("provenance", provenance(code.provenance))
    }
  }

  static func page(_ page: Page) -> JSONNode {
    [
      "path": .text(page.path), "title": .text(page.title), "kind": .text(page.kind),
      "requests": .number(page.requests), "responses": .number(page.responses),
    ]
  }

  static func table(_ table: PageTable) -> JSONNode {
    object {
      $0.set("heading", table.heading)
      $0.set("tab", table.tab)
      $0.set("header", JSONNode.texts(table.header))
      $0.set("rows", JSONNode.list(table.rows.map(row)))
      $0.set("otherRows", texts: table.otherRows)
      $0.set("provenance", provenance(table.provenance))
    }
  }

  private static func row(_ row: PageTable.Row) -> JSONNode {
    object {
      $0.set("cells", JSONNode.texts(row.cells))
      $0.set("links", texts: row.links)
      $0.set("isDescribed", if: row.isDescribed)
      $0.set("line", JSONNode.number(row.line))
    }
  }

  private static func provenance(_ provenance: Provenance) -> JSONNode {
    object {
      $0.set("page", provenance.page)
      $0.set("line", JSONNode.number(provenance.line))
      $0.set("anchor", provenance.anchor)
      $0.set("corrections", list: provenance.corrections, correction)
    }
  }

  private static func correction(_ correction: Provenance.Correction) -> JSONNode {
    object {
      $0.set("subject", correction.subject)
      $0.set("documented", correction.documented)
      $0.set("value", correction.value)
      $0.set("reason", correction.reason)
    }
  }
}
