import JSONReader

/// Finds the distinct `auth` values of a page's request bodies.
enum AuthenticationReader {
  static func read(_ requests: [RequestFact]) -> [AuthenticationFact] {
    var facts: [AuthenticationFact] = []
    var places: [String: Int] = [:]
    var keys: [Set<String>] = []
    for (index, request) in requests.enumerated() {
      // A body with several shows from which to choose one.
      let members = request.json?.members ?? []
      for auth in members.lazy.filter({ $0.key == "auth" }).map(\.value)
      where auth.members?.isEmpty == false {
        let name = auth["specName"]
        let specName = name?.string ?? ""
        let parameters = auth["params"]?.members ?? []
        if let known = places[specName] {
          if facts[known].requests.last != index { facts[known].requests.append(index) }
          for parameter in parameters where keys[known].insert(parameter.key).inserted {
            facts[known].parameters.append(parameter)
          }
          continue
        }
        places[specName] = facts.count
        keys.append(Set(parameters.map(\.key)))
        facts.append(
          AuthenticationFact(
            specName: specName, tab: request.section.tab, heading: request.section.heading,
            parameters: parameters, requests: [index], range: name?.range ?? auth.range))
      }
    }
    return facts
  }
}
