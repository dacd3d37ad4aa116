import ArgumentParser
import GenerationPipeline
import JSONReader
import Linting
import PageFacts

struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what a page says.",
    discussion: """
      EXAMPLES
        connectorgen inspect docs-input/sources/tutorials/api/create/databases/snowflake.md
        connectorgen inspect --format json docs-input
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(help: "Pages and folders of pages.")
  var paths: [String]

  @Option(help: "How to print the facts.")
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let readings = try await session.readPages(paths)
    switch format {
    case .json:
      let pages = readings.map { FactsJSON.json(of: $0.facts, in: $0.source) }
      Output.print(JSONNode.list(pages).serialized(indent: 2) + "\n")
    case .text:
      for reading in readings {
        Output.print(FactsText(reading.facts, in: reading.source).text)
        let input = LintInput(
          file: reading.source, diagnostics: reading.facts.diagnostics)
        Output.print(
          session.format(terminal: Output.isTerminal).render(Linter.lint([input])) + "\n")
      }
    }
    try session.finish()
  }
}
