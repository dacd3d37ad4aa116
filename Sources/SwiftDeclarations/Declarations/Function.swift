/// A function or initializer.
package struct Function: Hashable, Sendable {
  package enum Name: Hashable, Sendable {
    case function(String)
    case initializer
    /// `init?`
    case failableInitializer
  }

  /// A parameter. Its label is its name unless another one is given; a label of `nil` is `_`.
  package struct Parameter: Hashable, Sendable {
    package var label: String?
    package var name: String
    package var type: TypeReference
    package var defaultValue: Expression?

    package init(_ name: String, _ type: TypeReference, defaultValue: Expression? = nil) {
      self.init(label: name, name: name, type, defaultValue: defaultValue)
    }

    package init(
      label: String?, name: String, _ type: TypeReference, defaultValue: Expression? = nil
    ) {
      self.label = label
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }
  }

  package enum Throwing: Hashable, Sendable {
    case never
    case anything
    case typed(TypeReference)
  }

  package var name: Name
  package var genericParameters: [GenericParameter]
  package var parameters: [Parameter]
  package var isAsync: Bool
  package var throwing: Throwing
  package var result: TypeReference?
  package var requirements: [GenericRequirement]
  package var documentation: Documentation?
  package var modifiers: Modifiers
  package var body: [Statement]

  package init(
    _ name: Name, genericParameters: [GenericParameter] = [], parameters: [Parameter] = [],
    isAsync: Bool = false, throwing: Throwing = .never, result: TypeReference? = nil,
    requirements: [GenericRequirement] = [], documentation: Documentation? = nil,
    modifiers: Modifiers = .none, body: [Statement] = []
  ) {
    self.name = name
    self.genericParameters = genericParameters
    self.parameters = parameters
    self.isAsync = isAsync
    self.throwing = throwing
    self.result = result
    self.requirements = requirements
    self.documentation = documentation
    self.modifiers = modifiers
    self.body = body
  }
}
