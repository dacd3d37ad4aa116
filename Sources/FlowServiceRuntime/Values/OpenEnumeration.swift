/// One of several texts that are known, or another one that the service knows and this code does
/// not: decoding never fails for a text that came later.
///
/// ```swift
/// nonisolated public struct Frequency: OpenEnumeration {
///   public static let minute: Frequency = "minute"
///   public static let hour: Frequency = "hour"
///   public static let knownValues: [Frequency] = [.minute, .hour]
///
///   public let rawValue: String
///   public init(rawValue: String) { self.rawValue = rawValue }
/// }
/// ```
public protocol OpenEnumeration: RawRepresentable, Codable, Hashable, Sendable,
  ExpressibleByStringLiteral, CustomStringConvertible
where RawValue == String, StringLiteralType == String {
  /// The values that were known when the code was made.
  static var knownValues: [Self] { get }

  /// Makes a value of any text.
  init(rawValue: String)
}

extension OpenEnumeration {
  /// Makes a value of a literal.
  public init(stringLiteral value: String) {
    self.init(rawValue: value)
  }

  /// The text.
  public var description: String { rawValue }

  /// Whether the value was known when the code was made.
  public var isKnown: Bool { Self.knownValues.contains(self) }

  /// Decodes any text.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
