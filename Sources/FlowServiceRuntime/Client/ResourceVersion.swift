#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The ETag in the body of a response.
///
/// What the service creates or changes is told as `{"id", "etag"}`. What is asked for by its ID comes
/// as a list of one item.
struct ResourceVersion: Decodable {
  private var own: ETag?
  private var items: [Item]?

  private struct Item: Decodable {
    var value: ETag?

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Names.self)
      // Runs spell it both ways.
      let lower = try container.decodeIfPresent(ETag.self, forKey: .etag)
      value = try lower ?? container.decodeIfPresent(ETag.self, forKey: .eTag)
    }
  }

  private enum Names: String, CodingKey {
    case etag
    case eTag
    case items
  }

  init(from decoder: any Decoder) throws {
    own = try Item(from: decoder).value
    items = try decoder.container(keyedBy: Names.self)
      .decodeIfPresent([Item].self, forKey: .items)
  }

  static func eTag(in body: [UInt8]) -> ETag? {
    guard let version = try? JSONCoding.decode(ResourceVersion.self, from: Data(body)) else {
      return nil
    }
    if let items = version.items {
      // Of several items, none is the one that was asked for.
      return items.count == 1 ? items[0].value : nil
    }
    return version.own
  }
}
