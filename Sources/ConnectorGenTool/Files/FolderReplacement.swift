import CFolderExchange

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder with other files, made beside the one whose place it takes in one step: whatever
/// interrupts it, the folder is the old one or the new one.
///
/// What stays the same is not copied; both folders have the same files, by hard links.
struct FolderReplacement {
  /// Where the folder is, whatever links lead there.
  private let place: String
  private let staged: String

  private enum Impossible: Error { case here }

  init(of folder: String) {
    place = FileSystem.target(of: folder)
    staged = place + ".connectorgen-new"
  }

  /// Removes what an interrupted run left beside the folder.
  func removeRemains() { Self.removeAll(staged) }

  /// Puts other files into the folder. That cannot be done everywhere: somebody may work in the
  /// folder, it may have a file system of its own, hold files of other people, or be protected.
  ///
  /// - Parameters:
  ///   - owned: the files that the folder may have.
  ///   - written: the new files.
  ///   - removed: the files that go.
  /// - Returns: whether it was done; where not, nothing was.
  func put(
    owned: Set<String>, written: [(path: String, bytes: [UInt8])], removed: Set<String>
  ) -> Bool {
    guard !isWorkedIn else { return false }
    do {
      let (folders, files) = try Self.contents(of: place, owned: owned)
      removeRemains()
      try makeFolder("", like: place)
      // Whoever opens the folder after the exchange has to wait as before it.
      let lock = try FolderLock(staged)
      for folder in folders { try makeFolder(folder, like: FileSystem.join(place, folder)) }
      let gone = removed.union(written.map(\.path))
      for file in files where !gone.contains(file) {
        let old = FileSystem.join(place, file)
        guard link(old, FileSystem.join(staged, file)) == 0 else { throw Impossible.here }
      }
      try FileSystem.write(
        written.map { (path: FileSystem.join(staged, $0.path), bytes: $0.bytes) })
      for file in written {
        var information = stat()
        guard stat(FileSystem.join(place, file.path), &information) == 0 else { continue }
        chmod(FileSystem.join(staged, file.path), information.st_mode & 0o777)
      }
      for file in removed {
        let folder = FileSystem.parent(of: FileSystem.join(staged, file))
        FileSystem.removeEmptyFolders(from: folder, upTo: staged)
      }
      guard connectorgen_exchange(staged, place) == 0 else { throw Impossible.here }
      // A file that somebody has put there meanwhile must not go with the old ones.
      guard (try? Self.contents(of: staged, owned: owned)) != nil else {
        // Where the folders cannot change back, all stays where it is now.
        guard connectorgen_exchange(staged, place) == 0 else { return true }
        throw Impossible.here
      }
      removeRemains()
      _ = consume lock
      return true
    } catch {
      removeRemains()
      return false
    }
  }

  /// Whether the tool runs in the folder or below it: the working folder would be gone.
  private var isWorkedIn: Bool {
    let current = FileSystem.target(of: ".")
    return current == "." || current == place || current.hasPrefix(place + "/")
  }

  private func makeFolder(_ path: String, like old: String) throws {
    let new = path.isEmpty ? staged : FileSystem.join(staged, path)
    var information = stat()
    guard stat(old, &information) == 0, mkdir(new, 0o777) == 0,
      chmod(new, information.st_mode & 0o7777) == 0
    else { throw Impossible.here }
  }

  // MARK: - The old folder

  /// The folders, outer ones first, and the files of a folder.
  ///
  /// - Throws: where there is anything but folders that may be written and files that are owned.
  private static func contents(
    of root: String, owned: Set<String>
  ) throws -> (folders: [String], files: [String]) {
    var folders: [String] = []
    var files: [String] = []
    var pending = [""]
    while let folder = pending.popLast() {
      let path = folder.isEmpty ? root : FileSystem.join(root, folder)
      guard access(path, W_OK | X_OK) == 0, let entries = FileSystem.entries(of: path),
        entries.allSatisfy(\.isText)
      else { throw Impossible.here }
      if !folder.isEmpty { folders.append(folder) }
      for (name, _) in entries {
        let below = folder.isEmpty ? name : folder + "/" + name
        var information = stat()
        guard lstat(FileSystem.join(root, below), &information) == 0 else { throw Impossible.here }
        switch information.st_mode & S_IFMT {
        case S_IFDIR: pending.append(below)
        case S_IFREG where owned.contains(below): files.append(below)
        default: throw Impossible.here
        }
      }
    }
    return (folders, files)
  }

  /// Removes a folder with all that is in it; links are removed, not followed.
  private static func removeAll(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    for entry in FileSystem.entries(of: path) ?? [] {
      removeAll(FileSystem.join(path, entry.name))
    }
    _ = rmdir(path)
  }
}
