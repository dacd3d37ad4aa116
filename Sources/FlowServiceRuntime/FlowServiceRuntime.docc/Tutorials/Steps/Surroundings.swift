import FlowServiceRuntime
import Foundation

/// Where the service is and who asks, from the environment. Without it, the double is asked that
/// `make double` starts.
struct Surroundings {
  var configuration: FlowServiceConfiguration
  var tokens: OAuthServerToServer

  init(_ variables: [String: String] = ProcessInfo.processInfo.environment) {
    let baseURL = variables["FLOW_SERVICE_URL"] ?? "http://127.0.0.1:8088"
    let clientID = variables["FLOW_SERVICE_CLIENT_ID"] ?? "double-client"
    let clientSecret = variables["FLOW_SERVICE_CLIENT_SECRET"] ?? "double-secret"
    configuration = FlowServiceConfiguration(
      baseURL: baseURL, apiKey: clientID,
      organizationID: variables["FLOW_SERVICE_ORGANIZATION"] ?? "double-organization@AdobeOrg",
      sandboxName: variables["FLOW_SERVICE_SANDBOX"] ?? "prod")
    tokens = OAuthServerToServer(
      clientID: clientID, clientSecret: Secret(clientSecret),
      scopes: [
        "openid", "AdobeID", "read_organizations", "additional_info.projectedProductContext",
      ],
      endpoint: variables["FLOW_SERVICE_TOKEN_URL"] ?? baseURL + "/ims/token/v3")
  }
}
