import Diagnostics
import JSONReader

/// A mapping none of whose sources is in the data that the page explored before.
enum MappingSourceCheck {
  /// More fields than that are no example for a reader.
  private static let mostFields = 10_000

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var known: Set<String> = []
    for response in context.facts.responses {
      guard let index = response.request, let json = response.json,
        context.facts.requests[index].pathSegments.contains("explore")
      else { continue }
      json["schema"]?.collectProperties(under: "", into: &known)
      json["data"]?.collectFields(under: "", into: &known)
      guard known.count <= mostFields else { return [] }
    }
    guard !known.isEmpty else { return [] }
    let ends = ends(of: known)
    return context.facts.requests.compactMap { request in
      let sources = sources(of: request)
      guard sources.count > 1, let first = sources.first,
        !sources.contains(where: { isKnown($0.path, known) || ends.contains($0.path) })
      else { return nil }
      return .nameMismatch(
        at: first.range, "mapping of \(first.path)",
        """
        the mapping is of \(first.path) and \(sources.count - 1) more, none of which is in the data \
        that the page explores
        """,
        assumption: "an example value", remedy: "map the fields that exploring the source shows")
    }
  }

  /// What is left of the paths without their first parts: a mapping may be of one array's elements.
  private static func ends(of paths: Set<String>) -> Set<String> {
    var ends: Set<String> = []
    for path in paths {
      var rest = path[...]
      while let dot = rest.firstIndex(of: ".") {
        rest = rest[rest.index(after: dot)...]
        ends.insert(String(rest))
      }
    }
    return ends
  }

  private static func isKnown(_ path: String, _ known: Set<String>) -> Bool {
    if known.contains(path) { return true }
    // What the exploration shows may itself be the content of an array.
    guard let dot = path.firstIndex(of: ".") else { return false }
    return known.contains(String(path[path.index(after: dot)...]))
  }

  private static func sources(of request: RequestFact) -> [(path: String, range: Range<Int>)] {
    (request.json?["mappings"]?.elements ?? []).compactMap { element in
      guard let source = element["source"] ?? element["sourceAttribute"],
        let path = source.string, !path.isEmpty, !path.contains("{"), !path.contains("("),
        element["sourceType"]?.string?.uppercased() != "EXPRESSION"
      else { return nil }
      return (FieldPath(path).text, source.range)
    }
  }
}

extension JSONNode {
  /// No field that a reader is to map lies deeper.
  private static let longestPath = 400

  /// The paths that a JSON Schema gives.
  fileprivate func collectProperties(under prefix: String, into paths: inout Set<String>) {
    guard prefix.utf8.count < JSONNode.longestPath else { return }
    for member in self["properties"]?.members ?? [] {
      paths.insert(prefix + member.key)
      member.value.collectProperties(under: prefix + member.key + ".", into: &paths)
    }
    self["items"]?.collectProperties(under: prefix, into: &paths)
  }

  /// The paths of a sample.
  fileprivate func collectFields(under prefix: String, into paths: inout Set<String>) {
    guard prefix.utf8.count < JSONNode.longestPath else { return }
    for element in elements ?? [] { element.collectFields(under: prefix, into: &paths) }
    for member in members ?? [] {
      paths.insert(prefix + member.key)
      member.value.collectFields(under: prefix + member.key + ".", into: &paths)
    }
  }
}
