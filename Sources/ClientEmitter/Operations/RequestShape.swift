import ConnectorModel
import SwiftDeclarations

/// What is needed to emit the functions that make one request.
struct RequestShape {
  var key: OperationKey
  var pathParameters: [Parameter]
  var headerParameters: [Parameter]
  var queryParameters: [Parameter]
  var body: Schema?
  /// Every documented example.
  var examples: [RequestExample]
  /// The name of the functions.
  var function: String
  /// What a type for the body would be called.
  var bodyType: String
  var response: TypeReference
  var documentation: Documentation
}

extension RequestShape {
  /// Whether the body is a text that is no JSON.
  var hasTextBody: Bool { body == nil && examples.contains { $0.text != nil } }

  /// Whether the documented requests carry the user's token, also to other servers.
  var sendsToken: Bool {
    !examples.isEmpty && examples.allSatisfy { Self.value(of: "authorization", in: $0) != nil }
  }

  /// What the documented text bodies are.
  var textContentType: String {
    for example in examples where example.text != nil {
      if let type = Self.value(of: "content-type", in: example) { return type }
    }
    return "text/plain"
  }

  private static func value(of header: String, in example: RequestExample) -> String? {
    example.headers.first { $0.name.lowercased() == header }?.value
  }

  init(
    _ operation: ModelOperation, names: OperationNaming.Names, documentation: Documentation
  ) {
    self.init(
      key: operation.key, pathParameters: operation.pathParameters,
      headerParameters: operation.headerParameters, queryParameters: operation.queryParameters,
      body: operation.body, examples: operation.examples,
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
      body: request.body, examples: request.examples,
      function: function, bodyType: bodyType, response: response, documentation: documentation)
  }
}
