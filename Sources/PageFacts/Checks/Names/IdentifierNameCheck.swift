import Diagnostics
import JSONReader
import MarkdownTree

/// Identifiers under the name of another thing's identifier.
struct IdentifierNameCheck {
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = IdentifierNameCheck()
    for paragraph in context.scan.paragraphs { check.checkSchemaWord(paragraph.content) }
    for request in context.facts.requests { check.checkPlaceholders(in: request.json) }
    for response in context.facts.responses { check.checkPlaceholders(in: response.json) }
    return check.diagnostics
  }

  // MARK: - `$id`

  /// What the languages of the documentation call connections and schemas.
  private static let connectionWords = ["connection", "verbindung", "connexion", "conexi", "接続"]
  private static let schemaWords = ["schema", "schéma", "esquema", "スキーマ", "xdm"]

  /// `$id` is the identifier of a schema; the connections of the service have an `id`.
  private mutating func checkSchemaWord(_ content: [Inline]) {
    let places = content.flattened.filter { $0.kind == .code("$id") }.map(\.range)
    guard !places.isEmpty else { return }
    let pieces = content.plainText.lowercased().components(separatedBy: "$id")
    guard pieces.count == places.count + 1 else { return }
    for (index, place) in places.enumerated() {
      let sentence = Self.end(of: pieces[index]) + Self.start(of: pieces[index + 1])
      guard Self.connectionWords.contains(where: sentence.contains),
        !Self.schemaWords.contains(where: sentence.contains)
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: place, "$id of a connection",
          "the text calls the identifier of a connection $id, which is that of schemas",
          assumption: "the connection's id", remedy: "write id"))
    }
  }

  private static func end(of text: String) -> Substring {
    text.lastRange(of: ". ").map { text[$0.upperBound...] } ?? text[...]
  }

  private static func start(of text: String) -> Substring {
    text.firstRange(of: ". ").map { text[..<$0.lowerBound] } ?? text[...]
  }

  // MARK: - Placeholders

  /// `"inletId": "{CONNECTION_ID}"`: two things, each with an identifier.
  private mutating func checkPlaceholders(in node: JSONNode?) {
    guard let node else { return }
    for element in node.elements ?? [] { checkPlaceholders(in: element) }
    for member in node.members ?? [] {
      if let text = member.value.string {
        if let owner = Self.owner(of: member.key), text.hasPrefix("{"), text.hasSuffix("}"),
          let other = Self.owner(of: text), Set(owner).isDisjoint(with: other),
          !other.joined().contains(owner.joined()), !owner.joined().contains(other.joined())
        {
          diagnostics.append(
            .nameMismatch(
              at: member.value.range, "\(member.key) \(text)",
              "\(member.key) has \(text), which by its name is the identifier of something else",
              assumption: "an example value", remedy: "use a placeholder of its own"))
        }
      } else {
        checkPlaceholders(in: member.value)
      }
    }
  }

  /// What a name is the identifier of: `base`, `connection` of `{BASE_CONNECTION_ID}`.
  private static func owner(of name: String) -> [String]? {
    let words = SecretNames.words(of: name)
    guard words.count > 1, words.last == "id" else { return nil }
    return Array(words.dropLast())
  }
}

extension String {
  /// The pieces between all occurrences of a text.
  fileprivate func components(separatedBy separator: String) -> [String] {
    var pieces: [String] = []
    var rest = self[...]
    while let mark = rest.firstRange(of: separator) {
      pieces.append(String(rest[..<mark.lowerBound]))
      rest = rest[mark.upperBound...]
    }
    pieces.append(String(rest))
    return pieces
  }

  fileprivate func lastRange(of text: String) -> Range<Index>? {
    ranges(of: text).last
  }
}
