import Diagnostics
import MarkdownTree

/// "The `/schemas` endpoint", where the API format says `/tenant/schemas`.
enum ProseEndpointCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var formats: [SectionFact: [APIFormatFact.Line]] = [:]
    for format in context.scan.apiFormats where format.lines.count <= mostLines {
      formats[format.section.withoutTab, default: []] += format.lines
    }
    var diagnostics: [Diagnostic] = []
    for paragraph in context.scan.paragraphs {
      guard let lines = formats[paragraph.section.withoutTab], lines.count <= mostLines else {
        continue
      }
      for inline in paragraph.content.flattened {
        guard case .code(let text) = inline.kind, text.hasPrefix("/"),
          !text.contains(where: { "{?= ".contains($0) }),
          let line = longer(than: text, in: lines)
        else { continue }
        diagnostics.append(
          Diagnostic(
            .endpointMismatch, at: inline.range, subject: "text \(text)",
            "the text names the endpoint \(text), the API format \(line.target)",
            assumption: "the API format is right", remedy: "write the endpoint in one way",
            notes: [Diagnostic.Note(range: line.range, message: "the API format")]))
      }
    }
    return diagnostics
  }

  private static let mostLines = 100
  /// Segments of a service, which prose may leave out as API formats may leave out the root. What
  /// stands behind a placeholder is a part of one resource, and has a name of its own.
  private static let services: Set<Substring> = [
    "catalog", "connectors", "conversion", "flowservice", "schemaregistry",
  ]

  /// The API format of which a text names only the end, where no other one begins with the text.
  private static func longer(
    than text: String, in lines: [APIFormatFact.Line]
  ) -> APIFormatFact.Line? {
    let named = EndpointPath(text).relative.segments
    guard !named.isEmpty else { return nil }
    var found: APIFormatFact.Line?
    for line in lines {
      let all = EndpointPath(line.target).relative.segments
      if all.starts(with: named) { return nil }
      let before = all.dropLast(named.count)
      if found == nil, all.count > named.count, all.suffix(named.count).elementsEqual(named),
        !before.contains(where: { services.contains($0) || EndpointPath.isPlaceholder($0) })
      {
        found = line
      }
    }
    return found
  }
}
