/// The folder of generated files: writes what changed, removes what it wrote earlier and no longer
/// writes, touches nothing else.
struct OutputFolder {
  /// What would be done to one file.
  enum Action: Equatable {
    case add
    case change
    case remove
  }

  struct Step {
    var action: Action
    /// Below the folder.
    var path: String
    var bytes: [UInt8]
  }

  static let manifestName = ".connectorgen-manifest"
  private static let manifestHeader =
    "# Files that connectorgen wrote here; it removes these and no others."

  let path: String
  private(set) var steps: [Step] = []
  private let files: [(path: String, bytes: [UInt8])]
  private let earlier: [String]

  /// - Throws: where a file of the folder cannot be read.
  init(path: String, files: [(path: String, bytes: [UInt8])]) throws(FileProblem) {
    self.path = path
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    earlier = try Self.readManifest(in: path)
    let known = Set(earlier)
    for file in self.files {
      let place = FileSystem.join(path, file.path)
      switch FileSystem.kind(of: place) {
      case nil:
        steps.append(Step(action: .add, path: file.path, bytes: file.bytes))
      case .folder:
        throw FileProblem(path: place, reason: "a folder stands where a file is to be written")
      case .file:
        guard known.contains(file.path) else {
          throw FileProblem(
            path: place, reason: "was not written by connectorgen; move it away to generate here")
        }
        if try FileSystem.read(place) != file.bytes {
          steps.append(Step(action: .change, path: file.path, bytes: file.bytes))
        }
      }
    }
    let written = Set(self.files.map(\.path))
    for old in earlier where !written.contains(old) {
      if FileSystem.kind(of: FileSystem.join(path, old)) == .file {
        steps.append(Step(action: .remove, path: old, bytes: []))
      }
    }
  }

  /// Does the steps. The manifest names old and new files while the work goes on, so that whatever
  /// interrupts it, the next run knows them all.
  func write() throws(FileProblem) {
    let written = files.map(\.path)
    for known in Set(earlier).union(written).union([Self.manifestName]) {
      FileSystem.removeRemains(of: FileSystem.join(path, known))
    }
    if steps.contains(where: { $0.action != .change }) {
      try writeManifest(Array(Set(earlier).union(written)))
    }
    for step in steps where step.action != .remove {
      try FileSystem.write(step.bytes, to: FileSystem.join(path, step.path))
    }
    for step in steps where step.action == .remove {
      let place = FileSystem.join(path, step.path)
      try FileSystem.remove(place)
      FileSystem.removeEmptyFolders(from: FileSystem.parent(of: place), upTo: path)
    }
    try writeManifest(written)
  }

  private func writeManifest(_ paths: [String]) throws(FileProblem) {
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    let text = ([Self.manifestHeader] + sorted).joined(separator: "\n") + "\n"
    let place = FileSystem.join(path, Self.manifestName)
    let bytes = Array(text.utf8)
    if FileSystem.kind(of: place) == .file, try FileSystem.read(place) == bytes { return }
    try FileSystem.write(bytes, to: place)
  }

  private static func readManifest(in folder: String) throws(FileProblem) -> [String] {
    let place = FileSystem.join(folder, manifestName)
    guard FileSystem.kind(of: place) == .file else { return [] }
    let text = String(decoding: try FileSystem.read(place), as: UTF8.self)
    return text.split(separator: "\n").map(String.init).filter { line in
      // A manifest that somebody edited must never lead out of the folder.
      !line.hasPrefix("#") && !line.hasPrefix("/") && !line.split(separator: "/").contains("..")
    }
  }
}
