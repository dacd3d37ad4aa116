import ConnectorModel

/// What an authentication is, for the filter. Spec names are as many as sources; their words fall
/// into a few kinds.
enum AuthenticationKind: String, CaseIterable {
  case basic
  case connectionString = "connection-string"
  case keyOrToken = "key-or-token"
  case oauth
  case servicePrincipal = "service-principal"
  case anonymous
  case other
  case none

  /// The first kind whose words the spec name has.
  init(specName: String) {
    let letters = specName.lowercased().filter { $0.isLetter }
    let words: [(Self, [String])] = [
      (.anonymous, ["anonymous"]), (.oauth, ["oauth"]), (.connectionString, ["connectionstring"]),
      (.servicePrincipal, ["serviceprincipal"]), (.basic, ["basic"]),
      (.keyOrToken, ["key", "token", "secret", "sas"]),
    ]
    self = words.first { $0.1.contains { letters.contains($0) } }?.0 ?? .other
  }

  /// The kinds of a source's authentications, in the order of the filter.
  static func all(of source: Source) -> [Self] {
    let kinds = source.authentications.map { Self(specName: $0.specName) }
    return kinds.isEmpty ? [.none] : allCases.filter { kinds.contains($0) }
  }

  var label: String {
    switch self {
    case .basic: "Basic"
    case .connectionString: "Connection string"
    case .keyOrToken: "Key, token or secret"
    case .oauth: "OAuth"
    case .servicePrincipal: "Service principal"
    case .anonymous: "Anonymous"
    case .other: "Another"
    case .none: "None documented"
    }
  }
}
