/// A value that never shows: a password, a key, a token.
///
/// Wherever a secret would be printed, described, reflected or dumped, also deep within other
/// values, `<redacted>` stands in its place. It encodes to what it is, as the service needs it.
/// Read it with ``exposed``, and only where it is sent.
public struct Secret<Value> {
  /// The value itself.
  public var exposed: Value

  /// Keeps a value from showing.
  public init(_ value: Value) {
    exposed = value
  }
}

/// What stands in the place of a secret.
let redactedText = "<redacted>"

extension Secret: Sendable where Value: Sendable {}

extension Secret: Equatable where Value: Equatable {
  /// Whether two secrets are equal. For texts, the time it takes tells nothing about where they
  /// differ.
  public static func == (left: Secret, right: Secret) -> Bool {
    guard let left = left.exposed as? String, let right = right.exposed as? String else {
      return left.exposed == right.exposed
    }
    guard left.utf8.count == right.utf8.count else { return false }
    var difference: UInt8 = 0
    for (leftByte, rightByte) in zip(left.utf8, right.utf8) {
      difference |= leftByte ^ rightByte
    }
    return difference == 0
  }
}

extension Secret: Hashable where Value: Hashable {
  /// Adds the value to a hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(exposed)
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// `<redacted>`, whatever the value.
  public var description: String { redactedText }

  /// `<redacted>`, whatever the value.
  public var debugDescription: String { redactedText }

  /// A mirror without the value.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Secret: ExpressibleByUnicodeScalarLiteral where Value: ExpressibleByUnicodeScalarLiteral {
  /// Keeps a literal from showing.
  public init(unicodeScalarLiteral value: Value.UnicodeScalarLiteralType) {
    self.init(Value(unicodeScalarLiteral: value))
  }
}

extension Secret: ExpressibleByExtendedGraphemeClusterLiteral
where Value: ExpressibleByExtendedGraphemeClusterLiteral {
  /// Keeps a literal from showing.
  public init(extendedGraphemeClusterLiteral value: Value.ExtendedGraphemeClusterLiteralType) {
    self.init(Value(extendedGraphemeClusterLiteral: value))
  }
}

extension Secret: ExpressibleByStringLiteral where Value: ExpressibleByStringLiteral {
  /// Keeps a literal from showing.
  public init(stringLiteral value: Value.StringLiteralType) {
    self.init(Value(stringLiteral: value))
  }
}

extension Secret: Encodable where Value: Encodable {
  /// Encodes the value itself, or `<redacted>` if the encoder was asked for it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if Redaction.isAskedFor(encoder.userInfo) {
      try container.encode(redactedText)
    } else {
      Redaction.collector(encoder.userInfo)?.add("\(exposed)")
      try container.encode(exposed)
    }
  }
}

extension Secret: Decodable where Value: Decodable {
  /// Decodes the value. An error says where it stands and not what it is.
  public init(from decoder: any Decoder) throws {
    do {
      self.init(try decoder.singleValueContainer().decode(Value.self))
    } catch {
      // The decoder's own words may quote the value.
      throw DecodingError.typeMismatch(
        Value.self,
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "This secret is no \(Value.self)."))
    }
  }
}

/// What an encoder carries to tell secrets what to do.
enum Redaction {
  /// The wish that secrets encode to `<redacted>`.
  static let key = CodingUserInfoKey(rawValue: "FlowServiceRuntime.Redaction")
  /// The ``SecretCollector`` that wants to hear of each secret.
  static let collectorKey = CodingUserInfoKey(rawValue: "FlowServiceRuntime.SecretCollector")

  static func isAskedFor(_ userInfo: [CodingUserInfoKey: Any]) -> Bool {
    guard let key else { return false }
    return userInfo[key] != nil
  }

  static func collector(_ userInfo: [CodingUserInfoKey: Any]) -> SecretCollector? {
    guard let collectorKey else { return nil }
    return userInfo[collectorKey] as? SecretCollector
  }
}
