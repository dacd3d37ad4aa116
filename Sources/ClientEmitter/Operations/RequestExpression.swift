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

  /// The names that the code declares, so that no parameter may have them.
  static let names: Set<String> = ["body", "request"]

  var statements: [Statement] {
    let added = parameters.filter { $0.place != .path }
    guard !added.isEmpty else { return [.expression(request)] }
    var statements: [Statement] = [.variable("request", nil, request)]
    for parameter in added { statements.append(.expression(addition(of: parameter))) }
    statements.append(.return(.identifier("request")))
    return statements
  }

  private var request: Expression {
    var arguments: [Expression.Argument] = [.init("method", method)]
    let isElsewhere = shape.key.server != Self.platformServer
    if isElsewhere {
      let base = Expression.call(
        .implicitMember("absolute"), [.init(nil, .string(shape.key.server))])
      arguments.append(.init("base", base))
    }
    arguments.append(.init("path", path))
    if let content { arguments.append(.init("body", content)) }
    if isElsewhere, shape.sendsToken { arguments.append(.init("sendsCredentials", .boolean(true))) }
    return .call(.type(RuntimeTypes.request(shape.response)), arguments)
  }

  private var content: Expression? {
    guard body != nil else { return nil }
    guard shape.body == nil else {
      return .call(.implicitMember("json"), [.init(nil, .identifier("body"))])
    }
    let bytes = Expression.call(
      .identifier("Array"), [.init(nil, Expression.identifier("body").member("utf8"))])
    return .call(
      .implicitMember("bytes"),
      [.init(nil, bytes), .init("contentType", .string(shape.textContentType))])
  }

  private var method: Expression {
    let known = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]
    let name = shape.key.method
    if known.contains(name) { return .implicitMember(name.lowercased()) }
    // Whatever the page says, HTTP has a method for it or the code does not compile.
    let isToken = !name.isEmpty && name.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard isToken else { return .implicitMember("get") }
    let custom = Expression.call(
      .type("HTTPRequest.Method"), [.init(nil, .string(name))])
    return .binary(custom, "??", .implicitMember("get"))
  }

  /// The path with the arguments in it, each encoded as one segment.
  private var path: Expression {
    let arguments = parameters.filter { $0.place == .path }
    let parts = RequestPath(shape.key.path, count: arguments.count).parts
    guard !arguments.isEmpty else { return .string(shape.key.path) }
    return .interpolation(
      parts.map { part in
        switch part {
        case .text(let text): .text(text)
        case .parameter(let index): .value(Self.encoded(arguments[index].name))
        }
      })
  }

  private static func encoded(_ name: String) -> Expression {
    Expression.identifier("PercentEncoding").calling(
      "pathSegment", .init(nil, .identifier(name)))
  }

  /// Adds a query item or a header field to the request.
  private func addition(of argument: ParameterEmitter.Emitted) -> Expression {
    let function = argument.place == .query ? "addQueryItem" : "addHeader"
    return Expression.identifier("request").calling(
      function, .init(nil, .string(argument.parameter.name)),
      .init(nil, .identifier(argument.name)))
  }
}
