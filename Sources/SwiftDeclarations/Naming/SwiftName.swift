/// Names in Swift for what the pages call otherwise. Each is a function of its own text alone, so
/// that no page can rename anything of another one.
///
/// The rules, by the API Design Guidelines:
/// - Words are joined in camel case; members start in lower case, types in upper case.
/// - Initialisms keep one case: `servicePrincipalID`, `sasURI`, `BasicAuthenticationForSFTP`.
/// - Upper-case words of at most four letters that are no known initialism stay as they are, unless
///   the text is a placeholder such as `{BASE_CONNECTION_ID}`.
/// - `&` is "and"; what cannot stand in a name ends a word.
/// - A name that would start with a digit gets a `_` before it.
/// - A text without letters and digits becomes the numbers of its characters: `*` is `u2A`.
/// - Names that mean something else to Swift get `Value` after them: `SecretValue`.
package enum SwiftName {
  /// The name of a property, parameter or function: `servicePrincipalId` is `servicePrincipalID`.
  /// Keywords are not changed, as the renderer puts them in backticks.
  package static func member(_ text: String) -> String {
    let words = NameWords.split(text)
    guard let first = words.first else { return "u" + numbers(text) }
    let isShouted = !text.unicodeScalars.contains { $0.properties.isLowercase }
    let rest = words.dropFirst().map { capitalized($0, keepsUpperCase: !isShouted) }
    let name = startingWithLetter(first.lowercased() + rest.joined())
    return reservedMembers.contains(name) ? name + "Value" : name
  }

  /// The name of a case or of a static member that stands for a value of an enumeration.
  package static func enumCase(_ text: String) -> String {
    let name = member(text)
    return reservedCases.contains(name) ? name + "Value" : name
  }

  /// The name of a type: "Basic Authentication for sftp" is `BasicAuthenticationForSFTP`.
  package static func type(_ text: String) -> String {
    let words = NameWords.split(text)
    if words.isEmpty { return "U" + numbers(text) }
    let isPlaceholder =
      text.utf8.contains(UInt8(ascii: "_"))
      && !text.unicodeScalars.contains { $0.properties.isLowercase }
    let name = startingWithLetter(
      words.map { capitalized($0, keepsUpperCase: !isPlaceholder) }.joined())
    return reservedTypes.contains(name) ? name + "Value" : name
  }

  /// Whether a type of that name would be taken for another one.
  package static func isReservedType(_ name: String) -> Bool { reservedTypes.contains(name) }

  private static func capitalized(_ word: String, keepsUpperCase: Bool) -> String {
    if let spelling = Initialisms.spelling(word) { return spelling }
    let scalars = word.unicodeScalars
    guard let first = scalars.first else { return word }
    let isUpperCase = !scalars.contains { $0.properties.isLowercase }
    if isUpperCase, keepsUpperCase, scalars.count <= 4 { return word }
    let rest = String(String.UnicodeScalarView(scalars.dropFirst()))
    return first.properties.titlecaseMapping + (isUpperCase ? rest.lowercased() : rest)
  }

  private static func startingWithLetter(_ name: String) -> String {
    guard let first = name.unicodeScalars.first, !Identifier.isHead(first) else { return name }
    return "_" + name
  }

  private static func numbers(_ text: String) -> String {
    let numbers = text.unicodeScalars.map { $0.hexadecimal }
    return numbers.isEmpty ? "0" : numbers.joined(separator: "u")
  }

  private static let reservedMembers: Set<String> = ["hashValue", "init", "self"]

  private static let reservedCases: Set<String> = [
    "allCases", "isKnown", "knownValues", "none", "rawValue", "some",
  ]

  /// Names of the language, its library, Foundation, the HTTP types and the runtime that generated
  /// code uses or that a reader would take for those.
  private static let reservedTypes: Set<String> = [
    "Actor", "Any", "AnyObject", "Array", "Bool", "Character", "Codable", "CodingKey", "CodingKeys",
    "Collection", "ConnectionSpecification", "ConnectionStringPattern", "Data", "Date", "Decimal",
    "Decodable", "Decoder", "Dictionary", "Double", "ETag", "Encodable", "Encoder", "Equatable",
    "Error", "Float", "FlowServiceConfiguration", "FlowServiceQueryItem", "FlowServiceRequest",
    "FlowServiceRequestError", "FlowServiceRuntime", "Foundation", "HTTPField", "HTTPFields",
    "HTTPRequest", "HTTPResponse", "HTTPTypes", "Hashable", "Identifiable", "Int", "Int64",
    "JSONSchema", "JSONValue", "MainActor", "Never", "Nullable", "OpenEnumeration", "Optional",
    "PercentEncoding", "Protocol", "RawRepresentable", "RequestBody", "Result", "Secret", "Self",
    "Sendable", "Sequence", "Set", "String", "Swift", "Task", "Type", "URL", "UUID", "Void",
  ]
}
