import Diagnostics
import JSONReader
import MarkdownTree

/// A tab or heading that spells an authentication's `specName` in another way, since the service knows
/// only the name that is sent; and a `specName` that promises other parameters than are sent.
struct AuthenticationNameCheck {
  /// A tab's title or a heading.
  private struct Label: Hashable {
    var text: String
    var range: Range<Int>
  }

  private var heading: Label?
  private var tab: Label?
  private var reported: Set<Label> = []
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var names: [Int: [JSONNode]] = [:]
    for request in context.facts.requests {
      guard let name = request.json?["auth"]?["specName"] else { continue }
      names[request.range.lowerBound, default: []].append(name)
    }
    guard !names.isEmpty else { return [] }
    var check = AuthenticationNameCheck()
    for item in context.outline.items {
      switch item.kind {
      case .heading(let heading):
        check.heading = Label(text: heading.content.plainText, range: item.range)
        check.tab = nil
      case .tab(let title):
        let source = context.document.source
        let line = source.location(of: item.range.lowerBound).line
        check.tab = Label(text: title, range: source.lineRange(line))
      case .tabsEnd:
        check.tab = nil
      case .fence:
        for name in names[item.range.lowerBound] ?? [] { check.compare(name) }
      default:
        continue
      }
    }
    for request in context.facts.requests { check.comparePromise(of: request) }
    return check.diagnostics
  }

  /// Basic authentication is by a user name and a password; where a connection string is all that is
  /// sent, the name is that of another specification.
  private mutating func comparePromise(of request: RequestFact) {
    guard let authentication = request.json?["auth"], let name = authentication["specName"],
      let text = name.string, Self.words(of: text).starts(with: ["basic", "authentication"]),
      let parameters = authentication["params"]?.members, parameters.count == 1,
      parameters[0].key.foldedName == "connectionstring"
    else { return }
    diagnostics.append(
      .nameMismatch(
        at: name.range, "\(text) of \(parameters[0].key)",
        "the specName is \"\(text)\", but all that is sent is a \(parameters[0].key)",
        assumption: "the name that is sent",
        remedy: "write the name of the specification that takes a connection string",
        notes: [Diagnostic.Note(range: parameters[0].keyRange, message: "the only parameter")]))
  }

  private mutating func compare(_ name: JSONNode) {
    guard let text = name.string else { return }
    let words = Self.words(of: text)
    guard words.count > 1 else { return }
    for label in [tab, heading].compactMap(\.self) {
      guard Self.words(of: label.text).contains(words),
        !label.text.lowercased().contains(text.lowercased()), reported.insert(label).inserted
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: label.range, "label of \(text)",
          "\"\(label.text)\" spells the authentication in another way than the specName \"\(text)\"",
          assumption: "the name that is sent", remedy: "spell it as in the request",
          notes: [Diagnostic.Note(range: name.range, message: "sent here")]))
    }
  }

  /// The words without what stands between them, in lower case; `&` is a word.
  private static func words(of text: String) -> [String] {
    text.lowercased().replacing("&", with: " and ")
      .split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init)
  }
}
