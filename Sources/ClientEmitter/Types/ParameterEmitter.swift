import ConnectorModel
import SwiftDeclarations

/// Path parameters, query parameters and headers as parameters of functions.
struct ParameterEmitter {
  enum Place: Hashable {
    case path
    case query
    case header
  }

  struct Emitted {
    var parameter: Parameter
    var place: Place
    var name: String
    var type: TypeReference
    var isOptional: Bool

    var functionParameter: Function.Parameter {
      Function.Parameter(
        name, isOptional ? .optional(type) : type, defaultValue: isOptional ? .nil : nil)
    }

    /// What the function's documentation says of it; none if the pages say nothing.
    var documented: Documentation.Parameter? {
      var text = DocumentationText.paragraphs(parameter.documentation).first
      if let value = parameter.defaultValue {
        let note = "The service assumes "
        let start = text.map { $0.appending(.plain(" " + note)) } ?? .init(note)
        text = start.appending(.code(value), .plain(" without it."))
      }
      for note in CorrectionNote.texts(parameter.corrections) {
        text = text.map { Documentation.Text($0.pieces + [.plain(" ")] + note.pieces) } ?? note
      }
      return text.map { Documentation.Parameter(name, $0) }
    }

    /// Where its value goes, for want of anything that the pages say.
    var placeDocumentation: Documentation.Parameter {
      let text: [Documentation.Text.Piece] =
        switch place {
        case .path: [.plain("The value of "), .code("{\(name)}"), .plain(" in the path.")]
        case .query: [.plain("The query parameter "), .code(parameter.name), .plain(".")]
        case .header: [.plain("The header field "), .code(parameter.name), .plain(".")]
        }
      return Documentation.Parameter(name, Documentation.Text(text))
    }
  }

  var access: AccessLevel?

  /// The parameters of a request, in the order of path, headers, query; those that may be left out
  /// are marked so.
  ///
  /// - Parameters:
  ///   - scope: The names of the function's parameters.
  ///   - types: The names of the types beside the function.
  ///   - prefix: What the types of the function start with.
  func parameters(
    path: [Parameter], headers: [Parameter], query: [Parameter], in scope: inout NameScope,
    types: inout NameScope, prefix: String
  ) -> (parameters: [Emitted], declarations: [Declaration]) {
    var emitted: [Emitted] = []
    var declarations: [Declaration] = []
    for parameter in path {
      emitted.append(
        Emitted(
          parameter: parameter, place: .path, name: claim(parameter, &scope),
          type: RuntimeTypes.string, isOptional: false))
    }
    for parameter in unique(headers) {
      let isTag = parameter.name.lowercased() == "if-match"
      emitted.append(
        Emitted(
          parameter: parameter, place: .header, name: claim(parameter, &scope),
          type: isTag ? RuntimeTypes.entityTag : RuntimeTypes.string,
          isOptional: !parameter.isRequired))
    }
    for parameter in unique(query) {
      let name = claim(parameter, &scope)
      let (type, declaration) = queryType(parameter, types: &types, prefix: prefix)
      declarations += declaration.map { [$0] } ?? []
      emitted.append(
        Emitted(
          parameter: parameter, place: .query, name: name, type: type,
          isOptional: !parameter.isRequired))
    }
    return (emitted, declarations)
  }

  private func claim(_ parameter: Parameter, _ scope: inout NameScope) -> String {
    scope.claim(FieldNaming.member(parameter.name))
  }

  private func unique(_ parameters: [Parameter]) -> [Parameter] {
    var seen: Set<String> = []
    return parameters.filter { seen.insert($0.name).inserted }
  }

  /// Text is the widest type; a narrower one needs all documented values to agree.
  private func queryType(
    _ parameter: Parameter, types: inout NameScope, prefix: String
  ) -> (TypeReference, Declaration?) {
    var values = parameter.examples + parameter.allowedValues
    if let value = parameter.defaultValue { values.append(value) }
    if !values.isEmpty, values.allSatisfy({ $0 == "true" || $0 == "false" }) {
      return (RuntimeTypes.boolean, nil)
    }
    if !values.isEmpty, values.allSatisfy(Self.isCount) {
      return (RuntimeTypes.integer, nil)
    }
    guard !parameter.allowedValues.isEmpty else { return (RuntimeTypes.string, nil) }
    let name = types.claim(
      ReservedNames.avoiding(ReservedNames.types, prefix + EmittedName.type(parameter.name)))
    let declaration = EnumerationEmitter(access: access).enumeration(
      name, values: parameter.allowedValues,
      documentation: Documentation(
        Documentation.Text([.plain("A value of "), .code(parameter.name), .plain(".")])))
    return (.named([name]), declaration)
  }

  /// Whether it is a number that counts something, rather than one that names it.
  private static func isCount(_ text: String) -> Bool {
    guard (1...6).contains(text.utf8.count) else { return false }
    let isNumber = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return isNumber && (text == "0" || text.utf8.first != UInt8(ascii: "0"))
  }
}
