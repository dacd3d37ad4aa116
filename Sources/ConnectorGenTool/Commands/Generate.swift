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
      stay the same are not touched. Where a page cannot be read, the output of an earlier run is \
      left as it is.

      EXAMPLES
        connectorgen generate
        connectorgen generate help/sources --output Generated
        connectorgen generate --dry-run
      """)

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; docs-input where none is given.", valueName: "page"),
    completion: .pages)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The folder to write to.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Say what would be written and removed, and do nothing.")
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let generation = session.generation(
      try await session.readPages(paths), isWhole: paths.isEmpty)
    let folder = output ?? session.configuration.output
    guard session.reportRefusals(of: generation) else {
      session.note("\(folder) is left as it was, since the configuration cannot be applied")
      throw ExitCode(2)
    }
    // What is missing now would be taken for gone, and its files removed.
    let isWhole = !session.hasProblems
    let client = generation.client()
    session.summarize(session.lint(generation, client))
    do {
      if dryRun {
        let output = try OutputFolder(path: folder, files: client.outputFiles)
        for step in output.steps { Output.print("\(step.action.word) \(folder)/\(step.path)\n") }
        if output.steps.isEmpty { session.note("\(folder) is up to date") }
      } else if !isWhole, OutputFolder.holdsOutput(folder) {
        session.note("\(folder) is left as it was, since not all pages could be read")
      } else {
        let output = try OutputFolder.write(client.outputFiles, to: folder)
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
    func counted(_ number: Int, _ noun: String) -> String {
      "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    return """
      \(counted(generation.readings.count, "page")) (\(silent) without requests), \
      \(counted(generation.model.sources.count, "source")), \
      \(counted(generation.model.operations.count, "operation")): \
      \(counted(files, "file")) in \(output.path) \
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
