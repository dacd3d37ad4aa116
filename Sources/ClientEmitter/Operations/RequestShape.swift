import ConnectorModel
import SwiftDeclarations

/// What is needed to emit the functions that make one request.
struct RequestShape {
  var key: OperationKey
  var pathParameters: [Parameter]
  var headerParameters: [Parameter]
  var queryParameters: [Parameter]
  var body: Schema?
  /// Whether the body is a text that is no JSON.
  var hasTextBody: Bool
  /// The name of the functions.
  var function: String
  /// What a type for the body would be called.
  var bodyType: String
  var response: TypeReference
  var documentation: Documentation
}

extension RequestShape {
  init(
    _ operation: ModelOperation, names: OperationNaming.Names, documentation: Documentation
  ) {
    self.init(
      key: operation.key, pathParameters: operation.pathParameters,
      headerParameters: operation.headerParameters, queryParameters: operation.queryParameters,
      body: operation.body, hasTextBody: operation.examples.contains { $0.text != nil },
      function: names.function, bodyType: names.body, response: .named([names.response]),
      documentation: documentation)
  }

  init(
    _ request: Request, function: String, bodyType: String, response: TypeReference,
    documentation: Documentation
  ) {
    self.init(
      key: request.operation, pathParameters: request.pathParameters,
      headerParameters: request.headerParameters, queryParameters: request.queryParameters,
      body: request.body, hasTextBody: request.examples.contains { $0.text != nil },
      function: function, bodyType: bodyType, response: response, documentation: documentation)
  }
}
