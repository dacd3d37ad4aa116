public import HTTPTypes

/// Why a request of the client did not end well.
///
/// ``kind`` tells errors apart in code, ``description`` tells people what happened and what to do.
/// Neither shows a secret: not the token, and nothing that was sent as a ``Secret``, even if the
/// service repeats it.
///
/// An operation whose task is cancelled throws `CancellationError` instead.
public struct FlowServiceError: Error, Sendable {
  /// What went wrong.
  public enum Kind: Hashable, Sendable {
    /// The request cannot be sent as it is. Nothing was sent.
    case invalidRequest(reason: String)
    /// The configuration has no value, or an empty one, for what the service asks of everybody.
    /// Nothing was sent.
    case missingCredential(name: String)
    /// There was no token to be had. Nothing was sent.
    case noToken(reason: String)
    /// No whole response came back.
    case transport(FlowServiceTransportError)
    /// The time allowed to the request with all its tries is over.
    case timedOut(after: Duration)
    /// The service refused the request with a status.
    case refused
    /// Somebody else changed the resource since its ETag was read: 412 to an `If-Match`.
    case preconditionFailed
    /// The response points to another place, where the client did not follow.
    case redirected(to: String)
    /// The response went well, but its body is not what was expected at `path`, for example
    /// `items[0].metrics.status`.
    case undecodable(path: String, reason: String)
    /// The response went well, but its body is no JSON.
    case unexpectedContentType(String?)
    /// The link to the next page of a list cannot be followed.
    case badNextPage(reason: String)
    /// What was waited for did not come about in time.
    case stillUnfinished(after: Duration, status: String?)
    /// The resource has no ETag to guard its change with.
    case missingETag
  }

  /// What went wrong.
  public var kind: Kind
  /// The request: its method and path, or what else was asked for.
  public var request: String
  /// What came back, if anything did.
  public var response: FlowServiceErrorResponse?
  /// How often the request was sent.
  public var tries: Int
  /// What the documentation says about the code of the error.
  public var documentation: ErrorCatalogue.Entry?

  /// Describes an error.
  public init(
    kind: Kind, request: String, response: FlowServiceErrorResponse? = nil, tries: Int = 0,
    documentation: ErrorCatalogue.Entry? = nil
  ) {
    self.kind = kind
    self.request = request
    self.response = response
    self.tries = tries
    self.documentation = documentation
  }
}

extension FlowServiceError {
  /// The status of the response.
  public var status: HTTPResponse.Status? { response?.status }
  /// The service's code of the error.
  public var code: ErrorCode? { response?.code }
  /// The service's own words.
  public var message: String? { response?.message }
  /// What the service calls the request in its own records. Its support asks for it.
  public var requestID: String? { response?.requestID }
}
