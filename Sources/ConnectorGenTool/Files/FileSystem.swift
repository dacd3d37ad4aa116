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
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(path: path, cannot: "be read") }
    defer { close(descriptor) }
    guard let bytes = Descriptor.readAll(from: descriptor) else {
      throw FileProblem(path: path, cannot: "be read")
    }
    return bytes
  }

  /// Writes a file in one step, and the folders that it needs.
  static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    try write([(path: path, bytes: bytes)])
  }

  /// Writes several files: none is touched before all of them are whole on the disk.
  static func write(_ files: [(path: String, bytes: [UInt8])]) throws(FileProblem) {
    var folders: [String] = []
    var staged: [StagedFile] = []
    do throws(FileProblem) {
      for file in files {
        try makeFolder(parent(of: file.path), made: &folders)
        staged.append(try StagedFile(file.bytes, for: file.path))
      }
    } catch {
      for file in staged { file.discard() }
      for folder in folders.reversed() { _ = rmdir(folder) }
      throw error
    }
    while !staged.isEmpty {
      do throws(FileProblem) {
        try staged.removeFirst().commit()
      } catch {
        for file in staged { file.discard() }
        throw error
      }
    }
  }

  /// Makes a folder and those around it.
  ///
  /// - Parameter made: gets the folders that were not there, outermost first.
  static func makeFolder(_ path: String, made: inout [String]) throws(FileProblem) {
    switch kind(of: path) {
    case .folder: return
    case .file: throw FileProblem(path: path, reason: "a file stands where a folder is needed")
    case nil: break
    }
    let around = parent(of: path)
    if around != path { try makeFolder(around, made: &made) }
    if mkdir(path, 0o777) == 0 {
      made.append(path)
    } else if kind(of: path) != .folder {
      throw FileProblem(path: path, cannot: "be made")
    }
  }

  /// Where a link leads in the end; the link itself where that is nowhere.
  static func target(of link: String) -> String {
    guard let resolved = realpath(link, nil) else { return link }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a file that is there may be written. A rename would pass over its protection.
  static func checkWritable(_ path: String) throws(FileProblem) {
    guard access(path, W_OK) == 0 || errno == ENOENT else {
      throw FileProblem(path: path, cannot: "be written")
    }
  }

  /// What is in a folder, in whatever order; nil where it cannot be listed.
  ///
  /// - Returns: the names, repaired where they are no UTF-8.
  static func entries(of folder: String) -> [(name: String, isText: Bool)]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    let offset = MemoryLayout<dirent>.offset(of: \.d_name) ?? 0
    var entries: [(name: String, isText: Bool)] = []
    while let entry = readdir(stream) {
      let characters = UnsafeRawPointer(entry).advanced(by: offset)
        .assumingMemoryBound(to: CChar.self)
      let text = String(validatingCString: characters)
      let name = text ?? String(cString: characters)
      if name != ".", name != ".." { entries.append((name, text != nil)) }
    }
    return entries
  }

  static func remove(_ path: String) throws(FileProblem) {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw FileProblem(path: path, cannot: "be removed")
    }
  }

  /// Removes a folder and those around it as long as they are empty.
  static func removeEmptyFolders(from path: String, upTo root: String) {
    var path = path
    while path.utf8.count > root.utf8.count, path.hasPrefix(root), rmdir(path) == 0 {
      path = parent(of: path)
    }
  }

  static func isLink(_ path: String) -> Bool {
    var information = stat()
    return lstat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFLNK
  }

  static func isRegularFile(_ path: String) -> Bool {
    var information = stat()
    return stat(path, &information) == 0 && information.st_mode & S_IFMT == S_IFREG
  }

  static func join(_ folder: String, _ path: String) -> String {
    if folder.isEmpty || folder == "." { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  static func parent(of path: String) -> String {
    var path = path[...]
    while path.count > 1, path.last == "/" { path = path.dropLast() }
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
