#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

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

  /// What would have to be done so that the folder has these files.
  ///
  /// - Throws: where a file of the folder cannot be read, or is somebody else's.
  init(path: String, files: [(path: String, bytes: [UInt8])]) throws(FileProblem) {
    self.path = path
    self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    if FileSystem.kind(of: path) == .file {
      throw FileProblem(path: path, reason: "is a file; the output needs a folder")
    }
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

  /// Whether an earlier run wrote something here.
  static func holdsOutput(_ path: String) -> Bool {
    FileSystem.kind(of: FileSystem.join(path, manifestName)) == .file
  }

  /// Makes the folder have these files.
  ///
  /// - Returns: what was done.
  static func write(
    _ files: [(path: String, bytes: [UInt8])], to path: String
  ) throws(FileProblem) -> OutputFolder {
    var made: [String] = []
    do throws(FileProblem) {
      try FileSystem.makeFolder(path, made: &made)
      let lock = try FolderLock(path)
      let folder = try OutputFolder(path: path, files: files)
      try folder.write()
      _ = consume lock
      return folder
    } catch {
      for folder in made.reversed() { _ = rmdir(folder) }
      throw error
    }
  }

  /// Does the steps: all at once where the folder can be exchanged for another one, otherwise file
  /// by file.
  private func write() throws(FileProblem) {
    let replacement = FolderReplacement(of: path)
    replacement.removeRemains()
    removeRemains()
    for step in steps where step.action != .add {
      try FileSystem.checkWritable(FileSystem.join(path, step.path))
    }
    let written = files.map(\.path)
    // One changed file takes its place in one step by itself.
    if steps.count > 1 || steps.contains(where: { $0.action != .change }) {
      let changed = steps.filter { $0.action != .remove }.map { (path: $0.path, bytes: $0.bytes) }
      let manifest = (path: Self.manifestName, bytes: Self.manifest(of: written))
      let isDone = replacement.put(
        owned: Set(earlier).union([Self.manifestName]), written: changed + [manifest],
        removed: Set(steps.filter { $0.action == .remove }.map(\.path)))
      if isDone { return }
    }
    try writeEach(written)
  }

  /// Removes what an interrupted run left.
  private func removeRemains() {
    let written = Set(files.map(\.path))
    for known in written.union(earlier).union([Self.manifestName]) {
      StagedFile.removeRemains(of: FileSystem.join(path, known))
    }
    // It may have made folders for files that nobody wants any more.
    for old in Set(earlier).subtracting(written) {
      let place = FileSystem.join(path, old)
      FileSystem.removeEmptyFolders(from: FileSystem.parent(of: place), upTo: path)
    }
  }

  /// Does the steps one after the other. Every new file is whole on the disk before the first one
  /// takes the place of an old one, so that a full disk or a missing permission changes nothing. The
  /// manifest names old and new files while the work goes on: whatever interrupts it, every file is
  /// the old one or the new one, and the next run knows them all.
  private func writeEach(_ written: [String]) throws(FileProblem) {
    if steps.contains(where: { $0.action != .change }) {
      try writeManifest(Array(Set(earlier).union(written)))
    }
    do throws(FileProblem) {
      try FileSystem.write(
        steps.filter { $0.action != .remove }.map {
          (path: FileSystem.join(path, $0.path), bytes: $0.bytes)
        })
      for step in steps where step.action == .remove {
        let place = FileSystem.join(path, step.path)
        try FileSystem.remove(place)
        FileSystem.removeEmptyFolders(from: FileSystem.parent(of: place), upTo: path)
      }
    } catch {
      // Only what is there, so that a file of somebody else at such a path is not taken for ours.
      let left = Set(earlier).union(written).filter {
        FileSystem.kind(of: FileSystem.join(path, $0)) == .file
      }
      if left.isEmpty {
        try? FileSystem.remove(FileSystem.join(path, Self.manifestName))
      } else {
        try? writeManifest(Array(left))
      }
      throw error
    }
    try writeManifest(written)
  }

  private func writeManifest(_ paths: [String]) throws(FileProblem) {
    let place = FileSystem.join(path, Self.manifestName)
    let bytes = Self.manifest(of: paths)
    if FileSystem.kind(of: place) == .file, try FileSystem.read(place) == bytes { return }
    try FileSystem.write(bytes, to: place)
  }

  private static func manifest(of paths: [String]) -> [UInt8] {
    let sorted = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array((([manifestHeader] + sorted).joined(separator: "\n") + "\n").utf8)
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
