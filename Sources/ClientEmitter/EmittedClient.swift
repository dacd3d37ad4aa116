package import ConnectorModel
package import Diagnostics

/// The files of a client, and what was found while they were made.
package struct EmittedClient: Sendable {
  package struct File: Hashable, Sendable {
    /// The path below the output folder, with `/` between its parts.
    package var path: String
    package var bytes: [UInt8]
    /// The key of the source that the file is about.
    package var source: String?

    package init(path: String, bytes: [UInt8], source: String? = nil) {
      self.path = path
      self.bytes = bytes
      self.source = source
    }
  }

  /// Sorted by path.
  package var files: [File]
  package var findings: [EmitterFinding]
  /// The requests of the sources by key, each in page order, then those of the groups.
  package var requests: [EmittedRequest]
  /// Those of the sources by key, then those of other pages by path, each in page order.
  package var payloads: [EmittedPayload]
  /// The entries of the options' field names that some field matched.
  package var usedFieldNames: Set<Int>

  package init(
    files: [File], findings: [EmitterFinding], requests: [EmittedRequest] = [],
    payloads: [EmittedPayload] = [], usedFieldNames: Set<Int> = []
  ) {
    self.files = files
    self.findings = findings
    self.requests = requests
    self.payloads = payloads
    self.usedFieldNames = usedFieldNames
  }

  /// The findings as diagnostics of their pages, by page. Findings about pages that are not there
  /// are left out.
  package func diagnostics(of pages: [SourceFile]) -> [String: [Diagnostic]] {
    var pagesByPath: [String: SourceFile] = [:]
    for page in pages { pagesByPath[page.path] = page }
    var result: [String: [Diagnostic]] = [:]
    for finding in findings {
      guard let page = pagesByPath[finding.provenance.page] else { continue }
      result[page.path, default: []].append(finding.diagnostic(in: page))
    }
    return result
  }
}

/// A finding of the emitter, which knows the lines of the pages but not their bytes.
package struct EmitterFinding: Hashable, Sendable {
  package var rule: Rule
  package var provenance: Provenance
  package var subject: String
  package var message: String
  package var assumption: String?
  package var remedy: String?

  package init(
    _ rule: Rule, at provenance: Provenance, subject: String, _ message: String,
    assumption: String? = nil, remedy: String? = nil
  ) {
    self.rule = rule
    self.provenance = provenance
    self.subject = subject
    self.message = message
    self.assumption = assumption
    self.remedy = remedy
  }

  /// The same about a line of the page.
  package func diagnostic(in page: SourceFile) -> Diagnostic {
    Diagnostic(
      rule, at: page.lineRange(provenance.line), subject: subject, message,
      assumption: assumption, remedy: remedy)
  }
}
