/// Tells secrets from other values by what they are called.
///
/// The last word of a name decides: a `clientSecret` is a secret, a `secretName` is not. Names that
/// say nothing are decided by how their description begins (`The password of …`).
package enum SecretNames {
  /// Whether the value of that name must not be shown.
  ///
  /// - Parameters:
  ///   - name: a credential, a field or a placeholder, in any spelling: `clientSecret`,
  ///     `CLIENT_SECRET`, `Client secret`.
  ///   - description: what the page says of it; may be empty.
  package static func isSecret(name: String, description: String) -> Bool {
    switch verdict(on: words(of: name)) {
    case .secret: true
    case .harmless: false
    case .unknown: verdict(on: openingWords(of: description)) == .secret
    }
  }

  private enum Verdict {
    case secret
    case harmless
    case unknown
  }

  private static func verdict(on words: [String]) -> Verdict {
    guard let last = words.last else { return .unknown }
    let previous = words.count > 1 ? words[words.count - 2] : ""
    switch last {
    case "password", "passwords", "passwd", "pwd", "pass", "passphrase", "passcode", "secret",
      "secrets", "credential", "credentials", "apikey", "sas", "pat", "jwt":
      return .secret
    case "phrase":
      return previous == "pass" ? .secret : .unknown
    case "token", "tokens":
      return harmlessTokens.contains(previous) ? .harmless : .secret
    case "string":
      return previous == "connection" || previous == "cred" ? .secret : .unknown
    case "uri", "url":
      return previous == "sas" ? .secret : .harmless
    case "content", "value", "data", "text":
      // What is inside a secret is the secret: `privateKeyContent`.
      return verdict(on: Array(words.dropLast())) == .secret ? .secret : .unknown
    case "key", "keys":
      return verdict(onKeyAfter: words.dropLast())
    case "id", "name", "type", "expiry", "path", "host", "port", "version", "user", "username":
      return .harmless
    default:
      return .unknown
    }
  }

  private static func verdict(onKeyAfter words: ArraySlice<String>) -> Verdict {
    if let previous = words.last, secretKeys.contains(previous) { return .secret }
    // `secretAccessKey`, `sharedAccessKey`.
    if words.contains(where: { ["secret", "private", "shared"].contains($0) }) { return .secret }
    // The access key of an access key pair is the half that may be shown, a bare key is any key,
    // and primary, partition and public keys are no secrets at all.
    return .harmless
  }

  /// What stands before `key` in the names of secrets.
  private static let secretKeys: Set<String> = [
    "account", "api", "app", "application", "auth", "authentication", "authorization", "client",
    "consumer", "encryption", "hmac", "license", "master", "principal", "private", "sas", "secret",
    "security", "service", "shared", "signature", "signing", "ssh", "storage", "subscription",
  ]

  /// What stands before `token` in the names of places in a list.
  private static let harmlessTokens: Set<String> = [
    "continuation", "next", "page", "paging", "pagination", "cursor", "sync", "delta",
  ]

  /// The words of a name in lower case: `s3SecretKey` is `s3`, `secret`, `key`; `SASUri` is `sas`,
  /// `uri`.
  package static func words(of name: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    let bytes = Array(name.utf8)
    for (index, byte) in bytes.enumerated() {
      guard isLetter(byte) || isDigit(byte) || byte >= 0x80 else {
        end()
        continue
      }
      if isUpper(byte), !word.isEmpty {
        let followsLower = index > 0 && !isUpper(bytes[index - 1])
        let startsWord = index + 1 < bytes.count && isLower(bytes[index + 1])
        if followsLower || startsWord { end() }
      }
      word.append(isUpper(byte) ? byte + 0x20 : byte)
    }
    end()
    return words
  }

  /// The noun that a description begins with: `The secret key of …` is `secret`, `key`.
  private static func openingWords(of description: String) -> [String] {
    var opening: [String] = []
    let head = description.split(separator: " ", omittingEmptySubsequences: true).prefix(6)
    for part in head {
      let word = part.lowercased()
      if opening.isEmpty, articles.contains(word) { continue }
      guard word.utf8.allSatisfy({ isLower($0) || $0 == UInt8(ascii: "-") }) else {
        let bare = word.filter { $0.isLetter }
        if !bare.isEmpty, word.hasPrefix(bare), opening.count < 4 { opening.append(bare) }
        break
      }
      if joints.contains(word) { break }
      opening.append(word)
    }
    return opening
  }

  private static let articles: Set<String> = [
    "the", "a", "an", "your", "this", "that", "(optional)", "optional",
  ]

  /// Words that end the noun.
  private static let joints: Set<String> = [
    "of", "for", "to", "that", "which", "with", "by", "in", "on", "from", "used", "is", "are",
    "associated", "you", "when", "and", "or", "must", "can",
  ]

  private static func isUpper(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
  }

  private static func isLower(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { isUpper(byte) || isLower(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
