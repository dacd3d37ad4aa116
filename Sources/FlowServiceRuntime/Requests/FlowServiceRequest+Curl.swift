#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

import HTTPTypes

extension FlowServiceRequest {
  /// The request as a `curl` command.
  ///
  /// Secrets show as `<redacted>`, so that the command may stand in a log or a report: the token,
  /// each ``Secret`` of the header, the query and the body, and what else its name or a patch's path
  /// tells to be one. Only with `redacted: false` can it be run as it is.
  ///
  /// - Throws: ``FlowServiceRequestError``; `EncodingError` if a value of the body has no form in JSON.
  public func curl(
    for configuration: FlowServiceConfiguration, redacted: Bool = true
  ) throws -> String {
    try check()
    var configuration = configuration
    if redacted, configuration.accessToken != nil {
      configuration.accessToken = Secret(redactedText)
    }
    var shown = self
    if redacted {
      for (index, item) in query.enumerated()
      where item.isSecret || SecretRedactor.isNameOfSecret(item.name) {
        shown.query[index].value = redactedText
      }
      for index in secretHeaders.indices {
        shown.secretHeaders[index].value = Secret(redactedText)
      }
    }
    let request = try shown.uncheckedHTTPRequest(for: configuration)
    let url = [request.scheme ?? "", "://", request.authority ?? "", request.path ?? ""].joined()
    var lines = ["curl -X \(quoted(method.rawValue))", quoted(url)]
    for field in request.headerFields {
      // Without a value, curl wants a semicolon for the colon.
      let isSecret = redacted && field.value != redactedBearer && field.name.isOfSecret
      let value = isSecret ? redactedText : field.value
      let text = value.isEmpty ? field.name.rawName + ";" : field.name.rawName + ": " + value
      lines.append("-H " + quoted(text))
    }
    switch body {
    case .json(let value):
      var bytes = try JSONCoding.encode(value, redacted: redacted, pretty: true)
      if redacted {
        let shown = try JSONCoding.decode(JSONValue.self, from: Data(bytes)).withoutCredentials
        bytes = try JSONCoding.encode(shown, redacted: true, pretty: true)
      }
      lines.append("-d " + quoted(String(decoding: bytes, as: UTF8.self)))
    case .bytes(let bytes, _):
      // Nobody knows what these bytes say.
      let text = redacted ? "<\(bytes.count) bytes>" : String(decoding: bytes, as: UTF8.self)
      lines.append("--data-raw " + quoted(text))
    case nil:
      break
    }
    return lines.joined(separator: " \\\n  ")
  }
}

private let redactedBearer = "Bearer " + redactedText

/// A word that the shell reads as it is.
private func quoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { byte in
    UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z")
  }
  if isPlain, !text.isEmpty { return text }
  return "'"
    + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
    + "'"
}
