import ConnectorModel
import SwiftDeclarations

/// Names of the properties of an object, and of the types that they need.
enum FieldNaming {
  /// The Swift names by wire name.
  static func names(
    _ properties: [ModelProperty], reserved: Set<String> = []
  ) -> [String: String] {
    var scope = NameScope(reserved: reserved)
    var authentications: Set<String> = []
    for property in properties where property.schema == .authentication {
      authentications.insert(property.name)
    }
    return scope.claim(properties.map(\.name)) { wireName in
      // The word for what `auth` holds; the abbreviation is the wire's.
      authentications.contains(wireName) ? "authentication" : member(wireName)
    }
  }

  /// The names of the types that have to be declared, by wire name.
  static func typeNames(_ properties: [ModelProperty]) -> [String: String] {
    var schemas: [String: Schema] = [:]
    for property in properties where property.schema.needsDeclaration {
      schemas[property.name] = property.schema
    }
    var scope = NameScope()
    return scope.claim(Array(schemas.keys)) { wireName in
      TypeNaming.name(for: wireName, schemas[wireName] ?? .string)
    }
  }

  /// The name of a property, parameter or constant that a text becomes.
  static func member(_ text: String) -> String {
    ReservedNames.avoiding(ReservedNames.members, EmittedName.member(text))
  }
}
