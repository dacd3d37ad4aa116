import ArgumentParser
import ClientEmitter
import GeneratorConfiguration
import ConnectorModel
import Diagnostics
import GenerationPipeline

/// One side of a comparison: pages or a model, of the work tree or of a revision.
struct ModelInput {
  private(set) var model: ConnectorModel
  private(set) var options: EmitterOptions
  /// What stands before the paths of pages: `docs-input/`; empty where that is not known.
  private(set) var root = ""
  /// Empty where only a model is at hand.
  private(set) var readings: [PageReading] = []

  /// - Parameter text: A folder of pages, a page, a model, or `git:REV` and `git:REV:PATH`.
  init(_ text: String, _ session: Session) async throws {
    guard text.hasPrefix("git:") else {
      self = try await Self.read(.work, [text], session)
      return
    }
    let parts = text.dropFirst(4).split(
      separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let tree = FileTree.revision(try GitTree(revision: String(parts[0])))
    let session = try Self.session(at: tree, of: text, session)
    if parts.count == 2, !parts[1].isEmpty {
      self = try await Self.read(tree, [String(parts[1])], session)
      return
    }
    let inputs = session.configuration.inputs.map { PageFinder.fixedPart(of: $0) }
    self = try await Self.read(tree, inputs, session) {
      session.configuration.includes($0)
    }
    if inputs.count != 1 { root = "" }
    root = "git:\(parts[0]):" + root
  }

  /// With the configuration of the revision, since that is what made its client.
  private static func session(
    at tree: FileTree, of text: String, _ session: Session
  ) throws -> Session {
    let path = session.options.config ?? Session.defaultConfiguration
    guard tree.kind(of: path) == .file else {
      return session.configured(Configuration().below(FileSystem.parent(of: path)), nil)
    }
    let file = SourceFile(path: "\(text):\(path)", bytes: try tree.read(path))
    let (configuration, diagnostics) = ConfigurationReader.read(file)
    let errors = diagnostics.filter { $0.severity == .error }
    for diagnostic in errors { session.show(diagnostic, in: file) }
    if !errors.isEmpty { throw ExitCode(2) }
    return session.configured(configuration.below(FileSystem.parent(of: path)), file)
  }

  private init(_ model: ConnectorModel, _ session: Session, root: String = "") {
    self.model = model
    options = session.configuration.emitterOptions(for: model)
    self.root = root
  }

  // MARK: - Reading

  private static func read(
    _ tree: FileTree, _ paths: [String], _ session: Session,
    where isIncluded: (String) -> Bool = { _ in true }
  ) async throws -> ModelInput {
    if paths.count == 1, let path = paths.first, let model = try model(tree, path) {
      return ModelInput(model, session)
    }
    var inputs: [PageInput] = []
    for path in paths { inputs += try pages(tree, path).filter { isIncluded($0.path) } }
    var seen: Set<String> = []
    inputs = inputs.filter { seen.insert($0.path).inserted }
    guard !inputs.isEmpty else {
      throw FileProblem(
        path: paths.joined(separator: ", "),
        reason: "no page matches the inputs of the configuration")
    }
    let jobs = session.options.jobs ?? session.configuration.jobs ?? 8
    let readings = await PageReading.readAll(
      inputs, labels: session.configuration.labels, overlays: session.configuration.overlays,
      jobs: jobs)
    let generation = session.generation(readings, isWhole: false)
    var session = session
    // A side that is not what was asked for would seem to have changed.
    guard session.reportRefusals(of: generation) else { throw ExitCode(2) }
    let isFolder = paths.count == 1 && tree.kind(of: paths[0]) == .folder
    var input = ModelInput(
      generation.model, session, root: isFolder ? FileSystem.join(paths[0], "") : "")
    input.readings = readings
    return input
  }

  /// The model that a file or folder holds; nil where it holds pages.
  private static func model(_ tree: FileTree, _ path: String) throws -> ConnectorModel? {
    switch tree.kind(of: path) {
    case nil:
      throw FileProblem(path: path, reason: "there is no such file or folder\(tree.suffix)")
    case .folder:
      for (folder, index) in [(path, "model/index.json"), (path, "index.json")]
      where tree.kind(of: FileSystem.join(folder, index)) == .file {
        return try pieces(tree, FileSystem.parent(of: FileSystem.join(folder, index)))
      }
      return nil
    case .file where path.hasSuffix("/index.json") || path == "index.json":
      return try pieces(tree, FileSystem.parent(of: path))
    case .file where path.hasSuffix(".json"):
      let bytes = try tree.read(path)
      do throws(ModelJSON.ReadingError) {
        return try ModelJSON.read(bytes)
      } catch {
        throw FileProblem(
          path: "\(path):\(error.location)", reason: "is no model: \(error.message)")
      }
    case .file:
      return nil
    }
  }

  /// - Parameter folder: The one that holds the index.
  private static func pieces(_ tree: FileTree, _ folder: String) throws -> ConnectorModel {
    let below = try tree.files(below: folder, suffix: ".json")
    let contents = try tree.read(below.map { FileSystem.join(folder, $0) })
    // Pieces name one another from the folder around theirs.
    let byPath = Dictionary(
      zip(below.map { ModelJSON.folder + "/" + $0 }, contents),
      uniquingKeysWith: { first, _ in first })
    do throws(ModelJSON.ReadingError) {
      return try ModelJSON.read(pieces: { byPath[$0] })
    } catch {
      let piece = (error.path ?? ModelJSON.indexPath).dropFirst(ModelJSON.folder.count + 1)
      throw FileProblem(
        path: "\(FileSystem.join(folder, String(piece))):\(error.location)",
        reason: "is no model: \(error.message)")
    }
  }

  private static func pages(_ tree: FileTree, _ path: String) throws -> [PageInput] {
    switch tree.kind(of: path) {
    case nil:
      throw FileProblem(path: path, reason: "there is no such file or folder\(tree.suffix)")
    case .file:
      return [
        PageInput(path: path, page: PageFinder.page(ofFile: path), bytes: try tree.read(path))
      ]
    case .folder:
      let below = try tree.files(below: path, suffix: ".md")
      guard !below.isEmpty else {
        throw FileProblem(
          path: path, reason: "neither a model nor a Markdown page (*.md) is in this folder")
      }
      let places = below.map { FileSystem.join(path, $0) }
      return zip(zip(places, below), try tree.read(places)).map { paths, bytes in
        PageInput(path: paths.0, page: paths.1, bytes: bytes)
      }
    }
  }
}

extension FileTree {
  /// Which revision an error is about.
  fileprivate var suffix: String {
    switch self {
    case .work: ""
    case .revision(let tree): " in git:\(tree.revision)"
    }
  }
}
