import ArgumentParser
import ConnectorModel
import Diagnostics
import GenerationPipeline
import JSONReader
import Linting
import PageFacts

struct Inspect: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what a page says.",
    discussion: """
      Source, authentications with their fields, requests, responses and findings. The model of all \
      pages together is what `connectorgen model` prints.

      EXAMPLES
        connectorgen inspect docs-input/sources/tutorials/api/create/databases/snowflake.md
        connectorgen inspect page.md --color always | less -R
        connectorgen inspect --format json docs-input
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Argument(
    help: ArgumentHelp("Pages and folders of pages.", valueName: "page"), completion: .pages)
  var paths: [String]

  @Option(help: "How to print the facts.")
  var format: Format = .text

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let readings = try await session.readPages(paths)
    switch format {
    case .json:
      // What the pages say of each other belongs to the facts of each. Overlays do not: these are
      // the pages' own facts.
      let generation = Generation(readings.map(\.documented))
      let pages = zip(generation.readings, generation.lintInputs()).map { reading, findings in
        var facts = reading.facts
        facts.diagnostics = findings.diagnostics.sorted {
          ($0.range.lowerBound, $0.rule.identifier) < ($1.range.lowerBound, $1.rule.identifier)
        }
        return FactsJSON.json(of: facts, in: reading.source)
      }
      Output.print(JSONNode.list(pages).serialized(indent: 2) + "\n")
    case .text:
      let generation = session.generation(readings, isWhole: false)
      _ = session.reportRefusals(of: generation)
      let findings = PageFindings(generation.lintInputs(), policy: session.policy(isWhole: false))
      for (index, reading) in generation.readings.enumerated() {
        if index > 0 { Output.print("\n") }
        let source = generation.model.sources.first { $0.provenance.page == reading.facts.page }
        let text = FactsText(
          reading.facts, in: reading.source, source: source, style: session.style,
          corrections: reading.corrected?.facts.corrections ?? [])
        Output.print(text.text + "\n")
        Output.print(
          session.format(terminal: Output.isTerminal).render(findings.report(of: reading.source)))
      }
    }
    try session.finish()
  }
}
