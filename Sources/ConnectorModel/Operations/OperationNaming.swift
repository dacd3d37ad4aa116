/// What an operation is called, from its method and path alone.
///
/// The group is the resource: the first literal segment behind the service. The verb says what the
/// method does to it, with the rest of the path in words: `POST …/connections` is
/// `connections/create`, `GET …/connections/{}/explore` is `connections/explore`. The rules are in
/// docs/model.md.
package enum OperationNaming {
  package struct Name: Hashable, Sendable {
    package var group: String
    package var verb: String
  }

  package static func name(of key: OperationKey) -> Name {
    let parts = Parts(key)
    return Name(group: parts.group, verb: verb(method: key.method.uppercased(), parts: parts))
  }

  /// The group with the service before it, for the rare case that two services have a resource of
  /// the same name.
  package static func groupWithService(of key: OperationKey) -> String {
    let parts = Parts(key)
    let service = parts.service.map(words) ?? words(host(of: key.server))
    return camelCase(service + words(parts.group))
  }

  /// The names of the path's parameters in order: the resource before each, and `Id`.
  package static func pathParameterNames(of key: OperationKey) -> [String] {
    var names: [String] = []
    var resource: String?
    for segment in key.path.split(separator: "/") {
      guard segment == "{}" else {
        resource = String(segment)
        continue
      }
      let base = resource.map { camelCase(words(singular($0))) + "Id" } ?? "url"
      var name = base
      var count = 2
      while names.contains(name) {
        name = base + String(count)
        count += 1
      }
      names.append(name)
    }
    return names
  }

  // MARK: - Group

  private struct Parts {
    var service: String?
    var group: String
    /// Whether the group's name is that of one thing.
    var isSingular: Bool
    /// What follows the group; nil for a parameter.
    var tail: [String?]

    init(_ key: OperationKey) {
      var segments: [String?] = key.path.split(separator: "/").map { $0 == "{}" ? nil : String($0) }
      let isPlatform = key.server == Endpoint.platform
      if isPlatform, segments.count > 1, segments[0] == "data" { segments.removeFirst() }
      let isFoundation = isPlatform && segments.count > 1 && segments[0] == "foundation"
      if isFoundation { segments.removeFirst() }
      let hasService =
        isPlatform && segments.count > 1 && segments[0] != nil && segments[1] != nil
      service = hasService ? segments[0] : nil
      if hasService { segments.removeFirst() }
      // The schema registry's own container is no resource.
      if segments.count > 1, segments[0] == "tenant", segments[1] != nil { segments.removeFirst() }
      guard let first = segments.first, let literal = first else {
        group = segments.isEmpty ? "root" : "endpoint"
        isSingular = true
        tail = segments
        return
      }
      var nameWords = OperationNaming.words(literal)
      if let service, !OperationNaming.services.contains(service) {
        nameWords = OperationNaming.words(service) + nameWords
      } else if service == nil, isFoundation {
        // A resource without its service: most likely a slip, so the neat name is not for it.
        nameWords = ["foundation"] + nameWords
      }
      group = OperationNaming.camelCase(nameWords)
      isSingular = !literal.hasSuffix("s")
      tail = Array(segments.dropFirst())
    }
  }

  /// The services whose resources need no further name.
  private static let services: Set<String> = [
    "flowservice", "conversion", "catalog", "schemaregistry", "connectors",
  ]

  // MARK: - Verb

  private static func verb(method: String, parts: Parts) -> String {
    let tail = parts.tail
    let isOne = tail.first.map { $0 == nil } ?? false
    if tail.isEmpty || tail.count == 1 && isOne {
      return simpleVerb(method, isOne: isOne, isSingular: parts.isSingular)
    }
    if let last = tail.last, let word = last {
      if tail.count == 1, let action = collectionActions[word], action.method == method {
        return action.verb
      }
      if tail.count == 2, isOne, let action = itemActions[word], action.method == method {
        return action.verb
      }
    }
    return longVerb(method, tail: parts.tail)
  }

  private struct Action {
    var method: String
    var verb: String
  }

  private static let itemActions: [String: Action] = [
    "explore": Action(method: "GET", verb: "explore"),
    "test": Action(method: "GET", verb: "test"),
    "configs": Action(method: "GET", verb: "retrieveConfigs"),
    "action": Action(method: "POST", verb: "performAction"),
  ]

  private static let collectionActions: [String: Action] = [
    "search": Action(method: "POST", verb: "search")
  ]

  private static func simpleVerb(_ method: String, isOne: Bool, isSingular: Bool) -> String {
    switch (method, isOne) {
    case ("GET", false): isSingular ? "retrieve" : "list"
    case ("GET", true): isSingular ? "retrieveByID" : "retrieve"
    case ("POST", false): "create"
    case ("POST", true): "submit"
    case ("PUT", false): "replaceAll"
    case ("PUT", true): "replace"
    case ("PATCH", false): "updateAll"
    case ("PATCH", true): "update"
    case ("DELETE", false): "deleteAll"
    case ("DELETE", true): "delete"
    default: stem(method) + (isOne ? "ByID" : "")
    }
  }

  private static func stem(_ method: String) -> String {
    switch method {
    case "GET": "retrieve"
    case "POST": "create"
    case "PUT": "replace"
    case "PATCH": "update"
    case "DELETE": "delete"
    case "HEAD": "check"
    default: camelCase(words(method))
    }
  }

  /// The method, each word of the rest of the path with `ByID` for an ID behind it, and `ForID` for
  /// an ID of the group itself: `GET /flows/{}/runs/{}` is `retrieveRunsByIDForID`.
  private static func longVerb(_ method: String, tail: [String?]) -> String {
    let leading = tail.prefix { $0 == nil }.count
    var verb = stem(method)
    for part in tail.dropFirst(leading) {
      if let part {
        verb += words(part).map(NameMatching.capitalized).joined()
      } else {
        verb += "ByID"
      }
    }
    return verb + String(repeating: "ForID", count: leading)
  }

  // MARK: - Words

  /// The words of a segment as spelt; the first letters are left to `camelCase`.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    for byte in text.utf8 {
      let isWord =
        byte >= 0x80 || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        || ((byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z"))
      if isWord {
        word.append(byte)
      } else if !word.isEmpty {
        words.append(String(decoding: word, as: UTF8.self))
        word = []
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }

  private static func camelCase(_ words: [String]) -> String {
    guard let first = words.first else { return "unnamed" }
    let isShouted = first == first.uppercased()
    let head = isShouted ? first.lowercased() : first.prefix(1).lowercased() + first.dropFirst()
    return head + words.dropFirst().map(NameMatching.capitalized).joined()
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("s"), !word.hasSuffix("ss"), word.count > 2 { return String(word.dropLast()) }
    return word
  }

  private static func host(of server: String) -> String {
    server.split(separator: "/", maxSplits: 1).last.map(String.init) ?? server
  }
}
