import Diagnostics
import JSONReader
import MarkdownTree

/// A path in the text, `@/datasets/{DATASET_ID}`, that a response writes in another case.
enum ProsePathCheck {
  static func run(_ context: CheckContext) -> [Diagnostic] {
    var values: [String: String] = [:]
    for response in context.facts.responses { response.json?.collectPaths(into: &values) }
    guard !values.isEmpty else { return [] }
    var diagnostics: [Diagnostic] = []
    for paragraph in context.scan.paragraphs {
      for inline in paragraph.content.flattened {
        guard case .code(let text) = inline.kind, let head = head(of: text, upTo: "{"),
          let other = values[head.lowercased()], other != head
        else { continue }
        diagnostics.append(
          .nameMismatch(
            at: inline.range, head, "the text says \(head), the response \(other)",
            assumption: "the response is right", remedy: "write \(other)"))
      }
    }
    return diagnostics
  }

  /// What stands before the last slash.
  private static func head(of text: String, upTo mark: Character) -> String? {
    let text = text.filter { $0 != "\"" }
    guard text.contains(mark), let end = text.firstIndex(of: mark) else { return nil }
    let head = text[..<end]
    return head.hasSuffix("/") && head.count > 3 ? String(head) : nil
  }
}

extension JSONNode {
  /// Strings with slashes, up to the last one, by their lower case.
  fileprivate func collectPaths(into values: inout [String: String]) {
    switch kind {
    case .string(let text):
      guard text.hasPrefix("/") || text.hasPrefix("@/"), !text.contains(" "),
        let slash = text.lastIndex(of: "/")
      else { return }
      let head = String(text[...slash])
      if values[head.lowercased()] == nil { values[head.lowercased()] = head }
    case .array(let elements):
      for element in elements { element.collectPaths(into: &values) }
    case .object(let members):
      for member in members { member.value.collectPaths(into: &values) }
    default: break
    }
  }
}
