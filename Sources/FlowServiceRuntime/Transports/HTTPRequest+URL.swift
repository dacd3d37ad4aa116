public import HTTPTypes

extension HTTPRequest {
  /// The URL as text, for an HTTP client that asks for one; nothing if a part is missing.
  ///
  /// The path and the query stay as they are, percent-encoded: a client must not encode them again.
  public var urlText: String? {
    guard let scheme, let authority, let path, !authority.isEmpty, path.hasPrefix("/") else {
      return nil
    }
    return scheme + "://" + authority + path
  }
}
