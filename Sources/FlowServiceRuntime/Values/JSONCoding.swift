#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How values become bytes and bytes become values.
enum JSONCoding {
  /// JSON with its names in order, so that equal values are equal bytes.
  static func encode(
    _ value: any Encodable, redacted: Bool, pretty: Bool, collector: SecretCollector? = nil
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    if redacted {
      // Without the key, nothing could be shown safely.
      guard let key = Redaction.key else { return Array("\"\(redactedText)\"".utf8) }
      encoder.userInfo[key] = true
    }
    if let key = Redaction.collectorKey, let collector { encoder.userInfo[key] = collector }
    return Array(try encoder.encode(value))
  }

  static func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }
}
