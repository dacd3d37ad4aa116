/// The authentication of any source, where no type of the source's own is at hand.
///
/// Nobody knows which of its parameters are secrets, so that none of them show.
public struct GenericAuthentication: Codable, Hashable, Sendable {
  /// The name of the authentication, as the source's documentation gives it.
  public var specName: String
  /// The parameters.
  public var parameters: JSONValue?
  /// What stands beside the two; nothing, as a rule.
  public var otherMembers: [String: JSONValue]

  /// Names an authentication with its parameters.
  public init(
    specName: String, parameters: JSONValue? = nil, otherMembers: [String: JSONValue] = [:]
  ) {
    self.specName = specName
    self.parameters = parameters
    self.otherMembers = otherMembers
  }

  /// Reads the value from its form on the wire.
  ///
  /// - Parameter decoder: What reads it.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: MemberName.self)
    specName = try container.decode(String.self, forKey: .specName)
    parameters = try container.decodeIfPresent(JSONValue.self, forKey: .parameters)
    otherMembers = [:]
    for name in container.allKeys where name != .specName && name != .parameters {
      otherMembers[name.stringValue] = try container.decode(JSONValue.self, forKey: name)
    }
  }

  /// Writes the value in its form on the wire.
  ///
  /// - Parameter encoder: What writes it.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: MemberName.self)
    let isShown = Redaction.isAskedFor(encoder.userInfo)
    func encode(_ value: JSONValue, _ name: MemberName) throws {
      for text in value.texts { Redaction.collector(encoder.userInfo)?.add(text) }
      try container.encode(isShown ? value.redacted : value, forKey: name)
    }
    for (name, value) in otherMembers { try encode(value, MemberName(stringValue: name)) }
    try container.encode(specName, forKey: .specName)
    if let parameters { try encode(parameters, .parameters) }
  }

  /// Any name of a member.
  private struct MemberName: CodingKey, Equatable {
    static let specName = MemberName(stringValue: "specName")
    static let parameters = MemberName(stringValue: "params")

    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension GenericAuthentication: CustomReflectable {
  /// A mirror without the parameters.
  public var customMirror: Mirror {
    Mirror(
      self,
      children: [
        "specName": specName, "parameters": parameters.map { Secret($0) } as Any,
        "otherMembers": otherMembers.mapValues { Secret($0) },
      ], displayStyle: .struct)
  }
}
