import Diagnostics
import MarkdownTree

/// API formats of one service that write its root in different ways.
struct RootCheck {
  private struct Mention {
    var target: String
    var root: [Substring]
    var range: Range<Int>
    var isProse: Bool
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var services: [Substring: [Mention]] = [:]
    func add(_ target: String, _ range: Range<Int>, isProse: Bool) {
      let (segments, root) = EndpointPath(target).relative
      guard let first = segments.first, !EndpointPath.isPlaceholder(first) else { return }
      let service = flowCollections.contains(first) ? "flowservice" : first
      services[service, default: []].append(
        Mention(target: target, root: root, range: range, isProse: isProse))
    }
    var seen: Set<Range<Int>> = []
    for format in context.scan.apiFormats where seen.insert(format.range).inserted {
      for line in format.lines { add(line.target, line.range, isProse: false) }
    }
    for paragraph in context.scan.paragraphs {
      for inline in paragraph.content.flattened {
        guard case .code(let text) = inline.kind, text.hasPrefix("/"), text.contains("/{"),
          !text.contains(" ")
        else { continue }
        add(text, inline.range, isProse: true)
      }
    }
    var diagnostics: [Diagnostic] = []
    for service in services.keys.sorted() {
      diagnostics += minority(of: services[service] ?? [])
    }
    return diagnostics
  }

  /// The collections of the Flow Service, which is what `/flowservice` stands for.
  private static let flowCollections: Set<Substring> = [
    "connections", "sourceConnections", "targetConnections", "flows", "flowSpecs",
    "connectionSpecs", "runs",
  ]

  /// The mentions that write the root as few others do. Prose may leave the root out as it likes.
  private static func minority(of mentions: [Mention]) -> [Diagnostic] {
    var counts: [[Substring]: Int] = [:]
    for mention in mentions where !mention.isProse { counts[mention.root, default: 0] += 1 }
    if counts.isEmpty { for mention in mentions { counts[mention.root, default: 0] += 1 } }
    let best = counts.max { left, right in
      (left.value, right.key.count) < (right.value, left.key.count)
    }
    guard let usual = best?.key else { return [] }
    return mentions.compactMap { mention in
      guard mention.root != usual, !mention.isProse || !mention.root.isEmpty else { return nil }
      func spelt(_ root: [Substring]) -> String {
        root.isEmpty ? "no root" : "the root /\(root.joined(separator: "/"))"
      }
      return Diagnostic(
        .endpointMismatch, at: mention.range, subject: "root \(mention.target)",
        "this endpoint has \(spelt(mention.root)), the others of its service have \(spelt(usual))",
        assumption: "the same root for all", remedy: "write all endpoints in one way")
    }
  }
}
