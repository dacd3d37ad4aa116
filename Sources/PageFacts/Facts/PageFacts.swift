package import Diagnostics

/// All that one page says, with the place of each fact. Every range is in bytes of the page.
package struct PageFacts: Sendable {
  /// What the page is for, by what it documents and where it stands.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case baseConnection = "base-connection"
    case sourceConnectionAndDataflow = "source-connection-and-dataflow"
    case collect
    case explore
    case manage
    case other
  }

  /// The source that a page is about.
  package struct Source: Hashable, Sendable {
    package var name: String
    /// The folder that the page stands in: `databases`, `cloud-storage`.
    package var category: String
    /// Where the page names the source: in the heading, as a rule.
    package var range: Range<Int>

    package init(name: String, category: String, range: Range<Int>) {
      self.name = name
      self.category = category
      self.range = range
    }
  }

  /// The page's path below the documentation's root, with `/` between its parts.
  package var page: String
  package var kind: Kind
  /// The first heading as a reader sees it; the front matter's title where there is no heading.
  package var title: String
  /// The front matter's description.
  package var summary: String?
  package var source: Source?
  package var connectionSpecs: [SpecIDFact]
  package var otherSpecIDs: [SpecIDFact]
  /// All tables of the page in order, whatever they are.
  package var tables: [TableFact]
  package var authentications: [AuthenticationFact]
  package var requests: [RequestFact]
  package var responses: [ResponseFact]
  package var payloads: [PayloadFact]
  package var fieldValues: [FieldValueFact]
  package var errorCodes: [ErrorCodeFact]
  /// What became of every fence and spec ID. What becomes of tables, the model tells.
  package var coverage: [CoverageEntry]
  package var diagnostics: [Diagnostic]
  /// What of these facts the page says otherwise: the values of overlays.
  package var corrections: [FactCorrection] = []

  package init(
    page: String, kind: Kind, title: String, summary: String?, source: Source?,
    connectionSpecs: [SpecIDFact], otherSpecIDs: [SpecIDFact], tables: [TableFact],
    authentications: [AuthenticationFact], requests: [RequestFact], responses: [ResponseFact],
    payloads: [PayloadFact], fieldValues: [FieldValueFact],
    errorCodes: [ErrorCodeFact], coverage: [CoverageEntry], diagnostics: [Diagnostic]
  ) {
    self.page = page
    self.kind = kind
    self.title = title
    self.summary = summary
    self.source = source
    self.connectionSpecs = connectionSpecs
    self.otherSpecIDs = otherSpecIDs
    self.tables = tables
    self.authentications = authentications
    self.requests = requests
    self.responses = responses
    self.payloads = payloads
    self.fieldValues = fieldValues
    self.errorCodes = errorCodes
    self.coverage = coverage
    self.diagnostics = diagnostics
  }
}

extension PageFacts {
  /// The tables of values that the reader must gather.
  package var credentialTables: [TableFact] { tables.filter { $0.role == .credentials } }
}
