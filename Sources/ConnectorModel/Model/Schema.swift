/// The type of a JSON value, as examples, tables and embedded schemas give it.
package indirect enum Schema: Hashable, Sendable {
  case string
  case integer
  case number
  case boolean
  /// Only ever `null`.
  case null
  /// A string with documented values; others may come.
  case enumeration([String])
  case array(Schema)
  case object(ObjectSchema)
  /// Keys are data: IDs of the user's own.
  case dictionary(Schema)
  /// Different kinds of JSON value over the examples, at most one schema a kind: integer before
  /// number, then string, boolean, array, object.
  case union([Schema])
  /// An embedded JSON Schema.
  case jsonSchema
  /// The value of `auth`: the source's own authentications.
  case authentication
  /// The user's own data, or nothing is known.
  case any(reason: String)
}

package struct ObjectSchema: Hashable, Sendable {
  /// In the order of first appearance.
  package var properties: [Property]

  package init(properties: [Property]) {
    self.properties = properties
  }
}

/// A named field of an object or an authentication.
package struct Property: Hashable, Sendable {
  /// The wire name: what the example sends.
  package var name: String
  /// The name in Swift, where the configuration gives one. No fact of the pages, and so no part of
  /// a model that is written down.
  package var swiftName: String?
  /// Other spellings that tables use.
  package var aliases: [String]
  package var schema: Schema
  /// Whether it may be absent.
  package var isOptional: Bool
  /// Why: "the page says so", "sent by 1 of 3 examples", "no example sends it", and in responses
  /// "in 1 of 3 answers", "shown by fewer than 3 answers".
  package var optionalReason: String?
  /// Whether an example sends `null`.
  package var isNullable: Bool
  package var isSecret: Bool
  package var defaultValue: String?
  package var allowedValues: [String]
  package var example: String?
  package var documentation: String?
  package var provenance: Provenance
  /// Whether the fact rests on a repair that had another possible reading.
  package var isUncertain: Bool

  package init(
    name: String, aliases: [String] = [], schema: Schema, isOptional: Bool,
    optionalReason: String? = nil, isNullable: Bool = false, isSecret: Bool = false,
    defaultValue: String? = nil, allowedValues: [String] = [], example: String? = nil,
    documentation: String? = nil, provenance: Provenance, isUncertain: Bool = false
  ) {
    self.name = name
    self.aliases = aliases
    self.schema = schema
    self.isOptional = isOptional
    self.optionalReason = optionalReason
    self.isNullable = isNullable
    self.isSecret = isSecret
    self.defaultValue = defaultValue
    self.allowedValues = allowedValues
    self.example = example
    self.documentation = documentation
    self.provenance = provenance
    self.isUncertain = isUncertain
  }
}
