import PageFacts

/// What the rows of credential tables are about.
enum CredentialRows {
  /// Whether a row is about the connection specification, which is no credential.
  static func isConnectionSpecification(_ name: String) -> Bool {
    let normalized = NameMatching.normalized(name)
    return normalized.hasPrefix("connectionspec")
  }
}
