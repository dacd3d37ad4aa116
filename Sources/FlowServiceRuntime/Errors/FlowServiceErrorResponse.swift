public import HTTPTypes

/// What came back where something else was expected.
public struct FlowServiceErrorResponse: Sendable {
  /// The status.
  public var status: HTTPResponse.Status
  /// The header fields without secrets: `Set-Cookie`, for example, has the value `<redacted>`, and so
  /// has what repeats the token. As they came they are in what ``FlowServiceClient/raw(_:)`` returns.
  public var headers: HTTPFields
  /// The service's code of the error.
  public var code: ErrorCode?
  /// The service's own words, without secrets.
  public var message: String?
  /// What the service calls the request in its own records.
  public var requestID: String?
  /// How long the service asks to wait before the next try.
  public var retryAfter: Duration?
  /// The start of the body as text, without secrets.
  public var excerpt: String
  /// The body as it came. It may repeat what was sent, secrets too, so it never shows by itself.
  public var body: Secret<[UInt8]>

  init(_ response: FlowServiceTransportResponse, redactor: SecretRedactor, isHidden: Bool) {
    let details = ErrorBody(response.body)
    status = response.head.status
    headers = response.head.headerFields.redacted(redactor)
    code = details.code.map { ErrorCode(rawValue: ErrorText.oneLine(redactor.redacted($0))) }
    message = details.message.map { ErrorText.shortened(redactor.redacted($0), to: 1000) }
    requestID =
      HTTPResponse(status: status, headerFields: headers).requestID
      ?? details.requestID.map { ErrorText.oneLine(redactor.redacted($0)) }
    retryAfter = RetryAfter.duration(in: response.head.headerFields)
    excerpt = isHidden ? redactedText : ErrorText.excerpt(of: response.body, redactor: redactor)
    body = Secret(response.body)
  }
}

extension HTTPResponse {
  /// What the service calls the request in its own records.
  var requestID: String? {
    for name in ["x-request-id", "x-adobe-request-id", "x-correlation-id"] {
      if let name = HTTPField.Name(name), let value = headerFields[name], !value.isEmpty {
        return value
      }
    }
    return nil
  }
}
