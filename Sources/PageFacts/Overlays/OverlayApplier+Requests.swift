import CurlReader

/// Methods, URLs and headers.
extension OverlayApplier {
  mutating func correct(
    _ part: OverlaySubject.EndpointPart, of endpoint: String, to text: String
  ) {
    for index in facts.requests.indices {
      let request = facts.requests[index]
      let place = request.commandRange
      if "\(request.method) \(request.url)" == endpoint {
        let new = Self.endpoint(request.method, request.url, part, text)
        if note(documented(part, request.method, request.url, text), at: place) {
          facts.requests[index].method = new.method
          facts.requests[index].url = new.target
          facts.requests[index].curl.method = new.method
        }
      }
      guard var format = request.apiFormat else { continue }
      for line in format.lines.indices {
        let (method, target) = (format.lines[line].method, format.lines[line].target)
        guard "\(method) \(target)" == endpoint else { continue }
        if note(documented(part, method, target, text), at: place) {
          (format.lines[line].method, format.lines[line].target) =
            Self.endpoint(method, target, part, text)
        }
      }
      facts.requests[index].apiFormat = format
    }
  }

  /// What of an endpoint the overlay's value stands for.
  func documented(
    _ part: OverlaySubject.EndpointPart, _ method: String, _ target: String, _ text: String
  ) -> String {
    switch part {
    case .method: method
    case .url: target
    case .whole: OverlaySubject.isEndpoint(text) ? "\(method) \(target)" : target
    }
  }

  static func endpoint(
    _ method: String, _ target: String, _ part: OverlaySubject.EndpointPart, _ text: String
  ) -> (method: String, target: String) {
    switch part {
    case .method: return (text, target)
    case .url: return (method, text)
    case .whole:
      guard OverlaySubject.isEndpoint(text) else { return (method, text) }
      let parts = text.split(separator: " ")
      return (String(parts[0]), String(parts[1]))
    }
  }

  mutating func correctHeader(_ name: String, of endpoint: String) {
    for index in facts.requests.indices {
      let request = facts.requests[index]
      guard "\(request.method) \(request.url)" == endpoint else { continue }
      let known = request.curl.headers.firstIndex { $0.name.lowercased() == name.lowercased() }
      let header = known.map { request.curl.headers[$0] }
      guard note(header?.value, at: header?.range ?? request.commandRange) else { continue }
      switch (known, overlay.value.text) {
      case (let known?, let text?): facts.requests[index].curl.headers[known].value = text
      case (let known?, nil): facts.requests[index].curl.headers.remove(at: known)
      case (nil, let text?):
        facts.requests[index].curl.headers.append(
          .init(name: name, value: text, range: request.commandRange))
      case (nil, nil): break
      }
    }
  }
}
