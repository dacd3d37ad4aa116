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

extension AuthenticationFact {
  /// Parameters with a value of the inferred type in the place of each placeholder without quotes:
  /// `"port": {PORT}` is a number on the wire, and the reader's text of it is not.
  package func typingPlaceholders(in parameters: JSONNode) -> JSONNode {
    guard !inferredTypes.isEmpty, var members = parameters.members else { return parameters }
    for index in members.indices {
      let kind: JSONNode.Kind? =
        switch inferredTypes[members[index].key] {
        case "integer": .number("0")
        case "number": .number("0.5")
        case "boolean": .boolean(true)
        default: nil
        }
      guard let kind, members[index].value.string != nil else { continue }
      members[index].value = JSONNode(kind, range: members[index].value.range, isUncertain: true)
    }
    return JSONNode(
      .object(members), range: parameters.range, isUncertain: parameters.isUncertain)
  }
}

extension PageFacts {
  /// A body of the page with `typingPlaceholders` done to its `auth.params`.
  package func typingPlaceholders(in body: JSONNode) -> JSONNode {
    guard case .object(var members) = body.kind,
      let auth = members.firstIndex(where: { $0.key == "auth" }),
      case .object(var parts) = members[auth].value.kind,
      let params = parts.firstIndex(where: { $0.key == "params" }),
      let name = members[auth].value["specName"]?.string,
      let fact = authentications.first(where: { $0.specName == name })
    else { return body }
    parts[params].value = fact.typingPlaceholders(in: parts[params].value)
    members[auth].value.kind = .object(parts)
    return JSONNode(.object(members), range: body.range, isUncertain: body.isUncertain)
  }
}
