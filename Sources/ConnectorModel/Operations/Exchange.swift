import Diagnostics
import PageFacts

/// A request of a page with the operation that it belongs to and the responses to it.
struct Exchange {
  var page: Int
  /// The index in the page's requests.
  var request: Int
  var key: OperationKey
  /// The endpoint of the example.
  var endpoint: Endpoint
  /// The lines of API formats that are about the same operation.
  var lines: [Endpoint]
  /// The indices in the page's responses.
  var responses: [Int]
  /// Whether an example sends it, or only an API format says that it can be sent.
  var isExample = true
}

/// Finds out which operation a request is about.
///
/// What is sent decides: the URL. The API format says which of the URL's segments are parameters,
/// and stands in where there is no URL.
enum EndpointResolver {
  /// The exchange of a request, and those that only its API format documents.
  static func exchanges(of index: Int, on page: PageContext, responses: [Int]) -> [Exchange] {
    let fact = page.facts.requests[index]
    let method = fact.method.uppercased()
    let targets = (fact.apiFormat?.lines ?? [])
    let sameMethod = targets.filter { $0.method.uppercased() == method }
    let formats = (sameMethod.isEmpty ? targets : sameMethod).map { Endpoint($0.target) }

    var endpoint = Endpoint(fact.url)
    let hasURL = !(endpoint.segments.isEmpty && endpoint.server == nil)
    if !hasURL, let first = formats.first { endpoint = first }
    endpoint = endpoint.completed()
    var lines: [Endpoint] = []
    for format in formats where endpoint.ends(with: format) {
      endpoint.takeParameters(of: format)
      lines.append(format)
    }
    let key = OperationKey(
      method: method, server: endpoint.server ?? Endpoint.platform, path: endpoint.template)
    var exchanges = [
      Exchange(
        page: page.index, request: index, key: key, endpoint: endpoint, lines: lines,
        responses: responses)
    ]
    for format in sameMethod.map({ Endpoint($0.target) }) {
      guard let other = endpoint.sibling(named: format) else { continue }
      let key = OperationKey(method: method, server: key.server, path: other.template)
      exchanges.append(
        Exchange(
          page: page.index, request: index, key: key, endpoint: other, lines: [format],
          responses: [], isExample: false))
    }
    return exchanges
  }
}

extension Endpoint {
  /// Makes parameters of the segments where the format has placeholders.
  fileprivate mutating func takeParameters(of format: Endpoint) {
    let start = segments.count - format.segments.count
    for (offset, segment) in format.segments.enumerated() where segment.literal == nil {
      if case .literal(let text) = segments[start + offset] {
        segments[start + offset] = .parameter(PercentEncoding.decode(text))
      }
    }
  }

  /// The endpoint that a format documents beside this one: the same path but for the name of one
  /// resource (`/targetConnections/{ID}/action` beside `/connections/{ID}/action`).
  fileprivate func sibling(named format: Endpoint) -> Endpoint? {
    guard format.segments.count >= 2, format.segments.count <= segments.count else { return nil }
    let start = segments.count - format.segments.count
    var sibling = self
    sibling.query = []
    var differences = 0
    for (offset, theirs) in format.segments.enumerated() {
      switch (segments[start + offset], theirs) {
      case (.literal(let mine), .literal(let other)) where mine != other:
        // A resource whose items are named, not a piece of the base path.
        guard !NameMatching.differByOneEdit(mine, other), offset + 1 < format.segments.count,
          format.segments[offset + 1].literal == nil
        else { return nil }
        differences += 1
        sibling.segments[start + offset] = theirs
      case (.literal, .parameter), (.parameter, .literal):
        return nil
      default:
        break
      }
    }
    return differences == 1 ? sibling : nil
  }
}
