public import HTTPTypes

/// What came back of a request that went well.
public struct FlowServiceResponse<Value: Sendable>: Sendable {
  /// The body, read.
  public var value: Value
  /// The status and the header fields.
  public var head: HTTPResponse
  /// The body as it came.
  public var body: [UInt8]
  /// How often the request was sent.
  public var tries: Int

  /// The version of the resource: of the one item that the body shows, or of the header field
  /// `ETag`.
  public var eTag: ETag? {
    ResourceVersion.eTag(in: body) ?? head.headerFields[.eTag].map { ETag($0) }
  }

  /// What the service calls the request in its own records.
  public var requestID: String? { head.requestID }
}
