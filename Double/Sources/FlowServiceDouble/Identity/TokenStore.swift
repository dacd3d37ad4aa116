/// The tokens that were given away.
actor TokenStore {
  private let settings: DoubleSettings
  private var ends: [String: Duration] = [:]
  private var isFixedTokenExpired = false
  /// How far the clock is ahead of that of the settings.
  private var jump = Duration.zero

  init(settings: DoubleSettings) {
    self.settings = settings
  }

  private var now: Duration { settings.now() + jump }

  func issue() -> String {
    let token = "double-" + Resource.newID()
    ends[token] = now + settings.tokenLifetime
    return token
  }

  func isValid(_ token: String) -> Bool {
    if token == settings.accessToken { return !isFixedTokenExpired }
    guard let end = ends[token] else { return false }
    return now < end
  }

  /// Ends all tokens there are, the fixed one too.
  func expireAll() {
    ends = [:]
    isFixedTokenExpired = true
  }

  func setClock(aheadBy jump: Duration) {
    self.jump = jump
  }

  func reset() {
    ends = [:]
    isFixedTokenExpired = false
    jump = .zero
  }
}
