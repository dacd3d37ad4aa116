/// A URL or the target of an API format, taken apart.
struct Endpoint: Hashable {
  enum Segment: Hashable {
    case literal(String)
    /// What stands at the place of a path parameter, percent escapes decoded.
    case parameter(String)

    var literal: String? {
      if case .literal(let text) = self { text } else { nil }
    }
  }

  struct QueryItem: Hashable {
    var name: String
    var value: String
  }

  /// Where everything goes that names no host.
  static let platform = "https://platform.adobe.io"

  /// Scheme and host; `http` counts as `https`. Nil where the text starts with the path, empty
  /// where a placeholder stands for the whole start of the URL.
  var server: String?
  var segments: [Segment]
  var query: [QueryItem]

  init(_ text: String) {
    var rest = Substring(text.drop { $0 == " " || $0 == "\t" || $0 == "\n" })
    if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
    var query: Substring = ""
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    var leading: String?
    (server, leading, rest) = Self.splitServer(rest)
    segments = rest.split(separator: "/", omittingEmptySubsequences: true).map {
      Self.segment(String($0))
    }
    if let leading { segments.insert(.parameter(leading), at: 0) }
    self.query = Self.items(query)
  }

  private static func splitServer(_ text: Substring) -> (String?, String?, Substring) {
    if let (scheme, rest) = splitScheme(text) {
      let end = rest.firstIndex(of: "/") ?? rest.endIndex
      let host = rest[..<end]
      if NameMatching.hasPlaceholder(String(host)) {
        return ("", "\(scheme)://\(host)", rest[end...])
      }
      let same = scheme == "http" ? "https" : scheme
      return ("\(same)://\(host.lowercased())", nil, rest[end...])
    }
    let end = text.firstIndex(of: "/") ?? text.endIndex
    let head = String(text[..<end])
    if head.isEmpty { return (nil, nil, text) }
    if NameMatching.hasPlaceholder(head) { return ("", head, text[end...]) }
    // `platform.adobe.io/data/…`: curl takes it for a host.
    if head.contains("."), !head.hasPrefix(".") {
      return ("https://\(head.lowercased())", nil, text[end...])
    }
    return (nil, nil, text)
  }

  private static func splitScheme(_ text: Substring) -> (String, Substring)? {
    guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
    let scheme = text[..<colon]
    let rest = text[text.index(after: colon)...]
    guard rest.hasPrefix("//"), scheme.utf8.allSatisfy({ isLetter($0) }) else { return nil }
    return (scheme.lowercased(), rest.dropFirst(2))
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func segment(_ raw: String) -> Segment {
    let text = PercentEncoding.decode(raw)
    return Identifiers.isIdentifier(text) ? .parameter(text) : .literal(raw)
  }

  private static func items(_ query: Substring) -> [QueryItem] {
    query.split(separator: "&", omittingEmptySubsequences: true).compactMap { part in
      guard let equals = part.firstIndex(of: "="), equals != part.startIndex else {
        // `{QUERY_PARAMS}` stands for parameters that other words explain.
        guard !NameMatching.hasPlaceholder(String(part)) else { return nil }
        return QueryItem(name: PercentEncoding.decode(String(part)), value: "")
      }
      return QueryItem(
        name: PercentEncoding.decode(String(part[..<equals])),
        value: PercentEncoding.decode(String(part[part.index(after: equals)...])))
    }
  }
}

extension Endpoint {
  /// The path with `{}` for each parameter.
  var template: String {
    if segments.isEmpty { return "/" }
    let parts = segments.map { $0.literal ?? "{}" }
    let path = parts.joined(separator: "/")
    // A placeholder for the whole start of the URL is no segment of a path.
    return server?.isEmpty == true ? path : "/" + path
  }

  /// Whether the other one names the end of this one's path: `/connections/{ID}` that of
  /// `/data/foundation/flowservice/connections/9690db8b-…`. A placeholder in the other one stands
  /// for any text here.
  func ends(with other: Endpoint) -> Bool {
    guard !other.segments.isEmpty, other.segments.count <= segments.count else { return false }
    for (mine, theirs) in zip(segments.suffix(other.segments.count), other.segments) {
      if case .literal(let text) = theirs, mine != .literal(text) { return false }
    }
    // At least one literal has to agree, else any two endpoints would.
    return other.segments.contains { $0.literal != nil } || segments.count == other.segments.count
  }

  /// The base path made whole: what follows a documented path that leaves it out.
  func completed() -> Endpoint {
    var whole = self
    if whole.server == nil { whole.server = Endpoint.platform }
    guard whole.server == Endpoint.platform, let first = segments.first?.literal, first != "data"
    else { return whole }
    let base: [Segment] = [.literal("data"), .literal("foundation")]
    if Self.flowServiceResources.contains(first) {
      whole.segments = base + [.literal("flowservice")] + segments
    } else {
      whole.segments = base + segments
    }
    return whole
  }

  /// What stands directly below the Flow Service's base path.
  private static let flowServiceResources: Set<String> = [
    "connections", "connectionSpecs", "sourceConnections", "targetConnections", "flows",
    "flowSpecs", "runs",
  ]
}
