import HTTPTypes

/// A link as a response writes it (RFC 3986, 4.1), in its parts.
struct URLReference: Hashable {
  var scheme: String?
  var authority: String?
  /// The path, percent-encoded.
  var path: String
  /// The query with its `?`, percent-encoded; empty if there is none.
  var query: String

  init(_ text: String) {
    var rest = Substring(Self.encoded(text))
    rest = rest.prefix { $0 != "#" }
    if let colon = rest.firstIndex(of: ":"), rest[colon...].hasPrefix("://"),
      rest[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
    {
      scheme = rest[..<colon].lowercased()
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      rest = rest.dropFirst(2)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
      authority = String(rest[..<end])
      rest = rest[end...]
    }
    let end = rest.firstIndex(of: "?") ?? rest.endIndex
    path = String(rest[..<end])
    query = String(rest[end...])
  }

  /// Whether the link stays at the host of a request, with its scheme and port.
  func staysAtHost(of request: HTTPRequest) -> Bool {
    guard let authority else { return scheme == nil }
    guard let base = request.scheme, let host = request.authority else { return false }
    return Self.origin(scheme ?? base, authority) == Self.origin(base, host)
  }

  /// The path and the query of a request that follows the link; nothing if it leads to another
  /// host.
  func path(from request: HTTPRequest) -> String? {
    guard staysAtHost(of: request) else { return nil }
    let current = URLReference(request.path ?? "/").path
    if authority != nil { return (path.isEmpty ? "/" : path) + query }
    if path.isEmpty { return current + query }
    if path.hasPrefix("/") { return path + query }
    let folder = current.prefix(through: current.lastIndex(of: "/") ?? current.startIndex)
    return folder + path + query
  }

  /// Scheme, host and port in one form.
  private static func origin(_ scheme: String, _ authority: String) -> String {
    var host = authority.lowercased()
    let port = scheme == "https" ? ":443" : ":80"
    if host.hasSuffix(port) { host.removeLast(port.count) }
    return scheme + "://" + host
  }

  /// The text with each byte encoded that no URL may hold. Services write some of them as they are.
  private static func encoded(_ text: String) -> String {
    var result = ""
    for byte in text.utf8 {
      let isAllowed = byte > 0x20 && byte < 0x7F && !"\"<>\\^`{|}".utf8.contains(byte)
      if isAllowed {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        result += PercentEncoding.escape(byte)
      }
    }
    return result
  }
}
