import FlowServiceAsyncHTTPClient
import FlowServiceDouble
import FlowServiceRuntime
import FlowServiceSources

/// The transports that come with the client.
enum TransportKind: String, CaseIterable, Sendable {
  case urlSession
  case asyncHTTPClient

  func make(maximumBodySize: Int = 1 << 20) -> any FlowServiceTransport {
    switch self {
    case .urlSession: URLSessionTransport(maximumBodySize: maximumBodySize)
    case .asyncHTTPClient: AsyncHTTPClientTransport(maximumBodySize: maximumBodySize)
    }
  }

  /// A client of a double with the fixed token, that waits for nothing long.
  func client(_ baseURL: String, sandbox: String = "prod") -> FlowServiceClient {
    FlowServiceClient(
      configuration: .double(baseURL, sandbox: sandbox), transport: make(),
      retry: RetryPolicy(firstDelay: .milliseconds(20), maximumDelay: .milliseconds(100)),
      timeout: .seconds(20))
  }

  /// The same, with tokens of the token endpoint.
  func client(_ baseURL: String, tokens: any TokenProvider) -> FlowServiceClient {
    var client = client(baseURL)
    client.configuration.accessToken = nil
    client.tokens = tokens
    return client
  }

  func tokens(
    _ baseURL: String, clock: any Clock<Duration> = ContinuousClock()
  ) -> OAuthServerToServer {
    let settings = DoubleSettings()
    return OAuthServerToServer(
      clientID: settings.clientID, clientSecret: Secret(settings.clientSecret),
      scopes: ["openid", "AdobeID"], endpoint: baseURL + "/ims/token/v3", transport: make(),
      retry: RetryPolicy(firstDelay: .milliseconds(20)), clock: clock)
  }
}

extension FlowServiceConfiguration {
  static func double(_ baseURL: String, sandbox: String = "prod") -> FlowServiceConfiguration {
    let settings = DoubleSettings()
    return FlowServiceConfiguration(
      baseURL: baseURL, accessToken: Secret(settings.accessToken), apiKey: settings.apiKey,
      organizationID: settings.organizationID, sandboxName: sandbox)
  }
}
