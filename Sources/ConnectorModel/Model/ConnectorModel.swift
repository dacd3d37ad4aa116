package import PageFacts

/// What all pages say together: the only thing that the emitter and `diff` look at.
package struct ConnectorModel: Hashable, Sendable {
  /// Sorted by `key`.
  package var sources: [Source]
  /// Sorted by `key`.
  package var operations: [Operation]
  /// What pages show as requests and no command sends, sorted by place.
  package var payloads: [Payload]
  package var errorCodes: [ErrorCode]
  /// Every page that was read, sorted by path.
  package var pages: [Page]
  /// All tables, sorted by place; nil in a model that was written before they were kept.
  package var tables: [PageTable]?

  package init(
    sources: [Source], operations: [Operation], payloads: [Payload] = [],
    errorCodes: [ErrorCode], pages: [Page], tables: [PageTable]? = []
  ) {
    self.sources = sources
    self.operations = operations
    self.payloads = payloads
    self.errorCodes = errorCodes
    self.pages = pages
    self.tables = tables
  }
}

/// Where a fact stands.
package struct Provenance: Hashable, Comparable, Sendable {
  /// The page's path below the documentation's root.
  package var page: String
  /// Counts from 1.
  package var line: Int
  /// The anchor of the section, for a link.
  package var anchor: String?
  /// What the page says otherwise there, in the order of the configuration's overlays.
  package var corrections: [Correction]

  package init(
    page: String, line: Int, anchor: String? = nil, corrections: [Correction] = []
  ) {
    self.page = page
    self.line = line
    self.anchor = anchor
    self.corrections = corrections
  }

  package static func < (left: Provenance, right: Provenance) -> Bool {
    (left.page, left.line) < (right.page, right.line)
  }
}

extension Provenance {
  /// A value that an overlay of the configuration puts in the place of what the page says.
  package struct Correction: Hashable, Sendable {
    /// What was corrected: `default of port`.
    package var subject: String
    /// What the page says; none where it says nothing.
    package var documented: String?
    /// What is right; none where the page should say nothing.
    package var value: String?
    package var reason: String?

    package init(_ correction: FactCorrection) {
      self.init(
        subject: correction.subject, documented: correction.documented, value: correction.value,
        reason: correction.reason)
    }

    package init(subject: String, documented: String?, value: String?, reason: String?) {
      self.subject = subject
      self.documented = documented
      self.value = value
      self.reason = reason
    }
  }
}

/// A page that was read.
package struct Page: Hashable, Sendable {
  package var path: String
  package var title: String
  package var kind: String
  /// How many requests and responses came from it.
  package var requests: Int
  package var responses: Int

  package init(path: String, title: String, kind: String, requests: Int, responses: Int) {
    self.path = path
    self.title = title
    self.kind = kind
    self.requests = requests
    self.responses = responses
  }
}

/// A documented error code.
package struct ErrorCode: Hashable, Sendable {
  package var code: String
  package var message: String
  package var remedy: String
  package var provenance: Provenance

  package init(code: String, message: String, remedy: String, provenance: Provenance) {
    self.code = code
    self.message = message
    self.remedy = remedy
    self.provenance = provenance
  }
}
