#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import HTTPTypes

/// The link of a page to the next one: `_links.next.href`.
enum NextPage {
  /// Why a link cannot be followed.
  struct Problem: Error {
    var reason: String
  }

  private struct Page: Decodable {
    struct Links: Decodable {
      var next: Next?

      private enum CodingKeys: String, CodingKey { case next }

      init(from decoder: any Decoder) throws {
        // Where there is no next page, some services write an empty text or nothing at all.
        next = try? decoder.container(keyedBy: CodingKeys.self)
          .decodeIfPresent(Next.self, forKey: .next)
      }
    }

    struct Next: Decodable {
      var href: String?
    }

    var links: Links?

    private enum CodingKeys: String, CodingKey { case links = "_links" }

    init(from decoder: any Decoder) throws {
      links = try? decoder.container(keyedBy: CodingKeys.self)
        .decodeIfPresent(Links.self, forKey: .links)
    }
  }

  /// The link in the body of a response; nothing if this is the last page.
  static func href(in body: [UInt8]) -> String? {
    let page = try? JSONCoding.decode(Page.self, from: Data(body))
    guard let href = page?.links?.next?.href, !href.isBlank else { return nil }
    return href
  }

  /// The path and query that a link leads to.
  ///
  /// - Parameters:
  ///   - href: The link. Its query is sent as it is, since only the service knows what a token in it
  ///     means. Its path may be that of the whole URL, or start within the service, as in
  ///     `/connections?continuationToken=…`.
  ///   - path: The path of the page that has the link, as the request has it.
  ///   - head: The request for that page, whose path may have that of a base URL before it.
  static func path(_ href: String, from path: String, _ head: HTTPRequest) throws -> String {
    let reference = URLReference(href)
    guard reference.staysAtHost(of: head) else {
      throw Problem(
        reason: "it leads to another host, '\(reference.authority ?? reference.scheme ?? "")'.")
    }
    let current = URLReference(path).path
    let segments = reference.path.split(separator: "/")
    guard !segments.contains(".."), !segments.contains(".") else {
      throw Problem(reason: "its path has steps, '\(reference.path)'.")
    }
    guard let first = segments.first else { return current + reference.query }
    // A base URL's own path comes before that of each request.
    var currentSegments = current.split(separator: "/")
    let wholeSegments = URLReference(head.path ?? "").path.split(separator: "/")
    let base = wholeSegments.dropLast(currentSegments.count)
    let startsWithBase = segments.starts(with: base)
    if reference.authority != nil || startsWithBase && !base.isEmpty {
      guard startsWithBase else {
        throw Problem(reason: "'\(reference.path)' is outside of the base URL.")
      }
      return "/" + segments.dropFirst(base.count).joined(separator: "/") + reference.query
    }
    guard let start = currentSegments.lastIndex(of: first) else {
      throw Problem(reason: "'\(reference.path)' has nothing in common with '\(current)'.")
    }
    currentSegments.removeSubrange(start...)
    return "/" + (currentSegments + segments).joined(separator: "/") + reference.query
  }
}
