import CurlReader
import Diagnostics
import JSONReader
import SwiftDeclarations

/// The request of a curl command in the forms that `connectorgen curl` prints.
enum CurlOutput {
  static func json(_ request: CurlRequest, in source: SourceFile) -> JSONNode {
    let body = CurlBody(request)
    return [
      "method": .text(request.method),
      "url": .text(request.url?.string),
      "headers": .list(body.headers.map { .texts([$0.name, $0.value]) }),
      "body": .text(body.text),
      "files": .texts(body.files),
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
    let (host, target) = split(request)
    let body = CurlBody(request)
    var text = "\(request.method) \(target) HTTP/1.1\r\n"
    if !body.hasHeader("host") { text += "Host: \(host)\r\n" }
    for header in body.headers { text += "\(header.name): \(header.value)\r\n" }
    guard let content = body.text else { return text + "\r\n" }
    // How long a file is nobody knows here.
    let isLengthKnown = body.files.isEmpty && !body.hasHeader("transfer-encoding")
    if isLengthKnown, !body.hasHeader("content-length") {
      text += "Content-Length: \(content.utf8.count)\r\n"
    }
    return text + "\r\n" + content + "\n"
  }

  static func swift(_ request: CurlRequest) -> String {
    let (host, target) = split(request)
    let body = CurlBody(request)
    let scheme = request.url?.string.hasPrefix("https:") == true ? "https" : "http"
    var lines = [
      "import HTTPTypes",
      "",
      "var request = HTTPRequest(",
      "  method: HTTPRequest.Method(\(literal(request.method)))!,",
      "  scheme: \(literal(scheme)), authority: \(literal(host)), path: \(literal(target)))",
    ]
    for header in body.headers {
      lines.append(
        "request.headerFields.append(HTTPField(name: .init(\(literal(header.name)))!, "
          + "value: \(literal(header.value))))")
    }
    for file in body.files {
      lines.append("// The contents of \(literal(file)) go where the body names it.")
    }
    if let content = body.text { lines.append("let body = \(literal(content))") }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func literal(_ text: String) -> String { SwiftText.stringLiteral(text) }

  /// Authority and path with query of the URL.
  private static func split(_ request: CurlRequest) -> (host: String, target: String) {
    let url = request.url?.string ?? ""
    guard let scheme = url.firstRange(of: "://") else { return ("", url) }
    let rest = url[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" }
    if let target = request.requestTarget { return (String(host), target) }
    let target = rest[host.endIndex...]
    return (String(host), target.hasPrefix("/") ? String(target) : "/" + target)
  }
}
