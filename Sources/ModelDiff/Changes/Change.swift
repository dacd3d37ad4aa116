package import ConnectorModel
package import Linting

/// One difference between two models.
package struct Change: Hashable, Sendable {
  package var rule: ChangeRule
  /// Sorted; never empty. More than one only where source and wire both break.
  package var classes: [ChangeClass]
  package var subject: ChangeSubject
  /// A sentence without a full stop.
  package var message: String
  /// What the change was before and is now, where it is a value.
  package var oldValue: String?
  package var newValue: String?
  /// Why two things are held to be the same under another name; nil where nothing was guessed.
  package var guess: String?
  /// Where it stood and stands; nil where the side has nothing of it.
  package var old: Provenance?
  package var new: Provenance?
  /// The public declarations that the change adds, removes or changes.
  package var declarations: [DeclarationChange]
  /// The same as long as the change is the same, wherever it stands.
  package var fingerprint: Fingerprint
  /// Whether somebody wrote it down as known.
  package var isAccepted = false

  package var isBreaking: Bool { classes.contains { $0.isBreaking } }
}
