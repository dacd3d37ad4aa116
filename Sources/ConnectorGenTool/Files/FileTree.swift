/// Where files are read from: the work tree or a revision of it.
enum FileTree {
  case work
  case revision(GitTree)

  func kind(of path: String) -> FileSystem.Kind? {
    switch self {
    case .work: FileSystem.kind(of: path)
    case .revision(let tree): tree.kind(of: path)
    }
  }

  func files(below folder: String, suffix: String) throws -> [String] {
    switch self {
    case .work:
      let listing = FolderListing(below: folder, suffix: suffix)
      if let problem = listing.problems.first { throw problem }
      return listing.files
    case .revision(let tree):
      return tree.files(below: folder, suffix: suffix)
    }
  }

  func read(_ path: String) throws -> [UInt8] {
    try read([path])[0]
  }

  func read(_ paths: [String]) throws -> [[UInt8]] {
    switch self {
    case .work: try paths.map { try FileSystem.read($0) }
    case .revision(let tree): try tree.read(paths)
    }
  }
}
