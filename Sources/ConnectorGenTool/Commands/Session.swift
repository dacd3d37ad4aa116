import ArgumentParser
import ClientEmitter
import Configuration
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

  init(_ options: CommonOptions) throws {
    self.options = options
    configuration = Configuration()
    let path = options.config ?? Self.defaultConfiguration
    guard options.config != nil || FileSystem.kind(of: path) == .file else { return }
    do {
      let file = SourceFile(path: path, bytes: try FileSystem.read(path))
      let (configuration, diagnostics) = ConfigurationReader.read(file)
      self.configuration = configuration
      configurationFile = file
      let all = diagnostics + Self.unapplied(configuration)
      let errors = all.filter { $0.severity == .error }
      for diagnostic in all { show(diagnostic, in: file) }
      // Half a configuration would generate something that nobody asked for.
      if !errors.isEmpty { throw ExitCode(2) }
    } catch let problem as FileProblem {
      Output.printError("connectorgen: error: \(problem)\n")
      throw ExitCode(2)
    }
  }

  /// Reads the pages at `paths`, or those of the configuration where there are none.
  mutating func readPages(_ paths: [String]) async throws -> [PageReading] {
    let finder = paths.isEmpty ? PageFinder(configuration) : PageFinder(paths)
    for problem in finder.problems { report(problem) }
    let readings = await PageReading.readAll(
      finder.pages, labels: configuration.labels, jobs: options.jobs ?? configuration.jobs ?? 8)
    if finder.pages.isEmpty {
      if finder.problems.isEmpty {
        Output.printError("connectorgen: error: no page matches the inputs of the configuration\n")
      }
      throw ExitCode(2)
    }
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

  /// What the configuration wants to see of the findings.
  mutating func policy() -> LintPolicy {
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
      baseline: baseline, configuration: configurationFile)
  }

  /// Entries that are read and that no stage acts on yet. To pass over them would give output that
  /// is not what was asked for.
  private static func unapplied(_ configuration: Configuration) -> [Diagnostic] {
    var ranges: [(String, Range<Int>)] = []
    for key in ["types", "overlays"] {
      if let range = configuration.places[key] { ranges.append((key, range)) }
    }
    ranges += configuration.names.fields.map { ("names.fields", $0.range) }
    ranges += configuration.names.operations.map { ("names.operations", $0.range) }
    return ranges.map { key, range in
      Diagnostic(
        .invalidConfigurationValue, at: range, subject: key,
        "\(key) is not applied by this version", remedy: "take it out")
    }
  }

  /// What the configuration wants of the client of a model.
  func emitterOptions(for model: ConnectorModel) -> EmitterOptions {
    // The configuration names a source as its page does, the emitter by its key.
    var names: [String: String] = [:]
    for entry in configuration.names.sources {
      for source in model.sources where source.name == entry.key || source.key == entry.key {
        names[source.key] = entry.name
      }
    }
    return EmitterOptions(
      access: AccessLevel(rawValue: configuration.access.rawValue) ?? .public,
      moduleName: configuration.module, names: names)
  }

  /// The same with another configuration: that of an earlier revision.
  func configured(_ configuration: Configuration) -> Session {
    var copy = self
    copy.configuration = configuration
    return copy
  }

  /// Ends the command with 2 where an input could not be used.
  func finish() throws {
    if hasProblems { throw ExitCode(2) }
  }
}
