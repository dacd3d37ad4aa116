import ConnectorModel
import SwiftDeclarations

/// The code that makes a request of its arguments.
struct RequestExpression {
  /// The server of a request that names none.
  static let platformServer = "https://platform.adobe.io"

  var shape: RequestShape
  var parameters: [ParameterEmitter.Emitted]
  /// The type of the argument `body`, if there is one.
  var body: TypeReference?

  var statements: [Statement] {
    var arguments: [Expression.Argument] = [.init("method", method)]
    if shape.key.server != Self.platformServer {
      arguments.append(.init("server", .string(shape.key.server)))
    }
    arguments.append(.init("path", path))
    if let query = list(of: .query) { arguments.append(.init("query", query)) }
    if let headers = list(of: .header) { arguments.append(.init("headers", headers)) }
    if body != nil { arguments.append(.init("body", .identifier("body"))) }
    return [.expression(.call(.identifier("FlowServiceRequest"), arguments))]
  }

  private var method: Expression {
    let known = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    let name = shape.key.method
    guard known.contains(name) else { return .call("HTTPMethod", .init(nil, .string(name))) }
    return .implicitMember(name.lowercased())
  }

  /// The path with the arguments in it, which the runtime library encodes.
  private var path: Expression {
    let arguments = parameters.filter { $0.place == .path }
    let parts = RequestPath(shape.key.path, count: arguments.count).parts
    guard !arguments.isEmpty else { return .string(shape.key.path) }
    return .interpolation(
      parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .parameter(let index): .value(.identifier(arguments[index].name))
        }
      })
  }

  /// Names and values of the parameters of a place; those without a value are not sent.
  private func list(of place: ParameterEmitter.Place) -> Expression? {
    let arguments = parameters.filter { $0.place == place }
    guard !arguments.isEmpty else { return nil }
    return .array(
      arguments.map { argument in
        .call(
          .implicitMember("init"),
          [.init(nil, .string(argument.parameter.name)), .init(nil, text(of: argument))])
      })
  }

  private func text(of argument: ParameterEmitter.Emitted) -> Expression {
    let value = Expression.identifier(argument.name)
    let base = argument.isOptional ? Expression.optionalChain(value) : value
    switch argument.form {
    case .text: return value
    case .rawValue, .entityTag: return base.member("rawValue")
    case .described: return base.member("description")
    }
  }
}
