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
