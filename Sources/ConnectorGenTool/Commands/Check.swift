import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import GenerationPipeline

struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Tells whether the output is what generate would write.",
    discussion: """
      Writes nothing. Where the output differs, the difference is printed as a unified diff and the \
      exit status is 1.

      EXAMPLES
        connectorgen check
        connectorgen check help/sources --output Generated | patch -p1
      """)

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; docs-input where none is given.", valueName: "page"),
    completion: .pages)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The folder to compare with.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let generation = session.generation(
      try await session.readPages(paths), isWhole: paths.isEmpty)
    guard session.reportRefusals(of: generation) else { throw ExitCode(2) }
    let client = generation.client()
    let folder = output ?? session.configuration.output
    var isCurrent = true
    do {
      let output = try OutputFolder(path: folder, files: client.outputFiles)
      for step in output.steps {
        isCurrent = false
        let place = FileSystem.join(folder, step.path)
        let old = step.action == .add ? [] : try FileSystem.read(place)
        Output.print(
          UnifiedDiff(
            old: old, new: step.bytes, path: place, isNew: step.action == .add,
            isGone: step.action == .remove
          ).text)
      }
    } catch {
      session.report(error)
    }
    try session.finish()
    guard isCurrent else {
      session.note("\(folder) is out of date; `connectorgen generate` writes it anew")
      throw ExitCode(1)
    }
    session.note("\(folder) is up to date")
  }
}
