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
    let temporary = path + ".connectorgen-new"
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
  /// out.
  static func files(below folder: String, suffix: String) throws(FileProblem) -> [String] {
    var found: [String] = []
    var pending = [""]
    while let relative = pending.popLast() {
      let path = relative.isEmpty ? folder : join(folder, relative)
      let entries: [String]
      do {
        entries = try FileManager.default.contentsOfDirectory(atPath: path)
      } catch {
        throw FileProblem(path: path, reason: "cannot be listed")
      }
      for entry in entries where !entry.hasPrefix(".") {
        let below = relative.isEmpty ? entry : relative + "/" + entry
        switch kind(of: join(folder, below)) {
        case .folder: pending.append(below)
        case .file where entry.hasSuffix(suffix): found.append(below)
        default: break
        }
      }
    }
    // By bytes, not by locale.
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
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
