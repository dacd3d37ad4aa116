import Diagnostics
import JSONReader
import MarkdownTree

/// Finds out what source a page is about.
struct SourceNaming {
  /// Folders of the documentation's tree that are no category of sources.
  private static let foldersWithoutSource: Set<String> = ["api", "tutorials", "sources", "ui"]

  var page: String
  var title: (text: String, content: [Inline], range: Range<Int>)?
  var requests: [RequestFact]
  var frontMatterTitle: String?
  /// The product names in the page's text, in order.
  var terms: [String]

  var source: PageFacts.Source? {
    let parts = page.split(separator: "/").map(String.init)
    let folder = parts.count > 1 ? parts[parts.count - 2] : ""
    guard !Self.foldersWithoutSource.contains(folder) else { return nil }
    // A page fed in by itself has no folder: its requests must tell that it makes a connection.
    if folder.isEmpty, !makesConnection { return nil }
    guard parts.contains("create") || folder == "collect" || folder == "explore" || makesConnection
    else { return nil }
    return PageFacts.Source(
      name: name(fallback: parts.last ?? page), category: folder, range: title?.range ?? 0..<0)
  }

  /// Whether a request makes a base connection or a source connection.
  var makesConnection: Bool {
    requests.contains {
      $0.method == "POST"
        && (($0.resource == "connections" && $0.json?["auth"] != nil)
          || $0.resource == "sourceConnections")
    }
  }

  private func name(fallback: String) -> String {
    for text in [title?.text, frontMatterTitle] {
      if let text, let name = Self.name(inTitle: text) { return name }
    }
    let file = fallback.hasSuffix(".md") ? String(fallback.dropLast(3)) : fallback
    let term = title.flatMap { Self.term(in: $0.content) }
    let words = Self.words(of: file)
    if let term, Self.spelling(of: words, in: term) != nil { return term }
    for text in [title?.text, title.map { Self.separated($0.content) }, frontMatterTitle] {
      if let text, let name = Self.spelling(of: words, in: text) { return name }
    }
    return term ?? terms.first { Self.spelling(of: words, in: $0) != nil } ?? file
  }

  /// The words of a text in the letters that product names and files have: translated words around
  /// them, with or without blanks, are left out.
  private static func words(of text: String) -> [String] {
    text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  /// The title with blanks between its product names: translations put them side by side.
  private static func separated(_ content: [Inline]) -> String {
    content.map { [$0].plainText }.joined(separator: " ")
  }

  /// How a text spells the words of the file: `PayPal` for `paypal`.
  private static func spelling(of words: [String], in text: String) -> String? {
    let all = Self.words(of: text)
    guard !words.isEmpty, all.count >= words.count else { return nil }
    let wanted = words.map { $0.lowercased() }
    for start in 0...(all.count - words.count) {
      let candidate = all[start..<(start + words.count)]
      if candidate.map({ $0.lowercased() }) == wanted { return candidate.joined(separator: " ") }
    }
    return nil
  }

  /// The product name among a title's `[!DNL …]` terms: in a translated title nothing else can be
  /// told apart.
  private static func term(in content: [Inline]) -> String? {
    var names: [String] = []
    for inline in content.flattened {
      guard case .term(_, let content) = inline.kind else { continue }
      let text = content.plainText
      if !generalTerms.contains(text.lowercased()) { names.append(text) }
    }
    return names.isEmpty ? nil : names.joined(separator: " ")
  }

  /// Whether a product name is that of the platform.
  static func isGeneral(_ name: String) -> Bool { generalTerms.contains(name.lowercased()) }

  private static let generalTerms: Set<String> = [
    "flow service", "flow service api", "adobe experience platform", "experience platform",
    "platform", "api",
  ]

  /// What stands between the words that all titles of the family share.
  static func name(inTitle title: String) -> String? {
    var words = title.split(separator: " ").map(String.init)
    if let first = words.first, first.hasPrefix("("), first.hasSuffix(")") { words.removeFirst() }
    guard let verb = words.first?.lowercased(),
      ["create", "explore", "connect", "collect", "stream", "set", "make"].contains(verb)
    else { return nil }
    words.removeFirst()
    if let using = words.firstIndex(where: {
      ["using", "through", "with", "via"].contains($0.lowercased())
    }) {
      words.removeSubrange(using...)
    }
    // "a dataflow for database sources", "a source connection and dataflow for Zendesk"
    if let index = words.firstIndex(where: { $0.lowercased() == "for" }) {
      words.removeSubrange(...index)
    } else if let index = words.firstIndex(where: { isConnectionWord($0) }) {
      words.removeSubrange(index...)
      while let last = words.last, connectionKinds.contains(last.lowercased()) {
        words.removeLast()
      }
    }
    // "Connect Databricks to Experience Platform"
    if let index = words.firstIndex(of: "to"), index > 0 { words.removeSubrange(index...) }
    while let first = words.first, articles.contains(first.lowercased()) { words.removeFirst() }
    while let last = words.last,
      ["source", "sources", "data", "to", "platform"].contains(last.lowercased()), words.count > 1
    {
      words.removeLast()
    }
    // A word that stands twice by a slip of the pen; the slip is reported elsewhere.
    for index in words.indices.dropFirst().reversed() where words[index] == words[index - 1] {
      words.remove(at: index)
    }
    if verb == "stream", !words.isEmpty { words.append("Streaming") }
    let name = words.joined(separator: " ")
    // A title whose words are not English past the verb still has the service's name in it.
    return name.isEmpty || name.contains("Flow Service") ? nil : name
  }

  private static func isConnectionWord(_ word: String) -> Bool {
    let word = word.lowercased()
    return word == "connection" || word == "connector" || word == "dataflow"
  }

  private static let connectionKinds: Set<String> = ["base", "source", "streaming", "target"]
  private static let articles: Set<String> = ["a", "an", "the", "your"]
}
