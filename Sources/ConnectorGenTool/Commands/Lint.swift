import ArgumentParser
import Diagnostics
import GenerationPipeline
import Linting

struct Lint: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what is wrong with pages.",
    discussion: """
      EXAMPLES
        connectorgen lint
        connectorgen lint page.md --fail-on warning
        connectorgen lint --format sarif docs >findings.sarif
        connectorgen lint --fix page.md
        connectorgen lint --coverage
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
    case sarif
    case github
  }

  enum Threshold: String, ExpressibleByArgument, CaseIterable {
    case error
    case warning
    case never
  }

  @Argument(
    help: ArgumentHelp(
      "Pages and folders of pages; docs-input where none is given.", valueName: "page"),
    completion: .pages)
  var paths: [String] = []

  @Option(help: "How to print findings.")
  var format: Format = .text

  @Option(help: "From which severity on the exit status is 1.")
  var failOn: Threshold = .error

  @Flag(help: "Mend what can be mended for certain, then show the rest.")
  var fix = false

  @Flag(help: "List every table and row, fence and spec ID with what became of it.")
  var coverage = false

  @Option(
    help: ArgumentHelp("Write all findings to a baseline file.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @OptionGroup var common: CommonOptions

  func run() async throws {
    var session = try Session(common)
    var readings = try await session.readPages(paths)
    if fix {
      try mend(readings, &session)
      readings = try await session.readPages(paths)
    }
    if coverage {
      Output.print(CoverageText(session.generation(readings, isWhole: paths.isEmpty)).text)
      try session.finish()
      return
    }
    let generation = session.generation(readings, isWhole: paths.isEmpty)
    let report = session.lint(generation, generation.client())
    if let writeBaseline {
      do {
        try FileSystem.write(Array(Baseline.text(for: report).utf8), to: writeBaseline)
      } catch {
        session.report(error)
      }
    }
    switch format {
    case .text: Output.print(session.format(terminal: Output.isTerminal).render(report))
    case .json: Output.print(JSONFormat.render(report))
    case .sarif: Output.print(SARIFFormat(toolVersion: Version.text).render(report))
    case .github: Output.print(GitHubFormat.render(report))
    }
    try session.finish()
    let threshold: Severity? =
      switch failOn {
      case .error: .error
      case .warning: .warning
      case .never: nil
      }
    if let threshold, report.has(atLeast: threshold) { throw ExitCode(1) }
  }

  private func mend(_ readings: [PageReading], _ session: inout Session) throws {
    // The mend is one of the page itself, also where an overlay stands in for it.
    let generation = Generation(readings.map(\.documented))
    let report = Linter.lint(generation.lintInputs(), policy: session.policy(isWhole: false))
    for page in report.pages {
      let outcome = FixApplier.apply(page.findings.map(\.diagnostic), to: page.file)
      guard !outcome.applied.isEmpty else { continue }
      do {
        try FileSystem.write(outcome.bytes, to: page.file.path)
        session.note("\(page.file.path): \(outcome.applied.count) mended")
      } catch {
        session.report(error)
      }
    }
  }
}
