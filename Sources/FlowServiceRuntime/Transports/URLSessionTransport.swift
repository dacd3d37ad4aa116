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
  ///   - configuration: How the session connects, for example through which proxy. The usual one
  ///     keeps no cookies, no cache and no credentials.
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
    let task = session.session.dataTask(with: request)
    let identifier = task.taskIdentifier
    // Apple's timer of the request starts anew with each byte; this one does not.
    let timer = Task {
      try await Task.sleep(for: timeout, clock: .continuous)
      exchanges.end(identifier, with: .failure(FlowServiceTransportError.timedOut))
      task.cancel()
    }
    defer { timer.cancel() }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        exchanges.begin(identifier, continuation)
        if Task.isCancelled {
          exchanges.end(identifier, with: .failure(CancellationError()))
          task.cancel()
        } else {
          task.resume()
        }
      }
    } onCancel: {
      // The session may take its time to tell of a cancelled task, or never tell of one that has
      // not begun.
      exchanges.end(identifier, with: .failure(CancellationError()))
      task.cancel()
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
    guard let url = URL(string: text), url.host != nil, url.scheme?.hasPrefix("http") == true else {
      throw FlowServiceTransportError.invalidURL(text)
    }
    self.init(url: url)
    httpMethod = request.method.rawValue
    httpBody = body.map { Data($0) }
    // The transport's own timer comes first.
    timeoutInterval = max(1, timeout / .seconds(1) + 5)
    httpShouldHandleCookies = false
    for field in request.headerFields {
      addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
  }
}
