import HTTPTypes
import Synchronization

/// Tokens of OAuth for a server: the client credentials of a project in the Developer Console.
///
/// ```swift
/// let tokens = OAuthServerToServer(
///   clientID: "…", clientSecret: Secret(secret),
///   scopes: ["openid", "AdobeID", "read_organizations", "additional_info.projectedProductContext"])
/// ```
///
/// A token is kept, and replaced before it expires. However many requests need a new one, it is asked
/// for once; a request that is cancelled while it waits does not take it from the others. What counts
/// is how long ago a token came, by a clock that never jumps, not the time of day.
public final class OAuthServerToServer: TokenProvider {
  private let clientID: String
  private let clientSecret: Secret<String>
  private let scopes: [String]
  private let endpoint: String
  private let margin: Duration
  private let client: FlowServiceClient
  private let state = Mutex(State())

  private struct State {
    var held: OAuthToken?
    var refresh: SharedTask<OAuthToken>?
  }

  /// Keeps the credentials. The first token is asked for when it is needed.
  ///
  /// - Parameters:
  ///   - clientID: The ID of the client, which is the API key too.
  ///   - clientSecret: The secret of the client.
  ///   - scopes: What the token is for.
  ///   - endpoint: Where tokens are given out.
  ///   - margin: How long before its end a token is replaced; no more than half its life.
  ///   - transport: What brings requests to the endpoint.
  ///   - retry: When a token is asked for again.
  ///   - timeout: How long one try may take.
  ///   - overallTimeout: How long all tries may take.
  ///   - clock: What tells how old a token is. It must go on while the machine sleeps.
  public init(
    clientID: String, clientSecret: Secret<String>, scopes: [String],
    endpoint: String = "https://ims-na1.adobelogin.com/ims/token/v3",
    margin: Duration = .seconds(300),
    transport: any FlowServiceTransport = URLSessionTransport(),
    retry: RetryPolicy = .standard,
    timeout: Duration = .seconds(30),
    overallTimeout: Duration = .seconds(90),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.scopes = scopes
    self.endpoint = endpoint
    self.margin = margin
    client = FlowServiceClient(
      configuration: FlowServiceConfiguration(), transport: transport, retry: retry,
      timeout: timeout, overallTimeout: overallTimeout, clock: clock)
  }

  /// A token that is good for some time yet.
  ///
  /// - Throws: ``FlowServiceError`` about the request for the token; `CancellationError` if the task is
  ///   cancelled.
  public func token() async throws -> Secret<String> {
    let (held, refresh) = state.withLock { state in
      if let held = state.held, held.isFresh(margin: margin) {
        return (state.held, SharedTask<OAuthToken>?.none)
      }
      return (state.held, begin(&state))
    }
    guard let refresh else { return try await current() }
    do {
      return try await refresh.value().value
    } catch {
      // The one at hand may do a little longer.
      try Task.checkCancellation()
      guard let held, held.isFresh(margin: .zero) else { throw error }
      return held.value
    }
  }

  /// Another token than the one that was refused.
  ///
  /// - Throws: like ``token()``.
  public func replacement(for refused: Secret<String>) async throws -> Secret<String>? {
    let refresh: SharedTask<OAuthToken>? = state.withLock { state in
      // Another request may have had it replaced already.
      if let held = state.held, held.value != refused { return nil }
      state.held = nil
      return begin(&state)
    }
    guard let refresh else { return try await token() }
    return try await refresh.value().value
  }

  private func current() async throws -> Secret<String> {
    if let held = state.withLock({ $0.held }) { return held.value }
    return try await token()
  }

  /// The one refresh that is under way.
  private func begin(_ state: inout State) -> SharedTask<OAuthToken> {
    if let refresh = state.refresh { return refresh }
    let refresh = SharedTask { try await self.renew() }
    state.refresh = refresh
    return refresh
  }

  private func renew() async throws -> OAuthToken {
    do {
      let token = try await fetch()
      state.withLock { $0 = State(held: token) }
      return token
    } catch {
      state.withLock { $0.refresh = nil }
      throw error
    }
  }

  private func fetch() async throws -> OAuthToken {
    let parameters = [("client_id", clientID), ("client_secret", clientSecret.exposed)]
    for (name, value) in parameters where value.isBlank {
      throw FlowServiceError(
        kind: .missingCredential(name: name), request: "POST \(endpoint)")
    }
    var form = [("grant_type", "client_credentials")] + parameters
    if !scopes.isEmpty { form.append(("scope", scopes.joined(separator: ","))) }
    let text = form.map { $0 + "=" + PercentEncoding.formValue($1) }.joined(separator: "&")
    // Its age counts from before it was made.
    let age = stopwatch(client.clock)
    var request = FlowServiceRequest<OAuthResponse>(
      method: .post, base: .absolute(endpoint), path: "",
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
private struct OAuthToken: Sendable {
  var value: Secret<String>
  var lifetime: Duration
  var age: @Sendable () -> Duration

  /// Whether the token is good and has at least this much of its life left, or half of it.
  func isFresh(margin: Duration) -> Bool {
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
