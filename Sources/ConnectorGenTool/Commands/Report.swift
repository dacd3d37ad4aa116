import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import ConnectorModel
import GenerationPipeline
import HTMLReport
import Linting
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

  @Argument(help: "Pages and folders of pages; docs-input where none is given.")
  var paths: [String] = []

  @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
  var output = "report.html"

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    let readings = try await session.readPages(paths)
    let generation = Generation(readings)
    let client = generation.client(session.emitterOptions(for: generation.model))
    let report = Linter.lint(generation.lintInputs(client), policy: session.policy())
    let bytes = HTMLReport.render(
      ReportInput(
        current: ReportInput.Side(
          readings: generation.readings, model: generation.model, client: client, report: report)))
    do {
      try FileSystem.write(bytes, to: output)
      session.note("\(output): \(generation.readings.count) pages, \(bytes.count / 1024) KB")
    } catch {
      session.report(error)
    }
    try session.finish()
  }
}
