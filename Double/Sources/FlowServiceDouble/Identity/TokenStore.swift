/// The tokens that were given away.
actor TokenStore {
  private let settings: DoubleSettings
  private var ends: [String: Duration] = [:]
  private var isFixedTokenExpired = false

  init(settings: DoubleSettings) {
    self.settings = settings
  }

  func issue() -> String {
    let token = "double-" + Resource.newID()
    ends[token] = settings.now() + settings.tokenLifetime
    return token
  }

  func isValid(_ token: String) -> Bool {
    if token == settings.accessToken { return !isFixedTokenExpired }
    guard let end = ends[token] else { return false }
    return settings.now() < end
  }

  /// Ends all tokens there are, the fixed one too.
  func expireAll() {
    ends = [:]
    isFixedTokenExpired = true
  }

  func reset() {
    ends = [:]
    isFixedTokenExpired = false
  }
}
