import HTTPTypes

/// When a request is sent again, and after how long.
///
/// A request is repeated where that cannot do its work twice:
/// - `GET`, `HEAD`, `PUT` and `DELETE`, and any request with an `If-Match` of one ETag: after 408,
///   429, 5xx, and when the connection broke or the time of the try was over;
/// - any other request, for example `POST`: only when it was not taken in at all. That is after 429,
///   with which a service says that it refused to look at the request, and when no connection came
///   about.
public struct RetryPolicy: Sendable {
  /// How often a request is sent at most, the first time included.
  public var maximumTries: Int
  /// How long to wait after the first try. Each further wait is twice as long.
  public var firstDelay: Duration
  /// How long to wait at most where the service does not say.
  public var maximumDelay: Duration
  /// How long to wait at most where the service says so with `Retry-After`. If it asks for more, the
  /// request fails at once with an error that tells the time.
  public var maximumRetryAfter: Duration
  /// A number from 0 up to 1, by which waits differ, so that clients do not come back all at once.
  var random: @Sendable () -> Double = { Double.random(in: 0..<1) }

  /// Makes a policy.
  public init(
    maximumTries: Int = 4, firstDelay: Duration = .milliseconds(500),
    maximumDelay: Duration = .seconds(20), maximumRetryAfter: Duration = .seconds(60)
  ) {
    self.maximumTries = maximumTries
    self.firstDelay = firstDelay
    self.maximumDelay = maximumDelay
    self.maximumRetryAfter = maximumRetryAfter
  }

  /// Four tries in all.
  public static let standard = RetryPolicy()
  /// Each request is sent once; once more with a new token where one was refused.
  public static let none = RetryPolicy(maximumTries: 1)
}

extension RetryPolicy {
  /// How long to wait after a response; nothing if it is the last word.
  func delay(
    after response: FlowServiceTransportResponse, isRepeatable: Bool, tries: Int
  ) -> Duration? {
    guard tries < maximumTries else { return nil }
    let code = response.head.status.code
    switch code {
    case 429: break
    // Not implemented, version not supported, log in to the network first: no wait mends these.
    case 501, 505, 511: return nil
    case 408, 500...599: guard isRepeatable else { return nil }
    default: return nil
    }
    guard let asked = RetryAfter.duration(in: response.head.headerFields) else {
      return backoff(tries: tries)
    }
    guard asked <= maximumRetryAfter else { return nil }
    return asked + firstDelay * random()
  }

  /// How long to wait after there was no response; nothing if there is no use in another try.
  func delay(
    after error: FlowServiceTransportError, isRepeatable: Bool, tries: Int
  ) -> Duration? {
    guard tries < maximumTries else { return nil }
    switch error {
    case .couldNotConnect: return backoff(tries: tries)
    case .connectionLost, .timedOut: return isRepeatable ? backoff(tries: tries) : nil
    case .invalidURL, .bodyTooLarge, .other: return nil
    }
  }

  /// Twice as long with each try, less up to a half by chance.
  func backoff(tries: Int) -> Duration {
    var delay = firstDelay
    for _ in 1..<max(tries, 1) where delay < maximumDelay { delay *= 2 }
    return min(delay, maximumDelay) * (1 - random() / 2)
  }
}
