import CurlReader
import Diagnostics
import JSONReader

/// Placeholders of the platform's own values: one name for each, and never for a source's value.
enum PlatformPlaceholderCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    for (index, request) in context.facts.requests.enumerated() {
      diagnostics += organization(of: request)
      diagnostics += token(of: request, context.bodies[index])
    }
    return diagnostics
  }

  private static func organization(of request: RequestFact) -> [Diagnostic] {
    request.curl.headers.compactMap { header in
      guard header.name.lowercased() == "x-gw-ims-org-id", header.value.hasPrefix("{"),
        header.value != "{ORG_ID}"
      else { return nil }
      return .nameMismatch(
        at: header.range, "\(header.value) \(request.url)",
        "the organization's placeholder is \(header.value) here, {ORG_ID} in the documentation at large",
        assumption: "the same value", remedy: "write {ORG_ID}")
    }
  }

  private static func token(of request: RequestFact, _ body: BodyFields) -> [Diagnostic] {
    let bearer = request.curl.headers.first { $0.name.lowercased() == "authorization" }
    guard let bearer else { return [] }
    return body.fields.compactMap { field in
      guard let text = field.value.string, text.hasPrefix("{"), text.hasSuffix("}"),
        bearer.value.hasSuffix(" " + text)
      else { return nil }
      return .nameMismatch(
        at: field.value.range, "\(text) \(field.path.text)",
        """
        \(text) stands for a value of the source here and for the platform's own token in the \
        Authorization header
        """,
        assumption: "two different values",
        remedy: "give the source's value a placeholder of its own",
        notes: [Diagnostic.Note(range: bearer.range, message: "the platform's token")])
    }
  }
}
