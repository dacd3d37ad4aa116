import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import ConnectorModel
import GenerationPipeline
import HTMLReport
import Linting
import ModelDiff
import PageFacts

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes one HTML file to look at: sources, pages, findings and Swift.",
    discussion: """
      The file needs no network and no other file; a browser opens it from the disk.

      EXAMPLES
        connectorgen report
        connectorgen report page.md --output page.html
        connectorgen report --old git:origin/main    with what changed since then
      """)

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; docs-input where none is given.", valueName: "page"),
    completion: .pages)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("The file to write.", valueName: "file"),
    completion: .file(extensions: ["html"]))
  var output = "report.html"

  @Option(
    help: ArgumentHelp(
      "Pages, a model or a revision to compare with, as `diff` takes them.", valueName: "old"))
  var old: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let before = try await previous(session)
    let generation = session.generation(
      try await session.readPages(paths), isWhole: paths.isEmpty)
    guard session.reportRefusals(of: generation) else {
      // It would show facts that nobody asked for, and look like any other report.
      session.note("\(output) is left as it was, since the configuration cannot be applied")
      throw ExitCode(2)
    }
    let client = generation.client()
    let report = session.lint(generation, client)
    var input = ReportInput(
      current: ReportInput.Side(
        readings: generation.readings, model: generation.model, client: client, report: report))
    if let before {
      input.previous = ReportInput.Side(
        readings: before.readings, model: before.model,
        client: ClientEmitter.emit(before.model, options: before.options))
      input.changes =
        ModelComparison(
          before.model, generation.model, oldOptions: before.options,
          newOptions: generation.emitterOptions
        ).changes
    }
    let bytes = HTMLReport.render(input)
    do {
      try FileSystem.write(bytes, to: output)
      session.note("\(output): \(generation.readings.count) pages, \(bytes.count / 1024) KB")
    } catch {
      session.report(error)
    }
    try session.finish()
  }

  /// What to compare with, if anything.
  private func previous(_ session: Session) async throws -> ModelInput? {
    guard let old else { return nil }
    do {
      return try await ModelInput(old, session)
    } catch let problem as FileProblem {
      Output.printError("connectorgen: error: \(problem)\n")
    } catch let problem as GitProblem {
      Output.printError("connectorgen: error: \(problem)\n")
    }
    // Without the old side everything would seem to be new.
    throw ExitCode(2)
  }
}
