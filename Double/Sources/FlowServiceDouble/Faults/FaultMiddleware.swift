import HTTPTypes
import Hummingbird
import NIOCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lets go wrong what the plan says.
struct FaultMiddleware: RouterMiddleware {
  typealias Context = DoubleContext

  let plan: FaultPlan

  func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let fault = await plan.next(method: request.method.rawValue, path: request.uri.string)
    guard let fault else { return try await next(request, context) }
    if let response = try await instead(fault, context: context) { return response }
    let response = try await next(request, context)
    return try await damaged(response, by: fault, context: context)
  }

  /// The answer to a request that is not carried out.
  private func instead(_ fault: Fault, context: Context) async throws -> Response? {
    switch fault.kind {
    case .status:
      var error = ServiceError.service(
        "1103-503", "Service Unavailable", "The service is out for a while.")
      if let status = fault.status, status != 503 {
        error.status = HTTPResponse.Status(code: status)
        error.code = ""
        error.title = error.status.reasonPhrase
      }
      error.headers = Self.retryAfter(fault.retryAfter)
      return .error(error, requestID: context.requestID)
    case .throttle:
      var error = ServiceError.gateway("429050", "Too many requests")
      error.headers = Self.retryAfter(fault.retryAfter ?? "1")
      return .error(error, requestID: context.requestID)
    case .expiredToken:
      return .error(
        .gateway("401013", "Oauth token is not valid"), requestID: context.requestID)
    case .gatewayPage:
      return Self.page(HTTPResponse.Status(code: fault.status ?? 502))
    case .plainText:
      return Response(
        status: HTTPResponse.Status(code: fault.status ?? 500),
        headers: [.contentType: "text/plain"],
        body: ResponseBody(byteBuffer: ByteBuffer(string: "upstream said no\n")))
    case .lostRequest:
      try await Self.reset(context.channel)
      throw LostConnection()
    default:
      return nil
    }
  }

  private func damaged(
    _ response: Response, by fault: Fault, context: Context
  ) async throws -> Response {
    let pause = Duration.milliseconds(fault.milliseconds ?? 1_000)
    switch fault.kind {
    case .slow:
      try await Task.sleep(for: pause)
      return response
    case .lostAnswer:
      try await Self.reset(context.channel)
      throw LostConnection()
    case .html:
      return Self.page(.ok)
    case .emptyBody:
      return Response(status: response.status, headers: [.contentType: "application/json"])
    case .wrongContentType:
      var response = response
      response.headers[.contentType] = fault.contentType ?? "text/plain"
      return response
    case .largeBody:
      var bytes = try await response.bytes()
      let length = min(max(fault.bytes ?? 1_000_000, bytes.readableBytes), 100_000_000)
      bytes.writeRepeatingByte(UInt8(ascii: " "), count: length - bytes.readableBytes)
      var result = response
      result.body = ResponseBody(byteBuffer: bytes)
      return result
    case .truncatedJSON:
      let bytes = try await response.bytes()
      var result = response
      result.body = ResponseBody(byteBuffer: bytes.half.first)
      return result
    case .drip, .reset:
      let halves = try await response.bytes().half
      let isReset = fault.kind == .reset
      let channel = context.channel
      var result = response
      let length = halves.first.readableBytes + halves.second.readableBytes
      result.body = ResponseBody(contentLength: length) { writer in
        try await writer.write(halves.first)
        if isReset {
          // So that the first half arrives before the connection ends.
          try await Task.sleep(for: .milliseconds(20))
          try await Self.reset(channel)
          throw LostConnection()
        }
        try await Task.sleep(for: pause)
        try await writer.write(halves.second)
        try await writer.finish(nil)
      }
      return result
    default:
      return response
    }
  }

  private static func retryAfter(_ value: String?) -> HTTPFields {
    guard let value, !value.isEmpty else { return [:] }
    return [.retryAfter: value]
  }

  private static func page(_ status: HTTPResponse.Status) -> Response {
    let text = "<html><body><h1>\(status.code) \(status.reasonPhrase)</h1></body></html>\n"
    return Response(
      status: status, headers: [.contentType: "text/html"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Ends the connection so that the other side sees a reset, not an end.
  private static func reset(_ channel: any Channel) async throws {
    if let socket = channel as? any SocketOptionProvider {
      try await socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try await channel.close()
  }
}

/// Why there is no answer.
struct LostConnection: Error {}

extension ByteBuffer {
  fileprivate var half: (first: ByteBuffer, second: ByteBuffer) {
    var second = self
    let first = second.readSlice(length: readableBytes / 2) ?? ByteBuffer()
    return (first, second)
  }
}
