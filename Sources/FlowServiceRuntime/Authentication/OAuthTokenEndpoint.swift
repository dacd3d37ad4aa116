import HTTPTypes

/// What gives out tokens to a client with a secret.
struct OAuthTokenEndpoint: Sendable {
  var clientID: String
  var clientSecret: Secret<String>
  var scopes: [String]
  var address: String
  var client: FlowServiceClient

  /// Asks for a token.
  func token() async throws -> OAuthToken {
    let parameters = [("client_id", clientID), ("client_secret", clientSecret.exposed)]
    for (name, value) in parameters where value.isBlank {
      throw FlowServiceError(
        kind: .missingCredential(name: name), request: "POST \(address)")
    }
    var form = [("grant_type", "client_credentials")] + parameters
    if !scopes.isEmpty { form.append(("scope", scopes.joined(separator: ","))) }
    let text = form.map { $0 + "=" + PercentEncoding.formValue($1) }.joined(separator: "&")
    // Its age counts from before it was made.
    let age = stopwatch(client.clock)
    var request = FlowServiceRequest<OAuthResponse>(
      method: .post, base: .absolute(address), path: "",
      body: .bytes(Array(text.utf8), contentType: "application/x-www-form-urlencoded"))
    request.headers[.accept] = "application/json"
    // Nothing is left behind by asking twice.
    request.isRepeatable = true
    request.hidesResponse = true
    request.secrets = [
      clientSecret, Secret(PercentEncoding.formValue(clientSecret.exposed)),
    ]
    let response = try await client.send(request)
    return OAuthToken(value: response.token, lifetime: response.lifetime, age: age)
  }
}

/// A token and how long it is good.
struct OAuthToken: Sendable {
  var value: Secret<String>
  var lifetime: Duration
  var age: @Sendable () -> Duration

  /// Whether the token is good and has more than this of its life left, or half of it.
  func isGood(for margin: Duration) -> Bool {
    let age = age()
    // A clock that goes back tells nothing.
    guard age >= .zero else { return false }
    return age < lifetime - min(margin, lifetime / 2)
  }
}

/// `{"access_token", "token_type", "expires_in"}`
private struct OAuthResponse: Decodable, Sendable {
  var token: Secret<String>
  var lifetime: Duration

  private enum CodingKeys: String, CodingKey {
    case token = "access_token"
    case expiresIn = "expires_in"
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    token = try container.decode(Secret<String>.self, forKey: .token)
    guard !token.exposed.isBlank else {
      throw DecodingError.dataCorruptedError(
        forKey: .token, in: container, debugDescription: "it is empty.")
    }
    let expiresIn = try container.decodeIfPresent(JSONValue.self, forKey: .expiresIn)
    let seconds = expiresIn?.doubleValue ?? expiresIn?.stringValue.flatMap { Double($0) }
    // Who does not say how long the token is good is asked again soon. No token is good for years.
    let known = seconds.flatMap { $0.isNaN ? nil : $0 }
    lifetime = .seconds(min(max(known ?? 600, 0), 1e8))
  }
}
