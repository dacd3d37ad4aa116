import Foundation
import HTTPTypes
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The exchanges of a session that are under way, and what has come back of each.
final class URLSessionExchanges: NSObject, URLSessionDataDelegate, Sendable {
  typealias Continuation = CheckedContinuation<FlowServiceTransportResponse, any Error>

  private struct Exchange {
    var continuation: Continuation
    var head: HTTPResponse?
    var body: [UInt8] = []
    var timer: Task<Void, any Error>?
  }

  let maximumBodySize: Int
  private let exchanges = Mutex<[Int: Exchange]>([:])

  init(maximumBodySize: Int) {
    self.maximumBodySize = maximumBodySize
  }

  /// Begins an exchange, and stops it when the time is over.
  func begin(_ task: URLSessionTask, _ continuation: Continuation, timeout: Duration) {
    let identifier = task.taskIdentifier
    exchanges.withLock { $0[identifier] = Exchange(continuation: continuation) }
    task.resume()
    // Apple's timer of the request starts anew with each byte; this one does not.
    let timer = Task {
      // A clock cannot count up to the longest durations.
      let timeout = min(timeout, Duration.seconds(1_000_000_000))
      try await Task.sleep(for: timeout, clock: .continuous)
      stop(task, because: FlowServiceTransportError.timedOut)
    }
    exchanges.withLock { exchanges in
      if exchanges[identifier] == nil { timer.cancel() }
      exchanges[identifier]?.timer = timer
    }
  }

  /// Ends an exchange before its response is complete. The session may take its time to tell of a
  /// cancelled task, so that nobody waits for it.
  func stop(_ task: URLSessionTask, because error: any Error) {
    if end(task.taskIdentifier, with: .failure(error)) { task.cancel() }
  }

  /// Ends an exchange. Whoever comes second is not heard.
  @discardableResult
  private func end(
    _ identifier: Int, with result: Result<FlowServiceTransportResponse, any Error>
  ) -> Bool {
    guard let exchange = exchanges.withLock({ $0.removeValue(forKey: identifier) }) else {
      return false
    }
    exchange.timer?.cancel()
    exchange.continuation.resume(with: result)
    return true
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    note(response, of: dataTask.taskIdentifier)
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let identifier = dataTask.taskIdentifier
    let isTooLarge = exchanges.withLock { exchanges in
      guard let size = exchanges[identifier]?.body.count else { return false }
      guard size + data.count <= maximumBodySize else { return true }
      exchanges[identifier]?.body.append(contentsOf: data)
      return false
    }
    if isTooLarge {
      stop(dataTask, because: FlowServiceTransportError.bodyTooLarge(limit: maximumBodySize))
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    // The new request would carry all header fields to wherever the response points.
    note(response, of: task.taskIdentifier)
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
    completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
  ) {
    // A response that asks for a name and a password is a response like any other.
    #if canImport(FoundationNetworking)
      // All of it has come, and no disposition lets it through. Without an answer to the challenge
      // nothing would ever come.
      if let response = task.response { note(response, of: task.taskIdentifier) }
      complete(task.taskIdentifier)
      completionHandler(.cancelAuthenticationChallenge, nil)
    #else
      let isOfConnection = [
        NSURLAuthenticationMethodServerTrust, NSURLAuthenticationMethodClientCertificate,
      ]
      .contains(challenge.protectionSpace.authenticationMethod)
      completionHandler(isOfConnection ? .performDefaultHandling : .rejectProtectionSpace, nil)
    #endif
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let identifier = task.taskIdentifier
    if let error {
      end(identifier, with: .failure(FlowServiceTransportError(error)))
      return
    }
    if let response = task.response { note(response, of: identifier) }
    complete(identifier)
  }

  private func complete(_ identifier: Int) {
    let exchange = exchanges.withLock { $0[identifier] }
    guard let exchange, let head = exchange.head else {
      end(
        identifier,
        with: .failure(FlowServiceTransportError.other("There was no response of HTTP.")))
      return
    }
    end(identifier, with: .success(FlowServiceTransportResponse(head: head, body: exchange.body)))
  }

  private func note(_ response: URLResponse, of identifier: Int) {
    guard let response = response as? HTTPURLResponse, (100...999).contains(response.statusCode)
    else { return }
    var fields = HTTPFields()
    for (name, value) in response.allHeaderFields {
      guard let name = (name as? String).flatMap({ HTTPField.Name($0) }) else { continue }
      fields.append(HTTPField(name: name, value: "\(value)"))
    }
    let head = HTTPResponse(
      status: HTTPResponse.Status(code: response.statusCode), headerFields: fields)
    exchanges.withLock { $0[identifier]?.head = head }
  }
}

extension FlowServiceTransportError {
  fileprivate init(_ error: any Error) {
    guard let error = error as? URLError else {
      self = .other("\(error)")
      return
    }
    // Not the description of the error itself: it holds the URL.
    let reason = error.localizedDescription
    switch error.code {
    case .timedOut: self = .timedOut
    case .cannotConnectToHost, .cannotFindHost, .dnsLookupFailed, .notConnectedToInternet,
      .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      self = .couldNotConnect(reason)
    case .badURL, .unsupportedURL, .cannotParseResponse:
      // The URL was looked at before.
      self = .other("What answers does not speak HTTP. \(reason)")
    case .cannotDecodeContentData, .cannotDecodeRawData, .dataLengthExceedsMaximum:
      self = .other(reason)
    case .unknown where Self.tellsOfNoTLS(reason): self = .couldNotConnect(reason)
    default: self = .connectionLost(reason)
    }
  }

  /// Whether these are libcurl's words about TLS that did not come about, so that nothing was sent. On
  /// Linux there is no code for it. What breaks later begins in other ways, as `OpenSSL SSL_read`.
  private static func tellsOfNoTLS(_ reason: String) -> Bool {
    ["OpenSSL/", "OpenSSL SSL_connect", "TLS connect error", "SSL certificate problem", "SSL: "]
      .contains { reason.hasPrefix($0) }
  }
}
