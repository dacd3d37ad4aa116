extension KeyedDecodingContainer {
  /// Decodes any value, `null` too; nothing if the key is absent.
  ///
  /// The standard library's own function takes `null` for absent. This one comes before it wherever
  /// this module is imported, in compiler-made `init(from:)` too.
  public func decodeIfPresent(_ type: JSONValue.Type, forKey key: Key) throws -> JSONValue? {
    // `nil` could be taken for the literal of a JSON value, `null`.
    guard contains(key) else { return Optional.none }
    return try decode(type, forKey: key)
  }
}
