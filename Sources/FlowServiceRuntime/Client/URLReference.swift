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
    var rest = Substring(PercentEncoding.mended(text))
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
    // Brackets may stand in a host, and only there.
    path = PercentEncoding.withoutBrackets(rest[..<end])
    query = PercentEncoding.withoutBrackets(rest[end...])
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
}
