package import Diagnostics
package import Linting

/// Changes that somebody knows of and lets pass once: the file that
/// `connectorgen diff --write-accepted` writes.
///
/// One JSON object a line, sorted, so that a plain text diff shows what was accepted.
package struct AcceptedChanges: Sendable {
  package struct Entry: Hashable, Sendable {
    package var rule: String
    package var subject: String
    package var fingerprint: Fingerprint
    /// The line in the file.
    package var line: Int
  }

  package private(set) var entries: [Entry] = []
  /// Lines that are no entries.
  package private(set) var malformedLines: [Int] = []

  package init(reading file: SourceFile) {
    for line in 1...max(file.lineStarts.count, 1) {
      let bytes = file.bytes[file.lineRange(line)]
      guard bytes.contains(where: { $0 != 0x20 && $0 != 0x09 }) else { continue }
      guard let members = FlatObjectReader.read(bytes), let rule = members["rule"],
        let subject = members["subject"],
        let fingerprint = members["fingerprint"].flatMap({ Fingerprint($0) })
      else {
        malformedLines.append(line)
        continue
      }
      entries.append(Entry(rule: rule, subject: subject, fingerprint: fingerprint, line: line))
    }
  }

  package func contains(_ change: Change) -> Bool {
    entries.contains { $0.fingerprint == change.fingerprint && $0.rule == change.rule.rawValue }
  }

  /// Entries that none of the changes needs any more.
  package func stale(for comparison: ModelComparison) -> [Entry] {
    let known = Set(comparison.changes.map { "\($0.rule.rawValue) \($0.fingerprint)" })
    return entries.filter { !known.contains("\($0.rule) \($0.fingerprint)") }
  }

  /// The text of a file that accepts all breaking changes.
  package static func text(accepting comparison: ModelComparison) -> String {
    let lines = comparison.changes.filter(\.isBreaking).map { change in
      JSONText.object([
        ("rule", .string(change.rule.rawValue)),
        ("subject", .string(change.subject.description)),
        ("fingerprint", .string(change.fingerprint.description)),
      ]).compact + "\n"
    }
    return Set(lines).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined()
  }
}
