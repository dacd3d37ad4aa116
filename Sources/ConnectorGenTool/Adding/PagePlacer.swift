import Diagnostics
import GenerationPipeline
import MarkdownTree
import PageFacts

/// Where a new page belongs, by what its path, its front matter, its links and its words say.
///
/// What categories there are is learned from the pages that are there, not listed here.
struct PagePlacer {
  struct Placement: Hashable {
    /// The file to write.
    var path: String
    /// The same below the documentation's root.
    var page: String
    /// Why there.
    var reason: String
  }

  /// The folder of the documentation: `docs-input`.
  let root: String
  private let existing: [PageFinder.Place]
  private let readings: [PageReading]
  /// The folder that holds the categories: `sources/tutorials/api/create`.
  private let home: String
  private let categories: Set<String>

  /// Where the documentation keeps the pages that make connections.
  private static let usualHome = "sources/tutorials/api/create"

  init(existing: [PageFinder.Place], readings: [PageReading], fallbackRoot: String) {
    self.existing = existing
    self.readings = readings
    var roots: [String: Int] = [:]
    for place in existing where place.path.hasSuffix("/" + place.page) {
      roots[String(place.path.dropLast(place.page.utf8.count + 1)), default: 0] += 1
    }
    root = Self.mostFrequent(roots) ?? fallbackRoot
    var homes: [String: Int] = [:]
    var categories: [String: Set<String>] = [:]
    for reading in readings where reading.facts.source != nil {
      let category = FileSystem.parent(of: reading.facts.page)
      let home = FileSystem.parent(of: category)
      guard home != "." else { continue }
      homes[home, default: 0] += 1
      categories[home, default: []].insert(Self.lastPart(category))
    }
    home = Self.mostFrequent(homes) ?? Self.usualHome
    self.categories = categories[home] ?? []
  }

  /// - Parameters:
  ///   - page: the new page; its path is the one that it was given by.
  ///   - name: the name of its file; nil where it came from standard input.
  ///   - wish: what `--to` says, if it says something.
  func place(_ page: PageReading, named name: String?, wish: String?) -> Placement? {
    let given = page.source.path
    if let wish, wish.hasSuffix(".md") {
      return placement(wishedPath(wish), "as --to says")
    }
    guard let name = name ?? page.facts.source.map({ Self.fileName(for: $0.name) }) else {
      return nil
    }
    if let wish { return placement(FileSystem.join(wishedPath(wish), name), "as --to says") }
    if name == Self.lastPart(given), let path = Self.documentationPath(in: given) {
      return Placement(path: FileSystem.join(root, path), page: path, reason: "as its path says")
    }
    for entry in page.document.frontMatter?.entries ?? [] {
      guard let path = Self.documentationPath(in: entry.value) else { continue }
      let reason = "as \(entry.key) in the front matter says"
      if path.hasSuffix(".md") {
        return Placement(path: FileSystem.join(root, path), page: path, reason: reason)
      }
      let category = Self.lastPart(FileSystem.parent(of: path))
      if categories.contains(category) {
        return inCategory(category, Self.lastPart(path) + ".md", reason)
      }
    }
    let same = existing.filter { Self.lastPart($0.page) == name }
    if same.count == 1, let place = same.first {
      return Placement(path: place.path, page: place.page, reason: "a page of this name is there")
    }
    if let old = earlierPage(of: page) {
      return Placement(
        path: old.source.path, page: old.facts.page, reason: "a page about this source is there")
    }
    let folder = Self.lastPart(FileSystem.parent(of: given))
    if categories.contains(folder) {
      return inCategory(folder, name, "its folder is called \(folder)")
    }
    if let link = categoryOfLinks(page) {
      return inCategory(link.category, name, "it links to \(link.destination)")
    }
    if let category = categoryOfWords(page) {
      return inCategory(category, name, "its words speak of \(Self.words(of: category))")
    }
    return nil
  }

  private func inCategory(_ category: String, _ name: String, _ reason: String) -> Placement {
    let page = home + "/" + category + "/" + name
    return Placement(path: FileSystem.join(root, page), page: page, reason: reason)
  }

  private func placement(_ path: String, _ reason: String) -> Placement {
    let isBelowRoot = path.hasPrefix(root + "/")
    let page =
      isBelowRoot ? String(path.dropFirst(root.count + 1)) : PageFinder.page(ofFile: path)
    return Placement(path: path, page: page, reason: reason)
  }

