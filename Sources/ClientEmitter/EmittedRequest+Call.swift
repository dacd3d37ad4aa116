package import ConnectorModel
package import SwiftDeclarations

extension EmittedRequest {
  /// An argument of the function beside the body.
  package struct Parameter: Hashable, Sendable {
    package enum Place: Hashable, Sendable {
      case path
      case header
      case query
    }

    package var place: Place
    package var wireName: String
    /// The label.
    package var name: String
    package var type: TypeReference
    package var isOptional: Bool

    package init(
      place: Place, wireName: String, name: String, type: TypeReference, isOptional: Bool
    ) {
      self.place = place
      self.wireName = wireName
      self.name = name
      self.type = type
      self.isOptional = isOptional
    }

    init(_ emitted: ParameterEmitter.Emitted) {
      switch emitted.place {
      case .path: place = .path
      case .header: place = .header
      case .query: place = .query
      }
      wireName = emitted.parameter.name
      name = emitted.name
      type = emitted.type
      isOptional = emitted.isOptional
    }
  }

  /// The call that makes the request of an example; nil where the example lacks what every request
  /// has to have.
  ///
  /// - Parameter content: The body where it is JSON; a text of the example's is written out.
  package func call(of example: RequestExample, body content: Expression) -> Expression? {
    guard
      let (required, optional) = Self.arguments(parameters, for: example, of: operation)
    else { return nil }
    var arguments = required
    if body != nil {
      arguments.append(Expression.Argument(nil, content))
    } else if takesText {
      arguments.append(Expression.Argument(nil, .string(example.text ?? "")))
    }
    let name = function.last ?? ""
    return .call(.member(.type(.named(function.dropLast())), name), arguments + optional)
  }

  /// The arguments beside the body, those that must be there and those that may be left out; nil
  /// where the example lacks what every request has to have.
  static func arguments(
    _ parameters: [Parameter], for example: RequestExample, of key: OperationKey
  ) -> (required: [Expression.Argument], optional: [Expression.Argument])? {
    guard let pathValues = key.pathValues(in: example.url) else { return nil }
    var remaining = pathValues[...]
    let query = OperationKey.queryItems(of: example.url)
    var required: [Expression.Argument] = []
    var optional: [Expression.Argument] = []
    for parameter in parameters {
      let text: String?
      switch parameter.place {
      case .path: text = remaining.popFirst()
      case .header:
        let name = parameter.wireName.lowercased()
        text = example.headers.first { $0.name.lowercased() == name }?.value
      case .query: text = query.first { $0.name == parameter.wireName }?.value
      }
      guard let text else {
        if parameter.isOptional { continue }
        return nil
      }
      let argument = Expression.Argument(parameter.name, parameter.literal(text))
      if parameter.isOptional { optional.append(argument) } else { required.append(argument) }
    }
    return (required, optional)
  }
}

extension EmittedRequest.Parameter {
  /// The text as a literal of the parameter's type; all but numbers and truth values take a text.
  fileprivate func literal(_ text: String) -> Expression {
    if type == RuntimeTypes.boolean { return .boolean(text == "true") }
    if type == RuntimeTypes.integer, let number = Int64(text) { return .integer(number) }
    return .string(text)
  }
}
