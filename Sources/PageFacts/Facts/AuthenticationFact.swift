package import JSONReader

/// One distinct `auth` of the page's request bodies.
package struct AuthenticationFact: Hashable, Sendable {
  package var specName: String
  /// The tab that it stands under.
  package var tab: String?
  /// The heading that it stands under.
  package var heading: String
  /// The members of `auth.params`, in order.
  package var parameters: [JSONMember]
  /// The JSON types of those parameters whose example is a placeholder without quotes, so that only
  /// the page's words and the parameter's name tell what it stands for.
  package var inferredTypes: [String: String]
  /// Indices in `PageFacts.requests` of the requests that send it.
  package var requests: [Int]
  package var range: Range<Int>

  package init(
    specName: String, tab: String?, heading: String, parameters: [JSONMember], requests: [Int],
    range: Range<Int>, inferredTypes: [String: String] = [:]
  ) {
    self.specName = specName
    self.tab = tab
    self.heading = heading
    self.parameters = parameters
    self.requests = requests
    self.range = range
    self.inferredTypes = inferredTypes
  }

  /// The JSON type of a parameter: that of its example unless the example is a bare placeholder.
  package func typeName(of parameter: JSONMember) -> String {
    inferredTypes[parameter.key] ?? parameter.value.typeName
  }
}
