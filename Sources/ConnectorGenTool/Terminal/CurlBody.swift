import CurlReader
import Diagnostics

/// What a request sends behind its first line, as far as the command tells.
struct CurlBody {
  struct Header {
    var name: String
    var value: String
  }

  /// In the order in which curl sends them.
  private(set) var headers: [Header]
  /// Nil where the request has no body. A file that curl reads stands there as `{contents of NAME}`.
  private(set) var text: String?
  /// Files that the body has the contents of.
  private(set) var files: [String] = []

  /// curl's own boundary is another one each time.
  private static let boundary = "------------------------boundary"

  init(_ request: CurlRequest) {
    headers = request.sentHeaders.map { Header(name: $0.name, value: $0.value) }
    guard let body = request.body else { return }
    guard body.kind == .form else {
      files = body.files
      text = body.text.string + files.map(Self.contents).joined()
      return
    }
    files = body.formParts.flatMap(\.files)
    text = body.formParts.map(Self.part).joined() + "--\(Self.boundary)--\r\n"
    for index in headers.indices where headers[index].name.lowercased() == "content-type" {
      headers[index].value += "; boundary=\(Self.boundary)"
    }
  }

  /// - Parameter name: in small letters.
  func hasHeader(_ name: String) -> Bool { headers.contains { $0.name.lowercased() == name } }

  private static func contents(of file: String) -> String { "{contents of \(file)}" }

  private static func part(_ part: CurlRequest.FormPart) -> String {
    var text = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\""
    if let name = part.filename { text += "; filename=\"\(name)\"" }
    text += "\r\n"
    if let type = part.contentType { text += "Content-Type: \(type)\r\n" }
    for header in part.headers { text += header + "\r\n" }
    return text + "\r\n" + part.content.string + part.files.map(contents).joined() + "\r\n"
  }
}
