/// Why no whole response came back.
public enum FlowServiceTransportError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no URL in the request that can be sent to.
  case invalidURL(String)
  /// No connection came about, so that nothing was sent.
  case couldNotConnect(String)
  /// The connection broke; how much the service took in is unknown.
  case connectionLost(String)
  /// The response was not complete in time; how much the service took in is unknown.
  case timedOut
  /// The body of the response is larger than the transport is set to take.
  case bodyTooLarge(limit: Int)
  /// Anything else, in the words of the HTTP client.
  case other(String)

  /// What went wrong and what to do, in words.
  public var description: String {
    switch self {
    case .invalidURL(let url):
      "'\(url)' is no URL that can be sent to. Look at the base URL of the configuration."
    case .couldNotConnect(let reason):
      "No connection to the host came about: \(reason) Nothing was sent. Look at the base URL, the "
        + "network and its proxy."
    case .connectionLost(let reason):
      "The connection broke before the response was complete: \(reason) Whether the service did "
        + "what was asked is unknown; look before you send it again."
    case .timedOut:
      "The response was not complete in time. Whether the service did what was asked is unknown; "
        + "look before you send it again, or allow more time."
    case .bodyTooLarge(let limit):
      "The body of the response has more than \(limit) bytes. Ask for fewer items, or give the "
        + "transport a larger maximumBodySize."
    case .other(let reason):
      "The HTTP client failed: \(reason)"
    }
  }
}
