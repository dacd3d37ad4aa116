/// The path and query of an API format or a URL, split so that two of them can be compared.
struct EndpointPath {
  var segments: [Substring]
  /// Names of query parameters in order; a `{PLACEHOLDER}` in their place is not one.
  var queryNames: [Substring]
  var query: Substring
  var hasQueryPlaceholder: Bool
  var scheme: Substring
  var host: Substring

  init(_ text: String) {
    var rest = Substring(text)
    scheme = ""
    host = ""
    if let mark = rest.firstRange(of: "://") {
      scheme = rest[..<mark.lowerBound]
      rest = rest[mark.upperBound...]
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      host = rest[..<slash]
      rest = rest[slash...]
    }
    query = ""
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    segments = rest.split(separator: "/", omittingEmptySubsequences: true)
    queryNames = []
    hasQueryPlaceholder = false
    for item in query.split(separator: "&") {
      let name = item.prefix { $0 != "=" }
      if name.hasPrefix("{") { hasQueryPlaceholder = true } else { queryNames.append(name) }
    }
  }

  /// Where all operations of the platform are.
  static let platformHost: Substring = "platform.adobe.io"
  /// What the hosts of its other stages end in, which are not for the public.
  static let platformDomain = ".adobe.io"

  /// The roots that API formats may leave out, longest first.
  private static let roots: [[Substring]] = [
    ["data", "foundation", "flowservice"], ["data", "foundation"], ["flowservice"],
  ]

  /// The segments behind the common root, and whether the text wrote that root.
  var relative: (segments: ArraySlice<Substring>, root: [Substring]) {
    for root in Self.roots where segments.starts(with: root) {
      return (segments[root.count...], root)
    }
    return (segments[...], [])
  }

  static func isPlaceholder(_ segment: Substring) -> Bool {
    if segment.contains("{") { return true }
    if SpecIDPattern.isWhole(String(segment)) { return true }
    let isLong = segment.utf8.count >= 16
    return segment.allSatisfy(\.isHexDigit) && isLong || segment.allSatisfy(\.isNumber)
  }

  /// Whether two segments can be the same: literally, or one stands for any value.
  static func matches(_ left: Substring, _ right: Substring) -> Bool {
    left == right || isPlaceholder(left) || isPlaceholder(right)
  }

  /// Whether an API format's path ends this URL's path.
  func ends(with format: EndpointPath) -> Bool {
    let short = format.relative.segments
    guard short.count <= segments.count else { return false }
    return zip(short.reversed(), segments.reversed()).allSatisfy { Self.matches($0, $1) }
  }
}

extension APIFormatFact {
  /// Whether a line of the block is what a request does.
  func names(_ url: String, method: String) -> Bool {
    let path = EndpointPath(url)
    return lines.contains { $0.method == method && path.ends(with: EndpointPath($0.target)) }
  }
}
