/// A declaration of a file or a type.
package indirect enum Declaration: Hashable, Sendable {
  case type(TypeDeclaration)
  case `extension`(ExtensionDeclaration)
  case property(Property)
  case function(Function)
  case enumCase(EnumCase)
  case `typealias`(Typealias)
  /// `// MARK: - …`
  case mark(String)
  /// A `//` comment of its own.
  case comment(String)
}

/// A structure or an enumeration.
package struct TypeDeclaration: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable {
    case structure = "struct"
    case enumeration = "enum"
  }

  package var kind: Kind
  package var name: String
  package var genericParameters: [GenericParameter]
  package var conformances: [TypeReference]
  package var requirements: [GenericRequirement]
  package var documentation: Documentation?
  package var modifiers: Modifiers
  package var members: [Declaration]

  package init(
    _ kind: Kind, _ name: String, genericParameters: [GenericParameter] = [],
    conformances: [TypeReference] = [], requirements: [GenericRequirement] = [],
    documentation: Documentation? = nil, modifiers: Modifiers = .none, members: [Declaration] = []
  ) {
    self.kind = kind
    self.name = name
    self.genericParameters = genericParameters
    self.conformances = conformances
    self.requirements = requirements
    self.documentation = documentation
    self.modifiers = modifiers
    self.members = members
  }
}

/// An extension of a type.
package struct ExtensionDeclaration: Hashable, Sendable {
  package var extendedType: TypeReference
  package var conformances: [TypeReference]
  package var requirements: [GenericRequirement]
  package var documentation: Documentation?
  package var modifiers: Modifiers
  package var members: [Declaration]

  package init(
    _ extendedType: TypeReference, conformances: [TypeReference] = [],
    requirements: [GenericRequirement] = [], documentation: Documentation? = nil,
    modifiers: Modifiers = .none, members: [Declaration] = []
  ) {
    self.extendedType = extendedType
    self.conformances = conformances
    self.requirements = requirements
    self.documentation = documentation
    self.modifiers = modifiers
    self.members = members
  }
}

/// A generic parameter with what it must conform to.
package struct GenericParameter: Hashable, Sendable {
  package var name: String
  package var constraint: TypeReference?

  package init(_ name: String, _ constraint: TypeReference? = nil) {
    self.name = name
    self.constraint = constraint
  }
}

/// A requirement of a `where` clause.
package struct GenericRequirement: Hashable, Sendable {
  package enum Relation: String, Hashable, Sendable {
    case conformance = ":"
    case equality = "=="
  }

  package var subject: TypeReference
  package var relation: Relation
  package var other: TypeReference

  package init(_ subject: TypeReference, _ relation: Relation, _ other: TypeReference) {
    self.subject = subject
    self.relation = relation
    self.other = other
  }
}

/// Another name of a type.
package struct Typealias: Hashable, Sendable {
  package var name: String
  package var type: TypeReference
  package var documentation: Documentation?
  package var modifiers: Modifiers

  package init(
    _ name: String, _ type: TypeReference, documentation: Documentation? = nil,
    modifiers: Modifiers = .none
  ) {
    self.name = name
    self.type = type
    self.documentation = documentation
    self.modifiers = modifiers
  }
}

/// A case of an enumeration.
package struct EnumCase: Hashable, Sendable {
  /// A value that comes with the case.
  package struct AssociatedValue: Hashable, Sendable {
    package var label: String?
    package var type: TypeReference
    package var defaultValue: Expression?

    package init(
      label: String? = nil, _ type: TypeReference, defaultValue: Expression? = nil
    ) {
      self.label = label
      self.type = type
      self.defaultValue = defaultValue
    }
  }

  package var name: String
  package var rawValue: Expression?
  package var associatedValues: [AssociatedValue]
  package var documentation: Documentation?
  package var attributes: [Attribute]

  package init(
    _ name: String, rawValue: Expression? = nil, associatedValues: [AssociatedValue] = [],
    documentation: Documentation? = nil, attributes: [Attribute] = []
  ) {
    self.name = name
    self.rawValue = rawValue
    self.associatedValues = associatedValues
    self.documentation = documentation
    self.attributes = attributes
  }
}
