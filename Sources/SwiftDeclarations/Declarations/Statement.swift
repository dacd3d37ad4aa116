/// A statement of a body.
package indirect enum Statement: Hashable, Sendable {
  /// `let name: Type = value`
  case constant(String, TypeReference? = nil, Expression)
  /// `var name: Type = value`
  case variable(String, TypeReference? = nil, Expression?)
  case assignment(Expression, Expression)
  case expression(Expression)
  case `return`(Expression?)
  case `throw`(Expression)
  /// An `otherwise` that is a lone `if` is written as `else if`.
  case `if`([Condition], then: [Statement], otherwise: [Statement] = [])
  case `guard`([Condition], otherwise: [Statement])
  case `for`(String, in: Expression, body: [Statement])
  case `switch`(Expression, [SwitchCase])
  /// A `//` comment.
  case comment(String)
  case blankLine
  /// A line of the emitter's author, never text of a page.
  case raw(String)
  /// Such a line, with `{`, statements and `}` after it.
  case block(String, [Statement])

  package enum Condition: Hashable, Sendable {
    case expression(Expression)
    /// `let name = value`; without a value `let name`.
    case binding(String, Expression? = nil)
    /// `case pattern = value`
    case pattern(Pattern, Expression)
  }

  package enum Pattern: Hashable, Sendable {
    /// A value to be equal to, or a case without its values.
    case value(Expression)
    /// `.name(let binding, …)`
    case enumCase(String, bindings: [String])
  }

  package struct SwitchCase: Hashable, Sendable {
    /// Empty for `default`.
    package var patterns: [Pattern]
    package var body: [Statement]

    package init(_ patterns: [Pattern], _ body: [Statement]) {
      self.patterns = patterns
      self.body = body
    }

    package static func `default`(_ body: [Statement]) -> SwitchCase { SwitchCase([], body) }
  }
}
