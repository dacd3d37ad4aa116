/// Sends requests to the service.
///
/// ```swift
/// let client = FlowServiceClient(configuration: configuration)
/// let created = try await client.send(request)
/// ```
///
/// A client is a value and cheap to copy; copies share the connections of their transport and the
/// token of their provider. It may be used from any number of tasks at a time.
public struct FlowServiceClient: Sendable {
  /// Where requests go and who sends them.
  public var configuration: FlowServiceConfiguration
  /// What brings requests to the service.
  public var transport: any FlowServiceTransport
  /// What knows the token. Without it, the token of the configuration is sent.
  public var tokens: (any TokenProvider)?
  /// What the documentation says about errors.
  public var errorCodes: ErrorCatalogue
  /// What sees each try of each request, the first one first.
  public var middleware: [any FlowServiceMiddleware]
  /// When a request is sent again.
  public var retry: RetryPolicy
  /// How long one try may take.
  public var timeout: Duration
  /// How long a request may take with all its tries and the waits between them.
  public var overallTimeout: Duration
  /// What tells the time. It must go on while the machine sleeps, and never jump.
  public var clock: any Clock<Duration>

  /// Makes a client.
  ///
  /// Where a generated module with documented error codes is imported, a call without `errorCodes`
  /// is one of that module's own initializer, which knows the codes.
  public init(
    configuration: FlowServiceConfiguration,
    transport: any FlowServiceTransport = URLSessionTransport(),
    tokens: (any TokenProvider)? = nil,
    errorCodes: ErrorCatalogue = .empty,
    middleware: [any FlowServiceMiddleware] = [],
    retry: RetryPolicy = .standard,
    timeout: Duration = .seconds(60),
    overallTimeout: Duration = .seconds(300),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.configuration = configuration
    self.transport = transport
    self.tokens = tokens
    self.errorCodes = errorCodes
    self.middleware = middleware
    self.retry = retry
    self.timeout = timeout
    self.overallTimeout = overallTimeout
    self.clock = clock
  }
}

extension FlowServiceClient {
  /// Sends a request and reads the body of the response.
  ///
  /// - Throws: ``FlowServiceError``; `CancellationError` if the task is cancelled.
  public func send<Response: Sendable>(
    _ request: FlowServiceRequest<Response>
  ) async throws -> Response {
    try await response(to: request).value
  }

  /// Sends a request and returns all that came back.
  ///
  /// - Throws: ``FlowServiceError``; `CancellationError` if the task is cancelled.
  public func response<Response: Sendable>(
    to request: FlowServiceRequest<Response>
  ) async throws -> FlowServiceResponse<Response> {
    let exchange = try await exchange(for: request)
    return FlowServiceResponse(
      value: try decoded(exchange, of: request), head: exchange.response.head,
      body: exchange.response.body, tries: exchange.tries)
  }

  /// Sends a request and returns the response as it is, whatever its status and its body.
  ///
  /// Tokens, retries and timeouts are as ever.
  ///
  /// - Throws: ``FlowServiceError`` if there is no response; `CancellationError` if the task is
  ///   cancelled.
  public func raw<Response>(
    _ request: FlowServiceRequest<Response>
  ) async throws -> FlowServiceTransportResponse {
    try await exchange(for: request).response
  }
}
