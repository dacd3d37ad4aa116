import Diagnostics
import GenerationPipeline
import GeneratorConfiguration

/// Turns the paths of a command line into pages.
struct PageFinder {
  /// Where a page is.
  struct Place: Hashable {
    /// As findings show it.
    var path: String
    /// Below the documentation's root.
    var page: String
  }

  private(set) var places: [Place] = []
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
    places = places.filter { configuration.includes($0.path) }
    leaveOutDoubles()
  }

  /// The part before the first wildcard, a folder or a file; the pattern sieves what is in it.
  static func fixedPart(of input: PathPattern) -> String {
    let parts = input.text.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.prefix { !$0.contains { "*?{".contains($0) } }
    return fixed.isEmpty ? "." : fixed.joined(separator: "/")
  }

  /// Reads the pages; those that cannot be read become problems.
  mutating func read() -> [PageInput] {
    var pages: [PageInput] = []
    for place in places {
      do {
        pages.append(
          PageInput(path: place.path, page: place.page, bytes: try FileSystem.read(place.path)))
      } catch {
        problems.append(error)
      }
    }
    return pages
  }

  private mutating func leaveOutDoubles() {
    var seen: Set<String> = []
    places = places.filter { seen.insert($0.path).inserted }
  }

  private mutating func add(_ path: String) {
    switch FileSystem.kind(of: path) {
    case nil:
      problems.append(FileProblem(path: path, reason: "there is no such file or folder"))
    case .file:
      places.append(Place(path: path, page: Self.page(ofFile: path)))
    case .folder:
      let listing = FolderListing(below: path, suffix: ".md")
      problems += listing.problems
      if listing.files.isEmpty, listing.problems.isEmpty {
        problems.append(
          FileProblem(path: path, reason: "no Markdown page (*.md) is in this folder"))
      }
      places += listing.files.map { Place(path: FileSystem.join(path, $0), page: $0) }
    }
  }

  /// The path below the documentation's root, which is the folder that holds `sources`; the file's
  /// name where the path does not show it.
  static func page(ofFile path: String) -> String {
    let parts = path.split(separator: "/").map(String.init)
    if let root = parts.firstIndex(of: "sources") { return parts[root...].joined(separator: "/") }
    return name(ofFile: path)
  }

  static func name(ofFile path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
