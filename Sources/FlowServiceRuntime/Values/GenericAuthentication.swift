/// The authentication of any source, where no type of the source's own is at hand.
public struct GenericAuthentication: Codable, Hashable, Sendable {
  /// The name of the authentication, as the source's documentation gives it.
  public var specName: String
  /// The parameters. They may hold secrets, and show them: the types of the sources do not.
  public var parameters: JSONValue?

  /// Names an authentication with its parameters.
  public init(specName: String, parameters: JSONValue? = nil) {
    self.specName = specName
    self.parameters = parameters
  }

  private enum CodingKeys: String, CodingKey {
    case specName
    case parameters = "params"
  }
}
