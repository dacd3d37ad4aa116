import ConnectorModel
import SwiftDeclarations

/// Names of the properties of an object, and of the types that they need.
enum FieldNaming {
  /// The Swift names by wire name.
  static func names(
    _ properties: [ModelProperty], reserved: Set<String> = []
  ) -> [String: String] {
    var scope = NameScope(reserved: reserved)
    var wishes: [String: String] = [:]
    for property in properties { wishes[property.name] = wish(of: property) }
    // Who asked for a name gets it.
    let asked = properties.filter { $0.swiftName != nil }.map(\.name)
    let others = properties.filter { $0.swiftName == nil }.map(\.name)
    let names = scope.claim(asked) { wishes[$0] ?? member($0) }
    return names.merging(scope.claim(others) { wishes[$0] ?? member($0) }) { first, _ in first }
  }

  /// The name that a property has when no other one wants it.
  static func wish(of property: ModelProperty) -> String {
    if let name = property.swiftName {
      return ReservedNames.avoiding(ReservedNames.members, name)
    }
    // The word for what `auth` holds; the abbreviation is the wire's.
    return property.schema == .authentication ? "authentication" : member(property.name)
  }

  /// The names of the types that have to be declared, by wire name.
  static func typeNames(_ properties: [ModelProperty]) -> [String: String] {
    var wishes: [String: String] = [:]
    for property in properties where property.schema.needsDeclaration {
      wishes[property.name] = TypeNaming.name(
        for: property.swiftName ?? property.name, property.schema)
    }
    var scope = NameScope()
    return scope.claim(Array(wishes.keys)) { wishes[$0] ?? $0 }
  }

  /// The name of a property, parameter or constant that a text becomes.
  static func member(_ text: String) -> String {
    ReservedNames.avoiding(ReservedNames.members, EmittedName.member(text))
  }
}
