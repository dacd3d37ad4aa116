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

  var declaredType: TypeReference { isOptional ? .optional(type) : type }

  /// What the documentation of a parameter says.
  var summary: Documentation.Text {
    if case .paragraph(let text)? = documentation.blocks.first { return text }
    return .init([.plain("The value of "), .code(wireName), .plain(".")])
  }

  func property(_ access: AccessLevel?) -> Declaration {
    .property(
      SwiftDeclarations.Property(
        name, declaredType, .variable(), documentation: documentation,
        modifiers: Modifiers(access: access)))
  }

  var parameter: Function.Parameter {
    Function.Parameter(name, declaredType, defaultValue: isOptional ? .nil : defaultValue)
  }

  var documentedParameter: Documentation.Parameter { .init(name, summary) }
}

extension [Field] {
  /// Those that a caller must give before those that may be left out, each in their order.
  var requiredFirst: [Field] {
    filter { !$0.isOptional && $0.defaultValue == nil }
      + filter { $0.isOptional || $0.defaultValue != nil }
  }
}
