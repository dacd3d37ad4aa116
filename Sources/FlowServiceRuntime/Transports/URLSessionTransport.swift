public import HTTPTypes

#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// Sends requests with Foundation's `URLSession`.
public struct URLSessionTransport: FlowServiceTransport {
  private let session: OwnedSession

  /// Opens a session.
  ///
  /// - Parameters:
  ///   - configuration: How the session connects, for example through which proxy. Whatever it says,
  ///     the session keeps no cookies, no cache and no credentials.
  ///   - maximumBodySize: How many bytes the body of a response may have.
  public init(
    configuration: URLSessionConfiguration = .ephemeral, maximumBodySize: Int = 64 << 20
  ) {
    session = OwnedSession(configuration: configuration, maximumBodySize: maximumBodySize)
  }

  /// Sends a request and waits for the whole response.
  ///
  /// - Throws: ``FlowServiceTransportError``; `CancellationError` if the task is cancelled.
  public func send(
    _ request: HTTPRequest, body: [UInt8]?, timeout: Duration
  ) async throws -> FlowServiceTransportResponse {
    let session = session(for: request.method, hasBody: body != nil)
    // Without this the session could close under its last request.
    defer { withExtendedLifetime(session) {} }
    let request = try URLRequest(request, body: body, timeout: timeout)
    let exchanges = session.exchanges
    try Task.checkCancellation()
    let task = session.session.dataTask(with: request)
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        exchanges.begin(task, continuation, timeout: timeout)
        // Who was cancelled just before that was not heard.
        if Task.isCancelled { exchanges.stop(task, because: CancellationError()) }
      }
    } onCancel: {
      exchanges.stop(task, because: CancellationError())
    }
  }
}

extension URLSessionTransport {
  /// The session to send a request with.
  private func session(for method: HTTPRequest.Method, hasBody: Bool) -> OwnedSession {
    #if canImport(FoundationNetworking)
      // Where a connection that was used before breaks without an answer, libcurl sends the request
      // again by itself: a POST too, which may then do its work twice; and with a body it waits
      // until the time is over. A session of its own has no connection that was used before.
      if !hasBody, [.get, .head, .delete, .options].contains(method) { return session }
      return OwnedSession(
        configuration: session.session.configuration,
        maximumBodySize: session.exchanges.maximumBodySize)
    #else
      return session
    #endif
  }
}

/// A session that closes its connections when nobody uses it any more.
private final class OwnedSession: Sendable {
  let session: URLSession
  let exchanges: URLSessionExchanges

  init(configuration: URLSessionConfiguration, maximumBodySize: Int) {
    exchanges = URLSessionExchanges(maximumBodySize: maximumBodySize)
    let configuration = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
    // Not only for what they keep: on Linux, a task that is cancelled while the session looks into its
    // cache ends the process.
    configuration.urlCache = nil
    configuration.httpCookieStorage = nil
    configuration.urlCredentialStorage = nil
    session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
  }

  deinit {
    // Without this the session and its delegate hold each other for ever.
    session.finishTasksAndInvalidate()
  }
}

extension URLRequest {
  fileprivate init(_ request: HTTPRequest, body: [UInt8]?, timeout: Duration) throws {
    let text = request.urlText ?? ""
    // Where one character is not as it should be, all would be encoded, what is encoded too.
    guard let url = URL(string: text, encodingInvalidCharacters: false), url.host != nil,
      url.scheme?.hasPrefix("http") == true
    else {
      throw FlowServiceTransportError.invalidURL(text)
    }
    self.init(url: url)
    httpMethod = request.method.rawValue
    httpBody = body.map { Data($0) }
    // The transport's own timer comes first. Where an integer cannot hold the thousandths of a second,
    // the process would end.
    timeoutInterval = min(max(1, timeout / .seconds(1) + 5), 1e9)
    httpShouldHandleCookies = false
    for field in request.headerFields {
      addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
  }
}
