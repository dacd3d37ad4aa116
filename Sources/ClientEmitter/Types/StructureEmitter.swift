import SwiftDeclarations

/// Structures with stored properties that are coded as a JSON object.
struct StructureEmitter {
  var access: AccessLevel?

  /// The structure with its fields, their initializer, the keys where they differ from the names,
  /// and what is declared in it.
  func structure(
    _ name: String, fields: [Field], documentation: Documentation, nested: [Declaration] = []
  ) -> Declaration {
    var members = fields.map { $0.property(access) }
    members.append(initializer(fields))
    members += nested
    if let keys = codingKeys(fields) { members.append(keys) }
    return .type(
      TypeDeclaration(
        .structure, name, conformances: ["Codable", "Hashable", "Sendable"],
        documentation: documentation, modifiers: Modifiers(access: access), members: members))
  }

  private func initializer(_ fields: [Field]) -> Declaration {
    var body: [Statement] = []
    for field in fields {
      body.append(.assignment(.property(field.name), .identifier(field.name)))
    }
    return .function(
      Function(
        .initializer, parameters: fields.requiredFirst.map(\.parameter),
        documentation: "Creates a value of its parts.",
        modifiers: Modifiers(access: access), body: body))
  }

  /// The keys, if one of them is not spelt as its property.
  private func codingKeys(_ fields: [Field]) -> Declaration? {
    guard fields.contains(where: { $0.name != $0.wireName }) else { return nil }
    return Self.codingKeys(fields.map { ($0.name, $0.wireName) })
  }

  /// The private enumeration that names the keys of an object.
  static func codingKeys(_ keys: [(name: String, wireName: String)]) -> Declaration {
    var cases: [Declaration] = []
    for key in keys {
      let rawValue: Expression? = key.name == key.wireName ? nil : .string(key.wireName)
      cases.append(.enumCase(EnumCase(key.name, rawValue: rawValue)))
    }
    return .type(
      TypeDeclaration(
        .enumeration, "CodingKeys", conformances: ["String", "CodingKey"], modifiers: .private,
        members: cases))
  }
}
