#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import HTTPTypes

extension FlowServiceClient {
  /// Reads what came back, or says why it cannot be read.
  func decoded<Response>(
    _ exchange: Exchange, of request: FlowServiceRequest<Response>
  ) throws -> Response {
    let response = exchange.response
    guard response.head.status.kind == .successful else {
      throw failure(Self.refusal(exchange), exchange)
    }
    let type = response.head.headerFields[.contentType]
    // No operation is answered with a page: what answers so is a proxy, or a page to log in.
    if let type, type.lowercased().hasPrefix("text/html") {
      throw failure(.unexpectedContentType(type), exchange)
    }
    do {
      return try request.decode(Data(response.body))
    } catch is CancellationError {
      throw CancellationError()
    } catch {
      if let type, !Self.isJSON(type) { throw failure(.unexpectedContentType(type), exchange) }
      let problem = DecodingFailure(error)
      let reason = response.body.isEmpty ? "it is empty." : problem.reason
      throw failure(.undecodable(path: problem.path, reason: reason), exchange)
    }
  }

  /// What a status other than one of success means.
  private static func refusal(_ exchange: Exchange) -> FlowServiceError.Kind {
    let head = exchange.response.head
    if head.status.kind == .redirection, let place = head.headerFields[.location] {
      return .redirected(to: place)
    }
    if head.status == .preconditionFailed, exchange.request.head.headerFields[.ifMatch] != nil {
      return .preconditionFailed
    }
    return .refused
  }

  /// `application/json`, `application/problem+json` and the like.
  private static func isJSON(_ contentType: String) -> Bool {
    let type = contentType.lowercased().split(separator: ";").first ?? ""
    let name = type.filter { $0 != " " }
    return name.hasSuffix("/json") || name.hasSuffix("+json")
  }

  /// An error about a response.
  func failure(_ kind: FlowServiceError.Kind, _ exchange: Exchange) -> FlowServiceError {
    let redactor = SecretRedactor(exchange.secrets)
    var kind = kind
    switch kind {
    case .undecodable(let path, let reason):
      kind = .undecodable(path: redactor.redacted(path), reason: redactor.redacted(reason))
    case .redirected(let place): kind = .redirected(to: redactor.redacted(place))
    case .badNextPage(let reason): kind = .badNextPage(reason: redactor.redacted(reason))
    default: break
    }
    let response = FlowServiceErrorResponse(
      exchange.response, redactor: redactor,
      isHidden: exchange.request.hidesResponse && kind != .refused)
    return FlowServiceError(
      kind: kind, request: exchange.request.description, response: response,
      tries: exchange.tries, documentation: response.code.flatMap { errorCodes[$0] })
  }
}
