/// How the double behaves. What is not set here is as the pages have it.
public struct DoubleSettings: Sendable {
  /// The client ID that gets tokens.
  public var clientID = "double-client"
  /// The secret that goes with the client ID.
  public var clientSecret = "double-secret"
  /// A token that is always accepted, until it is expired by hand.
  public var accessToken = "double-token"
  /// The key that `x-api-key` must carry; the same as the client ID, as with the real service.
  public var apiKey: String { clientID }
  /// The organization that `x-gw-ims-org-id` must name.
  public var organizationID = "double-organization@AdobeOrg"
  /// The sandboxes that there are.
  public var sandboxes: Set<String> = ["prod", "dev"]
  /// How long a token lasts that the token endpoint gives.
  public var tokenLifetime: Duration = .seconds(86_399)
  /// What tells the time by which tokens end, as the time since some moment before.
  public var now: @Sendable () -> Duration = { [start = ContinuousClock.now] in
    start.duration(to: .now)
  }
  /// How many resources a page of a list has if the request does not say.
  public var pageSize = 20
  /// How long a run stays pending, and how long it is in progress then.
  public var runStep: Duration = .seconds(2)
  /// After how many looks a run goes on even if its time has not come.
  public var looksPerRunStep = 3
  /// How runs end.
  public var runOutcome = RunOutcome.success
  /// The largest body of a request, in bytes.
  public var bodyLimit = 1_000_000

  /// How a run ends.
  public enum RunOutcome: String, Sendable, CaseIterable {
    /// All records arrive.
    case success
    /// The status says success, though a record was left out.
    case partial
    /// No record arrives.
    case failed
  }

  /// The usual settings.
  public init() {}
}
