import ConnectorModel

/// The property `connectionSpec`: the same documented resource wherever it stands.
enum ConnectionSpecificationField {
  static let wireName = "connectionSpec"

  /// Whether the property is the reference to a connection specification and nothing more.
  static func matches(_ property: Property) -> Bool {
    guard property.name == wireName, case .object(let object) = property.schema else {
      return false
    }
    var hasIdentifier = false
    for part in object.properties {
      guard part.schema == .string, !part.isNullable else { return false }
      switch part.name {
      case "id": hasIdentifier = !part.isOptional
      case "version": continue
      default: return false
      }
    }
    return hasIdentifier
  }
}
