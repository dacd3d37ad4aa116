import ConnectorModel
import SwiftDeclarations

/// Enumerations for values that are of different kinds over the examples.
struct UnionEmitter {
  /// A kind of JSON value.
  private struct Kind {
    var name: String
    /// None for `null`.
    var type: TypeReference?
    var summary: Documentation
  }

  private var access: AccessLevel?
  private var kinds: [Kind] = []
  private var nested: [Declaration] = []

  /// - Returns: nil if one of the kinds takes every value, so that nothing could be told apart.
  init?(_ schemas: [Schema], types: SchemaEmitter, depth: Int) {
    access = types.access
    var names: Set<String> = []
    for entry in schemas.compactMap(Self.order).sorted(by: { $0.rank < $1.rank }) {
      guard names.insert(entry.name).inserted else { return nil }
      let typeName = Self.typeName(ofKind: entry.name)
      let emitted = types.emit(
        entry.schema, named: typeName, documentation: "A value of this kind.", depth: depth + 1)
      kinds.append(
        Kind(
          name: entry.name, type: entry.schema == .null ? nil : emitted.type,
          summary: entry.summary))
      nested += emitted.declarations
    }
    guard kinds.count == schemas.count, kinds.count > 1 else { return nil }
  }

  /// The order in which a decoder tries the kinds: those that others could be taken for come later.
  private static func order(
    _ schema: Schema
  ) -> (rank: Int, name: String, summary: Documentation, schema: Schema)? {
    switch schema {
    case .null: (0, "null", "Nothing.", schema)
    case .boolean: (1, "boolean", "A truth value.", schema)
    case .integer: (2, "integer", "A whole number.", schema)
    case .number: (3, "number", "A number.", schema)
    case .string, .enumeration: (4, "string", "A text.", .string)
    case .array: (5, "array", "Several values.", schema)
    case .object, .dictionary, .jsonSchema, .authentication:
      (6, "object", "A value with parts.", schema)
    case .union, .any: nil
    }
  }

  private static func typeName(ofKind name: String) -> String {
    name == "array" ? "Element" : EmittedName.type(name)
  }

  /// The name of the type that the values of a schema need; nil if there can be none.
  static func typeName(of schema: Schema) -> String? {
    order(schema).map { typeName(ofKind: $0.name) }
  }

  /// What the case for values of a schema is called; nil if there can be none.
  static func name(of schema: Schema) -> String? { order(schema)?.name }

  func enumeration(_ name: String, documentation: Documentation) -> Declaration {
    var members: [Declaration] = []
    for kind in kinds {
      let values = kind.type.map { [EnumCase.AssociatedValue($0)] } ?? []
      members.append(
        .enumCase(EnumCase(kind.name, associatedValues: values, documentation: kind.summary)))
    }
    members.append(.function(decoding))
    members.append(.function(encoding))
    members += nested
    return .type(
      TypeDeclaration(
        .enumeration, name, conformances: ["Codable", "Hashable", "Sendable"],
        documentation: documentation, modifiers: Modifiers(access: access), members: members))
  }

  private var decoding: Function {
    var body: [Statement] = [
      .constant("container", nil, .try(.identifier("decoder").calling("singleValueContainer")))
    ]
    var otherwise: [Statement] = []
    for kind in kinds.reversed() {
      otherwise = attempt(kind, otherwise: otherwise)
    }
    body += otherwise
    return Coding.decoding(body, access: access)
  }

  /// Takes the value as one of the kind, else goes on.
  private func attempt(_ kind: Kind, otherwise: [Statement]) -> [Statement] {
    let container = Expression.identifier("container")
    guard let type = kind.type else {
      return [
        .if(
          [.expression(container.calling("decodeNil"))],
          then: [.assignment(.current, .implicitMember(kind.name))], otherwise: otherwise)
      ]
    }
    let decoded = container.calling("decode", Expression.Argument(nil, .typeValue(type)))
    guard !otherwise.isEmpty else {
      let value = Expression.call(
        .implicitMember(kind.name), [Expression.Argument(nil, .try(decoded))])
      return [.assignment(.current, value)]
    }
    let value = Expression.call(
      .implicitMember(kind.name), [Expression.Argument(nil, .identifier("value"))])
    return [
      .if(
        [.binding("value", .optionalTry(decoded))], then: [.assignment(.current, value)],
        otherwise: otherwise)
    ]
  }

  private var encoding: Function {
    var cases: [Statement.SwitchCase] = []
    for kind in kinds {
      let container = Expression.identifier("container")
      if kind.type == nil {
        cases.append(
          .init(
            [.enumCase(kind.name, bindings: [])],
            [.expression(.try(container.calling("encodeNil")))]))
      } else {
        cases.append(
          .init(
            [.enumCase(kind.name, bindings: ["value"])],
            [
              .expression(
                .try(
                  container.calling("encode", Expression.Argument(nil, .identifier("value")))))
            ]))
      }
    }
    let body: [Statement] = [
      .variable("container", nil, .identifier("encoder").calling("singleValueContainer")),
      .switch(.current, cases),
    ]
    return Coding.encoding(body, access: access)
  }
}
