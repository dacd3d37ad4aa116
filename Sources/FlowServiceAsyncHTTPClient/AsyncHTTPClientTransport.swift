#if AsyncHTTPClient
  public import AsyncHTTPClient
  public import FlowServiceRuntime
  public import HTTPTypes
  public import NIOCore
  import NIOHTTP1
  import NIOPosix

  #if canImport(Glibc)
    import Glibc
  #elseif canImport(Musl)
    import Musl
  #elseif canImport(Darwin)
    import Darwin
  #endif

  /// Sends requests with AsyncHTTPClient, on SwiftNIO.
  ///
  /// It is there while the package's trait `AsyncHTTPClient` is on:
  ///
  /// ```swift
  /// .package(url: "…", from: "1.0.0", traits: ["AsyncHTTPClient"])
  /// ```
  ///
  /// Its connections close when the last copy of the transport is gone.
  public struct AsyncHTTPClientTransport: FlowServiceTransport {
    private let owned: OwnedClient
    private let maximumBodySize: Int

    /// Opens a client of HTTP.
    ///
    /// - Parameters:
    ///   - configuration: How the client connects. That it follows no redirects and does not try to
    ///     connect again by itself is set in any case, as `FlowServiceClient` does both.
    ///   - eventLoopGroup: The threads it uses.
    ///   - maximumBodySize: How many bytes the body of a response may have.
    public init(
      configuration: HTTPClient.Configuration = HTTPClient.Configuration(),
      eventLoopGroup: any EventLoopGroup = HTTPClient.defaultEventLoopGroup,
      maximumBodySize: Int = 64 << 20
    ) {
      owned = OwnedClient(configuration, eventLoopGroup)
      self.maximumBodySize = maximumBodySize
    }

    /// Sends a request and waits for the whole response.
    ///
    /// - Throws: `FlowServiceTransportError`; `CancellationError` if the task is cancelled.
    public func send(
      _ request: HTTPRequest, body: [UInt8]?, timeout: Duration
    ) async throws -> FlowServiceTransportResponse {
      // Without this the connections could close under the last request.
      defer { withExtendedLifetime(owned) {} }
      let outgoing = try HTTPClientRequest(request, body: body)
      let deadline = NIODeadline.now() + TimeAmount(timeout)
      do {
        // The client's own deadline ends with the head of the response.
        return try await withTimeout(timeout, clock: ContinuousClock()) {
          try await exchange(outgoing, deadline: deadline)
        }
      } catch {
        try Task.checkCancellation()
        throw FlowServiceTransportError(error, limit: maximumBodySize)
      }
    }

    private func exchange(
      _ request: HTTPClientRequest, deadline: NIODeadline
    ) async throws -> FlowServiceTransportResponse {
      let response = try await owned.client.execute(request, deadline: deadline)
      var body: [UInt8] = []
      for try await part in response.body {
        guard body.count + part.readableBytes <= maximumBodySize else {
          throw FlowServiceTransportError.bodyTooLarge(limit: maximumBodySize)
        }
        body.append(contentsOf: part.readableBytesView)
      }
      return FlowServiceTransportResponse(head: HTTPResponse(response), body: body)
    }
  }

  /// A client that shuts down when nobody uses it any more.
  private final class OwnedClient: Sendable {
    let client: HTTPClient

    init(_ configuration: HTTPClient.Configuration, _ group: any EventLoopGroup) {
      var configuration = configuration
      configuration.redirectConfiguration = .disallow
      configuration.connectionPool.retryConnectionEstablishment = false
      client = HTTPClient(eventLoopGroup: group, configuration: configuration)
    }

    deinit {
      Task { [client] in try? await client.shutdown() }
    }
  }

  extension HTTPClientRequest {
    fileprivate init(_ request: HTTPRequest, body: [UInt8]?) throws {
      guard let url = request.urlText else { throw FlowServiceTransportError.invalidURL("") }
      self.init(url: url)
      method = HTTPMethod(rawValue: request.method.rawValue)
      for field in request.headerFields {
        headers.add(name: field.name.rawName, value: field.value)
      }
      if let body { self.body = .bytes(ByteBuffer(bytes: body)) }
    }
  }

  extension HTTPResponse {
    fileprivate init(_ response: HTTPClientResponse) {
      var fields = HTTPFields()
      for (name, value) in response.headers {
        guard let name = HTTPField.Name(name) else { continue }
        fields.append(HTTPField(name: name, value: value))
      }
      // A status has three digits.
      let code = Int(response.status.code)
      self.init(
        status: HTTPResponse.Status(code: (100...999).contains(code) ? code : 999),
        headerFields: fields)
    }
  }

  extension FlowServiceTransportError {
    fileprivate init(_ error: any Error, limit: Int) {
      switch error {
      case let error as FlowServiceTransportError: self = error
      case let error as HTTPClientError: self.init(error)
      case is NIOTooManyBytesError: self = .bodyTooLarge(limit: limit)
      case is NIOConnectionError, is SocketAddressError: self = .couldNotConnect("\(error).")
      case let error as IOError where error.tellsOfNoConnection:
        self = .couldNotConnect("\(error).")
      case HTTPParserError.invalidEOFState: self = .connectionLost("\(error).")
      case is HTTPParserError: self = .other("What answers does not speak HTTP: \(error).")
      case _ where Self.isOfHandshake(error): self = .couldNotConnect("\(error).")
      default: self = .connectionLost("\(error).")
      }
    }

    /// Whether TLS did not come about, so that nothing was sent. The type of these errors would be one
    /// more dependency.
    private static func isOfHandshake(_ error: any Error) -> Bool {
      let words = "\(error)"
      return words.hasPrefix("handshakeFailed(")
        || words.hasPrefix("NIOSSLExtraError.failedToValidateHostname")
    }

    private init(_ error: HTTPClientError) {
      switch error {
      case .invalidURL, .emptyHost, .emptyScheme: self = .invalidURL("")
      case .deadlineExceeded, .readTimeout, .writeTimeout: self = .timedOut
      case .connectTimeout, .tlsHandshakeTimeout, .socksHandshakeTimeout,
        .httpProxyHandshakeTimeout, .getConnectionFromPoolTimeout, .invalidProxyResponse,
        .proxyAuthenticationRequired:
        self = .couldNotConnect("\(error).")
      default: self = .connectionLost("\(error).")
      }
    }
  }

  extension IOError {
    /// Whether there was no connection in the first place.
    fileprivate var tellsOfNoConnection: Bool {
      [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(errnoCode)
    }
  }
#endif
