import Diagnostics

/// Findings as workflow commands, which GitHub shows beside the changed lines of a pull request.
package enum GitHubFormat {
  package static func render(_ report: LintReport) -> String {
    var text = ""
    for page in report.pages {
      var columns = UTF16Columns(page.file)
      for finding in page.findings {
        text += line(finding.diagnostic, in: page.file, columns: &columns) + "\n"
      }
    }
    return text
  }

  private static func line(
    _ diagnostic: Diagnostic, in file: SourceFile, columns: inout UTF16Columns
  ) -> String {
    let start = columns.location(of: diagnostic.range.lowerBound)
    let end = columns.location(of: diagnostic.range.upperBound)
    var properties = [
      "file=\(property(Fingerprint.canonical(file.path)))", "line=\(start.line)",
      "col=\(start.column)", "endLine=\(end.line)",
    ]
    // GitHub ignores columns of a place of several lines.
    if start.line == end.line { properties.append("endColumn=\(max(end.column, start.column))") }
    properties.append("title=\(property(diagnostic.rule.identifier))")

    var message = diagnostic.message
    if let assumption = diagnostic.assumption {
      message += "\n" + TextFormat.assumption(assumption)
    }
    for note in diagnostic.notes {
      message += "\n\(file.path):\(file.location(of: note.range.lowerBound)): \(note.message)"
    }
    if let remedy = diagnostic.remedy { message += "\nhelp: " + remedy }
    return "::\(command(diagnostic.severity)) \(properties.joined(separator: ","))"
      + "::\(escape(message))"
  }

  private static func command(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func property(_ text: String) -> String {
    escape(text, alsoProperties: true)
  }

  private static func escape(_ text: String, alsoProperties: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where alsoProperties: escaped += "%3A"
      case "," where alsoProperties: escaped += "%2C"
      default: escaped += VisibleText.make(String(Character(scalar)))
      }
    }
    return escaped
  }
}
