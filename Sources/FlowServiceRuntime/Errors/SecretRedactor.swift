import HTTPTypes
import Synchronization

/// Takes out of a text what must not show.
struct SecretRedactor: Sendable {
  private var secrets: [String]

  /// - Parameter secrets: Texts that were sent and may come back.
  init(_ secrets: some Sequence<String>) {
    // A text this short would also stand where it is no secret, and what is missing there would
    // tell it.
    var unique = Set(secrets.filter { $0.utf8.count >= 4 })
    // A service may repeat JSON as text within its own JSON, and a gateway that once more.
    for secret in unique {
      let once = Self.escaped(secret)
      let twice = Self.escaped(once)
      unique.formUnion([once, twice, Self.escaped(twice)])
    }
    // A secret may be part of another one.
    self.secrets = unique.sorted { ($1.utf8.count, $1) < ($0.utf8.count, $0) }
  }

  func redacted(_ text: String) -> String {
    var text = text
    for secret in secrets where text.contains(secret) {
      text = text.split(separator: secret, omittingEmptySubsequences: false)
        .joined(separator: redactedText)
    }
    return Self.withoutNamedSecrets(Self.withoutBearers(text))
  }

  /// The secret as it stands within a JSON string.
  private static func escaped(_ secret: String) -> String {
    let json = JSONValue.string(secret).description
    return String(json.dropFirst().dropLast())
  }

  /// The text with each string taken out that is a member of a JSON object and has the name of a
  /// secret, also where the object is not complete.
  private static func withoutNamedSecrets(_ text: String) -> String {
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    var result: [Substring] = []
    // …"name":"value"… is split into …, name, :, value, …
    var index = 0
    while index < parts.count {
      result.append(parts[index])
      index += 1
      guard index < parts.count, result.count > 2, isNameOfSecret(parts[index - 2]) else {
        continue
      }
      let between = parts[index - 1].filter { !$0.isWhitespace && $0 != "\\" }
      guard between == ":" || between == ":[" else { continue }
      // A quote within the value has more backslashes before it than the one that ends it.
      let depth = backslashes(parts[index - 1])
      while index + 1 < parts.count, backslashes(parts[index]) % (2 * depth + 2) != depth {
        index += 1
      }
      let end = index + 1 < parts.count ? String(repeating: "\\", count: depth) : ""
      result.append(Substring(redactedText + end))
      index += 1
    }
    return result.joined(separator: "\"")
  }

  /// How many backslashes a text ends with.
  private static func backslashes(_ text: Substring) -> Int {
    text.utf8.reversed().prefix { $0 == UInt8(ascii: "\\") }.count
  }

  static func isNameOfSecret(_ text: some StringProtocol) -> Bool {
    let name = text.lowercased().filter { $0.isLetter }
    let words = [
      "accesstoken", "refreshtoken", "idtoken", "sessiontoken", "secret", "password", "passphrase",
      "privatekey", "accesskey", "accountkey", "connectionstring", "sasuri", "sastoken",
    ]
    return name.utf8.count < 60 && words.contains { name.contains($0) }
  }

  /// The text with the word after each `Bearer` taken out, whoever's token it is.
  private static func withoutBearers(_ text: String) -> String {
    let bearer = "Bearer "
    let parts = text.split(separator: bearer, omittingEmptySubsequences: false)
    guard parts.count > 1 else { return text }
    let rest = parts.dropFirst().map { part in
      let end = part.firstIndex { " \"'<,;\n".contains($0) } ?? part.endIndex
      return end == part.startIndex ? String(part) : redactedText + part[end...]
    }
    return ([String(parts[0])] + rest).joined(separator: bearer)
  }
}

extension HTTPField.Name {
  /// Whether the field has a credential.
  var isOfSecret: Bool {
    let name = canonicalName
    return ["authorization", "cookie", "token"].contains { name.contains($0) }
      || SecretRedactor.isNameOfSecret(name)
  }
}

extension HTTPFields {
  /// The fields without credentials and secrets in their values.
  func redacted(_ redactor: SecretRedactor) -> HTTPFields {
    HTTPFields(
      map { field in
        let value = field.name.isOfSecret ? redactedText : redactor.redacted(field.value)
        return HTTPField(name: field.name, value: value)
      })
  }
}

/// Gathers the secrets of a value while it is encoded.
final class SecretCollector: Sendable {
  private let found = Mutex<[String]>([])

  var secrets: [String] { found.withLock { $0 } }

  func add(_ secret: String) {
    found.withLock { $0.append(secret) }
  }
}
