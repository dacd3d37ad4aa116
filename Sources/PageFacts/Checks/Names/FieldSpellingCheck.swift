import Diagnostics
import JSONReader
import MarkdownTree

/// Fields that the text or a response spells in another case than the bodies.
struct FieldSpellingCheck {
  private let context: CheckContext
  /// Every name that stands as a key, a row or a whole value.
  private var known: Set<String> = []
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = FieldSpellingCheck(context)
    check.checkProse()
    check.checkParameters()
    check.checkElements()
    return check.diagnostics
  }

  private init(_ context: CheckContext) {
    self.context = context
    for request in context.facts.requests { request.json?.collectNames(into: &known) }
    for response in context.facts.responses { response.json?.collectNames(into: &known) }
    for loose in context.scan.looseJSON { loose.node.collectNames(into: &known) }
    // Collections are called as their endpoints are.
    for request in context.facts.requests { known.formUnion(request.pathSegments.map(String.init)) }
    for line in context.scan.apiFormats.flatMap(\.lines) {
      known.formUnion(EndpointPath(line.target).segments.map(String.init))
    }
    for table in context.facts.tables {
      for row in table.rows { known.formUnion(FieldPath(row.name).parts) }
    }
  }

  private static func isFieldName(_ text: String) -> Bool {
    text.count > 5 && text.first?.isLowercase == true && text.contains(where: \.isUppercase)
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
  }

  /// A code span that is a body's field but for the case or the plural.
  private mutating func checkProse() {
    var sent: [String: String] = [:]
    for field in context.bodies.flatMap(\.fields) {
      guard let name = field.path.parts.last, Self.isFieldName(name) else { continue }
      sent[Self.folded(name)] = name
    }
    var reported: Set<String> = []
    for paragraph in context.scan.paragraphs {
      for inline in paragraph.content.flattened {
        guard case .code(let text) = inline.kind, Self.isFieldName(text), !known.contains(text),
          let name = sent[Self.folded(text)], name != text, reported.insert(text).inserted
        else { continue }
        diagnostics.append(
          .nameMismatch(
            at: inline.range, text, "the text says \(text), the body sends \(name)",
            assumption: "the same field", remedy: "write \(name)"))
      }
    }
  }

  /// An element of a list that the text calls by its name in another case, beside the list's own
  /// name: an `encryption` section in `transformations`, where the element is an `Encryption`.
  private mutating func checkElements() {
    var lists: [String: [String: String]] = [:]
    for field in context.bodies.flatMap(\.fields) {
      guard let list = field.path.parts.last, let elements = field.value.elements else { continue }
      for element in elements {
        guard let name = element["name"]?.string, !name.isEmpty, name.allSatisfy(\.isLetter) else {
          continue
        }
        lists[list, default: [:]][name.lowercased()] = name
      }
    }
    guard !lists.isEmpty else { return }
    var reported: Set<String> = []
    for paragraph in context.scan.paragraphs {
      let code = paragraph.content.flattened.compactMap { inline in
        if case .code(let text) = inline.kind { (text: text, range: inline.range) } else { nil }
      }
      let names = code.compactMap { lists[$0.text] }
      for (text, range) in code {
        guard let name = names.lazy.compactMap({ $0[text.lowercased()] }).first, name != text,
          reported.insert(text).inserted
        else { continue }
        diagnostics.append(
          .nameMismatch(
            at: range, text, "the text says \(text), the element in the body is called \(name)",
            assumption: "the same element", remedy: "write \(name)"))
      }
    }
  }

  /// A parameter of an authentication that a response of the page spells in another case.
  private mutating func checkParameters() {
    var answered: [String: String] = [:]
    var names: Set<String> = []
    for response in context.facts.responses { response.json?.collectNames(into: &names) }
    for name in names.sorted() { answered[name.lowercased()] = name }
    for authentication in context.facts.authentications {
      for parameter in authentication.parameters where !names.contains(parameter.key) {
        guard let other = answered[parameter.key.lowercased()], parameter.key.count > 4 else {
          continue
        }
        diagnostics.append(
          .nameMismatch(
            at: parameter.keyRange, parameter.key,
            "the body sends \(parameter.key), the response above says \(other)",
            assumption: "the name that is sent", remedy: "spell the field in one way"))
      }
    }
  }

  private static func folded(_ name: String) -> String {
    let folded = name.foldedName
    return folded.hasSuffix("s") ? String(folded.dropLast()) : folded
  }
}

extension JSONNode {
  /// All keys, and all strings that could be names.
  fileprivate func collectNames(into names: inout Set<String>) {
    switch kind {
    case .object(let members):
      for member in members {
        names.insert(member.key)
        member.value.collectNames(into: &names)
      }
    case .array(let elements):
      for element in elements { element.collectNames(into: &names) }
    case .string(let text):
      if text.utf8.count < 40 { names.insert(text) }
    default: break
    }
  }
}
