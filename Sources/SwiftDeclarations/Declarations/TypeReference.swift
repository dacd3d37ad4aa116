/// A type as declarations name it.
///
/// A literal such as `"Snowflake.Authentication"` is a name with its parts between dots; everything
/// that is no plain name has a case or function of its own.
package indirect enum TypeReference: Hashable, Sendable, ExpressibleByStringLiteral {
  /// A name with its enclosing types, outermost first, and the arguments of the last one.
  case named([String], arguments: [TypeReference] = [])
  case optional(TypeReference)
  case array(TypeReference)
  case dictionary(key: TypeReference, value: TypeReference)
  case tuple([TypeReference])
  /// `any P`
  case existential(TypeReference)
  /// `some P`
  case opaque(TypeReference)
  /// `A & B`
  case composition([TypeReference])
  /// `T.Type`
  case metatype(TypeReference)
  /// `inout T`
  case mutable(TypeReference)

  package init(stringLiteral value: String) {
    self.init(value)
  }

  /// The type of that name; dots separate enclosing types.
  package init(_ name: String) {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    self = .named(parts.map { String($0) })
  }

  /// `Name<Argument>`
  package static func generic(_ name: String, _ arguments: TypeReference...) -> TypeReference {
    guard case .named(let parts, _) = TypeReference(name) else { return TypeReference(name) }
    return .named(parts, arguments: arguments)
  }

  /// The type nested in this one; of a type that is no name, the nested name alone.
  package func nested(_ name: String) -> TypeReference {
    guard case .named(let parts, _) = self else { return .named([name]) }
    return .named(parts + [name])
  }
}
