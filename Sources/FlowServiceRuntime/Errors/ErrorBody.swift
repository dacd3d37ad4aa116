#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the body of an error says, in whichever of its shapes it comes.
///
/// There are the gateway's `{"error_code", "message"}`, the problem
/// `{"type", "title", "status", "detail"}` and the service's own, whose code stands under
/// `errorCode` or `code`. Another service wraps them in `error`, or in an `errors` list.
struct ErrorBody {
  var code: String?
  var message: String?
  var requestID: String?

  init(_ bytes: [UInt8]) {
    guard let value = try? JSONCoding.decode(JSONValue.self, from: Data(bytes)) else { return }
    read(value)
    let inner = value["error"] ?? value["errors"]?[0] ?? value["report"] ?? value[0]
    if let inner { read(inner) }
    // An error of OAuth: {"error": "invalid_client", "error_description": "…"}
    if code == nil { code = value["error"]?.stringValue }
  }

  private mutating func read(_ value: JSONValue) {
    code =
      code ?? Self.text(["error_code", "errorCode", "code"], in: value) ?? Self.typeCode(value)
    message =
      message
      ?? Self.text(
        ["message", "errorMessage", "error_message", "error_description", "detail"], in: value)
      ?? value["title"]?.stringValue
    requestID =
      requestID ?? Self.text(["requestId", "request_id", "request-id", "x-request-id"], in: value)
  }

  private static func text(_ names: [String], in value: JSONValue) -> String? {
    for name in names {
      if let text = value[name]?.stringValue, !text.isEmpty { return text }
      if let number = value[name]?.integerValue { return String(number) }
    }
    return nil
  }

  /// The code at the end of a problem's type, as in `http://ns.adobe.com/aep/errors/FLOW-1404-412`.
  private static func typeCode(_ value: JSONValue) -> String? {
    guard let type = value["type"]?.stringValue, type.contains("/"),
      let last = type.split(separator: "/").last, last.contains(where: { $0.isNumber })
    else { return nil }
    return String(last)
  }
}
