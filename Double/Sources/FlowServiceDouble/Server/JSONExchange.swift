import FlowServiceRuntime
import Hummingbird
import NIOCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Response {
  /// An answer in JSON.
  static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // A value of JSON can always be written.
    let bytes = (try? encoder.encode(value)) ?? Data()
    return Response(
      status: status, headers: [.contentType: "application/json"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }

  static func error(_ error: ServiceError, requestID: String) -> Response {
    var response = json(error.body(requestID: requestID), status: error.status)
    if error.shape == .problem { response.headers[.contentType] = "application/problem+json" }
    for field in error.headers { response.headers.append(field) }
    return response
  }

  /// All bytes of the body.
  func bytes() async throws -> ByteBuffer {
    let collector = BodyCollector()
    try await body.write(collector)
    return collector.buffer
  }
}

/// Takes what would be sent.
private final class BodyCollector: ResponseBodyWriter, @unchecked Sendable {
  // One task writes, and reads when it is done.
  var buffer = ByteBuffer()

  func write(_ buffer: ByteBuffer) async throws {
    self.buffer.writeImmutableBuffer(buffer)
  }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension Request {
  var query: Query { Query(uri.query ?? "") }

  /// The body, which must be JSON and say so.
  func json(limit: Int) async throws -> JSONValue {
    let type = headers[.contentType]?.lowercased() ?? ""
    guard type == "application/json" || type.hasPrefix("application/json;") else {
      throw ServiceError.unsupportedMediaType
    }
    let buffer = try await bytes(limit: limit)
    guard buffer.readableBytes > 0 else {
      throw ServiceError.invalid(
        "1405-400", "The body is null or has nothing in it. Send a body and repeat.")
    }
    do {
      return try JSONDecoder().decode(JSONValue.self, from: Data(buffer.readableBytesView))
    } catch {
      throw ServiceError.invalid("The body is no JSON.")
    }
  }

  func bytes(limit: Int) async throws -> ByteBuffer {
    do {
      return try await body.collect(upTo: limit)
    } catch is NIOTooManyBytesError {
      throw ServiceError(
        status: .contentTooLarge, code: "", title: "Content Too Large",
        detail: "The body has more than \(limit) bytes.")
    }
  }
}
