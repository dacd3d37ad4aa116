import Diagnostics

/// The URL of a request as it is meant: without blanks, with its scheme spelt right.
struct RequestURL {
  enum Slip {
    case blankAtEnd
    case blank
    /// With what was written.
    case scheme(String)
    case doubledSlash
  }

  private(set) var text: String
  private(set) var slips: [Slip] = []

  init(_ url: MappedText) {
    // Blanks in a URL are a slip, which no server could answer to.
    let trimmed = url.trimmed(0..<url.count)
    if trimmed.count < url.count { slips.append(.blankAtEnd) }
    // In a query a blank may be a part of a value.
    let path = url.bytes[trimmed].prefix { $0 != UInt8(ascii: "?") }
    let kept = path.filter { $0 > UInt8(ascii: " ") }
    if kept.count < path.count { slips.append(.blank) }
    text = String(decoding: kept + url.bytes[path.endIndex..<trimmed.upperBound], as: UTF8.self)
    mendScheme()
    mendSlashes()
  }

  /// Whether this can reach a server: its host is a name, an address or a placeholder.
  var namesHost: Bool {
    let host = EndpointPath(text).host
    if host.hasPrefix("localhost") || host.contains("{") || host.contains("$") { return true }
    if text.hasPrefix("{") || text.hasPrefix("$") || text.hasPrefix("<") { return true }
    return host.contains { $0 == "." || $0 == ":" }
      && host.utf8.allSatisfy { byte in
        byte >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
          || [UInt8](".-:_[]%".utf8).contains(byte)
      }
  }

  /// `https//host`, `https:/host` and `htps://host`. curl puts `http://` before what has no
  /// scheme, so that is passed over first.
  private mutating func mendScheme() {
    var rest = Substring(text)
    if rest.hasPrefix("http://") { rest = rest.dropFirst("http://".count) }
    let name = rest.prefix(while: \.isLetter)
    let mark = rest[name.endIndex...].prefix { $0 == ":" || $0 == "/" || $0 == ";" }
    let host = rest[mark.endIndex...]
    guard mark.contains("/"), let first = host.first, first.isLetter || first == "{",
      mark.count > 1, let scheme = Self.scheme(nearest: name), scheme + "://" != name + mark
    else { return }
    slips.append(.scheme(String(name + mark)))
    text = scheme + "://" + host
  }

  /// Two slashes in a row are one too many, but for those behind the scheme.
  private mutating func mendSlashes() {
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let end = text.firstIndex(of: "?") ?? text.endIndex
    guard start < end, text[start..<end].contains("//") else { return }
    slips.append(.doubledSlash)
    let segments = text[start..<end].split(separator: "/", omittingEmptySubsequences: true)
    let last = text[start..<end].hasSuffix("/") ? "/" : ""
    text = text[..<start] + segments.joined(separator: "/") + last + text[end...]
  }

  /// `https` and `http`, also with a letter too many, too few or in the wrong place.
  private static func scheme(nearest name: Substring) -> String? {
    let name = name.lowercased()
    for scheme in ["https", "http"] where name == scheme { return scheme }
    guard name.count >= 4, name.count <= 6 else { return nil }
    return name.distance(to: "https", limit: 1) == 1 || name.sorted() == "https".sorted()
      ? "https" : nil
  }
}
