import Configuration
import Diagnostics
import GenerationPipeline

/// Turns the paths of a command line into pages.
struct PageFinder {
  private(set) var pages: [PageInput] = []
  /// Paths that cannot be used; all others are used all the same.
  private(set) var problems: [FileProblem] = []

  /// The pages at the paths of a command line.
  init(_ paths: [String]) {
    for path in paths { add(path) }
    leaveOutDoubles()
  }

  /// The pages that the configuration names.
  init(_ configuration: Configuration) {
    for input in configuration.inputs {
      add(Self.fixedPart(of: input))
    }
    pages = pages.filter { configuration.includes($0.path) }
    leaveOutDoubles()
  }

  /// The part before the first wildcard, a folder or a file; the pattern sieves what is in it.
  static func fixedPart(of input: PathPattern) -> String {
    let parts = input.text.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.prefix { !$0.contains { "*?{".contains($0) } }
    return fixed.isEmpty ? "." : fixed.joined(separator: "/")
  }

  private mutating func leaveOutDoubles() {
    var seen: Set<String> = []
    pages = pages.filter { seen.insert($0.path).inserted }
  }

  private mutating func add(_ path: String) {
    switch FileSystem.kind(of: path) {
    case nil:
      problems.append(FileProblem(path: path, reason: "there is no such file or folder"))
    case .file:
      addFile(path, page: Self.page(ofFile: path))
    case .folder:
      addFolder(path)
    }
  }

  private mutating func addFolder(_ path: String) {
    do {
      let files = try FileSystem.files(below: path, suffix: ".md")
      if files.isEmpty {
        problems.append(
          FileProblem(path: path, reason: "no Markdown page (*.md) is in this folder"))
      }
      for file in files { addFile(FileSystem.join(path, file), page: file) }
    } catch {
      problems.append(error)
    }
  }

  private mutating func addFile(_ path: String, page: String) {
    do {
      pages.append(PageInput(path: path, page: page, bytes: try FileSystem.read(path)))
    } catch {
      problems.append(error)
    }
  }

  /// The path below the documentation's root, which is the folder that holds `sources`; the file's
  /// name where the path does not show it.
  static func page(ofFile path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if let root = parts.firstIndex(of: "sources") { return parts[root...].joined(separator: "/") }
    return parts.last ?? path
  }
}
