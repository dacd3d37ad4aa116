/// The version of a resource, as the service tells it and as `If-Match` takes it.
///
/// The service's values contain their own quotes, in JSON `"\"d403848a-0000-0200-0000-5de1\""`.
/// They are kept, as `If-Match` needs them too.
public struct ETag: Hashable, Sendable {
  /// The value with its quotes.
  public var value: String

  /// Takes a value as the service tells it.
  public init(_ value: String) {
    self.value = value
  }

  /// Puts quotes around a value that lost them.
  public init(quoting value: String) {
    self.init("\"" + value + "\"")
  }

  /// Any version: `If-Match: *`.
  public static let any = ETag("*")

  /// Whether this is a weak ETag, `W/"…"`: of a version that is like another one, not the same.
  ///
  /// `If-Match` asks for the same, so a weak ETag never matches there (RFC 9110, 8.8.3.2 and 13.1.1).
  /// The service's own ETags are strong; what stands between may make the one of the header field
  /// weak. The client sends no `If-Match` with one.
  public var isWeak: Bool { value.hasPrefix("W/") }

  /// The value of a header field such as `If-Match`.
  public var headerValue: String { value }
}

extension ETag: Codable {
  /// Decodes the value with its quotes.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the value with its quotes.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension ETag: ExpressibleByStringLiteral, CustomStringConvertible {
  /// Takes a value as the service tells it.
  public init(stringLiteral value: String) {
    self.init(value)
  }

  /// The value with its quotes.
  public var description: String { value }
}
