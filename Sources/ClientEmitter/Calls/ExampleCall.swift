import ConnectorModel
import SwiftDeclarations

/// A documented example, and the call that makes the same request.
struct ExampleCall {
  var example: RequestExample
  /// Method and path as people write them.
  var template: String
  /// The call and what it needs beyond its arguments; nil where the types cannot say what the
  /// example sends.
  var call: Expression?
  /// Headers that the page sends and the call does not.
  var headers: [RequestExample.Header]
  var response: TypeReference
}

/// Writes the calls that make the documented examples of one request.
struct ExampleCallEmitter {
  var shape: RequestShape
  /// The name space of the functions.
  var namespace: String
  var parameters: [ParameterEmitter.Emitted]
  var values: ExampleValue
  /// The labels of the function that takes the body's properties, by wire name; nil where there is
  /// none.
  var flatLabels: [String: String]?

  var calls: [ExampleCall] {
    shape.examples.map { example in
      ExampleCall(
        example: example,
        template: RequestPath.template(shape.key, parameters: shape.pathParameters),
        call: call(of: example), headers: furtherHeaders(of: example), response: shape.response)
    }
  }

  private func call(of example: RequestExample) -> Expression? {
    guard let (required, optional) = arguments(for: example) else { return nil }
    guard shape.body != nil || shape.hasTextBody else {
      guard example.json == nil, example.text == nil else { return nil }
      return call(required + optional)
    }
    guard let schema = shape.body else {
      guard let text = example.text else { return nil }
      return call(required + [.init(nil, .string(text))] + optional)
    }
    guard let json = example.json else { return nil }
    guard case .object(let object) = schema, !object.properties.isEmpty else {
      guard let body = values.expression(json, schema) else { return nil }
      return call(required + [.init(nil, body)] + optional)
    }
    guard let parts = values.arguments(json, object.properties, depth: 0) else { return nil }
    guard let flatLabels, parts.allSatisfy({ flatLabels[$0.field.wireName] != nil }) else {
      let body = Expression.call(.implicitMember("init"), parts.map(\.argument))
      return call(required + [.init(nil, body)] + optional)
    }
    var first: [Expression.Argument] = []
    var last: [Expression.Argument] = []
    for part in parts {
      let argument = Expression.Argument(flatLabels[part.field.wireName], part.argument.value)
      if part.field.isOptional { last.append(argument) } else { first.append(argument) }
    }
    return call(required + first + optional + last)
  }

  private func call(_ arguments: [Expression.Argument]) -> Expression {
    .call(.member(.type(.named([namespace])), shape.function), arguments)
  }

  /// The arguments beside the body, those that must be there and those that may be left out.
  private func arguments(
    for example: RequestExample
  ) -> (required: [Expression.Argument], optional: [Expression.Argument])? {
    EmittedRequest.arguments(
      parameters.map { EmittedRequest.Parameter($0) }, for: example, of: shape.key)
  }

  /// What the page sends beyond the configuration, the body's type and the parameters.
  private func furtherHeaders(of example: RequestExample) -> [RequestExample.Header] {
    let isPlatform = shape.key.server == RequestExpression.platformServer
    let credentials: Set<String> =
      isPlatform || shape.sendsToken
      ? ["authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name"] : []
    let named = Set(
      parameters.filter { $0.place == .header }.map { $0.parameter.name.lowercased() })
    var bodyType: String?
    if shape.body != nil {
      bodyType = "application/json"
    } else if shape.hasTextBody {
      bodyType = shape.textContentType
    }
    return example.headers.filter { header in
      let name = header.name.lowercased()
      if name == "content-type" { return header.value != bodyType }
      if name == "authorization", !header.value.hasPrefix("Bearer ") { return true }
      return !credentials.contains(name) && !named.contains(name)
    }
  }
}
