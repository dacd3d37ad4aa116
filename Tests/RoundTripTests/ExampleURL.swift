import Foundation

/// A URL as the page or the client writes it, percent escapes decoded. The order of query items
/// means nothing.
struct ExampleURL: Hashable, CustomStringConvertible {
  var server: String
  var path: [String]
  var query: [String]

  /// The URL without percent escapes.
  var description: String {
    let path = path.map { "/" + $0 }.joined()
    return server + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  init(_ url: String) {
    var rest = Substring(url)
    var scheme = "https"
    if let range = rest.firstRange(of: "://") {
      scheme = rest[..<range.lowerBound].lowercased()
      rest = rest[range.upperBound...]
    }
    let mark = rest.firstIndex(of: "?") ?? rest.endIndex
    let items = rest[mark...].dropFirst().split(separator: "&", omittingEmptySubsequences: false)
    query = items.map { Self.decoded($0) }.sorted()
    let slash = rest[..<mark].firstIndex(of: "/") ?? mark
    server = scheme + "://" + rest[..<slash].lowercased()
    let segments = rest[slash..<mark].dropFirst()
    path = segments.split(separator: "/", omittingEmptySubsequences: false).map {
      Self.decoded($0)
    }
  }

  private static func decoded(_ text: Substring) -> String {
    String(text).removingPercentEncoding ?? String(text)
  }
}
