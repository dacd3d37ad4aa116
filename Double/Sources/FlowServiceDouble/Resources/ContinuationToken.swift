#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Where a list goes on. It holds the whole query, as the link to the next page has nothing else;
/// and it always contains `=`, as those of the service may.
struct ContinuationToken: Codable, Hashable, Sendable {
  var limit: Int
  var properties: [String]
  var order: String?
  /// The number of the last resource of the page before.
  var after: Int

  var text: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    guard var bytes = try? encoder.encode(self) else { return "" }
    // A length that three does not divide is padded.
    if bytes.count.isMultiple(of: 3) { bytes.append(UInt8(ascii: " ")) }
    return bytes.base64EncodedString()
  }

  init(limit: Int, properties: [String], order: String?, after: Int) {
    self.limit = limit
    self.properties = properties
    self.order = order
    self.after = after
  }

  init(_ text: String) throws(ServiceError) {
    // A `+` of base 64 that nobody escaped has become a blank.
    guard let bytes = Data(base64Encoded: text.replacing(" ", with: "+")),
      let token = try? JSONDecoder().decode(Self.self, from: bytes), token.limit > 0
    else {
      throw .invalid("1453-400", "The continuationToken '\(text)' is not one of this service.")
    }
    self = token
  }
}
