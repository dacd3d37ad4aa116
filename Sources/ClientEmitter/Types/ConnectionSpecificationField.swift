import ConnectorModel
import JSONReader

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

extension ConnectionSpecificationField {
  /// Whether all examples of a request name the source's own specification, so that a caller need
  /// not.
  static func isOwn(in request: Request, of source: Source) -> Bool {
    let own = Set(source.connectionSpecifications.map(\.id))
    var identifiers: [String] = []
    for example in request.examples {
      guard let json = example.json else { continue }
      guard let identifier = json[wireName]?["id"]?.string else { return false }
      identifiers.append(identifier)
    }
    if identifiers.isEmpty, let documented = documentedIdentifier(in: request.body) {
      identifiers.append(documented)
    }
    return !identifiers.isEmpty && identifiers.allSatisfy { own.contains($0) }
  }

  private static func documentedIdentifier(in body: Schema?) -> String? {
    guard case .object(let object)? = body,
      let property = object.properties.first(where: { $0.name == wireName }),
      case .object(let specification) = property.schema
    else { return nil }
    return specification.properties.first { $0.name == "id" }?.example
  }
}
