extension JSONValue {
  /// The texts in the value, at any depth.
  var texts: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let elements): elements.flatMap(\.texts)
    case .object(let members): members.values.flatMap(\.texts)
    default: []
    }
  }

  /// The value with its names, and nothing else of it.
  var redacted: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.redacted))
    case .object(let members): .object(members.mapValues(\.redacted))
    case .null: .null
    default: .string(redactedText)
    }
  }

  /// The value without what its name, or the path of a JSON Patch, tells to be a credential: no type
  /// says so where a body is plain JSON.
  var withoutCredentials: JSONValue {
    switch self {
    case .array(let elements): return .array(elements.map(\.withoutCredentials))
    case .object(let members):
      let isPatch = members["op"] != nil && members["path"]?.isPathOfSecret == true
      var shown: [String: JSONValue] = [:]
      for (name, value) in members {
        let isSecret =
          isPatch && name == "value"
          || value.canBeCredential && SecretRedactor.isNameOfSecret(name)
        shown[name] = isSecret ? value.redacted : value.withoutCredentials
      }
      return .object(shown)
    default: return self
    }
  }

  /// Whether this is a path such as `/auth/params/host` or `/params/password`.
  private var isPathOfSecret: Bool {
    let names = stringValue?.split(separator: "/") ?? []
    return names.first == "auth" || names.contains { SecretRedactor.isNameOfSecret($0) }
  }

  /// Whether this is a text or a number, or some of them. An object has names of its own.
  private var canBeCredential: Bool {
    switch self {
    case .string, .integer, .number, .decimal: true
    case .array(let elements): elements.allSatisfy(\.canBeCredential)
    case .null, .boolean, .object: false
    }
  }
}
