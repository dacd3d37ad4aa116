/// A value as code writes it.
package indirect enum Expression: Hashable, Sendable {
  /// A string literal on one line, whatever the text.
  case string(String)
  /// A string literal with values in it.
  case interpolation([InterpolationPart])
  /// A `"""` literal, a line for each line of the text.
  case multilineString(String)
  case integer(Int64)
  case floatingPoint(Double)
  case boolean(Bool)
  case `nil`
  case array([Expression])
  case dictionary([DictionaryEntry])
  /// The name of a variable, function or constant.
  case identifier(String)
  /// A type used as a value: `Snowflake`, or its initializer when called.
  case type(TypeReference)
  /// `Type.self`
  case typeValue(TypeReference)
  /// `.name`; an `init` here is the initializer.
  case implicitMember(String)
  /// `base.name`; an `init` here is the initializer.
  case member(Expression, String)
  /// `base?.name` is `.member(.optionalChain(base), name)`.
  case optionalChain(Expression)
  case call(Expression, [Argument])
  case `subscript`(Expression, [Argument])
  case `try`(Expression)
  case optionalTry(Expression)
  case `await`(Expression)
  /// `left operator right`
  case binary(Expression, String, Expression)
  /// `!value`, `-value`, `&value`
  case prefix(String, Expression)
  case parenthesized(Expression)
  /// `value as Type`
  case coercion(Expression, TypeReference)
  /// Code of the emitter's author, never text of a page. One line.
  case raw(String)

  package struct Argument: Hashable, Sendable {
    package var label: String?
    package var value: Expression

    package init(_ label: String? = nil, _ value: Expression) {
      self.label = label
      self.value = value
    }
  }

  package struct DictionaryEntry: Hashable, Sendable {
    package var key: Expression
    package var value: Expression

    package init(_ key: Expression, _ value: Expression) {
      self.key = key
      self.value = value
    }
  }

  package enum InterpolationPart: Hashable, Sendable {
    case text(String)
    case value(Expression)
  }

  /// `self`
  package static let current = Expression.raw("self")

  /// `name(arguments)` for a function or type known by its name.
  package static func call(_ name: String, _ arguments: Argument...) -> Expression {
    .call(.identifier(name), arguments)
  }

  /// `self.name`
  package static func property(_ name: String) -> Expression { .member(.current, name) }

  /// This value's member.
  package func member(_ name: String) -> Expression { .member(self, name) }

  /// A call of this value's method.
  package func calling(_ name: String, _ arguments: Argument...) -> Expression {
    .call(.member(self, name), arguments)
  }
}
