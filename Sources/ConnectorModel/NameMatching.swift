import PageFacts

/// How names that mean the same are told to be the same.
enum NameMatching {
  /// Letters and digits in lower case: `Access Token`, `access_token` and `accessToken` are one.
  static func normalized(_ name: String) -> String {
    var bytes: [UInt8] = []
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte + 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        bytes.append(byte)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name without the prefix that property tables write before a credential.
  static func credential(_ name: String) -> String {
    for prefix in ["auth.params.", "params.auth.", "auth."]
    where name.lowercased().hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// The text between `{` and `}`, `{{` and `}}` or `<` and `>`, if that is all there is.
  static func placeholder(_ text: String) -> String? {
    let pairs = [("{{", "}}"), ("${", "}"), ("{", "}"), ("<", ">")]
    for (open, close) in pairs
    where text.hasPrefix(open) && text.hasSuffix(close) && text.count > open.count + close.count {
      let inner = text.dropFirst(open.count).dropLast(close.count)
      guard !inner.contains(where: { "{}<>".contains($0) }) else { continue }
      return String(inner)
    }
    return nil
  }

  /// The names between `{` and `}` in a text, in order.
  static func placeholders(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = rest[rest.index(after: open)..<close]
      if !name.isEmpty { names.append(String(name)) }
      rest = rest[rest.index(after: close)...]
    }
    return names
  }

  /// Whether a text is only a placeholder, or has one in it.
  static func hasPlaceholder(_ text: String) -> Bool {
    text.contains("{") && text.contains("}") || placeholder(text) != nil
  }

  /// The words of a connection string's component, in a form in which `UID`, `{USERNAME}` and
  /// `user` are the same.
  static func component(_ name: String) -> [String] {
    let words = SecretNames.words(of: name)
    var canonical: [String] = []
    for word in words {
      switch word {
      case "pwd", "pass", "passwd": canonical.append("password")
      case "uid", "userid", "username", "login": canonical.append("user")
      case "db", "databasename": canonical.append("database")
      case "hostname", "servername", "server": canonical.append("host")
      case "accountname": canonical.append("account")
      default: canonical.append(word)
      }
    }
    let telling = canonical.filter { $0 != "name" && $0 != "id" && $0 != "your" }
    return telling.isEmpty ? canonical : telling
  }

  /// Whether one edit (a byte more, a byte less, another byte) makes one name of the other.
  static func differByOneEdit(_ left: String, _ right: String) -> Bool {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard left != right, abs(left.count - right.count) <= 1, min(left.count, right.count) >= 4
    else { return false }
    var start = 0
    while start < min(left.count, right.count), left[start] == right[start] { start += 1 }
    var leftEnd = left.count
    var rightEnd = right.count
    while leftEnd > start, rightEnd > start, left[leftEnd - 1] == right[rightEnd - 1] {
      leftEnd -= 1
      rightEnd -= 1
    }
    return max(leftEnd - start, rightEnd - start) <= 1
  }

  /// `BASE_CONNECTION_ID` as `baseConnectionId`, `Access Token` as `accessToken`.
  static func camelCase(_ name: String) -> String {
    let words = SecretNames.words(of: name)
    return words.enumerated().map { index, word in
      index == 0 ? word : capitalized(word)
    }.joined()
  }

  static func capitalized(_ word: String) -> String {
    guard let first = word.first else { return word }
    return first.uppercased() + word.dropFirst()
  }
}
