import Synchronization

/// Tokens of OAuth for a server: the client credentials of a project in the Developer Console.
///
/// ```swift
/// let tokens = OAuthServerToServer(
///   clientID: "…", clientSecret: Secret(secret),
///   scopes: ["openid", "AdobeID", "read_organizations", "additional_info.projectedProductContext"])
/// ```
///
/// A token is kept until it expires. Shortly before that a new one is asked for, while requests go on
/// with the old one: only where there is no good token does a request wait, and only there does it
/// fail if there is none to be had. However many requests need a new one, it is asked for once; a
/// request that is cancelled while it waits does not take it from the others. What counts is how long
/// ago a token came, by a clock that never jumps, not the time of day.
public final class OAuthServerToServer: TokenProvider {
  private let endpoint: OAuthTokenEndpoint
  private let margin: Duration
  private let state = Mutex(State())

  private struct State {
    var held: OAuthToken?
    /// The one refresh that is under way.
    var refresh: SharedTask<OAuthToken>?
    /// How long ago the last refresh failed; nothing if it went well.
    var sinceFailure: (@Sendable () -> Duration)?

    /// Whether a refresh that nobody waits for yet may begin. One that failed was tried several times
    /// already; with each request the endpoint would be asked anew.
    var mayRefreshEarly: Bool {
      guard let time = sinceFailure?() else { return true }
      return time < .zero || time >= .seconds(15)
    }
  }

  /// Keeps the credentials. The first token is asked for when it is needed.
  ///
  /// - Parameters:
  ///   - clientID: The ID of the client, which is the API key too.
  ///   - clientSecret: The secret of the client.
  ///   - scopes: What the token is for.
  ///   - endpoint: Where tokens are given out.
  ///   - margin: How long before the end of a token a new one is asked for; no more than half its life.
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
    self.margin = margin
    self.endpoint = OAuthTokenEndpoint(
      clientID: clientID, clientSecret: clientSecret, scopes: scopes, address: endpoint,
      client: FlowServiceClient(
        configuration: FlowServiceConfiguration(), transport: transport, retry: retry,
        timeout: timeout, overallTimeout: overallTimeout, clock: clock))
  }

  deinit {
    // Nobody is left to use the token.
    state.withLock { $0.refresh?.cancel() }
  }

  /// A token that is good now.
  ///
  /// - Throws: ``FlowServiceError`` about the request for the token; `CancellationError` if the task is
  ///   cancelled.
  public func token() async throws -> Secret<String> {
    let refresh: SharedTask<OAuthToken>
    switch state.withLock({ need(&$0) }) {
    case .held(let token): return token
    case .refresh(let task): refresh = task
    }
    return try await refresh.value().value
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

  /// Where a token comes from.
  private enum Supply {
    case held(Secret<String>)
    case refresh(SharedTask<OAuthToken>)
  }

  private func need(_ state: inout State) -> Supply {
    guard let held = state.held, held.isGood(for: .zero) else { return .refresh(begin(&state)) }
    if !held.isGood(for: margin), state.mayRefreshEarly { _ = begin(&state) }
    return .held(held.value)
  }

  /// The one refresh that is under way.
  private func begin(_ state: inout State) -> SharedTask<OAuthToken> {
    if let refresh = state.refresh { return refresh }
    // It does not keep the provider: once that is gone, nobody wants the token.
    let refresh = SharedTask { [endpoint, weak self] in
      do {
        let token = try await endpoint.token()
        self?.state.withLock { $0 = State(held: token) }
        return token
      } catch {
        self?.state.withLock { state in
          state.refresh = nil
          state.sinceFailure = stopwatch(endpoint.client.clock)
        }
        throw error
      }
    }
    state.refresh = refresh
    return refresh
  }
}
