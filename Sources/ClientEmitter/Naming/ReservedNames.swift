/// Names that emitted code uses for something else, so that nothing of a page may have them.
enum ReservedNames {
  /// A name with `Value` behind it where it is reserved.
  static func avoiding(_ reserved: Set<String>, _ name: String) -> String {
    var name = name
    while reserved.contains(name) { name += "Value" }
    return name
  }

  /// Types of the standard library and of the runtime library that emitted code names, and words
  /// that cannot name a type.
  static let types: Set<String> = RuntimeTypes.names.union([
    "Any", "Array", "Authentication", "Bool", "Codable", "CodingKey", "CodingKeys", "Decodable",
    "Decoder", "DecodingError", "Dictionary", "Double", "Encodable", "Encoder", "EncodingError",
    "Error",
    "Hashable", "Int", "Int64", "KeyedDecodingContainer", "KeyedEncodingContainer", "Never",
    "Optional", "Protocol", "RawRepresentable", "RawValue", "Self", "Sendable", "String",
    "StringLiteralType", "Swift", "Type", "Void",
  ])

  /// Members that types have already, and words that cannot name a member.
  static let members: Set<String> = [
    "Protocol", "Self", "Type", "encode", "hash", "hashValue", "init", "rawValue", "self",
  ]

  /// What every source declares in its name space.
  static let sourceMembers: Set<String> = members.union([
    "Authentication", "alternativeConnectionSpecifications", "connectionSpecification",
  ])

  /// What the module declares for itself, or names outside of its sources.
  static let moduleTypes: Set<String> = types.union([
    "Clock", "ContinuousClock", "Duration", "Entry", "SourceIndex",
  ])
}
