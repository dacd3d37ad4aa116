#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The files below a folder whose names end alike.
///
/// Hidden ones are left out, and so is what is no file or folder: reading a pipe may never end. A
/// folder that links lead to again is listed once, so that a loop of links comes to an end.
struct FolderListing {
  /// Paths below the folder, sorted by bytes, not by locale.
  private(set) var files: [String] = []
  /// What could not be listed; all else is.
  private(set) var problems: [FileProblem] = []

  private let folder: String
  private let suffix: String

  init(below folder: String, suffix: String) {
    self.folder = folder
    self.suffix = suffix
    var visited: Set<Identity> = []
    var pending = [""]
    // Links come last, so that a page has the path without a link where there is one.
    var links: [String] = []
    while let relative = pending.popLast() ?? links.popLast() {
      let path = relative.isEmpty ? folder : FileSystem.join(folder, relative)
      guard let identity = Identity(of: path), visited.insert(identity).inserted else { continue }
      // The order in which a folder is listed is not always the same.
      for entry in names(in: path).sorted(by: >) where !entry.hasPrefix(".") {
        let below = relative.isEmpty ? entry : relative + "/" + entry
        let place = FileSystem.join(folder, below)
        switch FileSystem.kind(of: place) {
        case .folder:
          if FileSystem.isLink(place) { links.append(below) } else { pending.append(below) }
        case .file where entry.hasSuffix(suffix) && FileSystem.isRegularFile(place):
          files.append(below)
        default: break
        }
      }
    }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    problems.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private mutating func names(in path: String) -> [String] {
    guard let entries = FileSystem.entries(of: path) else {
      problems.append(FileProblem(path: path, cannot: "be listed"))
      return []
    }
    var names: [String] = []
    for (name, isText) in entries {
      if isText {
        names.append(name)
      } else if !name.hasPrefix("."), name.hasSuffix(suffix) || !name.contains(".") {
        problems.append(
          FileProblem(
            path: FileSystem.join(path, name), reason: "its name is not UTF-8; rename it"))
      }
    }
    return names
  }

  /// What makes two paths the same folder.
  private struct Identity: Hashable {
    var device: UInt64
    var number: UInt64

    init?(of path: String) {
      var information = stat()
      guard stat(path, &information) == 0 else { return nil }
      device = UInt64(truncatingIfNeeded: information.st_dev)
      number = UInt64(truncatingIfNeeded: information.st_ino)
    }
  }
}
