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
  }

  private let maximumBodySize: Int
  private let exchanges = Mutex<[Int: Exchange]>([:])

  init(maximumBodySize: Int) {
    self.maximumBodySize = maximumBodySize
  }

  func begin(_ identifier: Int, _ continuation: Continuation) {
    exchanges.withLock { $0[identifier] = Exchange(continuation: continuation) }
  }

  /// Ends an exchange. Whoever comes second is not heard.
  func end(_ identifier: Int, with result: Result<FlowServiceTransportResponse, any Error>) {
    let exchange = exchanges.withLock { $0.removeValue(forKey: identifier) }
    exchange?.continuation.resume(with: result)
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
    guard isTooLarge else { return }
    end(
      identifier,
      with: .failure(FlowServiceTransportError.bodyTooLarge(limit: maximumBodySize)))
    dataTask.cancel()
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
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let identifier = task.taskIdentifier
    if let error {
      end(identifier, with: .failure(FlowServiceTransportError(error)))
      return
    }
    if let response = task.response { note(response, of: identifier) }
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
    default: self = .connectionLost(reason)
    }
  }
}
