package import FlowServiceRuntime
package import HTTPTypes
import Synchronization

/// A transport that answers as it is told, without a network.
package final class ScriptedTransport: FlowServiceTransport {
  package enum Answer: Sendable {
    case response(Int, [String: String] = [:], String = "")
    case failure(FlowServiceTransportError)
    /// No answer, until the task is cancelled.
    case silence
  }

  package struct Sent: Sendable {
    package var head: HTTPRequest
    package var body: String
    package var timeout: Duration

    /// The value of a header field.
    package subscript(name: String) -> String? {
      HTTPField.Name(name).flatMap { head.headerFields[$0] }
    }
  }

  private let answers: Mutex<[Answer]>
  private let log = Mutex<[Sent]>([])
  private let responder: (@Sendable (Sent) async throws -> Answer)?

  /// The requests so far.
  package var sent: [Sent] { log.withLock { $0 } }

  /// Answers in this order; the last answer stays.
  package init(_ answers: [Answer]) {
    self.answers = Mutex(answers)
    responder = nil
  }

  /// Answers each request on its own.
  package init(_ responder: @escaping @Sendable (Sent) async throws -> Answer) {
    answers = Mutex([])
    self.responder = responder
  }

  package func send(
    _ request: HTTPRequest, body: [UInt8]?, timeout: Duration
  ) async throws -> FlowServiceTransportResponse {
    let sent = Sent(
      head: request, body: String(decoding: body ?? [], as: UTF8.self), timeout: timeout)
    log.withLock { $0.append(sent) }
    let answer: Answer
    if let responder {
      answer = try await responder(sent)
    } else {
      answer = answers.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    }
    switch answer {
    case .response(let status, let headers, let body):
      var fields = HTTPFields()
      for (name, value) in headers.sorted(by: { $0.key < $1.key }) {
        if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
      }
      return FlowServiceTransportResponse(
        head: HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: fields),
        body: Array(body.utf8))
    case .failure(let error): throw error
    case .silence:
      try await Task.sleep(for: .seconds(1000))
      throw FlowServiceTransportError.timedOut
    }
  }
}
