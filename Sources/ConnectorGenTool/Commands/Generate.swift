import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import ConnectorModel
import GenerationPipeline
import Linting
import PageFacts

struct Generate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes the client and the model.",
    discussion: """
      Files that were written earlier and no longer are get removed, no others. Files whose bytes \
      stay the same are not touched.

      EXAMPLES
        connectorgen generate
        connectorgen generate help/sources --output Generated
        connectorgen generate --dry-run
      """)

  @Argument(help: "Pages and folders of pages; docs-input where none is given.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String?

  @Flag(help: "Say what would be written and removed, and do nothing.")
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let generation = Generation(try await session.readPages(paths))
    let client = generation.client(session.emitterOptions(for: generation.model))
    session.summarize(Linter.lint(generation.lintInputs(client), policy: session.policy()))
    let folder = output ?? session.configuration.output
    do {
      let output = try OutputFolder(
        path: folder, files: client.files.map { ($0.path, $0.bytes) })
      if dryRun {
        for step in output.steps { Output.print("\(step.action.word) \(folder)/\(step.path)\n") }
        if output.steps.isEmpty { session.note("\(folder) is up to date") }
      } else {
        try output.write()
        session.note(summary(of: output, generation, files: client.files.count))
      }
    } catch {
      session.report(error)
    }
    try session.finish()
  }

  private func summary(
    of output: OutputFolder, _ generation: Generation, files: Int
  ) -> String {
    func count(_ action: OutputFolder.Action) -> Int {
      output.steps.count { $0.action == action }
    }
    let silent = generation.readings.count(where: \.facts.requests.isEmpty)
    return """
      \(generation.readings.count) pages (\(silent) without requests), \(generation.model.sources.count) sources, \
      \(generation.model.operations.count) operations: \(files) files in \(output.path) \
      (\(count(.add)) added, \(count(.change)) changed, \(count(.remove)) removed)
      """
  }
}

extension OutputFolder.Action {
  var word: String {
    switch self {
    case .add: "add   "
    case .change: "change"
    case .remove: "remove"
    }
  }
}
