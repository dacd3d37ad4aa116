import Diagnostics
import MarkdownTree

/// "With your base connection ID as a query parameter", where the API format has it in the path.
struct ProseParameterCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var inPath: [[String]: APIFormatFact.Line] = [:]
    var inQuery: Set<[String]> = []
    for line in context.scan.apiFormats.flatMap(\.lines) {
      for segment in EndpointPath(line.target).segments {
        if let words = words(ofPlaceholder: segment), inPath[words] == nil { inPath[words] = line }
      }
      for item in QueryItem.items(of: line.target) {
        if let words = words(ofPlaceholder: item.value[...]) { inQuery.insert(words) }
      }
    }
    var diagnostics: [Diagnostic] = []
    for paragraph in context.scan.paragraphs {
      let text = SecretNames.words(of: paragraph.content.plainText.replacing("'s", with: ""))
        .map(usual)
      let changes = !Set(text).isDisjoint(with: ["patch", "delete"])
      guard
        let words = identifiers(in: text).first(where: { words in
          inPath[words] != nil || changes && resources.contains(words)
        }), !inQuery.contains(words)
      else { continue }
      let line = inPath[words]
      let name = (words.dropLast() + ["ID"]).joined(separator: " ")
      diagnostics.append(
        Diagnostic(
          .endpointMismatch, at: place(in: paragraph.content, context),
          subject: "query parameter \(name)",
          "the text makes the \(name) a query parameter, "
            + (line == nil ? "requests that change it have" : "the API format has")
            + " it in the path",
          assumption: line == nil ? "a part of the path" : "the API format is right",
          remedy: "say that it is a part of the path",
          notes: line.map { [Diagnostic.Note(range: $0.range, message: "in the path here")] } ?? [])
      )
    }
    return diagnostics
  }

  /// The identifiers that PATCH and DELETE requests of the Flow Service have in their paths, whether
  /// or not the page has an API format of one.
  private static let resources: Set<[String]> = [
    ["base", "connection", "id"], ["source", "connection", "id"], ["target", "connection", "id"],
    ["flow", "id"],
  ]

  /// The words in the paragraph, or all of it where its markup divides them.
  private static func place(in content: [Inline], _ context: CheckContext) -> Range<Int> {
    let bytes = context.document.source.bytes
    let words = Array("query parameter".utf8)
    guard let first = content.first, let last = content.last else { return 0..<0 }
    let whole = first.range.lowerBound..<max(first.range.lowerBound, last.range.upperBound)
    var start = whole.lowerBound
    while start + words.count <= min(whole.upperBound, bytes.count) {
      if bytes[start] == words[0], bytes[start..<(start + words.count)].elementsEqual(words) {
        return start..<(start + words.count)
      }
      start += 1
    }
    return whole
  }

  /// `base`, `connection`, `id` of `{BASE_CONNECTION_ID}`; a bare `{ID}` says too little.
  private static func words(ofPlaceholder segment: Substring) -> [String]? {
    guard segment.hasPrefix("{"), segment.hasSuffix("}") else { return nil }
    let words = SecretNames.words(of: String(segment)).map(usual)
    return words.count > 1 && words.last == "id" ? words : nil
  }

  /// What may be the names of the identifiers that the words call a query parameter.
  private static func identifiers(in words: [String]) -> [[String]] {
    var found: [[String]] = []
    for index in words.indices where words[index] == "id" {
      let rest = words[(index + 1)...]
      guard
        links.contains(where: { rest.starts(with: $0 + ["query", "parameter"]) })
      else { continue }
      for count in 2...5 where index + 1 >= count {
        found.append(Array(words[(index + 1 - count)...index]))
      }
    }
    return found
  }

  /// The service says flow where the text says dataflow.
  private static func usual(_ word: String) -> String { word == "dataflow" ? "flow" : word }

  private static let links = [
    ["as", "a"], ["as", "the"], ["as", "part", "of", "the"], ["in", "the"], ["in", "a"],
  ]
}
