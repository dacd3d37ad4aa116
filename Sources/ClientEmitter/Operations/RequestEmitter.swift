import ConnectorModel
import SwiftDeclarations

/// The functions that make a request, and the types that they need.
struct RequestEmitter {
  /// Bodies with more properties are easier to write as a value than as arguments.
  static let greatestFlatBody = 8

  struct Emitted {
    var declarations: [Declaration]
    var parameters: [ParameterEmitter.Emitted]
    /// The type of the body where it is JSON.
    var body: TypeReference?
    var takesText = false
    /// The labels of the function that takes the body's properties, by wire name.
    var flatLabels: [String: String]?
  }

  var access: AccessLevel?
  var types: SchemaEmitter

  /// - Parameter scope: The names of the types beside the functions.
  func emit(_ shape: RequestShape, scope: inout NameScope) -> Emitted {
    var parameterScope = NameScope(reserved: ReservedNames.members.union(RequestExpression.names))
    let (parameters, enumerations) = ParameterEmitter(access: access).parameters(
      path: shape.pathParameters, headers: shape.headerParameters, query: shape.queryParameters,
      in: &parameterScope, types: &scope, prefix: EmittedName.type(shape.function))
    guard let schema = shape.body else {
      let body: TypeReference? = shape.hasTextBody ? RuntimeTypes.string : nil
      let function = function(shape, parameters, body: body)
      return Emitted(
        declarations: [.function(function)] + enumerations, parameters: parameters,
        takesText: shape.hasTextBody)
    }
    if case .object(let object) = schema, !object.properties.isEmpty {
      let (fields, nested) = types.fields(object.properties)
      let (declarations, flatLabels) = structured(
        shape, parameters, fields: fields, nested: nested, parameterScope: parameterScope)
      return Emitted(
        declarations: declarations + enumerations, parameters: parameters,
        body: .named([shape.bodyType]), flatLabels: flatLabels)
    }
    let name = schema.element == nil ? shape.bodyType : shape.bodyType + "Item"
    let emitted = types.emit(
      schema, named: name, documentation: Self.bodyDocumentation(of: shape))
    var functions = [function(shape, parameters, body: emitted.type)]
    if schema.isPatch {
      functions.append(
        function(
          shape, parameters, body: RuntimeTypes.jsonPatch, label: parameterScope.claim("patch")))
    }
    return Emitted(
      declarations: functions.map { .function($0) } + emitted.declarations + enumerations,
      parameters: parameters, body: emitted.type)
  }

  /// A body with properties: a structure, a function that takes it, and one that takes the
  /// properties.
  private func structured(
    _ shape: RequestShape, _ parameters: [ParameterEmitter.Emitted], fields: [Field],
    nested: [Declaration], parameterScope: NameScope
  ) -> (declarations: [Declaration], flatLabels: [String: String]?) {
    var result: [Declaration] = []
    var flatLabels: [String: String]?
    if fields.count <= Self.greatestFlatBody {
      var outside = fields
      for index in outside.indices {
        outside[index].type = outside[index].type.qualified(
          by: shape.bodyType, declaring: nested.typeNames)
      }
      let names = flatNames(fields, scope: parameterScope)
      result.append(.function(flatFunction(shape, parameters, fields: outside, names: names)))
      flatLabels = names
    }
    result.append(.function(function(shape, parameters, body: .named([shape.bodyType]))))
    result.append(
      StructureEmitter(access: access).structure(
        shape.bodyType, fields: fields, documentation: Self.bodyDocumentation(of: shape),
        nested: nested))
    return (result, flatLabels)
  }

  /// The labels of the fields that a caller may give, by wire name.
  private func flatNames(_ fields: [Field], scope: NameScope) -> [String: String] {
    var scope = scope
    var names: [String: String] = [:]
    for field in fields.requiredFirst where field.defaultValue == nil {
      names[field.wireName] = scope.claim(field.name)
    }
    return names
  }

  static func bodyDocumentation(of shape: RequestShape) -> Documentation {
    Documentation(
      Documentation.Text([.plain("The body of "), .code(shape.function), .plain(".")]))
  }

  // MARK: - Functions

  /// The function that takes the body as a value.
  private func function(
    _ shape: RequestShape, _ parameters: [ParameterEmitter.Emitted], body: TypeReference?,
    label: String? = nil
  ) -> Function {
    var arguments: [Function.Parameter] = []
    var texts: [ParameterText] = []
    for parameter in parameters where !parameter.isOptional {
      arguments.append(parameter.functionParameter)
      texts.append(ParameterText(parameter))
    }
    if let body {
      arguments.append(Function.Parameter(label: label, name: "body", body))
      texts.append(ParameterText(fallback: .init("body", "The body.")))
    }
    for parameter in parameters where parameter.isOptional {
      arguments.append(parameter.functionParameter)
      texts.append(ParameterText(parameter))
    }
    var documentation = shape.documentation
    documentation.parameters = texts.allOrNone
    let request = RequestExpression(shape: shape, parameters: parameters, body: body)
    return Function(
      .function(shape.function), parameters: arguments,
      result: RuntimeTypes.request(shape.response), documentation: documentation,
      modifiers: Modifiers(access: access, isStatic: true), body: request.statements)
  }

  /// The function that takes the properties of the body.
  private func flatFunction(
    _ shape: RequestShape, _ parameters: [ParameterEmitter.Emitted], fields: [Field],
    names: [String: String]
  ) -> Function {
    var items: [(parameter: Function.Parameter, text: ParameterText, isLast: Bool)] = []
    var bodyArguments: [Expression.Argument] = []
    for parameter in parameters {
      items.append(
        (parameter.functionParameter, ParameterText(parameter), parameter.isOptional))
    }
    for field in fields.requiredFirst {
      guard let name = names[field.wireName] else { continue }
      items.append(
        (
          Function.Parameter(
            name, field.declaredType, defaultValue: field.isOptional ? .nil : nil),
          ParameterText(field, named: name), field.isOptional
        ))
      bodyArguments.append(Expression.Argument(field.name, .identifier(name)))
    }
    let sorted = items.filter { !$0.isLast } + items.filter(\.isLast)
    var documentation = shape.documentation
    documentation.parameters = sorted.map(\.text).allOrNone
    var arguments: [Expression.Argument] = []
    for parameter in parameters where !parameter.isOptional {
      arguments.append(Expression.Argument(parameter.name, .identifier(parameter.name)))
    }
    arguments.append(
      Expression.Argument(nil, .call(.type(.named([shape.bodyType])), bodyArguments)))
    for parameter in parameters where parameter.isOptional {
      arguments.append(Expression.Argument(parameter.name, .identifier(parameter.name)))
    }
    let call = Expression.call(Expression.raw("Self").member(shape.function), arguments)
    return Function(
      .function(shape.function), parameters: sorted.map(\.parameter),
      result: RuntimeTypes.request(shape.response), documentation: documentation,
      modifiers: Modifiers(access: access, isStatic: true), body: [.expression(call)])
  }
}

extension Schema {
  /// Whether it is a list of changes to a resource, as JSON Patch has them.
  fileprivate var isPatch: Bool {
    guard case .array(.object(let object)) = self else { return false }
    let names = Set(object.properties.map(\.name))
    return names.isSuperset(of: ["op", "path"])
      && names.isSubset(of: ["op", "path", "value", "from"])
  }
}
