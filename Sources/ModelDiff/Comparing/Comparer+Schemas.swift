import ConnectorModel
import SwiftDeclarations

extension Comparer {
  mutating func compareSchemas(_ before: Schema, _ after: Schema, at place: FieldPlace) {
    switch (before, after) {
    case (.object(let left), .object(let right)):
      if left.properties.isEmpty != right.properties.isEmpty, !place.isWhole {
        addTypeChange(before, after, at: place)
      }
      compareFields(left.properties, right.properties, at: place)
    case (.array(let left), .array(let right)):
      compareSchemas(left, right, at: element("[]", of: place))
    case (.dictionary(let left), .dictionary(let right)):
      compareSchemas(left, right, at: element(".*", of: place))
    case (.enumeration, .enumeration), (.enumeration, .string), (.string, .enumeration):
      compareValues(Self.values(before), Self.values(after), before, after, at: place)
    case (.union(let left), .union(let right)):
      compareUnions(left, right, at: place)
    case (.any, .any): break
    default:
      if before != after { addTypeChange(before, after, at: place) }
    }
  }

  private func element(_ suffix: String, of place: FieldPlace) -> FieldPlace {
    place.element(
      suffix, place.oldType.flatMap { old.surface.resolved($0).element },
      place.newType.flatMap { new.surface.resolved($0).element })
  }

  private mutating func addTypeChange(_ before: Schema, _ after: Schema, at place: FieldPlace) {
    let relation = SchemaRelation(before, after)
    let isSafe =
      switch relation {
      case .same: true
      case .wider: place.isRequest
      case .narrower: !place.isRequest
      case .other: false
      }
    let (oldText, newText) = (SchemaDescription.text(before), SchemaDescription.text(after))
    add(
      Draft(
        rule: .typeChanged, subject: place.subject,
        message: "\(place.phrase): \(newText) instead of \(oldText)",
        oldValue: oldText, newValue: newText, old: place.old, new: place.new,
        breaksWire: !isSafe, claims: place.claims + typeClaims(at: place)))
  }

  /// The types that are declared for the value alone.
  private func typeClaims(at place: FieldPlace) -> [Claim] {
    var claims: [Claim] = []
    for (type, side) in [(place.oldType, old), (place.newType, new)] {
      guard var type else { continue }
      type = side.surface.resolved(type)
      while let element = type.element { type = side.surface.resolved(element) }
      if let declared = side.surface.declared(type), declared.path.count > 2 || place.isWhole {
        claims.append(.type(declared.name))
      }
    }
    return claims
  }

  // MARK: - Documented values

  /// Compares the documented values of a text.
  mutating func compareValues(
    _ left: [String], _ right: [String], _ before: Schema, _ after: Schema, at place: FieldPlace
  ) {
    // With the first value a type of its own comes, with the last one it goes.
    let isChange = Self.values(before).isEmpty != Self.values(after).isEmpty
    let draft = Draft(
      rule: .valuesAdded, subject: place.subject, message: "", old: place.old, new: place.new,
      claims: isChange ? place.claims + typeClaims(at: place) : [])
    let oldType = place.oldType.flatMap { old.surface.declared($0) }
    let newType = place.newType.flatMap { new.surface.declared($0) }
    compareValues(
      left, right, named: place.subject.name, isRequest: place.isRequest, draft,
      claimsOfValue: { value, isOld in
        Self.constant(value, of: isOld ? oldType : newType).map { [$0] } ?? []
      })
  }

  static func values(_ schema: Schema) -> [String] {
    if case .enumeration(let values) = schema { values } else { [] }
  }

  /// The constant that stands for a value.
  static func constant(_ value: String, of type: DeclaredType?) -> Claim? {
    guard let type else { return nil }
    for case .property(let property) in type.declaration.members where property.modifiers.isStatic {
      if case .constant(.string(value)) = property.content {
        return .declaration(type.name + "." + property.name)
      }
    }
    return nil
  }

  // MARK: - Unions

  private mutating func compareUnions(_ left: [Schema], _ right: [Schema], at place: FieldPlace) {
    let kinds = Set(left.map(Self.kind))
    if kinds != Set(right.map(Self.kind)) {
      addTypeChange(.union(left), .union(right), at: place)
      return
    }
    let oldType = place.oldType.flatMap { old.surface.declared($0) }
    let newType = place.newType.flatMap { new.surface.declared($0) }
    for before in left {
      let kind = Self.kind(before)
      guard let after = right.first(where: { Self.kind($0) == kind }) else { continue }
      var inner = place.element(
        "", oldType?.associatedType(ofCase: kind), newType?.associatedType(ofCase: kind))
      for type in [oldType, newType] {
        if let type { inner.claims.append(.declaration(type.name + "." + kind)) }
      }
      compareSchemas(before, after, at: inner)
    }
  }

  /// The name of the case in Swift, too.
  private static func kind(_ schema: Schema) -> String {
    switch schema {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .number: "number"
    case .string, .enumeration: "string"
    case .array: "array"
    case .object, .dictionary, .jsonSchema, .authentication: "object"
    case .union: "union"
    case .any: "any"
    }
  }
}
