/// What a request sends.
public enum RequestBody: Sendable {
  /// A value as JSON.
  case json(any Encodable & Sendable)
  /// Bytes as they are.
  case bytes([UInt8], contentType: String)

  /// The value of the `Content-Type` header field.
  public var contentType: String {
    switch self {
    case .json: "application/json"
    case .bytes(_, let contentType): contentType
    }
  }

  /// The bytes that are sent. The names of JSON objects are in order, so that equal values are
  /// equal bytes.
  ///
  /// - Throws: `EncodingError` if a value has no form in JSON.
  public func bytes() throws -> [UInt8] {
    try bytes(collector: nil)
  }

  /// The bytes that are sent; the collector hears of the secrets in them.
  func bytes(collector: SecretCollector?) throws -> [UInt8] {
    switch self {
    case .json(let value):
      try JSONCoding.encode(value, redacted: false, pretty: false, collector: collector)
    case .bytes(let bytes, _): bytes
    }
  }
}
