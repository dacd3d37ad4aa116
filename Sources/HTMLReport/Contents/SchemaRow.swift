import ConnectorModel

/// A field of a body or a response under its whole path, as a row of a table.
struct SchemaRow {
  var path: String
  var type: String
  var property: Property

  /// The fields in and below a schema, each before those that it holds.
  static func rows(of schema: Schema, below path: String = "") -> [SchemaRow] {
    switch schema {
    case .object(let object):
      object.properties.flatMap { property in
        let own = path.isEmpty ? property.name : path + "." + property.name
        return [SchemaRow(path: own, type: property.schema.label, property: property)]
          + rows(of: property.schema, below: own)
      }
    case .array(let element): rows(of: element, below: path + "[]")
    case .dictionary(let values): rows(of: values, below: path + ".*")
    case .union(let options): options.flatMap { rows(of: $0, below: path) }
    default: []
    }
  }
}

extension Schema {
  /// What a reader calls the type.
  var label: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    case .enumeration: "string"
    case .array(let element): "array of \(element.label)"
    case .object: "object"
    case .dictionary(let values): "dictionary of \(values.label)"
    case .union(let options): options.map(\.label).joined(separator: " or ")
    case .jsonSchema: "JSON Schema"
    case .authentication: "authentication"
    case .any: "any"
    }
  }

  /// The values that are documented for it.
  var documentedValues: [String] {
    if case .enumeration(let values) = self { values } else { [] }
  }
}
