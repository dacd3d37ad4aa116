package import Diagnostics

/// A diagnostic with what tells it from all others of its page.
package struct Finding: Hashable, Sendable {
  package var diagnostic: Diagnostic
  package var fingerprint: Fingerprint

  package init(_ diagnostic: Diagnostic, fingerprint: Fingerprint) {
    self.diagnostic = diagnostic
    self.fingerprint = fingerprint
  }

  /// The findings of a page: without doubles, in the order in which they stand on the page, each
  /// with its fingerprint.
  package static func findings(_ diagnostics: [Diagnostic], on page: String) -> [Finding] {
    struct Triple: Hashable {
      var rule: String
      var subject: String
    }
    var seen: Set<Diagnostic> = []
    var counts: [Triple: Int] = [:]
    var findings: [Finding] = []
    findings.reserveCapacity(diagnostics.count)
    for diagnostic in diagnostics.sorted(by: comesFirst) where seen.insert(diagnostic).inserted {
      let rule = diagnostic.rule.identifier
      let ordinal = counts[Triple(rule: rule, subject: diagnostic.subject), default: 0] + 1
      counts[Triple(rule: rule, subject: diagnostic.subject)] = ordinal
      findings.append(
        Finding(
          diagnostic,
          fingerprint: Fingerprint(
            rule: rule, page: page, subject: diagnostic.subject, ordinal: ordinal)))
    }
    return findings
  }

  /// The order of findings on a page: by position, then by rule.
  package static func comesFirst(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    if left.range.upperBound != right.range.upperBound {
      return left.range.upperBound < right.range.upperBound
    }
    for (first, second) in [
      (left.rule.identifier, right.rule.identifier), (left.subject, right.subject),
      (left.message, right.message),
    ] where first != second {
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    }
    return false
  }
}
