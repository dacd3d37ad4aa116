/// A finding about a page: what is wrong, where, what was assumed and how to mend it.
package struct Diagnostic: Hashable, Sendable {
  /// Another place that belongs to the finding.
  package struct Note: Hashable, Sendable {
    package var range: Range<Int>
    package var message: String

    package init(range: Range<Int>, message: String) {
      self.range = range
      self.message = message
    }
  }

  /// A certain mend: the bytes of `range` become `replacement`.
  package struct Edit: Hashable, Sendable {
    package var range: Range<Int>
    package var replacement: String

    package init(range: Range<Int>, replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  package var rule: Rule
  /// The rule's severity, unless the case is a milder one or the configuration says otherwise.
  package var severity: Severity
  /// Byte offsets into the page.
  package var range: Range<Int>
  /// What the finding is about, in words that stay the same when lines move: a field, a header, an
  /// ID. Rule, page and subject make the finding's fingerprint.
  package var subject: String
  /// What is wrong. Starts with a lower-case letter, has no full stop.
  package var message: String
  /// What was read instead, if something had to be assumed.
  package var assumption: String?
  /// How to mend the page.
  package var remedy: String?
  package var notes: [Note]
  /// Edits that mend the page for certain; empty where the mend is not certain.
  package var fix: [Edit]

  package init(
    _ rule: Rule, at range: Range<Int>, subject: String, _ message: String,
    severity: Severity? = nil, assumption: String? = nil, remedy: String? = nil,
    notes: [Note] = [], fix: [Edit] = []
  ) {
    self.rule = rule
    self.severity = severity ?? rule.severity
    self.range = range
    self.subject = subject
    self.message = message
    self.assumption = assumption
    self.remedy = remedy
    self.notes = notes
    self.fix = fix
  }
}
