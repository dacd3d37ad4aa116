import CurlReader
import Diagnostics
import Foundation
import TestSupport

/// A request in the form in which reading and recording can be compared.
struct ComparableRequest: Hashable, CustomStringConvertible {
  var method: String
  var host: String
  var target: String
  var headers: [String]
  var body: String

  var description: String { "\(method) \(host) \(target) \(headers) body: \(body)" }

  /// What the reader says would be sent.
  init(_ request: CurlRequest) {
    method = request.method
    let parts = ComparableRequest.split(request.url?.string ?? "")
    host = parts.host
    target = request.requestTarget ?? parts.target
    var lines: [String] = []
    for header in request.sentHeaders {
      if header.name.lowercased() == "host" {
        host = header.value
      } else {
        lines.append(ComparableRequest.line(header.name, header.value))
      }
    }
    headers = lines
    body = request.body?.kind == .form ? "" : request.body?.text.string ?? ""
  }

  /// What curl did send.
  init(_ request: CurlRecorder.Request) {
    method = request.method
    host = request.header("Host") ?? ""
    target = request.target
    headers = request.headers.compactMap { header in
      if ["host", "content-length"].contains(header[0].lowercased()) { return nil }
      return ComparableRequest.line(header[0], header[1])
    }
    let isForm = request.header("Content-Type")?.contains("boundary=") ?? false
    body = isForm ? "" : String(decoding: request.body, as: UTF8.self)
  }

  private static func line(_ name: String, _ value: String) -> String {
    if name.lowercased() == "user-agent", value.hasPrefix("curl/") { return "\(name): curl" }
    if name.lowercased() == "accept-encoding", value.hasPrefix("deflate") { return name }
    let type = value.split(separator: ";").first.map(String.init) ?? ""
    return "\(name): \(value.contains("boundary=") ? type : value)"
  }

  private static func split(_ url: String) -> (host: String, target: String) {
    var rest = Substring(url)
    if let scheme = rest.range(of: "://") { rest = rest[scheme.upperBound...] }
    let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
    return (String(rest[..<end]), String(rest[end...]))
  }
}
