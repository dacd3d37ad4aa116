/// Where requests go and who sends them.
public struct FlowServiceConfiguration: Hashable, Sendable {
  /// The address of the platform, without the paths of its services.
  public var baseURL: String
  /// The token that `Authorization: Bearer` sends.
  public var accessToken: Secret<String>?
  /// The key of the application, sent as `x-api-key`.
  public var apiKey: String?
  /// The organization, sent as `x-gw-ims-org-id`.
  public var organizationID: String?
  /// The sandbox, sent as `x-sandbox-name`.
  public var sandboxName: String?

  /// Makes a configuration. What is `nil` is not sent.
  public init(
    baseURL: String = "https://platform.adobe.io", accessToken: Secret<String>? = nil,
    apiKey: String? = nil, organizationID: String? = nil, sandboxName: String? = nil
  ) {
    self.baseURL = baseURL
    self.accessToken = accessToken
    self.apiKey = apiKey
    self.organizationID = organizationID
    self.sandboxName = sandboxName
  }
}
