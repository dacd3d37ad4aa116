import Diagnostics
import JSONReader
import MarkdownTree

/// "Azure Azure Data Explorer": the same capitalized word twice.
struct DoubledWordCheck {
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = DoubledWordCheck()
    for entry in context.document.frontMatter?.entries ?? [] where entry.key == "title" {
      check.look(in: entry.value, at: entry.range)
    }
    for item in context.outline.items {
      switch item.kind {
      case .heading(let heading): check.look(in: heading.content.plainText, at: item.range)
      case .paragraph(let content): check.look(in: content.plainText, at: item.range)
      case .table(let table):
        for row in table.rows {
          for cell in row.cells { check.look(in: cell.content.plainText, at: cell.range) }
        }
      default: continue
      }
    }
    for request in context.facts.requests {
      for key in ["name", "description"] {
        if let value = request.json?[key], let text = value.string {
          check.look(in: text, at: value.range)
        }
      }
    }
    return check.diagnostics
  }

  private mutating func look(in text: String, at range: Range<Int>) {
    var previous: Substring = ""
    for word in text.split(separator: " ") {
      if word == previous, word.count > 2, word.first?.isUppercase == true,
        word.allSatisfy({ $0.isLetter })
      {
        diagnostics.append(
          .nameMismatch(
            at: range, "doubled \(word)", "\(word) stands twice in a row",
            assumption: "one of them is a slip", remedy: "take one out"))
        return
      }
      previous = word
    }
  }
}
