import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import ConnectorModel
import Diagnostics
import GenerationPipeline
import Linting
import PageFacts
import SwiftDeclarations

/// What the commands have in common: configuration, pages, findings, exit status.
struct Session {
  let options: CommonOptions
  private(set) var configuration: Configuration
  private(set) var configurationFile: SourceFile?
  /// Whether an input could not be used.
  private(set) var hasProblems = false

  static let defaultConfiguration = "connectorgen.yaml"

  /// Where the configuration is, if there is one.
  static func configurationPath(_ options: CommonOptions) -> String {
    options.config ?? defaultConfiguration
  }

  init(_ options: CommonOptions) throws {
    self.options = options
    configuration = Configuration()
    let path = Self.configurationPath(options)
    guard options.config != nil || FileSystem.kind(of: path) == .file else { return }
    do {
      let file = SourceFile(path: path, bytes: try FileSystem.read(path))
      let (configuration, diagnostics) = ConfigurationReader.read(file)
      self.configuration = configuration.below(FileSystem.parent(of: path))
      configurationFile = file
      let errors = diagnostics.filter { $0.severity == .error }
      for diagnostic in diagnostics { show(diagnostic, in: file) }
      // Half a configuration would generate something that nobody asked for.
      if !errors.isEmpty { throw ExitCode(2) }
    } catch let problem as FileProblem {
      Output.printError("connectorgen: error: \(problem)\n")
      throw ExitCode(2)
    }
  }

  /// Reads the pages at `paths`, or those of the configuration where there are none.
  mutating func readPages(_ paths: [String]) async throws -> [PageReading] {
    var finder = finder(paths)
    let pages = finder.read()
    for problem in finder.problems { report(problem) }
    if pages.isEmpty {
      if finder.problems.isEmpty { report(noPages) }
      throw ExitCode(2)
    }
    return await read(pages)
  }

  var noPages: FileProblem {
    FileProblem(
      path: Self.configurationPath(options),
      reason: "no page matches the inputs of the configuration")
  }

  /// The pages at `paths`, or those of the configuration where there are none.
  func finder(_ paths: [String]) -> PageFinder {
    paths.isEmpty ? PageFinder(configuration) : PageFinder(paths)
  }

  /// The folder that the configuration's first pattern starts with.
  var documentationRoot: String {
    configuration.inputs.first.map { PageFinder.fixedPart(of: $0) } ?? "."
  }

  func read(_ pages: [PageInput]) async -> [PageReading] {
    let jobs = options.jobs ?? configuration.jobs ?? 8
    var progress = Progress(of: pages.count, isQuiet: options.quiet)
    var readings: [PageReading] = []
    for start in stride(from: 0, to: pages.count, by: progress.step) {
      let some = Array(pages[start..<min(start + progress.step, pages.count)])
      readings += await PageReading.readAll(
        some, labels: configuration.labels, overlays: configuration.overlays, jobs: jobs)
      progress.show(readings.count)
    }
    progress.clear()
    return readings
  }

  mutating func report(_ problem: FileProblem) {
    Output.printError("connectorgen: error: \(problem)\n")
    hasProblems = true
  }

  func show(_ diagnostic: Diagnostic, in file: SourceFile) {
    Output.printError(format(terminal: Output.isErrorTerminal).render(diagnostic, in: file))
  }

  /// One line about what was found, where all findings would hide the product.
  func summarize(_ report: LintReport) {
    guard !options.quiet, report.hasFindings else { return }
    Output.printError("\(report.summary); `connectorgen lint` shows them\n")
  }

  func note(_ text: String) {
    if !options.quiet { Output.printError(text + "\n") }
  }

  func format(terminal: Bool) -> TextFormat {
    TextFormat(usesColor: options.usesColor(terminal: terminal))
  }

  /// How text for people is laid out.
  var style: Style {
    Style(usesColor: options.usesColor(terminal: Output.isTerminal), columns: Output.columns)
  }

  /// What the configuration wants to see of findings.
  ///
  /// - Parameter isWhole: whether all its pages are looked at.
  mutating func policy(isWhole: Bool) -> LintPolicy {
    var baseline: Baseline?
    if let path = configuration.baseline, FileSystem.kind(of: path) == .file {
      do {
        baseline = Baseline(reading: SourceFile(path: path, bytes: try FileSystem.read(path)))
      } catch {
        report(error)
      }
    }
    return LintPolicy(
      severities: configuration.severities, suppressions: configuration.suppressions,
      baseline: baseline, configuration: configurationFile, isWhole: isWhole)
  }

  /// The same with another configuration: that of an earlier revision.
  func configured(_ configuration: Configuration, _ file: SourceFile?) -> Session {
    var copy = self
    copy.configuration = configuration
    copy.configurationFile = file
    return copy
  }

  // MARK: - Generating

  /// All stages for pages that were read with this configuration.
  ///
  /// - Parameter isWhole: whether these are all its pages, as far as they could be read.
  func generation(_ readings: [PageReading], isWhole: Bool) -> Generation {
    // Of a page that could not be read nobody knows what it has.
    Generation(readings, configuration: configuration, isWhole: isWhole && !hasProblems)
  }

  /// What is to be shown of the findings, those about the configuration among them.
  mutating func lint(_ generation: Generation, _ client: EmittedClient) -> LintReport {
    var policy = policy(isWhole: generation.isWhole)
    policy.configurationFindings = generation.configurationFindings(client)
    return Linter.lint(generation.lintInputs(client), policy: policy)
  }

  /// Shows what of the configuration cannot be applied.
  ///
  /// - Returns: whether all can be.
  mutating func reportRefusals(of generation: Generation) -> Bool {
    let refusals = generation.refusals
    guard !refusals.isEmpty, let configurationFile else { return true }
    for refusal in refusals { show(refusal, in: configurationFile) }
    hasProblems = true
    return false
  }

  /// Ends the command with 2 where an input could not be used.
  func finish() throws {
    if hasProblems { throw ExitCode(2) }
  }
}

extension EmittedClient {
  /// The files as the output folder takes them.
  var outputFiles: [(path: String, bytes: [UInt8])] { files.map { ($0.path, $0.bytes) } }
}
