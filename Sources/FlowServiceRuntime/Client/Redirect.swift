import HTTPTypes

/// To where a response points.
enum Redirect {
  /// The request to send instead, if the response points to a place of the same service and the
  /// method can stay; nothing otherwise. No credentials ever go elsewhere.
  static func request(after response: HTTPResponse, to request: HTTPRequest) -> HTTPRequest? {
    switch response.status.code {
    case 307, 308: break
    case 301, 302, 303: guard request.method == .get || request.method == .head else { return nil }
    default: return nil
    }
    guard let location = response.headerFields[.location],
      let path = URLReference(location).path(from: request)
    else { return nil }
    var request = request
    request.path = path
    return request
  }
}
