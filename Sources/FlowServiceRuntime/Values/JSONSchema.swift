/// A JSON Schema that the service sends or takes as a part of a value.
///
/// It is kept as it is; the properties only look into it.
public struct JSONSchema: Hashable, Sendable {
  /// The schema itself.
  public var value: JSONValue

  /// Wraps a schema.
  public init(_ value: JSONValue) {
    self.value = value
  }

  /// The `type`, if it is one: `object`, `string`, …
  public var type: String? { value["type"]?.stringValue }

  /// The `title`.
  public var title: String? { value["title"]?.stringValue }

  /// The `format`: `password`, `date-time`, …
  public var format: String? { value["format"]?.stringValue }

  /// The schemas of an object's properties by name.
  public var properties: [String: JSONSchema] {
    (value["properties"]?.objectValue ?? [:]).mapValues { JSONSchema($0) }
  }

  /// The names of the properties that an object must have.
  public var required: [String] {
    (value["required"]?.arrayValue ?? []).compactMap { $0.stringValue }
  }

  /// The schema of an array's elements, if there is one for all.
  public var items: JSONSchema? {
    guard let items = value["items"], items.arrayValue == nil else { return nil }
    return JSONSchema(items)
  }

  /// The values that are allowed; empty if the schema does not list them.
  public var allowedValues: [JSONValue] { value["enum"]?.arrayValue ?? [] }

  /// The `default`.
  public var defaultValue: JSONValue? { value["default"] }
}

extension JSONSchema: Codable {
  /// Decodes a schema.
  public init(from decoder: any Decoder) throws {
    self.init(try JSONValue(from: decoder))
  }

  /// Encodes the schema as it is.
  public func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
  }
}

extension JSONSchema: ExpressibleByDictionaryLiteral, CustomStringConvertible {
  /// Makes a schema of its keywords.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self.init(.object(Dictionary(elements) { _, last in last }))
  }

  /// The schema as JSON on one line.
  public var description: String { value.description }
}
