extension OperationKey {
  /// A name and value of a query, percent escapes decoded.
  package struct QueryItem: Hashable, Sendable {
    package var name: String
    package var value: String
  }

  /// What stands at the places of the path's parameters in the URL of an example, percent escapes
  /// decoded; nil where the URL is none of this operation.
  package func pathValues(in url: String) -> [String]? {
    let segments = Endpoint(url).completed().segments
    let parts = path.split(separator: "/")
    guard segments.count == parts.count else { return nil }
    var values: [String] = []
    for (part, segment) in zip(parts, segments) {
      switch segment {
      case .literal(let text) where part == "{}": values.append(PercentEncoding.decode(text))
      case .literal(let text) where part != text: return nil
      case .parameter(let text):
        guard part == "{}" else { return nil }
        values.append(text)
      case .literal: continue
      }
    }
    return values
  }

  /// The query of a URL; what has no name is left out.
  package static func queryItems(of url: String) -> [QueryItem] {
    Endpoint(url).query.map { QueryItem(name: $0.name, value: $0.value) }
  }
}
