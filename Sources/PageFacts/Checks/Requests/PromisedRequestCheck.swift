import Diagnostics
import MarkdownTree

/// "Send a POST request to the `mappingSets` endpoint", where neither the section nor the rest of the
/// page shows such a request.
struct PromisedRequestCheck {
  /// The collections that steps of a tutorial make resources in.
  private static let collections: Set<Substring> = [
    "connections", "sourceConnections", "targetConnections", "flows", "mappingSets",
  ]

  static func run(_ context: CheckContext) -> [Diagnostic] {
    // A page without requests leaves all of them to others.
    guard context.makesSource, context.facts.requests.contains(where: { $0.method == "POST" })
    else {
      return []
    }
    var shown: Set<Substring> = []
    for request in context.facts.requests { shown.formUnion(request.pathSegments) }
    for line in context.scan.apiFormats.flatMap(\.lines) {
      shown.formUnion(EndpointPath(line.target).segments)
    }
    var diagnostics: [Diagnostic] = []
    for item in context.outline.items where !item.isAside {
      guard case .paragraph(let content) = item.kind,
        content.plainText.contains("POST request")
      else { continue }
      for inline in content.flattened {
        guard case .code(let text) = inline.kind,
          let name = EndpointPath(text).segments.last, Self.collections.contains(name),
          !shown.contains(name)
        else { continue }
        diagnostics.append(
          Diagnostic(
            .endpointMismatch, at: inline.range, subject: "promised \(name)",
            "the text says to send a POST request to \(name), no request of the page does",
            assumption: "no operation of the page",
            remedy: "show the request with its API format, or link to the page that does"))
      }
    }
    return diagnostics
  }
}
