public import HTTPTypes

/// What stands between the client and its transport: it sees, and may change, each request that
/// goes out and each response that comes in.
///
/// ```swift
/// struct Tracing: FlowServiceMiddleware {
///   func intercept(
///     _ request: HTTPRequest, body: [UInt8]?, next: Next
///   ) async throws -> FlowServiceTransportResponse {
///     var request = request
///     request.headerFields[HTTPField.Name("x-request-id")!] = UUID().uuidString
///     return try await next(request, body)
///   }
/// }
/// ```
///
/// It is called for each try, so it sees the ones that failed too. The request is complete, with its
/// `Authorization`: take care what you show.
public protocol FlowServiceMiddleware: Sendable {
  /// What comes after: the next middleware, at last the transport.
  typealias Next = @Sendable (HTTPRequest, [UInt8]?) async throws -> FlowServiceTransportResponse

  /// Passes a request on to `next`, once, and returns what came back.
  ///
  /// - Throws: what `next` throws. Errors of its own reach the caller as they are, and nothing is sent
  ///   again after them.
  func intercept(
    _ request: HTTPRequest, body: [UInt8]?, next: Next
  ) async throws -> FlowServiceTransportResponse
}

/// Sets header fields on each request.
public struct HeadersMiddleware: FlowServiceMiddleware {
  private let fields: HTTPFields

  /// Keeps the fields to set.
  public init(_ fields: HTTPFields) {
    self.fields = fields
  }

  /// Passes the request on with the fields. They replace those of the same name.
  public func intercept(
    _ request: HTTPRequest, body: [UInt8]?, next: Next
  ) async throws -> FlowServiceTransportResponse {
    var request = request
    for field in fields { request.headerFields[field.name] = nil }
    for field in fields { request.headerFields.append(field) }
    return try await next(request, body)
  }
}
