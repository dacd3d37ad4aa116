import ConnectorModel

/// Which values two types take, beside one another. What is inside of objects is compared apart.
enum SchemaRelation {
  case same
  /// The new type takes all values of the old one and more.
  case wider
  case narrower
  case other

  init(_ old: Schema, _ new: Schema) {
    self = Self.relation(old, new)
  }

  private static func relation(_ old: Schema, _ new: Schema) -> SchemaRelation {
    switch (Self.takes(new, allOf: old), Self.takes(old, allOf: new)) {
    case (true, true): .same
    case (true, false): .wider
    case (false, true): .narrower
    case (false, false): .other
    }
  }

  private static func takes(_ schema: Schema, allOf other: Schema) -> Bool {
    switch (schema, other) {
    case (.any, _), (_, .null): true
    // Other values than the documented ones may come.
    case (.string, .enumeration), (.enumeration, .string), (.enumeration, .enumeration): true
    case (.number, .integer): true
    case (.array(let mine), .array(let theirs)): takes(mine, allOf: theirs)
    case (.dictionary(let mine), .dictionary(let theirs)): takes(mine, allOf: theirs)
    case (.object, .object): true
    case (.union(let options), .union(let others)):
      others.allSatisfy { other in options.contains { takes($0, allOf: other) } }
    case (.union(let options), _): options.contains { takes($0, allOf: other) }
    default: schema == other
    }
  }
}

/// Types in words.
enum SchemaDescription {
  static func text(_ schema: Schema) -> String {
    switch schema {
    case .string, .enumeration: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    case .array(let element): "array of " + plural(element)
    case .object: "object"
    case .dictionary(let value): "dictionary of " + plural(value)
    case .union(let options): options.map(text).joined(separator: " or ")
    case .jsonSchema: "JSON Schema"
    case .authentication: "authentication"
    case .any: "any JSON"
    }
  }

  private static func plural(_ schema: Schema) -> String {
    switch schema {
    case .any: "any JSON"
    case .union(let options): options.map(plural).joined(separator: " or ")
    case .array: "arrays" + text(schema).dropFirst("array".count)
    case .dictionary: "dictionaries" + text(schema).dropFirst("dictionary".count)
    case .null: "null"
    default: text(schema) + "s"
    }
  }
}
