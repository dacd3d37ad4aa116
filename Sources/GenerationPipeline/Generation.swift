package import ClientEmitter
package import ConnectorModel
package import Diagnostics
package import Linting
import PageFacts

/// All stages for all pages: what the command line, a plugin and the tests call.
package struct Generation: Sendable {
  package var readings: [PageReading]
  package var model: ConnectorModel
  /// What merging the pages found, by page.
  package var modelDiagnostics: [String: [Diagnostic]]

  /// - Parameter readings: the pages, in any order.
  package init(_ readings: [PageReading]) {
    self.readings = readings.sorted {
      $0.facts.page.utf8.lexicographicallyPrecedes($1.facts.page.utf8)
    }
    (model, modelDiagnostics) = ModelBuilder.build(
      self.readings.map { FactPage(source: $0.source, facts: $0.facts) })
  }

  /// The client's files and the pieces of the model, sorted by path.
  package func client(_ options: EmitterOptions) -> EmittedClient {
    var client = ClientEmitter.emit(model, options: options)
    client.files += ModelJSON.pieces(of: model).map {
      EmittedClient.File(path: $0.path, bytes: $0.bytes)
    }
    client.files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return client
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
        diagnostics: reading.facts.diagnostics + (modelDiagnostics[page] ?? [])
          + (emitted[page] ?? []),
        code: reading.codeRanges, blocks: reading.blockRanges)
    }
  }
}
