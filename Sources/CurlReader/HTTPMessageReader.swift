import Diagnostics

/// Reads a request that is written as an HTTP message: request line, headers, blank line, body.
enum HTTPMessageReader {
  /// The request of the message, nil where `text` is none.
  ///
  /// An API format (`POST /connections`, nothing more) is none: a message has headers.
  static func read(_ text: MappedText) -> [CurlRequest]? {
    let bytes = text.bytes
    var index = 0
    while index < bytes.count, bytes[index].isWhitespace { index += 1 }
    let lineEnd = bytes.lineEnd(from: index)
    guard let line = RequestLine(bytes, index..<lineEnd) else { return nil }

    var headers: [CurlRequest.Header] = []
    var position = bytes.afterLineEnd(lineEnd)
    while position < bytes.count, !bytes.isLineEnd(bytes.skippingBlanks(from: position)) {
      let end = bytes.lineEnd(from: position)
      guard let header = header(text, position..<end) else { break }
      headers.append(header)
      position = bytes.afterLineEnd(end)
    }
    guard !headers.isEmpty else { return nil }
    let host = headers.first { $0.name.utf8.equalsIgnoringCase("host") }
    var url = MappedText(at: text.sourceOffset(of: line.target.lowerBound))
    if bytes[line.target.lowerBound] == .slash {
      guard let host else { return nil }
      url.append(
        Array("https://".utf8) + Array(host.value.utf8),
        standingAt: url.sourceEnd, width: 0)
    }
    url.append(line.target, of: text)

    while position < bytes.count, bytes[position].isWhitespace { position += 1 }
    var end = bytes.count
    while end > position, bytes[end - 1].isWhitespace { end -= 1 }
    let body: CurlRequest.Body? =
      end > position ? CurlRequest.Body(kind: .data, text: text.slice(position..<end)) : nil
    let method = bytes[line.method].string
    let place = text.sourceRange(of: index..<lineEnd)
    let finding = Diagnostic(
      .httpMessage, at: place, subject: method,
      "the request is written as an HTTP message", assumption: "read as it stands")
    return [
      CurlRequest(
        method: method, isMethodExplicit: true, url: url,
        headers: headers.filter { !$0.name.utf8.equalsIgnoringCase("host") }, impliedHeaders: [],
        body: body, range: text.sourceRange(of: index..<max(end, lineEnd)),
        commandRange: text.sourceRange(of: line.method), diagnostics: [finding])
    ]
  }

  private struct RequestLine {
    let method: Range<Int>
    let target: Range<Int>

    init?(_ bytes: [UInt8], _ line: Range<Int>) {
      var index = line.lowerBound
      while index < line.upperBound, bytes[index].isLetter, bytes[index] & 0x20 == 0 { index += 1 }
      method = line.lowerBound..<index
      guard method.count >= 3, method.count <= 10, index < line.upperBound, bytes[index].isBlank
      else { return nil }
      index = bytes.skippingBlanks(from: index)
      let start = index
      while index < line.upperBound, !bytes[index].isBlank { index += 1 }
      target = start..<index
      let rest = bytes.skippingBlanks(from: index)
      let hasVersion = bytes[min(rest, line.upperBound)..<line.upperBound].starts(
        withIgnoringCase: "HTTP/")
      guard rest >= line.upperBound || hasVersion, !target.isEmpty else { return nil }
      let isAbsolute =
        bytes[target].starts(withIgnoringCase: "http://")
        || bytes[target].starts(withIgnoringCase: "https://")
      guard isAbsolute || bytes[start] == .slash else { return nil }
    }
  }

  private static func header(_ text: MappedText, _ line: Range<Int>) -> CurlRequest.Header? {
    let bytes = text.bytes
    guard let colon = bytes[line].firstIndex(of: .colon), colon > line.lowerBound,
      bytes[line.lowerBound..<colon].allSatisfy(\.isHeaderNamePart)
    else { return nil }
    let start = min(bytes.skippingBlanks(from: colon + 1), line.upperBound)
    var end = line.upperBound
    while end > start, bytes[end - 1].isWhitespace { end -= 1 }
    return CurlRequest.Header(
      name: bytes[line.lowerBound..<colon].string, value: bytes[start..<end].string,
      range: text.sourceRange(of: line.lowerBound..<end))
  }
}
