import SwiftDeclarations

/// The initializer of a client that knows the documented error codes without being told.
///
/// It has all parameters of the runtime's own initializer but `errorCodes`. Where both fit a call,
/// Swift takes this one, as it leaves fewer parameters to their defaults.
enum ClientInitializer {
  /// - Parameter access: Who may use it.
  static func declaration(access: AccessLevel?) -> Declaration {
    .extension(
      ExtensionDeclaration(
        RuntimeTypes.client, modifiers: Modifiers(isNonisolated: true),
        members: [.function(initializer(access: access))]))
  }

  private static let parameters: [Function.Parameter] = [
    .init("configuration", "FlowServiceConfiguration"),
    .init(
      "transport", .existential("FlowServiceTransport"),
      defaultValue: .call(.type("URLSessionTransport"), [])),
    .init("tokens", .optional(.existential("TokenProvider")), defaultValue: .nil),
    .init("middleware", .array(.existential("FlowServiceMiddleware")), defaultValue: .array([])),
    .init("retry", "RetryPolicy", defaultValue: .implicitMember("standard")),
    .init("timeout", "Duration", defaultValue: seconds(60)),
    .init("overallTimeout", "Duration", defaultValue: seconds(300)),
    .init(
      "clock", .existential(.generic("Clock", "Duration")),
      defaultValue: .call(.type("ContinuousClock"), [])),
  ]

  private static func initializer(access: AccessLevel?) -> Function {
    var arguments: [Expression.Argument] = []
    for parameter in parameters {
      arguments.append(.init(parameter.name, .identifier(parameter.name)))
      // The order is that of the runtime's parameters.
      if parameter.name == "tokens" {
        arguments.append(.init("errorCodes", .implicitMember("documented")))
      }
    }
    return Function(
      .initializer, parameters: parameters,
      documentation: "Makes a client whose errors show what the documentation says of their codes.",
      modifiers: Modifiers(access: access),
      body: [.expression(.call(.member(.current, "init"), arguments))])
  }

  private static func seconds(_ count: Int64) -> Expression {
    .call(.implicitMember("seconds"), [.init(nil, .integer(count))])
  }
}
