import Diagnostics

/// The URL of a request as it is meant: without blanks, with its scheme spelt right.
struct RequestURL {
  enum Slip {
    case blankAtEnd
    case blank
    /// Behind the question mark, where it is part of a value.
    case blankInQuery
    /// With what was written.
    case scheme(String)
    case doubledSlash
  }

  private(set) var text: String
  private(set) var slips: [Slip] = []
  /// Whether the page has the scheme, which curl adds where there is none.
  private let hasScheme: Bool

  init(_ url: MappedText) {
    hasScheme = !url.sourceRange(of: 0..<min(7, url.count)).isEmpty
    // Blanks in a URL are a slip, which no server could answer to.
    let trimmed = url.trimmed(0..<url.count)
    if trimmed.count < url.count { slips.append(.blankAtEnd) }
    // In a query a blank may be a part of a value.
    let path = url.bytes[trimmed].prefix { $0 != UInt8(ascii: "?") }
    let kept = Self.withoutBlanks(path)
    if kept.count < path.count { slips.append(.blank) }
    let query = url.bytes[path.endIndex..<trimmed.upperBound]
    if query.contains(where: { $0 <= UInt8(ascii: " ") }) { slips.append(.blankInQuery) }
    text = String(decoding: kept + query, as: UTF8.self)
    mendScheme()
    mendSlashes()
  }

  /// A path without the blanks that stand in no placeholder and in nothing that the shell puts in.
  private static func withoutBlanks(_ path: ArraySlice<UInt8>) -> [UInt8] {
    var depth = 0
    var kept: [UInt8] = []
    for byte in path {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "<"), UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "]"): depth -= 1
      default: break
      }
      if byte > UInt8(ascii: " ") || depth > 0 { kept.append(byte) }
    }
    return kept
  }

  /// Whether this can reach a server: its host is a name, an address or a placeholder. A single
  /// word is one only behind a scheme.
  var namesHost: Bool {
    if let first = text.first, "{$<[".contains(first) { return true }
    let host = EndpointPath(text).host
    guard !host.isEmpty else { return false }
    if host.contains(where: { "{$<[".contains($0) }) { return true }
    let isWord = !host.contains { $0 == "." || $0 == ":" || $0 == "_" } && host != "localhost"
    return (hasScheme || !isWord)
      && host.utf8.allSatisfy { byte in
        byte >= 0x80 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
          || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "%")
      }
  }

  /// `https//host`, `https:/host`, `https:host.name` and `htps://host`. curl puts `http://` before what has no
  /// scheme, so that is passed over first.
  private mutating func mendScheme() {
    var rest = Substring(text)
    if rest.hasPrefix("http://") { rest = rest.dropFirst("http://".count) }
    let name = rest.prefix(while: \.isLetter)
    let mark = rest[name.endIndex...].prefix { $0 == ":" || $0 == "/" || $0 == ";" }
    let host = rest[mark.endIndex...]
    guard let first = host.first, first.isLetter || first == "{",
      let scheme = Self.scheme(nearest: name), scheme + "://" != name + mark
    else { return }
    // A colon alone may stand before a port, but no name with a dot is one.
    let isWhole = mark.count > 1 && mark.contains("/")
    guard isWhole || mark == ":" && host.prefix(while: { $0 != "/" }).contains(".") else { return }
    slips.append(.scheme(String(name + mark)))
    text = scheme + "://" + host
  }

  /// Two slashes in a row are one too many, but for those behind the scheme. Elsewhere than on the
  /// platform an empty segment may mean something.
  private mutating func mendSlashes() {
    guard EndpointPath(text).host.hasSuffix(EndpointPath.platformDomain) else { return }
    let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
    let end = text.firstIndex(of: "?") ?? text.endIndex
    guard start < end, text[start..<end].contains("//"), !text[start..<end].contains("://") else {
      return
    }
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
