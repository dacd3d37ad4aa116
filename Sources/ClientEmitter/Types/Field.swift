import SwiftDeclarations

/// A stored property of an emitted structure, which is a parameter of its initializer, too.
struct Field {
  /// How the wire spells it.
  var wireName: String
  var name: String
  /// Without the optional that says that it may be left out.
  var type: TypeReference
  var isOptional: Bool
  var documentation: Documentation
  /// What is sent when the caller says nothing; only of fields that are not optional.
  var defaultValue: Expression?
  /// What the documentation of a parameter says; none if the pages say nothing.
  var summary: Documentation.Text?

  var declaredType: TypeReference { isOptional ? .optional(type) : type }

  func property(_ access: AccessLevel?) -> Declaration {
    .property(
      SwiftDeclarations.Property(
        name, declaredType, .variable(), documentation: documentation,
        modifiers: Modifiers(access: access)))
  }

  var parameter: Function.Parameter {
    Function.Parameter(name, declaredType, defaultValue: isOptional ? .nil : defaultValue)
  }

  /// What the function's documentation says of its parameter.
  func documented(as name: String) -> Documentation.Parameter? {
    summary.map { Documentation.Parameter(name, $0) }
  }
}

extension [Field] {
  /// Those that a caller must give before those that may be left out, each in their order.
  var requiredFirst: [Field] {
    filter { !$0.isOptional && $0.defaultValue == nil }
      + filter { $0.isOptional || $0.defaultValue != nil }
  }
}
