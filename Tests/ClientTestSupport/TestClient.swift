package import FlowServiceRuntime

/// A client with all credentials.
package func testClient(
  _ baseURL: String = "https://example.com", transport: any FlowServiceTransport
) -> FlowServiceClient {
  FlowServiceClient(
    configuration: FlowServiceConfiguration(
      baseURL: baseURL, accessToken: "TOPSECRET", apiKey: "key", organizationID: "org",
      sandboxName: "prod"),
    transport: transport)
}
