package import ClientEmitter
package import ConnectorModel
package import Diagnostics
package import GeneratorConfiguration
package import Linting
package import PageFacts

/// All stages for all pages: what the command line, a plugin and the tests call.
package struct Generation: Sendable {
  package var readings: [PageReading]
  package var model: ConnectorModel
  /// What merging the pages found, by page.
  package var modelDiagnostics: [String: [Diagnostic]]
  /// What became of the tables and their rows, by page.
  package let tableCoverage: [String: [CoverageEntry]]
  /// What the configuration says of the client of this model.
  package let emitterOptions: EmitterOptions
  /// What became of the types that the configuration gives fields.
  let types: FieldTypeReport
  let configuration: Configuration
  /// Whether the pages are all those of the configuration.
  package let isWhole: Bool
  /// The findings between pages that overlays settled, by page.
  private let settled: [String: [Diagnostic]]

  /// - Parameters:
  ///   - readings: the pages, in any order.
  ///   - configuration: the one whose labels and overlays the pages were read with.
  ///   - isWhole: whether these are all its pages, so that what none of them has is nowhere.
  package init(
    _ readings: [PageReading], configuration: Configuration = Configuration(),
    isWhole: Bool = false
  ) {
    self.readings = readings.sorted {
      $0.facts.page.utf8.lexicographicallyPrecedes($1.facts.page.utf8)
    }
    self.configuration = configuration
    self.isWhole = isWhole
    let types = configuration.fieldTypes
    let result = ModelBuilder.build(
      self.readings.map { FactPage(source: $0.source, facts: $0.usedFacts) }, types: types)
    (model, modelDiagnostics, self.types) = (result.model, result.diagnostics, result.types)
    tableCoverage = result.coverage
    emitterOptions = configuration.emitterOptions(for: model)
    settled =
      self.readings.contains { $0.corrected != nil }
      ? Self.settled(self.readings, remaining: modelDiagnostics) : [:]
  }

  /// What merging the pages would have found without the overlays, and does not find with them.
  private static func settled(
    _ readings: [PageReading], remaining: [String: [Diagnostic]]
  ) -> [String: [Diagnostic]] {
    let documented = ModelBuilder.build(
      readings.map { FactPage(source: $0.source, facts: $0.facts) }
    ).diagnostics
    var settled: [String: [Diagnostic]] = [:]
    for (page, diagnostics) in documented {
      let places = Set((remaining[page] ?? []).map(Place.init))
      settled[page] = diagnostics.filter { !places.contains(Place($0)) }
    }
    return settled
  }

  /// What a finding is recognised by when its words change.
  private struct Place: Hashable {
    var rule: Rule
    var subject: String
    var start: Int

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule
      subject = diagnostic.subject
      start = diagnostic.range.lowerBound
    }
  }

  /// The client as the configuration wants it.
  package func client() -> EmittedClient { client(emitterOptions) }

  /// The client's files and the pieces of the model, sorted by path.
  package func client(_ options: EmitterOptions) -> EmittedClient {
    var client = ClientEmitter.emit(model, options: options)
    client.files += ModelJSON.pieces(of: model).map {
      EmittedClient.File(path: $0.path, bytes: $0.bytes)
    }
    client.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return client
  }

  /// What became of every table, row, fence and spec ID of a page, in page order.
  package func coverage(of reading: PageReading) -> [CoverageEntry] {
    let entries = reading.facts.coverage + (tableCoverage[reading.facts.page] ?? [])
    return entries.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  /// What all stages found, page by page.
  package func lintInputs(_ client: EmittedClient? = nil) -> [LintInput] {
    var emitted: [String: [Diagnostic]] = [:]
    let sources = Dictionary(
      readings.map { ($0.facts.page, $0.source) }, uniquingKeysWith: { first, _ in first })
    for finding in client?.findings ?? [] {
      let page = finding.provenance.page
      guard let source = sources[page] else { continue }
      emitted[page, default: []].append(finding.diagnostic(in: source))
    }
    return readings.map { reading in
      let page = reading.facts.page
      return LintInput(
        file: reading.source,
        diagnostics: reading.usedFacts.diagnostics + (modelDiagnostics[page] ?? [])
          + (emitted[page] ?? []),
        corrected: (reading.corrected?.settled ?? []) + (settled[page] ?? []),
        code: reading.codeRanges, blocks: reading.blockRanges)
    }
  }
}
