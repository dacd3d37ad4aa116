#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few things that the command line does with files. Nothing else of the tool touches them.
enum FileSystem {
  enum Kind {
    case file
    case folder
  }

  static func kind(of path: String) -> Kind? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    return information.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  static func read(_ path: String) throws(FileProblem) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw FileProblem(path: path, reason: "cannot be read: \(reason(for: path))")
    }
    return [UInt8](data)
  }

  private static func reason(for path: String) -> String {
    switch kind(of: path) {
    case nil: "there is no such file"
    case .folder: "it is a folder"
    case .file: "no permission"
    }
  }

  /// Writes beside the file and then renames, so that the file is the old one or the new one at any
  /// moment.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let temporary = temporaryPath(for: path)
    do {
      try FileManager.default.createDirectory(
        atPath: parent(of: path), withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: temporary))
      guard rename(temporary, path) == 0 else {
        try? FileManager.default.removeItem(atPath: temporary)
        throw FileProblem(path: path, reason: "cannot be written")
      }
    } catch let problem as FileProblem {
      throw problem
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw FileProblem(path: path, reason: "cannot be written")
    }
  }

  /// What `write` names the file until it is whole.
  private static func temporaryPath(for path: String) -> String { path + ".connectorgen-new" }

  /// Removes what a `write` to this path left behind when it was interrupted.
  static func removeRemains(of path: String) {
    _ = unlink(temporaryPath(for: path))
  }

  static func remove(_ path: String) throws(FileProblem) {
    do {
      try FileManager.default.removeItem(atPath: path)
    } catch {
      throw FileProblem(path: path, reason: "cannot be removed")
    }
  }

  /// Removes a folder and those around it as long as they are empty.
  static func removeEmptyFolders(from path: String, upTo root: String) {
    var path = path
    while path.count > root.count, path.hasPrefix(root),
      let entries = try? FileManager.default.contentsOfDirectory(atPath: path), entries.isEmpty
    {
      guard (try? FileManager.default.removeItem(atPath: path)) != nil else { return }
      path = parent(of: path)
    }
  }

  /// The files below a folder that end in `.suffix`, sorted, as paths below it. Hidden ones are left
  /// out, and so is what is no file or folder: reading a pipe may never end. A folder that links
  /// lead to again is listed once, so that a loop of links comes to an end.
  static func files(below folder: String, suffix: String) throws(FileProblem) -> [String] {
    var found: [String] = []
    var visited: Set<Identity> = []
    var pending = [""]
    // Links come last, so that a page has the path without a link where there is one.
    var links: [String] = []
    while let relative = pending.popLast() ?? links.popLast() {
      let path = relative.isEmpty ? folder : join(folder, relative)
      guard let identity = Identity(of: path), visited.insert(identity).inserted else { continue }
      let entries: [String]
      do {
        entries = try FileManager.default.contentsOfDirectory(atPath: path)
      } catch {
        throw FileProblem(path: path, reason: "cannot be listed")
      }
      // The order in which a folder is listed is not always the same.
      for entry in entries.sorted(by: >) where !entry.hasPrefix(".") {
        let below = relative.isEmpty ? entry : relative + "/" + entry
        let place = join(folder, below)
        switch kind(of: place) {
        case .folder:
          if isLink(place) { links.append(below) } else { pending.append(below) }
        case .file where entry.hasSuffix(suffix) && isRegularFile(place): found.append(below)
        default: break
        }
      }
    }
    // By bytes, not by locale.
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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

  private static func isLink(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
  }

  private static func isRegularFile(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// A file that cannot be used.
struct FileProblem: Error, CustomStringConvertible {
  var path: String
  var reason: String

  var description: String { "\(path): \(reason)" }
}