  /// A path as seen from the working folder, one below the root, or one that starts with a category.
  private func wishedPath(_ wish: String) -> String {
    var wish = wish[...]
    while wish.count > 1, wish.last == "/" { wish = wish.dropLast() }
    while wish.hasPrefix("./") { wish = wish.dropFirst(2) }
    let first = wish.prefix { $0 != "/" }
    if categories.contains(String(first)) { return "\(FileSystem.join(root, home))/\(wish)" }
    return wish.hasPrefix("sources/") ? FileSystem.join(root, String(wish)) : String(wish)
  }

  // MARK: - Evidence

  /// The one page that is about a source of the same name and the same specification ID.
  private func earlierPage(of page: PageReading) -> PageReading? {
    guard let source = page.facts.source else { return nil }
    let identifiers = Set(page.facts.connectionSpecs.map { $0.id.lowercased() })
    let same = readings.filter { other in
      other.facts.source?.name.lowercased() == source.name.lowercased()
        && other.facts.connectionSpecs.contains { identifiers.contains($0.id.lowercased()) }
    }
    return same.count == 1 ? same[0] : nil
  }

  /// The category that most links lead to; links to pages that are called like the source weigh most.
  private func categoryOfLinks(_ page: PageReading) -> (category: String, destination: String)? {
    let name = Self.fileName(for: page.facts.source?.name ?? "").dropLast(3)
    var weights: [String: Int] = [:]
    var destinations: [String: String] = [:]
    for destination in Self.linkDestinations(in: page.source) {
      let path = String(destination.prefix { $0 != "#" && $0 != "?" })
      let category = Self.lastPart(FileSystem.parent(of: path))
      guard categories.contains(category) else { continue }
      let target = Self.lastPart(path).prefix { $0 != "." }
      let isOwn = !name.isEmpty && (target.contains(name) || name.contains(target))
      weights[category, default: 0] += isOwn ? 10 : 1
      if isOwn || destinations[category] == nil { destinations[category] = path }
    }
    guard let best = Self.clearWinner(weights), let destination = destinations[best] else {
      return nil
    }
    return (best, destination)
  }

  /// The category whose words the page uses most; those of its title and front matter weigh most.
  private func categoryOfWords(_ page: PageReading) -> String? {
    let head = ([page.facts.title] + (page.document.frontMatter?.entries.map(\.value) ?? []))
      .joined(separator: " ").lowercased()
    let text = String(decoding: page.source.bytes, as: UTF8.self).lowercased()
    var weights: [String: Int] = [:]
    for category in categories {
      var words = Self.words(of: category)
      if words.hasSuffix("s") { words.removeLast() }
      guard words.utf8.count > 2 else { continue }
      let weight = Self.count(words, in: head) * 5 + Self.count(words, in: text)
      if weight > 0 { weights[category] = weight }
    }
    return Self.clearWinner(weights)
  }

  /// The one that weighs more than all others.
  private static func clearWinner(_ weights: [String: Int]) -> String? {
    let sorted = weights.sorted { $0.value > $1.value }
    guard let first = sorted.first else { return nil }
    return sorted.count > 1 && sorted[1].value == first.value ? nil : first.key
  }

  /// The part of a path or an address from the folder `sources` on; nil where it names no page of
  /// this documentation.
  private static func documentationPath(in text: String) -> String? {
    let text = text.prefix { $0 != "?" && $0 != "#" && !$0.isWhitespace }
    let parts = text.split(separator: "/").map(String.init)
    guard let start = parts.firstIndex(of: "sources"), parts.count > start + 2 else { return nil }
    return parts[start...].joined(separator: "/")
  }

  private static func linkDestinations(in page: SourceFile) -> [String] {
    String(decoding: page.bytes, as: UTF8.self).split(separator: "](").dropFirst().map { part in
      String(part.prefix { $0 != ")" && $0 != " " && $0 != "\n" })
    }
  }

  // MARK: - Words

  /// `azure-data-explorer.md` of a name.
  static func fileName(for name: String) -> String {
    let letters = name.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" }
    return String(letters).split(separator: "-").joined(separator: "-") + ".md"
  }

  private static func words(of category: String) -> String {
    category.split(separator: "-").joined(separator: " ")
  }

  /// How often words stand in a text where a word starts.
  private static func count(_ words: String, in text: String) -> Int {
    text.ranges(of: words).count { range in
      range.lowerBound == text.startIndex || !text[text.index(before: range.lowerBound)].isLetter
    }
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func mostFrequent(_ counts: [String: Int]) -> String? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
