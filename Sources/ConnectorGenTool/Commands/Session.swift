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
    var finder = finder(paths)
    let pages = finder.read()
    for problem in finder.problems { report(problem) }
    if pages.isEmpty {
      if finder.problems.isEmpty { report(Self.noPages) }
      throw ExitCode(2)
    }
    return await read(pages)
  }

  static let noPages = FileProblem(
    path: defaultConfiguration, reason: "no page matches the inputs of the configuration")

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
      readings += await PageReading.readAll(some, labels: configuration.labels, jobs: jobs)
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

  /// What the configuration wants to see of the findings of some pages.
  mutating func policy(for readings: [PageReading]) -> LintPolicy {
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
      baseline: baseline, configuration: configurationFile, coversProject: coversProject(readings))
  }

  /// Whether these are all pages that the configuration names.
  private func coversProject(_ readings: [PageReading]) -> Bool {
    let places = PageFinder(configuration).places
    let paths = Set(readings.map(\.source.path))
    return !places.isEmpty && places.allSatisfy { paths.contains($0.path) }
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
      moduleName: configuration.module, names: names, callModule: configuration.calls)
  }

  /// The same with another configuration: that of an earlier revision.
  func configured(_ configuration: Configuration) -> Session {
    var copy = self
    copy.configuration = configuration
    return copy
  }

  func client(of generation: Generation) -> EmittedClient {
    generation.client(emitterOptions(for: generation.model))
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
