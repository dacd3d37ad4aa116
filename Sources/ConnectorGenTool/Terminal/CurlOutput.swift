import CurlReader
import Diagnostics
import JSONReader
import SwiftDeclarations

/// The request of a curl command in the forms that `connectorgen curl` prints.
enum CurlOutput {
  static func json(_ request: CurlRequest, in source: SourceFile) -> JSONNode {
    [
      "method": .text(request.method),
      "url": .text(request.url?.string),
      "headers": .list(
        (request.headers + request.impliedHeaders).map { .texts([$0.name, $0.value]) }),
      "body": .text(request.body?.text.string),
      "diagnostics": .list(
        request.diagnostics.map { diagnostic in
          let location = source.location(of: diagnostic.range.lowerBound)
          return [
            "rule": .text(diagnostic.rule.identifier),
            "severity": .text(diagnostic.severity.rawValue),
            "line": .number(location.line),
            "column": .number(location.column),
            "message": .text(diagnostic.message),
            "assumption": .text(diagnostic.assumption),
          ]
        }),
    ]
  }

  static func http(_ request: CurlRequest) -> String {
    let (host, target) = split(request.url?.string ?? "")
    var text = "\(request.method) \(target) HTTP/1.1\r\nHost: \(host)\r\n"
    for header in request.impliedHeaders + request.headers {
      text += "\(header.name): \(header.value)\r\n"
    }
    if let body = request.body {
      text += "Content-Length: \(body.text.count)\r\n\r\n\(body.text.string)"
      return text + "\n"
    }
    return text + "\r\n"
  }

  static func swift(_ request: CurlRequest) -> String {
    let (host, target) = split(request.url?.string ?? "")
    let scheme = request.url?.string.hasPrefix("https:") == true ? "https" : "http"
    var lines = [
      "import HTTPTypes",
      "",
      "var request = HTTPRequest(",
      "  method: HTTPRequest.Method(\(literal(request.method)))!,",
      "  scheme: \(literal(scheme)), authority: \(literal(host)), path: \(literal(target)))",
    ]
    for header in request.headers + request.impliedHeaders {
      lines.append(
        "request.headerFields.append(HTTPField(name: .init(\(literal(header.name)))!, "
          + "value: \(literal(header.value))))")
    }
    if let body = request.body {
      lines.append("let body = \(literal(body.text.string))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func literal(_ text: String) -> String { SwiftText.stringLiteral(text) }

  /// Authority and path with query of a URL.
  private static func split(_ url: String) -> (host: String, target: String) {
    guard let scheme = url.firstRange(of: "://") else { return ("", url) }
    let rest = url[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" }
    let target = rest[host.endIndex...]
    return (String(host), target.hasPrefix("/") ? String(target) : "/" + target)
  }
}
