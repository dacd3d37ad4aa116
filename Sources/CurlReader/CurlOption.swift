/// One of curl's options.
struct CurlOption: Hashable, Sendable {
  /// What the option does to the request; most options do nothing to it.
  enum Role: Hashable, Sendable {
    case none
    case method, head, get, header, url, upload, target, pathAsIs, globOff
    case data, dataRaw, dataBinary, dataEncoded, json, query, form, formString
    case user, bearer, basic, otherAuthentication
    case cookie, userAgent, referer, range, continueAt, compressed, transferEncoding
    case timeCondition
    /// Starts the next operation.
    case next
    /// Prints something and sends nothing.
    case information
  }

  let name: String
  let letter: UInt8?
  let takesArgument: Bool
  let role: Role

  static func flag(_ name: String, _ letter: Unicode.Scalar? = nil, _ role: Role = .none) -> Self {
    CurlOption(
      name: name, letter: letter.map { UInt8(ascii: $0) }, takesArgument: false, role: role)
  }

  static func flag(_ name: String, _ role: Role) -> Self { flag(name, nil, role) }

  static func argument(_ name: String, _ letter: Unicode.Scalar? = nil, _ role: Role = .none)
    -> Self
  {
    CurlOption(
      name: name, letter: letter.map { UInt8(ascii: $0) }, takesArgument: true, role: role)
  }

  static func argument(_ name: String, _ role: Role) -> Self { argument(name, nil, role) }

  /// Whether the argument is a body, which may go over several lines.
  var takesData: Bool {
    switch role {
    case .data, .dataRaw, .dataBinary, .dataEncoded, .json, .form, .formString, .query: true
    default: false
    }
  }

  private static let byLetter: [UInt8: CurlOption] = {
    var options: [UInt8: CurlOption] = [:]
    for option in all { if let letter = option.letter { options[letter] = option } }
    return options
  }()

  private static let byName: [String: CurlOption] = {
    var options: [String: CurlOption] = [:]
    for option in all { options[option.name] = option }
    return options
  }()

  /// The option of a letter, as in `-d`.
  static func lettered(_ letter: UInt8) -> CurlOption? { byLetter[letter] }

  /// The option that a name behind two hyphens means: also a letter, where curl knows no name that
  /// it is the start of.
  static func meant(_ spelt: ArraySlice<UInt8>) -> CurlOption? {
    switch named(spelt) {
    case .found(let option, _): option
    case .ambiguous, .unknown: spelt.count == 1 ? spelt.first.flatMap(lettered) : nil
    case .notASwitch: nil
    }
  }

  /// What looking up a long name gives.
  enum Lookup: Hashable, Sendable {
    case found(CurlOption, isNegated: Bool)
    case ambiguous
    case unknown
    /// `--no-` before an option that is not a switch.
    case notASwitch
  }

  /// The option of a name, as in `--data`: any case, or the start of just one name.
  static func named<Name: Collection<UInt8>>(_ spelt: Name) -> Lookup {
    guard !spelt.isEmpty, spelt.count <= 64 else { return .unknown }
    var name = spelt.map(\.lowercased).string
    let isNegated = name.hasPrefix("no-")
    if isNegated { name.removeFirst(3) }
    let option: CurlOption
    if let exact = byName[name] {
      option = exact
    } else {
      let candidates = all.filter { $0.name.hasPrefix(name) }
      guard let first = candidates.first else { return .unknown }
      guard candidates.count == 1 else { return .ambiguous }
      option = first
    }
    if isNegated, option.takesArgument || option.role == .next { return .notASwitch }
    return .found(option, isNegated: isNegated)
  }
}
