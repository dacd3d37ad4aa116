/// The files of a revision, read without touching the work tree.
struct GitTree {
  /// As the command line names it.
  let revision: String
  /// The files below the working folder: what git calls the content of each.
  private let files: [String: String]
  private let folders: Set<String>

  init(revision: String) throws(GitProblem) {
    self.revision = revision
    guard !revision.isEmpty, !revision.hasPrefix("-") else {
      throw GitProblem(reason: "`\(revision)` is no revision")
    }
    let resolved = try GitCommand(["rev-parse", "--verify", "--quiet", revision + "^{tree}"])
    guard resolved.status == 0 else {
      throw try Self.problem(resolved, revision: revision)
    }
    let tree = String(decoding: resolved.output, as: UTF8.self).prefix { $0.isHexDigit }
    let listing = try GitCommand(["ls-tree", "-r", "-z", String(tree)])
    guard listing.status == 0 else {
      throw GitProblem(reason: "\(revision): git cannot list it: \(Self.message(listing.errors))")
    }
    var files: [String: String] = [:]
    var folders: Set<String> = [""]
    for entry in listing.output.split(separator: 0) {
      // `100644 blob SHA<tab>PATH`; links and other repositories are no files.
      guard let tab = entry.firstIndex(of: UInt8(ascii: "\t")) else { continue }
      let head = String(decoding: entry[..<tab], as: UTF8.self).split(separator: " ")
      let path = String(decoding: entry[(tab + 1)...], as: UTF8.self)
      guard head.count == 3, head[0].hasPrefix("100"), head[1] == "blob" else { continue }
      files[path] = String(head[2])
      var folder = path[...]
      while let slash = folder.lastIndex(of: "/") {
        folder = folder[..<slash]
        guard folders.insert(String(folder)).inserted else { break }
      }
    }
    self.files = files
    self.folders = folders
  }

  private static func problem(_ run: GitCommand, revision: String) throws(GitProblem) -> GitProblem
  {
    let inside = try GitCommand(["rev-parse", "--git-dir"])
    guard inside.status == 0 else {
      return GitProblem(
        reason: inside.errors.contains("not a git repository")
          ? "git:\(revision): the working folder is in no git repository"
          : "git:\(revision): \(message(inside.errors))")
    }
    return GitProblem(
      reason: "git:\(revision): there is no such revision; `git log --oneline` lists some, and "
        + "`git fetch` gets those of others")
  }

  private static func message(_ errors: String) -> String {
    let line = errors.split(separator: "\n").first.map(String.init) ?? "unknown reason"
    return line.hasPrefix("fatal: ") ? String(line.dropFirst(7)) : line
  }

  func kind(of path: String) -> FileSystem.Kind? {
    let path = Self.normalized(path)
    if files[path] != nil { return .file }
    return folders.contains(path) ? .folder : nil
  }

  /// The files below a folder that end in `suffix`, sorted, as paths below it. Hidden ones are left
  /// out, as in the work tree.
  func files(below folder: String, suffix: String) -> [String] {
    let folder = Self.normalized(folder)
    let start = folder.isEmpty ? "" : folder + "/"
    return files.keys.filter { $0.hasPrefix(start) && $0.hasSuffix(suffix) }
      .map { String($0.dropFirst(start.count)) }
      .filter { path in !path.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The content of files, in one go.
  func read(_ paths: [String]) throws(GitProblem) -> [[UInt8]] {
    var names: [String] = []
    for path in paths {
      guard let name = files[Self.normalized(path)] else {
        throw GitProblem(reason: "git:\(revision): there is no file \(path)")
      }
      names.append(name)
    }
    let input = Array(names.map { $0 + "\n" }.joined().utf8)
    let run = try GitCommand(["cat-file", "--batch"], input: input)
    var rest = run.output[...]
    var contents: [[UInt8]] = []
    for path in paths {
      // `SHA blob SIZE`, a line feed, the bytes, a line feed.
      guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
        throw unreadable(path, run)
      }
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      guard head.count == 3, head[1] == "blob", let size = Int(head[2]),
        rest.distance(from: end, to: rest.endIndex) > size + 1
      else { throw unreadable(path, run) }
      let start = end + 1
      contents.append(Array(rest[start..<(start + size)]))
      rest = rest[(start + size + 1)...]
    }
    return contents
  }

  private func unreadable(_ path: String, _ run: GitCommand) -> GitProblem {
    GitProblem(
      reason: "git:\(revision): git cannot read \(path): \(Self.message(run.errors))")
  }

  private static func normalized(_ path: String) -> String {
    path.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }
}
