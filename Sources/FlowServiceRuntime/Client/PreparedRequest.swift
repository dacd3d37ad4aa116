import HTTPTypes

/// A request with all that the client decides before it is sent, but for its token.
struct PreparedRequest: Sendable {
  var description: String
  var head: HTTPRequest
  var body: [UInt8]?
  /// Whether the client's token is to be sent.
  var needsToken: Bool
  /// What is secret in the body, the header and the query.
  var secrets: [String]
  /// Whether the response is a secret itself.
  var hidesResponse: Bool

  /// Whether the request can be sent twice without doing its work twice.
  var isRepeatable: Bool

  init<Response>(
    _ request: FlowServiceRequest<Response>, configuration: FlowServiceConfiguration
  ) throws {
    description = request.description
    func failure(_ kind: FlowServiceError.Kind) -> FlowServiceError {
      FlowServiceError(kind: kind, request: request.description)
    }
    if request.sendsCredentials {
      let names = request.headers.map(\.name) + request.secretHeaders.map(\.name)
      try Self.check(configuration, Set(names), failure)
    }
    var configuration = configuration
    configuration.accessToken = nil
    do {
      head = try request.httpRequest(for: configuration)
    } catch let error as FlowServiceRequestError {
      throw failure(.invalidRequest(reason: error.description))
    }
    if let tag = head.headerFields[.ifMatch], ETag(tag).isWeak, !tag.contains(",") {
      let reason =
        "If-Match has the weak ETag \(ErrorText.oneLine(tag)), which never matches (RFC 9110, 13.1.1): "
        + "the service would refuse the change each time. Take the ETag in the body of the resource."
      throw failure(.invalidRequest(reason: reason))
    }
    hidesResponse = request.hidesResponse
    needsToken = request.sendsCredentials && head.headerFields[.authorization] == nil
    let collector = SecretCollector()
    do {
      body = try request.body?.bytes(collector: collector)
    } catch {
      // Not the error's own words, as they may quote a value.
      let reason = "The body cannot be written as JSON: \(DecodingFailure(error).summary)"
      throw failure(.invalidRequest(reason: reason))
    }
    secrets = collector.secrets + request.secrets.map { $0.exposed } + Self.secretsOfHead(request)
    isRepeatable = request.isRepeatable ?? Self.isRepeatable(head)
  }

  /// The secrets of the header and the query. Who repeats a URL repeats them percent-encoded.
  private static func secretsOfHead<Response>(
    _ request: FlowServiceRequest<Response>
  ) -> [String] {
    request.secretHeaders.map(\.value.exposed) + secretsOfQuery(request)
  }

  static func secretsOfQuery<Response>(_ request: FlowServiceRequest<Response>) -> [String] {
    request.query.filter(\.isSecret).compactMap(\.value)
      .flatMap { [$0, PercentEncoding.queryValue($0)] }
  }

  private static func isRepeatable(_ head: HTTPRequest) -> Bool {
    switch head.method {
    case .get, .head, .put, .delete, .options: true
    // Any version is no guard.
    default: head.headerFields[.ifMatch].map { $0 != ETag.any.value } ?? false
    }
  }

  /// All requests to the service need a key and an organization.
  private static func check(
    _ configuration: FlowServiceConfiguration, _ headers: Set<HTTPField.Name>,
    _ failure: (FlowServiceError.Kind) -> FlowServiceError
  ) throws {
    let values = [
      ("apiKey", "x-api-key", configuration.apiKey ?? ""),
      ("organizationID", "x-gw-ims-org-id", configuration.organizationID ?? ""),
      // A sandbox may be left out, but not be called nothing.
      ("sandboxName", "x-sandbox-name", configuration.sandboxName ?? "none"),
    ]
    for (name, header, value) in values where value.isBlank {
      if let header = HTTPField.Name(header), headers.contains(header) { continue }
      throw failure(.missingCredential(name: name))
    }
  }
}

extension String {
  /// Whether there is nothing to see in the text.
  var isBlank: Bool { allSatisfy { $0.isWhitespace } }
}
