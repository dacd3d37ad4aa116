import SwiftDeclarations

extension TypeReference {
  /// The type as it is named outside of the one that declares it.
  func qualified(by enclosing: String, declaring names: Set<String>) -> TypeReference {
    func inner(_ type: TypeReference) -> TypeReference {
      type.qualified(by: enclosing, declaring: names)
    }
    switch self {
    case .named(let parts, let arguments):
      let isDeclared = parts.first.map { names.contains($0) } ?? false
      return .named(isDeclared ? [enclosing] + parts : parts, arguments: arguments.map(inner))
    case .optional(let wrapped): return .optional(inner(wrapped))
    case .array(let element): return .array(inner(element))
    case .dictionary(let key, let value):
      return .dictionary(key: inner(key), value: inner(value))
    default: return self
    }
  }
}

extension [Declaration] {
  /// The names of the types that are declared.
  var typeNames: Set<String> {
    var names: Set<String> = []
    for declaration in self {
      if case .type(let type) = declaration { names.insert(type.name) }
    }
    return names
  }
}
