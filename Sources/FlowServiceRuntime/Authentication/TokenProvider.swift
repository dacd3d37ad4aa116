/// What knows the token that `Authorization: Bearer` sends.
public protocol TokenProvider: Sendable {
  /// A token that is good now. It is asked for before each try of each request, so it should be at
  /// hand.
  ///
  /// - Throws: whatever is in the way. What is no ``FlowServiceError`` reaches the caller of the client
  ///   as one of the kind ``FlowServiceError/Kind/noToken(reason:)``.
  func token() async throws -> Secret<String>

  /// Another token in the place of one that the service refused with 401; nothing if there is none.
  /// The request is then sent once more.
  ///
  /// - Throws: like ``token()``.
  func replacement(for refused: Secret<String>) async throws -> Secret<String>?
}

extension TokenProvider {
  /// Nothing: there is no other token.
  public func replacement(for refused: Secret<String>) async throws -> Secret<String>? { nil }
}

/// One token that never changes.
public struct FixedToken: TokenProvider {
  private let value: Secret<String>

  /// Keeps a token.
  public init(_ token: Secret<String>) {
    value = token
  }

  /// The token.
  public func token() async throws -> Secret<String> { value }
}
