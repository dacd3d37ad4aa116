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
  /// moment. A link stays one, and a file's permissions stay what they are.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let place = isLink(path) ? target(of: path) : path
    let temporary = temporaryPath(for: place)
    try makeFolder(parent(of: place))
    removeRemains(of: place)
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw unwritable(path) }
    var information = stat()
    if stat(place, &information) == 0 { fchmod(descriptor, information.st_mode & 0o777) }
    var isWhole = writeAll(bytes, to: descriptor)
    let problem = errno
    if close(descriptor) != 0, isWhole { isWhole = false } else { errno = problem }
    if isWhole, rename(temporary, place) == 0 { return }
    let failure = unwritable(path)
    removeRemains(of: place)
    throw failure
  }

  static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        #if canImport(Darwin)
          return Darwin.write(descriptor, rest.baseAddress, rest.count)
        #elseif canImport(Musl)
          return Musl.write(descriptor, rest.baseAddress, rest.count)
        #else
          return Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
      }
      if count > 0 { written += count } else if count == 0 || errno != EINTR { return false }
    }
    return true
  }

  private static func makeFolder(_ path: String) throws(FileProblem) {
    if kind(of: path) == .folder { return }
    if kind(of: path) == .file {
      throw FileProblem(path: path, reason: "a file stands where a folder is needed")
    }
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileProblem(path: path, reason: "this folder cannot be made")
    }
  }

  /// What the last call of the system said.
  private static func unwritable(_ path: String) -> FileProblem {
    let reason = strerror(errno).map { String(cString: $0) } ?? "unknown reason"
    return FileProblem(path: path, reason: "cannot be written: \(reason)")
  }

  /// Where a link leads in the end; the link itself where that is nowhere.
  private static func target(of link: String) -> String {
    guard let resolved = realpath(link, nil) else { return link }
    defer { free(resolved) }
    return String(cString: resolved)
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
