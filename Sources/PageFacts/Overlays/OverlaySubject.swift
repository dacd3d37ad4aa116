import Diagnostics

/// What of a page an overlay corrects, read from its subject and its rule.
package enum OverlaySubject: Hashable, Sendable {
  /// What a row of a table says of a field.
  package enum Attribute: String, Hashable, Sendable, CaseIterable {
    case name
    case type
    case `default`
    case optional
    case description
  }

  /// A part of where a request goes.
  package enum EndpointPart: Hashable, Sendable {
    case whole
    case method
    case url
  }

  /// `source.name`
  case sourceName
  /// `connectionSpec.id`: the ID of the source's own connection specification, in all places.
  case specificationID
  /// `connectionSpec.version`
  case specificationVersion
  /// An ID, in all places of the page that have it.
  case id(String)
  /// `specName of OLD`
  case specName(String)
  /// `default of port`
  case field(Attribute, name: String)
  /// `POST https://…`, `url of POST https://…`, `method of POST https://…`
  case endpoint(EndpointPart, String)
  /// `Content-Type of POST https://…`
  case header(name: String, endpoint: String)
  /// `auth.params.port`: the value that examples have at a dotted path.
  case value(path: String)

  /// The rules whose findings are about one value that another one can take the place of.
  package static let rules: [String] = [
    "conflicting-default", "documented-but-unused-field", "duplicate-field", "endpoint-mismatch",
    "invalid-uuid", "malformed-json", "missing-header", "name-mismatch", "query-parameter-typo",
    "smart-quotes", "spec-id-mismatch", "type-conflict",
  ]

  /// What can be corrected, for those who tried something else.
  package static let forms = """
    source.name, connectionSpec.id, connectionSpec.version, an ID, a field's dotted path in \
    examples, name/type/default/optional/description of FIELD, specName of NAME, METHOD URL, \
    url/method of METHOD URL, HEADER of METHOD URL
    """

  /// - Parameter rule: the rule whose findings have such a subject.
  /// - Returns: nil if nothing that can be corrected is called so.
  package init?(_ text: String, rule: String? = nil) {
    switch text {
    case "source.name": self = .sourceName
    case "connectionSpec.id": self = .specificationID
    case "connectionSpec.version": self = .specificationVersion
    default:
      guard let subject = Self.part(text) ?? Self.named(text, rule: rule) else { return nil }
      self = subject
    }
  }

  /// `… of …`
  private static func part(_ text: String) -> OverlaySubject? {
    guard let of = text.firstRange(of: " of ") else { return nil }
    let part = String(text[..<of.lowerBound])
    let whole = String(text[of.upperBound...])
    guard !whole.isEmpty, !part.contains(" ") else { return nil }
    let isEndpoint = isEndpoint(whole)
    switch part {
    case "specName": return .specName(whole)
    case "method" where isEndpoint: return .endpoint(.method, whole)
    case "url" where isEndpoint: return .endpoint(.url, whole)
    default:
      if let attribute = Attribute(rawValue: part) { return .field(attribute, name: whole) }
      return isEndpoint ? .header(name: part, endpoint: whole) : nil
    }
  }

  private static func named(_ text: String, rule: String?) -> OverlaySubject? {
    if isEndpoint(text) { return .endpoint(.whole, text) }
    if SpecIDPattern.isWhole(text) { return .id(text) }
    switch rule {
    case "conflicting-default": return .field(.default, name: text)
    case "documented-but-unused-field", "name-mismatch", "query-parameter-typo":
      return .field(.name, name: text)
    case "spec-id-mismatch", "missing-header", "endpoint-mismatch": return nil
    // What is no whole ID, but should be one.
    case "invalid-uuid": return .id(text)
    default: return text.contains(" ") ? nil : .value(path: text)
    }
  }

  /// Whether a text is a method and a URL or path.
  static func isEndpoint(_ text: String) -> Bool {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
    return parts[0].utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// What it is called in the model and in comments, whatever the overlay's rule is.
  var title: String {
    switch self {
    case .sourceName: "source.name"
    case .specificationID: "connectionSpec.id"
    case .specificationVersion: "connectionSpec.version"
    case .id: "ID"
    case .specName: "auth.specName"
    case .field(let attribute, let name): "\(attribute.rawValue) of \(name)"
    case .endpoint(.whole, _): "request"
    case .endpoint(.method, _): "method"
    case .endpoint(.url, _): "URL"
    case .header(let name, _): "header \(name)"
    case .value(let path): path
    }
  }

  /// The values that can take the place of what the page says, for a message; nil if this is one.
  package func refusal(of value: Overlay.Value) -> String? {
    switch (self, value) {
    case (.field(.optional, _), .boolean), (.field(.default, _), _), (.header, .null),
      (.field(.description, _), .null):
      return nil
    case (.field(.optional, _), _): return "true or false"
    case (.field(.type, _), .string(let text)) where Self.types.contains(text): return nil
    case (.field(.type, _), _): return "one of \(Self.types.joined(separator: ", "))"
    case (.value, .number(let spelling)):
      return Self.isJSONNumber(spelling) ? nil : "a number as JSON spells it"
    case (.value, _): return nil
    case (_, .string): return nil
    case (.header, _), (.field(.description, _), _): return "a string or null"
    default: return "a string"
    }
  }

  /// Whether it names the value that is wrong, so that a page which says something else has nothing
  /// of that name.
  package var namesWhatIsWrong: Bool {
    switch self {
    case .id, .specName, .field(.name, _), .endpoint: true
    default: false
    }
  }

  /// The values that a page may have there, for a message; nil if this is one.
  package func refusal(ofDocumented value: Overlay.Value) -> String? {
    switch (self, value) {
    case (.field(.type, _), .null), (.specificationVersion, .null): return nil
    case (.field(.type, _), _):
      let types = Self.types + ["array", "object"]
      if case .string(let text) = value, types.contains(text) { return nil }
      return "one of \(types.joined(separator: ", ")), or null"
    case (.specificationVersion, _): return refusal(of: value).map { _ in "a string or null" }
    default: return refusal(of: value)
    }
  }

  /// The types that a table's words can give a field.
  private static let types = ["string", "integer", "number", "boolean"]

  private static func isJSONNumber(_ text: String) -> Bool {
    var bytes = text.utf8[...]
    if bytes.first == UInt8(ascii: "-") { bytes = bytes.dropFirst() }
    func digits() -> Int {
      let count = bytes.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
      bytes = bytes.dropFirst(count)
      return count
    }
    let startsWithZero = bytes.first == UInt8(ascii: "0")
    let whole = digits()
    guard whole == 1 || whole > 1 && !startsWithZero else { return false }
    if bytes.first == UInt8(ascii: ".") {
      bytes = bytes.dropFirst()
      guard digits() > 0 else { return false }
    }
    if let byte = bytes.first, byte | 0x20 == UInt8(ascii: "e") {
      bytes = bytes.dropFirst()
      if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
        bytes = bytes.dropFirst()
      }
      guard digits() > 0 else { return false }
    }
    return bytes.isEmpty
  }
}

extension OverlaySubject {
  /// Whether it is about single values, rather than rows or requests.
  var isOfValues: Bool {
    switch self {
    case .specificationID, .specificationVersion, .id, .specName, .value: true
    case .sourceName, .field, .endpoint, .header: false
    }
  }

  /// Whether a page may well say several things at once: other examples send other values.
  var mayDiffer: Bool {
    if case .value = self { true } else { false }
  }

  /// The rules whose findings the correction settles.
  var settledRules: Set<String> {
    switch self {
    case .sourceName, .specName: ["name-mismatch", "malformed-json", "smart-quotes"]
    case .specificationID, .id: ["invalid-uuid", "spec-id-mismatch"]
    case .specificationVersion: ["spec-id-mismatch", "malformed-json", "smart-quotes"]
    case .field(.name, _):
      ["documented-but-unused-field", "name-mismatch", "query-parameter-typo"]
    case .field(.default, _): ["conflicting-default"]
    case .field: []
    case .endpoint: ["endpoint-mismatch"]
    case .header: ["missing-header"]
    case .value: ["duplicate-field", "malformed-json", "name-mismatch", "smart-quotes"]
    }
  }
}
