import ConnectorModel
import SwiftDeclarations

/// Types in Swift for the schemas of JSON values.
///
/// An object becomes a structure that is declared in the structure it belongs to, so that its name
/// has to be free there only. What nothing is known of stays a JSON value, and so does what lies
/// deeper than a person would nest types.
struct SchemaEmitter {
  /// A type and what has to be declared beside its use.
  struct Emitted {
    var type: TypeReference
    var declarations: [Declaration] = []
  }

  static let greatestDepth = 24

  var access: AccessLevel?
  /// The type of `auth`.
  var authentication: TypeReference
  /// What is sent for the connection specification when the caller gives none, where it is known.
  var connectionSpecification: Expression?
  /// The same as the model has it.
  var ownSpecification: ConnectionSpecification?

  /// The type of a value, with declarations for a type of the given name.
  func emit(
    _ schema: Schema, named name: String, documentation: Documentation, depth: Int = 0
  ) -> Emitted {
    guard depth < Self.greatestDepth else { return Emitted(type: RuntimeTypes.jsonValue) }
    switch schema {
    case .string: return Emitted(type: RuntimeTypes.string)
    case .integer: return Emitted(type: RuntimeTypes.integer)
    case .number: return Emitted(type: RuntimeTypes.number)
    case .boolean: return Emitted(type: RuntimeTypes.boolean)
    case .null, .any: return Emitted(type: RuntimeTypes.jsonValue)
    case .jsonSchema: return Emitted(type: RuntimeTypes.jsonSchema)
    case .authentication: return Emitted(type: authentication)
    case .array(let element):
      var emitted = emit(
        element, named: name, documentation: documentation, depth: depth + 1)
      emitted.type = .array(emitted.type)
      return emitted
    case .dictionary(let value):
      var emitted = emit(value, named: name, documentation: documentation, depth: depth + 1)
      emitted.type = .dictionary(key: RuntimeTypes.string, value: emitted.type)
      return emitted
    case .enumeration(let values):
      let emitter = EnumerationEmitter(access: access)
      return Emitted(
        type: .named([name]),
        declarations: [emitter.enumeration(name, values: values, documentation: documentation)])
    case .union(let kinds):
      return union(kinds, named: name, documentation: documentation, depth: depth)
    case .object(let object):
      guard !object.properties.isEmpty else {
        return Emitted(
          type: .dictionary(key: RuntimeTypes.string, value: RuntimeTypes.jsonValue))
      }
      let (fields, nested) = fields(object.properties, depth: depth + 1)
      let emitter = StructureEmitter(access: access)
      let declaration = emitter.structure(
        name, fields: fields, documentation: documentation, nested: nested)
      return Emitted(type: .named([name]), declarations: [declaration])
    }
  }

  /// The declarations of a whole document's type under a name of its own, whatever its kind.
  func document(
    _ schema: Schema, named name: String, documentation: Documentation
  ) -> [Declaration] {
    let typeName = schema.element == nil ? name : name + "Item"
    let emitted = emit(schema, named: typeName, documentation: documentation)
    if emitted.type == .named([name]) { return emitted.declarations }
    return [
      .typealias(
        Typealias(
          name, emitted.type, documentation: documentation, modifiers: Modifiers(access: access)))
    ] + emitted.declarations
  }

  private func union(
    _ kinds: [Schema], named name: String, documentation: Documentation, depth: Int
  ) -> Emitted {
    guard let emitter = UnionEmitter(kinds, types: self, depth: depth) else {
      return Emitted(type: RuntimeTypes.jsonValue)
    }
    return Emitted(
      type: .named([name]),
      declarations: [emitter.enumeration(name, documentation: documentation)])
  }

  /// The stored properties of an object, and the types that they need.
  func fields(
    _ properties: [ModelProperty], depth: Int = 0
  ) -> (fields: [Field], nested: [Declaration]) {
    var seen: Set<String> = []
    let properties = properties.filter { seen.insert($0.name).inserted }
    let names = FieldNaming.names(properties)
    let typeNames = FieldNaming.typeNames(properties)
    var fields: [Field] = []
    var nested: [Declaration] = []
    for property in properties {
      let (field, declarations) = field(
        property, named: names[property.name] ?? property.name,
        typeName: typeNames[property.name] ?? property.name, depth: depth)
      fields.append(field)
      nested += declarations
    }
    return (fields, nested)
  }

  private func field(
    _ property: ModelProperty, named name: String, typeName: String, depth: Int
  ) -> (Field, [Declaration]) {
    let documentation = FieldDocumentation.documentation(of: property)
    let summary = DocumentationText.paragraphs(property.documentation).first
    if ConnectionSpecificationField.matches(property) {
      let defaultValue = depth == 0 && !property.isNullable ? connectionSpecification : nil
      let field = Field(
        wireName: property.name, name: name,
        type: wrapped(RuntimeTypes.connectionSpecification, property),
        isOptional: property.isOptional && defaultValue == nil, documentation: documentation,
        defaultValue: defaultValue, summary: summary)
      return (field, [])
    }
    if property.name.lowercased() == "etag", property.schema == .string, !property.isSecret {
      let field = Field(
        wireName: property.name, name: name, type: wrapped(RuntimeTypes.entityTag, property),
        isOptional: property.isOptional, documentation: documentation, summary: summary)
      return (field, [])
    }
    let schema = property.isSecret && property.schema.isText ? .string : property.schema
    let emitted = emit(
      schema, named: typeName,
      documentation: FieldDocumentation.typeDocumentation(of: property), depth: depth)
    let field = Field(
      wireName: property.name, name: name, type: wrapped(emitted.type, property),
      isOptional: property.isOptional, documentation: documentation, summary: summary)
    return (field, emitted.declarations)
  }

  /// The type with what the property says beyond its schema.
  private func wrapped(
    _ type: TypeReference, _ property: ModelProperty
  ) -> TypeReference {
    var type = type
    if property.isSecret, property.schema.isScalar { type = RuntimeTypes.secret(type) }
    if property.isNullable, type != RuntimeTypes.jsonValue { type = RuntimeTypes.nullable(type) }
    return type
  }
}

extension Schema {
  /// Whether it is text on the wire.
  var isText: Bool {
    switch self {
    case .string, .enumeration: true
    default: false
    }
  }

  var isScalar: Bool {
    switch self {
    case .string, .enumeration, .integer, .number, .boolean, .null, .any: true
    case .array, .object, .dictionary, .union, .jsonSchema, .authentication: false
    }
  }
}
