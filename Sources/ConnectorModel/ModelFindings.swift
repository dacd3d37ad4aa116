import Diagnostics

/// The wording of the model's findings.
extension Diagnostic {
  static func conflictingDefault(
    of name: String, known: String, other: String, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .conflictingDefault, at: range, subject: name,
      "`\(name)` has the default `\(other)` here and `\(known)` elsewhere",
      assumption: "taken as `\(known)`", remedy: "give one default")
  }

  static func conflictingErrorCode(_ code: String, at range: Range<Int>) -> Diagnostic {
    Diagnostic(
      .conflictingErrorCode, at: range, subject: code,
      "`\(code)` is documented with another message elsewhere",
      assumption: "the first message is taken", remedy: "give one message for each code")
  }

  static func typeConflict(
    _ subject: String, kinds: [Shape.Kind], at range: Range<Int>, notes: [Note]
  ) -> Diagnostic {
    let names = kinds.map { "\($0)" }.joined(separator: ", ")
    return Diagnostic(
      .typeConflict, at: range, subject: subject,
      "`\(subject)` has different types in the examples: \(names)",
      assumption: "a type that holds either", remedy: "write the value in one type", notes: notes)
  }

  static func duplicateSource(
    _ name: String, other: String, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .duplicateSource, at: range, subject: name,
      "\(other) documents a source of the same name, `\(name)`",
      assumption: "both are kept, each under its own page's name",
      remedy: "say in the heading how they differ")
  }

  static func credentialsWithoutAuthentication(
    _ names: [String], at range: Range<Int>
  ) -> Diagnostic {
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return Diagnostic(
      .credentialsWithoutAuthentication, at: range, subject: names.joined(separator: " "),
      "no example of the page sends the credentials \(list)",
      assumption: "the source has no authentication",
      remedy: "add an example with `auth.specName` and `auth.params`")
  }

  static func responseWithoutRequest(
    _ section: String, answersPayload: Bool, at range: Range<Int>
  ) -> Diagnostic {
    if answersPayload {
      return Diagnostic(
        .responseWithoutRequest, at: range, subject: section,
        "no command of the page sends the payload that this response answers",
        assumption: "both have a type of their own", remedy: "show how the payload is sent")
    }
    return Diagnostic(
      .responseWithoutRequest, at: range, subject: section,
      "this response belongs to no request of the page", assumption: "it has a type of its own",
      remedy: "put it behind its request")
  }

  static func queryParameterTypo(
    _ name: String, meant: String, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .queryParameterTypo, at: range, subject: name,
      "no request sends the query parameter `\(name)`",
      assumption: "read as `\(meant)`", remedy: "write `\(meant)`")
  }

  static func sharedSpecification(
    _ id: String, of name: String, and other: String, on page: String, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .specIDMismatch, at: range, subject: "\(id) of \(other)",
      "\(id) is given here for \(name), and by \(page) for \(other)",
      assumption: "taken for both", remedy: "find out whose ID it is, and correct the other page")
  }

  static func listedSpecification(
    _ id: String, of name: String, known: String, on page: String, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .specIDMismatch, at: range, subject: "\(id) of \(name)",
      "the list gives \(name) the ID \(id), its own page \(page) gives \(known)",
      assumption: "the source's own page is right", remedy: "give one ID in all places")
  }

  static func strangersSpecification(
    _ id: String, of other: String, known: String, not name: String, on page: String,
    at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .nameMismatch, at: range, subject: "spec ID of \(other)",
      """
      the ID \(id) is said to be that of \(other), whose own page \(page) gives \(known); this \
      page is about \(name)
      """,
      assumption: "the ID of \(name)", remedy: "write \(name)")
  }

  static func operationNameCollision(
    _ key: OperationKey, other: OperationKey, at range: Range<Int>
  ) -> Diagnostic {
    Diagnostic(
      .operationNameCollision, at: range, subject: "\(key.method) \(key.path)",
      "\(key.method) \(key.path) would have the same name as \(other.method) \(other.path)",
      assumption: "the name is made longer", remedy: "check both URLs")
  }
}
