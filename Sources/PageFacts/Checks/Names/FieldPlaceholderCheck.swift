import Diagnostics
import JSONReader

/// One field of the source with two placeholders.
struct FieldPlaceholderCheck {
  private var diagnostics: [Diagnostic] = []
  /// The first template of each field, by the field's name and the text around the placeholders.
  private var first: [String: (text: String, range: Range<Int>)] = [:]

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = FieldPlaceholderCheck()
    for authentication in context.facts.authentications { check.checkSharing(authentication) }
    for (request, body) in zip(context.facts.requests, context.bodies) {
      for field in body.fields {
        guard let text = field.value.string, text.contains("{"),
          field.path.parts.dropLast().last == "params", let name = field.path.parts.last
        else { continue }
        // A placeholder alone may mean another thing in another request's parameters.
        let isWhole =
          text.hasPrefix("{") && text.dropFirst().firstIndex(of: "}") == text.indices.last
        if isWhole, field.path.parts.first != "auth" { continue }
        check.look(at: text, of: name, field.value.range)
      }
      // JSON Patch: the path names the field.
      for element in request.json?.elements ?? [] {
        guard let path = element["path"]?.string, let value = element["value"],
          let text = value.string, text.contains("{"), path.hasPrefix("/auth/params/"),
          let name = path.split(separator: "/").last
        else { continue }
        check.look(at: text, of: String(name), value.range)
      }
    }
    return check.diagnostics
  }

  private mutating func look(at text: String, of field: String, _ range: Range<Int>) {
    let key = field + "\n" + Self.skeleton(of: text)
    guard let known = first[key] else {
      first[key] = (text, range)
      return
    }
    guard known.text != text else { return }
    diagnostics.append(
      .nameMismatch(
        at: range, "\(field) \(text)", "\(field) is \(text) here and \(known.text) elsewhere",
        assumption: "the same value", remedy: "use the same placeholders",
        notes: [Diagnostic.Note(range: known.range, message: "the other placeholder")]))
  }

  /// One placeholder for two parameters, by its words that of the other one.
  private mutating func checkSharing(_ authentication: AuthenticationFact) {
    var owners: [String: String] = [:]
    for parameter in authentication.parameters {
      guard let text = parameter.value.string, text.hasPrefix("{"), text.hasSuffix("}"),
        text.foldedName == parameter.key.foldedName
      else { continue }
      owners[text] = parameter.key
    }
    for parameter in authentication.parameters {
      guard let text = parameter.value.string, let owner = owners[text],
        owner.foldedName != parameter.key.foldedName
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: parameter.value.range, "\(parameter.key) \(text)",
          "\(parameter.key) has \(text), the placeholder of \(owner)",
          assumption: "two different values", remedy: "use a placeholder of its own"))
    }
  }

  /// The text with its placeholders emptied.
  private static func skeleton(of text: String) -> String {
    var result = ""
    var isInside = false
    for character in text {
      if character == "}" { isInside = false }
      if !isInside { result.append(character) }
      if character == "{" { isInside = true }
    }
    return result
  }
}
