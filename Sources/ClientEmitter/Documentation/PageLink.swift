import ConnectorModel
import SwiftDeclarations

/// Links to the published pages.
struct PageLink {
  /// What stands before a page's path.
  var baseURL: String
  /// The titles by page.
  var titles: [String: String] = [:]

  /// The address of a page, at a heading if one is known.
  func url(of page: String, anchor: String? = nil) -> String {
    let url = baseURL + Self.published(page)
    guard let anchor, !anchor.isEmpty else { return url }
    return url + "#" + anchor
  }

  /// The paragraph that leads to the page.
  ///
  /// - Parameter title: What to call it, if that is not its own title.
  func block(_ provenance: Provenance, title: String?) -> Documentation.Block {
    let title = title ?? titles[provenance.page] ?? Self.published(provenance.page)
    let url = url(of: provenance.page, anchor: provenance.anchor)
    return .aside("SeeAlso", .init([.link(title, destination: url)]))
  }

  /// The path of the published page.
  static func published(_ page: String) -> String {
    page.hasSuffix(".md") ? String(page.dropLast(3)) : page
  }

  /// The parts of the path as words, without the folders that say that it is a tutorial.
  static func words(of page: String) -> String {
    let parts = published(page).split(separator: "/")
    let rest = parts.drop { ["sources", "tutorials", "api"].contains($0) }
    return (rest.isEmpty ? parts[...] : rest).joined(separator: " ")
  }
}
