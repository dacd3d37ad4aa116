public import HTTPTypes

/// What brings a request to the service and its response back.
///
/// A transport is small on purpose: it knows HTTP and nothing of the service. Tokens, retries, the
/// reading of errors and redirects are the client's. It
/// - sends the request as it is, once, and never follows a redirect: where a response points to,
///   the client decides whether credentials may go there;
/// - returns whatever status comes, with a body that is complete;
/// - throws ``FlowServiceTransportError``, and `CancellationError` soon after its task is cancelled;
/// - gives up when the time is over, and when a body is larger than it is set to take.
public protocol FlowServiceTransport: Sendable {
  /// Sends a request and waits for the whole response.
  ///
  /// - Parameters:
  ///   - request: The method, the URL and the header fields.
  ///   - body: The bytes to send, if there are any.
  ///   - timeout: How long it may take until the response is complete.
  /// - Throws: ``FlowServiceTransportError``; `CancellationError` if the task is cancelled.
  func send(
    _ request: HTTPRequest, body: [UInt8]?, timeout: Duration
  ) async throws -> FlowServiceTransportResponse
}

/// What came back, whatever its status.
public struct FlowServiceTransportResponse: Hashable, Sendable {
  /// The status and the header fields.
  public var head: HTTPResponse
  /// The bytes of the body; none if there is no body.
  public var body: [UInt8]

  /// Makes a response of its parts.
  public init(head: HTTPResponse, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }
}
