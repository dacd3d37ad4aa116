import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import GenerationPipeline
import Linting

/// Generates, and generates anew whenever a page or the configuration changes.
struct Watcher {
  private let options: CommonOptions
  private let paths: [String]
  private let output: String?
  private var session: Session
  private var cache = ReadingCache()
  /// Nil before the first time.
  private var stamps: FileStamps?
  private var configurationStamps: FileStamps

  /// How long nothing happens between two looks.
  private static let pause = Duration.milliseconds(100)
  /// How long a changed file has to stay as it is: an editor may still be writing.
  private static let calm = Duration.milliseconds(25)
  /// How long a page that vanished may take to come back: many editors save by moving files.
  private static let patience = Duration.milliseconds(300)

  /// - Throws: where the configuration cannot be used.
  init(_ options: CommonOptions, paths: [String], output: String?) throws {
    self.options = options
    self.paths = paths
    self.output = output
    configurationStamps = FileStamps([Session.configurationPath(options)])
    session = try Session(options)
  }

  /// Generates, then goes on until somebody stops it.
  ///
  /// - Parameter runs: after how many times to stop; nil for never.
  mutating func run(atMost runs: Int?) async throws {
    var count = 0
    while !StopSignal.isSent {
      if await hasChanged() {
        await generate()
        count += 1
        if let runs, count >= runs { return }
      }
      try await Task.sleep(for: Self.pause)
    }
  }

  // MARK: - Looking

  /// Whether anything changed since the last time, after waiting until it has come to rest.
  private mutating func hasChanged() async -> Bool {
    var (now, configuration) = look()
    guard now != stamps || configuration != configurationStamps else { return false }
    let start = ContinuousClock.now
    while !StopSignal.isSent, start.duration(to: .now) < .seconds(1) {
      try? await Task.sleep(for: Self.calm)
      let (later, laterConfiguration) = look()
      let isCalm = later == now && laterConfiguration == configuration
      (now, configuration) = (later, laterConfiguration)
      let isWhole = stamps.map { !now.lacksFile(of: $0) } ?? true
      let isLate = start.duration(to: .now) > Self.patience
      if isCalm, isWhole || isLate { break }
    }
    if now == stamps, configuration == configurationStamps { return false }
    stamps = now
    if configuration != configurationStamps {
      configurationStamps = configuration
      return renewSession()
    }
    return true
  }

  private func look() -> (pages: FileStamps, configuration: FileStamps) {
    var files = session.finder(paths).places.map(\.path)
    if let baseline = session.configuration.baseline { files.append(baseline) }
    return (FileStamps(files), FileStamps([Session.configurationPath(options)]))
  }

  /// Whether the changed configuration can be used; if not, it has said so.
  private mutating func renewSession() -> Bool {
    guard let session = try? Session(options) else {
      Output.print("the configuration cannot be used; nothing is written until it can\n")
      return false
    }
    self.session = session
    cache.clear()
    return true
  }

  // MARK: - Generating

  private mutating func generate() async {
    let start = ContinuousClock.now
    // What could not be used is said of one time, not of those after it.
    var session = session
    var finder = session.finder(paths)
    let pages = finder.read()
    let folder = output ?? session.configuration.output
    for problem in finder.problems { session.report(problem) }
    if pages.isEmpty, finder.problems.isEmpty { session.report(session.noPages) }
    guard finder.problems.isEmpty, !pages.isEmpty else {
      Output.print("\(folder) is left as it was\n")
      return
    }
    let (readings, changed, gone) = await cache.read(pages, session)
    let generation = session.generation(readings, isWhole: paths.isEmpty)
    guard session.reportRefusals(of: generation) else {
      Output.print("the configuration cannot be applied; \(folder) is left as it was\n")
      return
    }
    let client = generation.client()
    let report = session.lint(generation, client)
    do {
      let output = try OutputFolder.write(client.outputFiles, to: folder)
      let seconds = Self.seconds(start.duration(to: .now))
      var parts: [String] = []
      let names = changed.map { PageFinder.name(ofFile: $0) }
      if !names.isEmpty { parts.append(Self.list(names, "pages") + " read") }
      if gone > 0 { parts.append("\(gone) \(gone == 1 ? "page" : "pages") gone") }
      parts.append(Self.written(output, in: folder))
      Output.print("\(parts.joined(separator: ", ")) in \(seconds) s; \(report.summary)\n")
    } catch {
      session.report(error)
      Output.print("\(folder) is left as it was\n")
    }
  }

  private static func written(_ output: OutputFolder, in folder: String) -> String {
    guard !output.steps.isEmpty else { return "\(folder) is up to date" }
    return list(output.steps.map(\.path), "files") + " written"
  }

  /// A few names, or how many there are.
  private static func list(_ names: [String], _ noun: String) -> String {
    names.count <= 3 ? names.joined(separator: ", ") : "\(names.count) \(noun)"
  }

  /// Seconds with two digits behind the point.
  private static func seconds(_ duration: Duration) -> String {
    let hundredths =
      duration.components.seconds * 100
      + duration.components.attoseconds / 10_000_000_000_000_000
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
