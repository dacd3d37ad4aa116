public import HTTPTypes

/// Why a request cannot be sent.
public enum FlowServiceRequestError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The base URL is not of the form `https://host/path`.
  case invalidBaseURL(String)
  /// The value of a header field contains what HTTP does not allow. The value is not kept, as it
  /// may be a secret.
  case invalidHeaderValue(name: String)
  /// The path has what no path of a URL can have, or a value in it is empty, a lone dot or two dots.
  case invalidPath(String)
  /// A header field or an item of the query has `<redacted>` in its value: a ``Secret`` was written
  /// into a text.
  case redactedValue(name: String)

  /// What is wrong, in words.
  public var description: String {
    switch self {
    case .invalidBaseURL(let url):
      "'\(url)' is no base URL; write it as https://host or https://host/path."
    case .invalidHeaderValue(let name):
      "The value of the header field '\(name)' contains a line end or another control character."
    case .invalidPath(let path): Self.problem(of: ErrorText.oneLine(path))
    case .redactedValue(let name):
      "The value of '\(name)' contains \(redactedText), which is what a Secret shows of itself within "
        + "a text. Give the Secret itself, or write its 'exposed' value into the text."
    }
  }

  private static func problem(of path: String) -> String {
    if path.contains("{}") {
      return
        "The path '\(path)' has an empty value where it shows {}. Give the ID that belongs there."
    }
    if PercentEncoding.hasSteps(path) || path.contains("{.}") || path.contains("{..}") {
      return
        "The path '\(path)' has a value of one or two dots, which would lead to another place. "
        + "Give the ID that belongs there."
    }
    return "The path '\(path)' has characters that no URL may hold. Write them with "
      + "PercentEncoding.pathSegment(_:)."
  }
}

extension FlowServiceRequest {
  /// The request without its body.
  ///
  /// Header fields come in the order of the tutorials: `Authorization`, `x-api-key`,
  /// `x-gw-ims-org-id`, `x-sandbox-name`, `Content-Type`, and then those of the request.
  ///
  /// - Throws: ``FlowServiceRequestError``.
  public func httpRequest(for configuration: FlowServiceConfiguration) throws -> HTTPRequest {
    try check()
    return try uncheckedHTTPRequest(for: configuration)
  }

  /// Refuses what would not arrive as it was meant.
  func check() throws {
    let path = encodedPath
    guard PercentEncoding.isWellFormed(path), !PercentEncoding.hasSteps(path) else {
      throw FlowServiceRequestError.invalidPath(self.path)
    }
    let values =
      query.map { ($0.name, $0.value ?? "") } + headers.map { ($0.name.rawName, $0.value) }
    for (name, value) in values where value.contains(redactedText) {
      throw FlowServiceRequestError.redactedValue(name: name)
    }
  }

  func uncheckedHTTPRequest(for configuration: FlowServiceConfiguration) throws -> HTTPRequest {
    let base: String
    switch self.base {
    case .platform: base = configuration.baseURL
    case .absolute(let url): base = url
    }
    let target = try Target(base)
    let path = target.path + encodedPath
    return HTTPRequest(
      method: method, scheme: target.scheme, authority: target.authority,
      path: path.hasPrefix("/") ? path : "/" + path,
      headerFields: try headerFields(for: configuration))
  }

  /// The bytes of the body, if there is one.
  ///
  /// - Throws: `EncodingError` if a value of the body has no form in JSON.
  public func httpBody() throws -> [UInt8]? {
    try body?.bytes()
  }

  /// The path and the query.
  var encodedPath: String {
    // Nothing is added to an address that is complete.
    let isComplete = path.isEmpty && base != .platform
    let path = path.hasPrefix("/") || isComplete ? path : "/" + path
    if query.isEmpty { return path }
    return path + "?" + query.map { $0.encoded }.joined(separator: "&")
  }

  private func headerFields(for configuration: FlowServiceConfiguration) throws -> HTTPFields {
    var fields = HTTPFields()
    func add(_ name: HTTPField.Name?, _ value: String?, isSecret: Bool = false) throws {
      guard let name, let value else { return }
      guard HTTPField.isValidValue(value) else {
        throw FlowServiceRequestError.invalidHeaderValue(name: name.rawName)
      }
      var field = HTTPField(name: name, value: value)
      if isSecret { field.indexingStrategy = .disallow }
      fields.append(field)
    }
    if sendsCredentials {
      let token = configuration.accessToken.map { "Bearer " + $0.exposed }
      try add(.authorization, token, isSecret: true)
      try add(HTTPField.Name("x-api-key"), configuration.apiKey)
      try add(HTTPField.Name("x-gw-ims-org-id"), configuration.organizationID)
      try add(HTTPField.Name("x-sandbox-name"), configuration.sandboxName)
    }
    try add(.contentType, body?.contentType)
    // A field of the request stands in the place of the usual one.
    for name in headers.map(\.name) + secretHeaders.map(\.name) { fields[name] = nil }
    for field in headers { fields.append(field) }
    for header in secretHeaders { try add(header.name, header.value.exposed, isSecret: true) }
    return fields
  }
}

/// The parts of a base URL.
private struct Target {
  var scheme: String
  var authority: String
  /// Without a slash at the end.
  var path: String

  init(_ url: String) throws {
    // A name and a password before the host would not be sent; in an error they would show.
    if let sign = url.lastIndex(of: "@") {
      throw FlowServiceRequestError.invalidBaseURL("…" + url[sign...])
    }
    guard let colon = url.firstIndex(of: ":"), url[colon...].hasPrefix("://") else {
      throw FlowServiceRequestError.invalidBaseURL(url)
    }
    scheme = url[..<colon].lowercased()
    let rest = url[url.index(colon, offsetBy: 3)...]
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    authority = String(rest[..<slash])
    path = String(rest[slash...])
    while path.hasSuffix("/") { path.removeLast() }
    let isPlain = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    guard scheme == "https" || scheme == "http", !authority.isEmpty, isPlain,
      !rest.contains("?"), !rest.contains("#")
    else { throw FlowServiceRequestError.invalidBaseURL(url) }
  }
}
