import Diagnostics
import JSONReader
import MarkdownTree

/// The source under another name than the page's.
struct SourceNameCheck {
  private let context: CheckContext
  private let name: String
  private let words: [String]
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    // A name that is only the file's says nothing of how the page spells it.
    guard let name = context.facts.source?.name, context.makesSource,
      [context.outline.title?.text, context.document.frontMatter?["title"]].contains(where: {
        $0?.contains(name) ?? false
      })
    else { return [] }
    var check = SourceNameCheck(context, name: name)
    check.checkBodies()
    check.checkTerms()
    check.checkTitle()
    return check.diagnostics
  }

  private init(_ context: CheckContext, name: String) {
    self.context = context
    self.name = name
    words = SecretNames.words(of: name)
  }

  private mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String, remedy: String
  ) {
    diagnostics.append(
      .nameMismatch(
        at: range, subject, message, assumption: "the same source", remedy: remedy))
  }

  /// The source's name in a body's own name or description, in another case.
  private mutating func checkBodies() {
    guard name.count > 3 else { return }
    let folded = name.lowercased()
    for request in context.facts.requests {
      for key in ["name", "description"] {
        guard let value = request.json?[key], let text = value.string else { continue }
        let lower = text.lowercased()
        guard lower.count == text.count else { continue }
        guard let found = lower.firstRange(of: folded) else {
          if let other = nearlyNamed(in: text) {
            report(
              value.range, "\(key) \(other)",
              "the body spells the source \(other), the page \(name)",
              remedy: "write \(name)")
          }
          continue
        }
        let offset = lower.distance(from: lower.startIndex, to: found.lowerBound)
        let start = text.index(text.startIndex, offsetBy: offset)
        let spelt = text[start..<text.index(start, offsetBy: folded.count)]
        guard spelt != name else { continue }
        report(
          value.range, "\(key) \(spelt)", "the body spells the source \(spelt), the page \(name)",
          remedy: "write \(name)")
      }
    }
  }

  /// As many words as the name has, with one letter too few, too many or changed. A plural is none.
  private func nearlyNamed(in text: String) -> String? {
    let words = text.split(separator: " ")
    let count = name.split(separator: " ").count
    guard name.utf8.count > 7, words.count >= count, words.count < 100 else { return nil }
    for start in 0...(words.count - count) {
      let other = words[start..<(start + count)].joined(separator: " ")
      if other.first == name.first,
        other.lowercased().distance(to: name.lowercased(), limit: 1) == 1,
        other + "s" != name, name + "s" != other
      {
        return other
      }
    }
    return nil
  }

  /// Product names in the text that are variants of the source's, and spec IDs given for another
  /// product.
  private mutating func checkTerms() {
    for item in context.outline.items {
      switch item.kind {
      case .heading(let heading): checkVariants(in: heading.content)
      case .paragraph(let content): checkVariants(in: content)
      case .table(let table):
        for row in table.rows {
          for cell in row.cells { checkVariants(in: cell.content) }
          checkOwner(of: row)
        }
      default: continue
      }
    }
  }

  /// "Generic REST OData" for "Generic OData": the same name with words put in.
  private mutating func checkVariants(in content: [Inline]) {
    for inline in content.flattened {
      guard case .term("DNL", let inner) = inline.kind else { continue }
      let text = inner.plainText
      let other = SecretNames.words(of: text)
      guard words.count > 1, other.count > words.count, other.first == words.first,
        other.last == words.last,
        // A word that stands twice is a finding of its own.
        !zip(other, other.dropFirst()).contains(where: { $0 == $1 })
      else { continue }
      report(
        inline.range, text, "the source is called \(text) here, \(name) elsewhere",
        remedy: "write \(name)")
    }
  }

  /// The row of the spec ID names the product that it is the ID of.
  private mutating func checkOwner(of row: Table.Row) {
    guard let first = row.cells.first,
      FieldPath(first.content.plainText).folded.joined() == "connectionspecid",
      !isTarget(row)
    else { return }
    var names: [String] = []
    for cell in row.cells.dropFirst() {
      for inline in cell.content.flattened {
        if case .term("DNL", let inner) = inline.kind { names.append(inner.plainText) }
      }
    }
    names.removeAll { SourceNaming.isGeneral($0) }
    guard let stranger = names.first, !names.contains(where: isRelated) else { return }
    report(
      row.range, "spec ID of \(stranger)",
      "the connection specification ID is said to be that of \(stranger), the page is about \(name)",
      remedy: "write \(name)")
  }

  private func isTarget(_ row: Table.Row) -> Bool {
    let table = context.table(at: row.range.lowerBound)
    guard let request = table?.request, request < context.facts.requests.count else { return false }
    return context.facts.requests[request].resource == "targetConnections"
  }

  /// Whether two names share a word, or one is the other's initials.
  private func isRelated(_ other: String) -> Bool {
    let left = name.foldedName
    let right = other.foldedName
    if left.contains(right) || right.contains(left) { return true }
    let others = SecretNames.words(of: other)
    if !Set(words).isDisjoint(with: others) { return true }
    return Self.initials(words) == right || Self.initials(others) == left
  }

  private static func initials(_ words: [String]) -> String {
    String(words.compactMap(\.first))
  }

  /// Heading and front matter are about the same thing, and the page does what they say.
  private mutating func checkTitle() {
    guard let title = context.outline.title else { return }
    let metadata = context.document.frontMatter?["title"] ?? ""
    if !metadata.isEmpty, Self.prefix(of: title.text) != Self.prefix(of: metadata) {
      report(
        title.range, "title prefix",
        "the heading says \"\(title.text)\", the front matter's title \"\(metadata)\"",
        remedy: "write the same in both")
    }
    let makesMore = context.facts.requests.contains { $0.resource == "sourceConnections" }
    if !makesMore, title.text.lowercased().contains("source connection") {
      report(
        title.range, "source connection",
        "the heading speaks of a source connection, the page makes a base connection only",
        remedy: "write base connection")
    }
  }

  /// `(Beta)` before a title.
  private static func prefix(of title: String) -> Substring {
    guard title.hasPrefix("("), let end = title.firstIndex(of: ")") else { return "" }
    return title[...end]
  }
}
