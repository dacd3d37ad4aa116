import ConnectorModel
import SwiftDeclarations

/// Names of the types that schemas become.
enum TypeNaming {
  /// The name of the type that a property's schema needs, from the property's own name.
  static func name(for wireName: String, _ schema: Schema) -> String {
    var name = EmittedName.type(wireName)
    var schema = schema
    var isFirst = true
    while let element = schema.element {
      name = isFirst ? singular(name) ?? name + "Element" : name + "Element"
      isFirst = false
      schema = element
    }
    return ReservedNames.avoiding(ReservedNames.types, name)
  }

  /// The name for one of several, if the name is a plural: `Mappings` is `Mapping`.
  static func singular(_ name: String) -> String? {
    let rules: [(ending: String, replacement: String)] = [
      ("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"),
      ("uses", "us"),
    ]
    for rule in rules where name.hasSuffix(rule.ending) && name.count > rule.ending.count + 1 {
      return name.dropLast(rule.ending.count) + rule.replacement
    }
    let isPlural =
      name.hasSuffix("s") && !name.hasSuffix("ss") && !name.hasSuffix("us")
      && !name.hasSuffix("is")
    return isPlural && name.count > 2 ? String(name.dropLast()) : nil
  }
}

extension Schema {
  /// What an array or a dictionary holds.
  var element: Schema? {
    switch self {
    case .array(let element), .dictionary(let element): element
    default: nil
    }
  }

  /// What stands in arrays and dictionaries, however deep.
  var leaf: Schema {
    var schema = self
    while let element = schema.element { schema = element }
    return schema
  }

  /// Whether a type has to be declared for it.
  var needsDeclaration: Bool {
    switch leaf {
    case .object(let object): !object.properties.isEmpty
    case .enumeration, .union: true
    default: false
    }
  }
}
