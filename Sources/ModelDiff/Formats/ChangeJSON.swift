import ConnectorModel
import Linting

/// Changes for programs; `schemas/diff.schema.json` describes the form.
package enum ChangeJSON {
  /// Goes up with every change that an older reader would misread.
  package static let format = 1

  /// - Parameter stale: Entries of accepted changes that no change has any more.
  package static func render(
    _ comparison: ModelComparison, stale: [AcceptedChanges.Entry] = []
  ) -> String {
    let summary = ChangeSummary(comparison)
    return JSONText.object([
      ("format", .integer(format)),
      (
        "summary",
        .object([
          ("text", .string(summary.text)),
          ("breaking", .integer(summary.breaking)),
          ("accepted", .integer(summary.accepted)),
          ("compatible", .integer(summary.compatible)),
          ("documentation", .integer(summary.documentation)),
          ("sources", .integer(summary.sources)),
        ])
      ),
      ("changes", .array(comparison.changes.map(object))),
      (
        "stale",
        .array(
          stale.map {
            .object([
              ("rule", .string($0.rule)), ("subject", .string($0.subject)),
              ("fingerprint", .string($0.fingerprint.description)),
            ])
          })
      ),
    ]).indented + "\n"
  }

  private static func object(_ change: Change) -> JSONText {
    .object([
      ("rule", .string(change.rule.rawValue)),
      ("classes", .array(change.classes.map { .string($0.rawValue) })),
      ("breaking", .boolean(change.isBreaking)),
      ("accepted", .boolean(change.isAccepted)),
      ("subject", object(change.subject)),
      ("message", .string(change.message)),
      ("guess", .optional(change.guess)),
      ("oldValue", .optional(change.oldValue)),
      ("newValue", .optional(change.newValue)),
      ("old", place(change.old)),
      ("new", place(change.new)),
      ("declarations", .array(change.declarations.map(object))),
      ("fingerprint", .string(change.fingerprint.description)),
    ])
  }

  private static func object(_ subject: ChangeSubject) -> JSONText {
    .object([
      ("part", .string(subject.part.rawValue)),
      ("source", .optional(subject.source)),
      ("authentication", .optional(subject.authentication)),
      ("payload", .optional(subject.payload)),
      ("page", .optional(subject.page)),
      ("method", .optional(subject.operation?.method)),
      ("server", .optional(subject.operation?.server)),
      ("path", .optional(subject.operation?.path)),
      ("name", .string(subject.name)),
    ])
  }

  private static func object(_ declaration: DeclarationChange) -> JSONText {
    .object([
      ("name", .string(declaration.name)),
      ("old", .optional(declaration.old)),
      ("new", .optional(declaration.new)),
      ("breaking", .boolean(declaration.isBreaking)),
      ("reason", .string(declaration.reason)),
    ])
  }

  private static func place(_ place: Provenance?) -> JSONText {
    guard let place else { return .null }
    return .object([
      ("page", .string(place.page)), ("line", .integer(place.line)),
      ("anchor", .optional(place.anchor)),
    ])
  }
}
