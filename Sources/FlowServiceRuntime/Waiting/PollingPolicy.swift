/// How often to look at what takes its time, and for how long.
public struct PollingPolicy: Sendable {
  /// How long to wait after the first look.
  public var firstDelay: Duration
  /// How many times as long each further wait is.
  public var factor: Double
  /// How long to wait at most.
  public var maximumDelay: Duration
  /// How long to go on in all; then comes a last look.
  public var timeout: Duration
  /// How many looks may fail in a row because the service is out or cannot be reached. Each of them
  /// was tried again already, as ``RetryPolicy`` says.
  public var toleratedFailures: Int
  /// Over how many pages of a list of runs a look goes. Where there are more, it fails.
  public var maximumPages: Int

  /// Makes a policy.
  public init(
    firstDelay: Duration = .seconds(2), factor: Double = 1.5,
    maximumDelay: Duration = .seconds(60), timeout: Duration = .seconds(3600),
    toleratedFailures: Int = 3, maximumPages: Int = 100
  ) {
    self.firstDelay = firstDelay
    self.factor = factor
    self.maximumDelay = maximumDelay
    self.timeout = timeout
    self.toleratedFailures = toleratedFailures
    self.maximumPages = maximumPages
  }

  /// After 2 seconds, and then less and less often, up to once a minute, for an hour.
  public static let standard = PollingPolicy()

  func delay(afterLook count: Int) -> Duration {
    var delay = firstDelay
    for _ in 1..<max(count, 1) where delay < maximumDelay { delay = delay * factor }
    return min(delay, maximumDelay)
  }
}
