import Diagnostics
import MarkdownTree

/// Product names of which a page leaves a part out, or out of their mark, or to which it adds one.
struct PartialNameCheck {
  /// A page with more product names is no tutorial.
  private static let mostNames = 500
  /// So often must the whole name stand for one short form to be a slip.
  private static let habit = 5

  private var terms: [(text: String, range: Range<Int>)] = []
  /// Terms directly before text that could belong to them.
  private var openTerms: [(text: String, rest: String, range: Range<Int>)] = []
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = PartialNameCheck()
    for item in context.outline.items {
      switch item.kind {
      case .heading(let heading): check.look(at: heading.content)
      case .paragraph(let content): check.look(at: content)
      case .table(let table):
        for row in table.rows {
          for cell in row.cells { check.look(at: cell.content) }
        }
      default: continue
      }
    }
    let counts = Dictionary(check.terms.map { ($0.text, 1) }, uniquingKeysWith: +)
    guard counts.count <= mostNames else { return [] }
    check.checkMarks(counts.keys.filter { !SourceNaming.isGeneral($0) }.sorted())
    if let name = context.facts.source?.name { check.checkShortForm(of: name, counts) }
    return check.diagnostics
  }

  private mutating func look(at content: [Inline]) {
    for (index, inline) in content.enumerated() {
      switch inline.kind {
      case .term("DNL", let inner):
        let text = inner.plainText
        terms.append((text, inline.range))
        if index + 1 < content.count, case .text(let rest) = content[index + 1].kind {
          openTerms.append((text, String(rest.prefix(80)), inline.range))
        }
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .link(_, _, let inner):
        look(at: inner)
      default:
        continue
      }
    }
  }

  /// `[!DNL Acme] Cloud` on a page that has `[!DNL Acme Cloud]`: the rest of the name would be
  /// translated.
  private mutating func checkMarks(_ names: [String]) {
    for (text, rest, range) in openTerms {
      let seen = text + rest
      guard
        let name = names.first(where: { name in
          name.hasPrefix(text + " ") && seen.hasPrefix(name)
            && !(seen.dropFirst(name.count).first.map { $0.isLetter || $0.isNumber } ?? false)
        })
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: range, "mark of \(name)",
          "only \"\(text)\" of the name \"\(name)\" is marked here, elsewhere all of it is",
          assumption: "the same name", remedy: "write [!DNL \(name)]"))
    }
  }

  /// Words of the same beginning are a variant, which is a finding of its own.
  private func isExtended(_ text: String, _ name: String) -> Bool {
    text.hasSuffix(" " + name)
      && text.split(separator: " ").first != name.split(separator: " ").first
  }

  /// The source's name without its first words, or with a word more before it, in one place only.
  private mutating func checkShortForm(of name: String, _ counts: [String: Int]) {
    guard counts[name, default: 0] >= Self.habit else { return }
    for (text, range) in terms
    where counts[text] == 1 && (name.hasSuffix(" " + text) || isExtended(text, name)) {
      diagnostics.append(
        .nameMismatch(
          at: range, text, "the source is called \(text) here, \(name) elsewhere",
          assumption: "the same source", remedy: "write \(name)"))
    }
  }
}
