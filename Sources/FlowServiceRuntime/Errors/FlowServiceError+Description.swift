import HTTPTypes

extension FlowServiceError: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// What happened and what to do.
  public var description: String {
    var lines = ["\(request): " + explanation]
    if let documentation {
      var row = "\(documentation.code): \(documentation.message)"
      if let remedy = documentation.remedy { row += " " + remedy }
      lines.append("Documented as " + row)
    }
    if let requestID { lines.append("Request ID: \(requestID)") }
    if let response, showsExcerpt, !response.excerpt.isEmpty {
      lines.append("The body begins: \(response.excerpt)")
    }
    return lines.joined(separator: "\n")
  }

  /// What happened and what to do.
  public var debugDescription: String { description }

  /// What the description says.
  public var customMirror: Mirror { Mirror(self, children: ["description": description]) }

  /// Whether the service's own words are missing, so that the body has to tell.
  private var showsExcerpt: Bool {
    switch kind {
    case .undecodable, .unexpectedContentType: true
    default: message == nil
    }
  }

  private var explanation: String {
    switch kind {
    case .invalidRequest(let reason): reason
    case .missingCredential(let name):
      "There is no \(name), or it is empty. Give the client the value that your project in the "
        + "Developer Console has for it. Nothing was sent."
    case .noToken(let reason): "There is no access token: \(reason) Nothing was sent."
    case .transport(let error): error.description + triesText
    case .timedOut(let duration):
      "It took more than \(duration.seconds) in all.\(triesText) Allow more with overallTimeout, or "
        + "look whether the service is up."
    case .refused: refusal
    case .preconditionFailed:
      "The resource was changed since its ETag was read\(serviceWords). "
        + (tries > 1
          ? "As it was sent \(tries) times, an earlier try may have made the change itself. " : "")
        + "Read the resource again and repeat the change with its new ETag."
    case .redirected(let place):
      "The service points to '\(place)', where the client does not go with its credentials. Look at "
        + "the base URL of the configuration."
    case .undecodable(let path, let reason):
      "The body of the response is not what was expected\(path.isEmpty ? "" : " at '\(path)'"): "
        + "\(reason) The request itself went well. Use client.raw(_:) to read the body in another "
        + "way, and report the body, so that the type can be mended."
    case .unexpectedContentType(let type):
      "The response is no JSON but \(type.map { "'\($0)'" } ?? "of no content type"). Something "
        + "between the client and the service may have answered: look at the base URL and at the "
        + "proxy."
    case .badNextPage(let reason):
      "The link to the next page cannot be followed: \(reason) What came before is complete."
    case .stillUnfinished(let duration, let status):
      "After \(duration.seconds) it has not ended\(status.map { "; it is '\($0)'" } ?? ""). Wait "
        + "longer, or look at it in the user interface."
    case .missingETag:
      "The resource tells no ETag, neither in its body nor in the header field ETag, so that its "
        + "change cannot be guarded. Ask for the resource by its ID."
    }
  }

  private var refusal: String {
    let status = response.map { "\($0.status.code)" } ?? "an unknown status"
    let code = code.map { ", code \($0)" } ?? ""
    return "The service answered \(status)\(code)\(serviceWords).\(triesText)" + advice
  }

  /// The service's own message, as the end of a sentence.
  private var serviceWords: String {
    guard let message else { return "" }
    var text = ErrorText.oneLine(message)
    while text.hasSuffix(".") { text.removeLast() }
    return text.isEmpty ? "" : ": " + text
  }

  private var triesText: String {
    tries > 1 ? " It was sent \(tries) times." : ""
  }

  /// What to do about a status, where its code is not documented.
  private var advice: String {
    guard documentation?.remedy == nil, let status else { return "" }
    switch status.code {
    case 401: return " Get a new access token, and look whether it belongs to the API key."
    case 403: return " Look at the permissions of the credential and the name of the sandbox."
    case 404: return " Look at the ID, and whether it belongs to this sandbox."
    case 409: return " Read the resource and decide anew."
    case 413: return " The body is larger than the service takes; send less at a time."
    case 415: return " Send JSON, with the Content-Type application/json."
    case 429:
      let wait = response?.retryAfter.map { $0.seconds } ?? "some time"
      return " Wait for \(wait), and send fewer requests at a time."
    case 400...499: return " Look at the request, for example with curl(for:)."
    case 500...599: return " Send it again later; name the request ID to the support."
    default: return ""
    }
  }
}

extension Duration {
  /// The duration in words.
  var seconds: String {
    let count = Double(components.seconds) + Double(components.attoseconds) / 1e18
    return count == count.rounded() ? "\(components.seconds) s" : "\(count) s"
  }
}
