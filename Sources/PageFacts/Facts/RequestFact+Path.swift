import CurlReader
import Diagnostics
import JSONReader

extension RequestFact {
  /// The path's segments behind the host, without the query.
  var pathSegments: [Substring] {
    var path = Substring(url)
    if let scheme = path.firstRange(of: "://") {
      path = path[scheme.upperBound...]
      guard let slash = path.firstIndex(of: "/") else { return [] }
      path = path[slash...]
    }
    path = path.prefix { $0 != "?" && $0 != "#" }
    return path.split(separator: "/", omittingEmptySubsequences: true)
  }

  /// The collection that the request is about: the first segment behind the service's own.
  var resource: String {
    var segments = pathSegments[...]
    if segments.first == "data" { segments = segments.dropFirst() }
    if segments.first == "foundation" { segments = segments.dropFirst() }
    if segments.first == "flowservice" { segments = segments.dropFirst() }
    return segments.first.map(String.init) ?? ""
  }

  /// A connection without authentication that stands for a dataset of the data lake.
  var isDataset: Bool {
    resource == "connections" && json != nil && json?["auth"] == nil
  }

  /// The ID behind `/connectionSpecs/` or `/flowSpecs/`.
  var specIDInPath: (text: String, isFlow: Bool, range: Range<Int>)? {
    let segments = pathSegments
    for (index, segment) in segments.enumerated().dropLast()
    where segment == "connectionSpecs" || segment == "flowSpecs" {
      guard let url = curl.url else { return nil }
      return (String(segments[index + 1]), segment == "flowSpecs", url.sourceRange)
    }
    return nil
  }
}
