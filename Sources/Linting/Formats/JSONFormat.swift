package import Diagnostics

/// Findings as a JSON array of objects, for scripts.
///
/// Lines and columns count from 1, columns in UTF-8 bytes; the end is behind the last byte.
package enum JSONFormat {
  package static func render(_ report: LintReport) -> String {
    var objects: [JSONText] = []
    for page in report.pages {
      for finding in page.findings { objects.append(object(finding, in: page.file)) }
    }
    return JSONText.array(objects).indented + "\n"
  }

  /// The object of one finding.
  package static func object(_ finding: Finding, in file: SourceFile) -> JSONText {
    let diagnostic = finding.diagnostic
    return .object(
      [
        ("rule", .string(diagnostic.rule.identifier)),
        ("severity", .string(diagnostic.severity.rawValue)),
        ("page", .string(file.path)),
      ] + place(diagnostic.range, in: file) + [
        ("subject", .string(diagnostic.subject)),
        ("message", .string(diagnostic.message)),
        ("assumption", .optional(diagnostic.assumption)),
        ("remedy", .optional(diagnostic.remedy)),
        (
          "notes",
          .array(
            diagnostic.notes.map {
              .object(place($0.range, in: file) + [("message", .string($0.message))])
            })
        ),
        (
          "fix",
          .array(
            diagnostic.fix.map {
              .object(place($0.range, in: file) + [("replacement", .string($0.replacement))])
            })
        ),
        ("fingerprint", .string(finding.fingerprint.description)),
      ])
  }

  private static func place(_ range: Range<Int>, in file: SourceFile) -> [(String, JSONText)] {
    let start = file.location(of: range.lowerBound)
    let end = file.location(of: range.upperBound)
    return [
      ("line", .integer(start.line)), ("column", .integer(start.column)),
      ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
    ]
  }
}
