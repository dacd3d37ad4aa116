import SwiftDeclarations

/// A type as a declaration names it, and where it names it.
struct SwiftType {
  var reference: TypeReference
  /// The enclosing types of the declaration.
  var scope: [String]

  /// Without what says that a value may be absent, null or secret.
  var unwrapped: SwiftType {
    switch reference {
    case .optional(let type): SwiftType(reference: type, scope: scope).unwrapped
    case .named(["Secret"], let arguments), .named(["Nullable"], let arguments):
      arguments.first.map { SwiftType(reference: $0, scope: scope).unwrapped } ?? self
    default: self
    }
  }

  /// What an array or a dictionary of it holds.
  var element: SwiftType? {
    switch unwrapped.reference {
    case .array(let element), .dictionary(_, let element):
      SwiftType(reference: element, scope: scope)
    default: nil
    }
  }
}

/// A declared type with where it is declared.
struct DeclaredType {
  var path: [String]
  var declaration: TypeDeclaration

  var name: String { path.joined(separator: ".") }

  /// The stored property that stands for a name on the wire.
  func property(_ wireName: String) -> (name: String, type: SwiftType)? {
    let name = names[wireName] ?? wireName
    for case .property(let property) in declaration.members
    where property.name == name && !property.modifiers.isStatic {
      return property.type.map { (name, SwiftType(reference: $0, scope: path)) }
    }
    return nil
  }

  /// The type that comes with a case.
  func associatedType(ofCase name: String) -> SwiftType? {
    for case .enumCase(let enumCase) in declaration.members where enumCase.name == name {
      return enumCase.associatedValues.first.map { SwiftType(reference: $0.type, scope: path) }
    }
    return nil
  }

  var cases: [EnumCase] {
    declaration.members.compactMap { if case .enumCase(let item) = $0 { item } else { nil } }
  }

  /// The names of properties by their keys, where they differ.
  private var names: [String: String] {
    var names: [String: String] = [:]
    for case .type(let type) in declaration.members where type.name == "CodingKeys" {
      for case .enumCase(let key) in type.members {
        if case .string(let wireName)? = key.rawValue {
          names[wireName] = key.name
        } else {
          names[key.name] = key.name
        }
      }
    }
    return names
  }
}
