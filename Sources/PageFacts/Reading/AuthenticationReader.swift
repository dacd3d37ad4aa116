import JSONReader

/// Finds the distinct `auth` values of a page's request bodies.
enum AuthenticationReader {
  static func read(_ requests: [RequestFact]) -> [AuthenticationFact] {
    var facts: [AuthenticationFact] = []
    for (index, request) in requests.enumerated() {
      guard let auth = request.json?["auth"], let members = auth.members, !members.isEmpty else {
        continue
      }
      let name = auth["specName"]
      let specName = name?.string ?? ""
      let parameters = auth["params"]?.members ?? []
      if let known = facts.firstIndex(where: { $0.specName == specName }) {
        facts[known].requests.append(index)
        for parameter in parameters
        where !facts[known].parameters.contains(where: { $0.key == parameter.key }) {
          facts[known].parameters.append(parameter)
        }
        continue
      }
      facts.append(
        AuthenticationFact(
          specName: specName, tab: request.section.tab, heading: request.section.heading,
          parameters: parameters, requests: [index], range: name?.range ?? auth.range))
    }
    return facts
  }
}
