import SwiftDeclarations

/// What the documentation of a function can say of one of its parameters.
struct ParameterText {
  /// The words of the pages, if there are any.
  var documented: Documentation.Parameter?
  /// Where the value goes, for want of words.
  var fallback: Documentation.Parameter

  init(fallback: Documentation.Parameter) {
    self.fallback = fallback
  }

  init(_ parameter: ParameterEmitter.Emitted) {
    documented = parameter.documented
    fallback = parameter.placeDocumentation
  }

  init(_ field: Field, named name: String) {
    documented = field.documented(as: name)
    fallback = Documentation.Parameter(name, FieldDocumentation.fallback(field.wireName))
  }
}

extension [ParameterText] {
  /// The documentation of all parameters or of none: DocC warns where some of a function's
  /// parameters have words and others have not. Where nobody has any, their names say as much.
  var allOrNone: [Documentation.Parameter] {
    guard contains(where: { $0.documented != nil }) else { return [] }
    return map { $0.documented ?? $0.fallback }
  }
}
