/// A variable or constant.
package struct Property: Hashable, Sendable {
  package enum Content: Hashable, Sendable {
    /// `let name: Type = value`
    case constant(Expression? = nil)
    /// `var name: Type = value`
    case variable(Expression? = nil)
    /// `var name: Type { … }`; with a setter `get { … }` and `set { … }`.
    case computed(get: [Statement], set: [Statement]? = nil)
  }

  package var name: String
  package var type: TypeReference?
  package var content: Content
  package var documentation: Documentation?
  package var modifiers: Modifiers

  package init(
    _ name: String, _ type: TypeReference?, _ content: Content = .variable(),
    documentation: Documentation? = nil, modifiers: Modifiers = .none
  ) {
    self.name = name
    self.type = type
    self.content = content
    self.documentation = documentation
    self.modifiers = modifiers
  }
}
