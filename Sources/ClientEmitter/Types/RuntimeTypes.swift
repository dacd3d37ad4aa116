import SwiftDeclarations

/// The types of the runtime library that emitted code uses.
enum RuntimeTypes {
  static let module = "FlowServiceRuntime"

  static let jsonValue: TypeReference = "JSONValue"
  static let jsonSchema: TypeReference = "JSONSchema"
  static let connectionSpecification: TypeReference = "ConnectionSpecification"
  static let genericAuthentication: TypeReference = "GenericAuthentication"
  /// The response of requests whose answer says nothing.
  static let emptyResponse: TypeReference = "Void"
  static let entityTag: TypeReference = "ETag"
  static let openEnumeration: TypeReference = "OpenEnumeration"
  static let jsonPatch: TypeReference = "JSONPatch"
  static let errorCode: TypeReference = "ErrorCode"
  static let errorCatalogue: TypeReference = "ErrorCatalogue"
  static let client: TypeReference = "FlowServiceClient"
  /// What responses that list something conform to.
  static let list: TypeReference = "FlowServiceList"

  static let string: TypeReference = "String"
  static let integer: TypeReference = "Int"
  static let number: TypeReference = "Double"
  static let boolean: TypeReference = "Bool"

  static func secret(_ type: TypeReference) -> TypeReference {
    .named(["Secret"], arguments: [type])
  }
  static func nullable(_ type: TypeReference) -> TypeReference {
    .named(["Nullable"], arguments: [type])
  }
  static func request(_ response: TypeReference) -> TypeReference {
    .named(["FlowServiceRequest"], arguments: [response])
  }

  /// A text as a secret.
  static func secret(_ text: Expression) -> Expression {
    .call(.identifier("Secret"), [Expression.Argument(nil, text)])
  }

  /// What a secret holds.
  static func exposed(_ secret: Expression) -> Expression { secret.member("exposed") }

  /// Names that nothing emitted may have.
  static let names: Set<String> = [
    "ConnectionSpecification", "ConnectionStringPattern", "ETag", "ErrorCatalogue", "ErrorCode",
    "FixedToken", "FlowRunFailed", "FlowRunObservation", "FlowRunStatus", "FlowServiceClient",
    "FlowServiceConfiguration", "FlowServiceError", "FlowServiceErrorResponse",
    "FlowServiceItems", "FlowServiceList", "FlowServiceListItems", "FlowServiceMiddleware",
    "FlowServicePages", "FlowServicePolls", "FlowServiceQueryItem", "FlowServiceRequest",
    "FlowServiceRequestBase", "FlowServiceRequestError", "FlowServiceResponse",
    "FlowServiceRuntime", "FlowServiceTransport", "FlowServiceTransportError",
    "FlowServiceTransportResponse",
    "GenericAuthentication", "HTTPField", "HTTPFields", "HTTPRequest", "HTTPResponse",
    "HTTPTypes", "HeadersMiddleware", "JSONPatch", "JSONPointer", "JSONSchema", "JSONValue",
    "Nullable", "OAuthServerToServer", "OpenEnumeration", "PercentEncoding", "PollingPolicy",
    "PropertyFilter", "RequestBody", "RetryPolicy", "Secret", "TokenProvider",
    "URLSessionTransport", "UpdatedResource",
  ]
}
