import FlowServiceRuntime
import HTTPTypes

/// An answer that says no.
struct ServiceError: Error, Hashable, Sendable {
  /// How the body of the answer looks.
  enum Shape: String, Hashable, Sendable {
    /// `type`, `title`, `status` and `detail`, as RFC 9457 has it.
    case problem
    /// `error_code` and `message`, what stands before the service answers.
    case gateway
    /// `error` and `error_description`, what the token endpoint answers.
    case identity
  }

  var status: HTTPResponse.Status
  /// The service's own code, for example `1404-412`.
  var code: String
  var title: String
  var detail: String
  var shape: Shape = .problem
  /// Header fields of the answer.
  var headers: HTTPFields = [:]

  /// The body of the answer.
  func body(requestID: String) -> JSONValue {
    switch shape {
    case .gateway:
      ["error_code": .string(code), "message": .string(detail)]
    case .identity:
      ["error": .string(code), "error_description": .string(detail)]
    case .problem:
      problem(requestID: requestID)
    }
  }

  private func problem(requestID: String) -> JSONValue {
    var problem: JSONValue = [
      "type": "about:blank", "title": .string(title), "status": .integer(Int64(status.code)),
      "detail": .string(detail), "report": ["requestId": .string(requestID)],
    ]
    if !code.isEmpty {
      problem["type"] = .string("https://ns.adobe.com/aep/errors/" + code)
      problem["code"] = .string(code)
    }
    return problem
  }
}

extension ServiceError {
  /// A row of the page of error codes. The status is the last part of the code.
  static func service(_ code: String, _ title: String, _ detail: String) -> ServiceError {
    let status = code.split(separator: "-").last.flatMap { Int($0) } ?? 500
    return ServiceError(
      status: HTTPResponse.Status(code: status), code: code, title: title, detail: detail)
  }

  /// A request that the service refuses with a code of its own for the reason.
  static func invalid(_ code: String, _ detail: String) -> ServiceError {
    service(code, "Invalid request", detail)
  }

  /// A request that the service refuses; the page of error codes has no row for the reason.
  static func invalid(_ detail: String) -> ServiceError {
    invalid("1100-400", detail)
  }

  static func notFound(_ id: String) -> ServiceError {
    service("1101-404", "Resource not found", "There is no resource with the ID '\(id)'.")
  }

  /// A reference in a body to what does not exist.
  static func missing(_ kind: String, _ id: String) -> ServiceError {
    service("1439-400", "Resource not found", "The \(kind) resource \(id) does not exist.")
  }

  static func gateway(_ code: String, _ message: String) -> ServiceError {
    let status = Int(code.prefix(3)) ?? 500
    return ServiceError(
      status: HTTPResponse.Status(code: status), code: code, title: "", detail: message,
      shape: .gateway)
  }

  static func identity(_ code: String, _ description: String) -> ServiceError {
    ServiceError(
      status: .badRequest, code: code, title: "", detail: description, shape: .identity)
  }

  static let unsupportedMediaType = ServiceError(
    status: .unsupportedMediaType, code: "", title: "Unsupported Media Type",
    detail: "A request with a body needs the header Content-Type: application/json.")
}
