import ConnectorModel
import SwiftDeclarations

extension SchemaEmitter {
  /// The type of the field at a path in a body, as it is named beside the body's type; none where
  /// the path leads to data that has no type.
  ///
  /// - Parameter name: That of the body's type, or of what is declared for the body's elements.
  func type(
    at path: ArraySlice<String>, in schema: Schema, named name: String
  ) -> TypeReference? {
    guard let first = path.first else {
      return emit(schema, named: name, documentation: "").type
    }
    let rest = path.dropFirst()
    switch schema {
    case .array(let element) where first == "[]":
      return type(at: rest, in: element, named: name)
    case .dictionary(let value): return type(at: rest, in: value, named: name)
    case .union(let kinds):
      // A value is an object or an array, whatever other kinds there are.
      let kind = kinds.first { kind in
        if case .array = kind { return first == "[]" }
        return first != "[]" && !kind.isScalar
      }
      guard let kind, let inner = UnionEmitter.typeName(of: kind) else { return nil }
      return type(at: path, in: kind, named: inner)?.qualified(by: name, declaring: [inner])
    case .object(let object):
      guard let property = object.properties.first(where: { $0.name == first }) else { return nil }
      guard rest.isEmpty else {
        let inner = FieldNaming.typeNames(object.properties)[first] ?? first
        return type(at: rest, in: property.schema, named: inner)?.qualified(
          by: name, declaring: [inner])
      }
      let (fields, nested) = fields(object.properties)
      let type = fields.first { $0.wireName == first }?.type
      return type?.qualified(by: name, declaring: nested.typeNames)
    default: return nil
    }
  }

  /// The types of the fields that examples are values of, by their paths.
  ///
  /// - Parameters:
  ///   - body: The type of the body, as `RequestEmitter` gives it.
  ///   - namespace: The type that it is declared in.
  func fieldTypes(
    of examples: [FieldExample], in schema: Schema?, named body: String, of namespace: String
  ) -> [[String]: TypeReference] {
    guard let schema, !examples.isEmpty else { return [:] }
    let name = schema.element == nil ? body : body + "Item"
    var types: [[String]: TypeReference] = [:]
    for path in Set(examples.map(\.path)) {
      types[path] = type(at: path[...], in: schema, named: name)?.qualified(
        by: namespace, declaring: [name])
    }
    return types
  }
}
