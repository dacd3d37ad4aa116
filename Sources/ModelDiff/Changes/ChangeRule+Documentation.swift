/// What people are told about a kind of change. The page `docs/diff.md` holds the same as a table.
extension ChangeRule {
  /// What it is, when it breaks code that uses the client, and when it breaks on the wire.
  package var documentation: (what: String, source: String, wire: String) {
    switch self {
    case .sourceAdded:
      (
        "a page documents a source that was not there",
        "if a group of operations was called so, which has another name now", Self.no
      )
    case .sourceRemoved: ("no page documents the source any more", Self.yes, Self.yes)
    case .sourceRenamed:
      (
        "the source has another name or another key; another key is a guess",
        "if its name in Swift changes", Self.no
      )
    case .specificationAdded: ("one more connection specification ID", Self.no, Self.no)
    case .specificationRemoved:
      ("one connection specification ID less", "if it was the last one of its kind", Self.yes)
    case .specificationChanged:
      ("the first connection specification ID is another one", Self.no, Self.yes)
    case .specificationVersionChanged: ("the specification has another version", Self.no, Self.yes)
    case .authenticationAdded:
      (
        "a spec name that was not there",
        "a switch over `Authentication` lacks a case; not if the source had none", Self.no
      )
    case .authenticationRemoved: ("a spec name is gone", Self.yes, Self.yes)
    case .authenticationRenamed:
      (
        "another spec name with the parameters of the old one; a guess",
        "if its name in Swift changes", Self.yes
      )
    case .patternAdded:
      ("a field's text has a documented pattern", "if it is a secret only now", Self.no)
    case .patternRemoved:
      (
        "a field's text has no documented pattern any more", "the type of its parts is gone",
        Self.no
      )
    case .patternChanged: ("a field's pattern is another one", "if its parts change", Self.yes)
    case .fieldAdded:
      (
        "a field that was not there",
        "if it is required, also in a response, which tests make; or if a body gets too many "
          + "fields to be given one by one", "if it is required and sent"
      )
    case .fieldRemoved:
      ("a field is gone", Self.yes, "if it is sent, or if a response always had it")
    case .fieldRenamed: ("another wire name for the same field; a guess", Self.yes, Self.yes)
    case .fieldsReordered:
      ("fields stand in another order", "if arguments change places", Self.no)
    case .becameRequired:
      ("a field or parameter is required now", Self.type, "if it is sent")
    case .becameOptional:
      (
        "a field or parameter is optional now",
        "a property is an optional now; not for a parameter that keeps its place",
        "if it is read: the old client fails where it is missing"
      )
    case .becameNullable: ("a field may be null now", Self.type, "if it is read")
    case .stoppedBeingNullable: ("a field is never null now", Self.type, "if it is sent")
    case .becameSecret: ("a field is a secret now", Self.type, Self.no)
    case .stoppedBeingSecret: ("a field is no secret now", Self.type, Self.no)
    case .typeChanged:
      (
        "a field or parameter has another type", Self.type,
        "unless what is sent gets wider or what is read narrower"
      )
    case .defaultAdded: ("a default is documented", Self.no, Self.no)
    case .defaultRemoved: ("no default is documented any more", Self.no, "if it is sent")
    case .defaultChanged:
      ("the default is another one", Self.no, "if it is sent: leaving it out means something else")
    case .valuesAdded:
      ("more documented values", "if they are the first ones: the type has a name now", Self.no)
    case .valuesRemoved:
      ("fewer documented values", "if there are constants for them", "if it is sent")
    case .parameterAdded:
      (
        "a path parameter, query parameter or header that was not there", "if it is required",
        "if it is required"
      )
    case .parameterRemoved: ("a parameter is gone", Self.yes, Self.yes)
    case .parameterRenamed:
      (
        "another name for the same parameter; a guess, except in paths", Self.yes,
        "not in paths, which hold no names"
      )
    case .parametersReordered:
      ("parameters stand in another order", "if arguments change places", Self.no)
    case .operationAdded: ("a method and path that was not there", Self.no, Self.no)
    case .operationRemoved: ("no page documents the operation any more", Self.yes, Self.yes)
    case .operationMoved:
      ("another path for the same resource and verb; a guess", "if names change with it", Self.yes)
    case .requestAdded: ("a source's page documents one more operation", Self.no, Self.no)
    case .requestRemoved:
      ("a source's page documents an operation no more", Self.yes, "if no other page does")
    case .bodyAdded: ("a request has a body now", Self.yes, Self.yes)
    case .bodyRemoved: ("a request has no body any more", Self.yes, Self.yes)
    case .responseAdded: ("a response is documented", Self.type, Self.no)
    case .responseRemoved: ("no response is documented any more", Self.type, Self.yes)
    case .payloadAdded:
      (
        "a payload that no command sends is new, also where a page showed only its answer",
        Self.no, Self.no
      )
    case .payloadRemoved: ("such a payload is gone", Self.yes, Self.yes)
    case .payloadRenamed:
      (
        "such a payload stands under another tab or heading, after which it is named; a guess",
        "if its name in Swift changes", Self.no
      )
    case .interfaceChanged:
      (
        "a declaration changes for another reason, such as a name that two things want",
        "as the declaration says", Self.no
      )
    case .codeChanged:
      (
        "a request is made otherwise, or a constant has another value, though nothing else says so",
        Self.no, Self.yes
      )
    case .pageAdded: ("a page of no source is new", Self.no, Self.no)
    case .pageRemoved: ("a page of no source is gone", Self.no, Self.no)
    case .tableAdded:
      (
        "a table is new with words that no other change tells", Self.no, Self.no
      )
    case .tableRemoved:
      ("a table is gone with words that no other change tells", Self.no, Self.no)
    case .tableRowAdded:
      ("a table has one more row, which no other change tells", Self.no, Self.no)
    case .tableRowRemoved:
      ("a table has one row less, which no other change tells", Self.no, Self.no)
    case .tableRowChanged:
      (
        "a row, known by its first cell, has another text or its links lead elsewhere, which no other "
          + "change tells", Self.no, Self.no
      )
    case .errorCodeAdded: ("an error code is new", Self.no, Self.no)
    case .errorCodeRemoved: ("an error code is gone", Self.yes, Self.no)
    case .errorCodeChanged:
      (
        "an error code is described in other words",
        "if its message is another one, after which its constant is named", Self.no
      )
    case .documentationChanged:
      (
        "a text, title, example, name in tables or the order of values is another one", Self.no,
        Self.no
      )
    case .examplesChanged: ("an example is another one, is new or is gone", Self.no, Self.no)
    case .anchorsChanged: ("comments link to other sections", Self.no, Self.no)
    case .correctionsChanged:
      (
        "an overlay of the configuration corrects something else, or what the page says below it is "
          + "another value; what is right is told by the other rules", Self.no, Self.no
      )
    }
  }

  private static let yes = "always"
  private static let no = "never"
  private static let type = "where the type in Swift changes"

  package static func named(_ name: String) -> ChangeRule? { ChangeRule(rawValue: name) }

  /// The text of `explain RULE`.
  package var explanation: String {
    let (what, source, wire) = documentation
    return """
      \(rawValue) (a change that `connectorgen diff` shows)

      \(what.prefix(1).uppercased() + what.dropFirst()).

      Breaks code that uses the client: \(source).
      Breaks on the wire: \(wire).

      """
  }

  /// The table of `docs/diff.md`.
  package static var table: String {
    var text = "| rule | what | breaks source | breaks on the wire |\n| --- | --- | --- | --- |\n"
    for rule in allCases {
      let (what, source, wire) = rule.documentation
      text += "| `\(rule.rawValue)` | \(what) | \(source) | \(wire) |\n"
    }
    return text
  }
}
