package import ConnectorModel

/// A change for users of the client, as the report shows it.
package struct ReportChange: Hashable, Sendable {
  /// What a change does to those who use the client, the worst first.
  package enum Class: String, Hashable, Sendable, CaseIterable {
    case breakingSource = "breaking-source"
    case breakingWire = "breaking-wire"
    case compatible
    case documentation
  }

  package var rule: String
  package var `class`: Class
  package var message: String
  /// Where the old pages say it.
  package var old: Provenance?
  /// Where the new pages say it.
  package var new: Provenance?
  /// The Swift declarations that it touches.
  package var declarations: [String]
  package var fingerprint: String

  package init(
    rule: String, class: Class, message: String, old: Provenance?, new: Provenance?,
    declarations: [String], fingerprint: String
  ) {
    self.rule = rule
    self.class = `class`
    self.message = message
    self.old = old
    self.new = new
    self.declarations = declarations
    self.fingerprint = fingerprint
  }
}
