import Diagnostics
import JSONReader

/// Says what a placeholder without quotes stands for: `"port": {PORT}` is no string, and the example
/// alone does not tell what it is.
struct PlaceholderTypes {
  private let source: SourceFile
  private var typesInWords: [String: String] = [:]

  init(source: SourceFile, tables: [TableFact]) {
    self.source = source
    for table in tables {
      for row in table.rows {
        guard let type = row.type, let name = FieldPath(row.name).parts.last else { continue }
        if typesInWords[name] == nil { typesInWords[name] = type }
      }
    }
  }

  /// The types of those parameters that are bare placeholders.
  func types(of parameters: [JSONMember]) -> [String: String] {
    var types: [String: String] = [:]
    for parameter in parameters where Self.isBarePlaceholder(parameter.value, in: source) {
      if let type = typesInWords[parameter.key] ?? Self.type(ofName: parameter.key) {
        types[parameter.key] = type
      }
    }
    return types
  }

  static func isBarePlaceholder(_ node: JSONNode, in source: SourceFile) -> Bool {
    guard let text = node.string, text.hasPrefix("{"),
      source.bytes.indices.contains(node.range.lowerBound)
    else { return false }
    return source.bytes[node.range.lowerBound] == UInt8(ascii: "{")
  }

  /// What the words of a name say of its type.
  static func type(ofName name: String) -> String? {
    let words = SecretNames.words(of: name)
    guard let first = words.first, let last = words.last else { return nil }
    if switches.contains(first), words.count > 1 { return "boolean" }
    if ["enabled", "disabled", "required"].contains(last) { return "boolean" }
    if counts.contains(last) { return "integer" }
    return nil
  }

  private static let switches: Set<String> = [
    "allow", "disable", "enable", "has", "is", "require", "use", "with",
  ]
  private static let counts: Set<String> = [
    "connections", "count", "interval", "limit", "milliseconds", "port", "retries", "seconds",
    "size", "timeout",
  ]
}
