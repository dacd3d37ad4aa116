import Diagnostics

/// The headers that curl adds by itself, in the order in which it sends them.
struct CurlImpliedHeaders {
  /// Those before the ones that the command names.
  private(set) var leading: [CurlRequest.Header] = []
  /// Those behind them.
  private(set) var trailing: [CurlRequest.Header] = []
  private let named: Set<String>
  private let place: Range<Int>

  init(
    _ operation: CurlOperation, named: Set<String>, body: CurlRequest.Body?, url: CurlURL?,
    urlRange: Range<Int>?, at place: Range<Int>
  ) {
    self.named = named
    self.place = place
    addAuthorization(operation, url, urlRange)
    addRange(operation, body)
    if let agent = operation.userAgent {
      if !agent.value.isEmpty { lead("User-Agent", agent.value.string, agent.range) }
    } else {
      lead("User-Agent", "curl/7.88.1")
    }
    if !operation.isJSON { lead("Accept", "*/*") }
    if let range = operation.transferEncoding, !named.contains("te") {
      lead("Connection", "TE", range)
      lead("TE", "gzip", range)
    }
    if let range = operation.compressed {
      lead("Accept-Encoding", "deflate, gzip, br, zstd", range)
    }
    addReferer(operation)
    if let first = operation.cookies.first {
      let cookies = operation.cookies.map(\.value.string).joined(separator: ";")
      lead("Cookie", cookies, first.range)
    }
    addTimeCondition(operation)
    addContentType(operation, body)
  }

  private mutating func lead(_ name: String, _ value: String, _ range: Range<Int>? = nil) {
    guard !named.contains(name.lowercased()) else { return }
    leading.append(CurlRequest.Header(name: name, value: value, range: range ?? place))
  }

  private mutating func trail(_ name: String, _ value: String, _ range: Range<Int>? = nil) {
    guard !named.contains(name.lowercased()) else { return }
    trailing.append(CurlRequest.Header(name: name, value: value, range: range ?? place))
  }

  private mutating func addAuthorization(
    _ operation: CurlOperation, _ url: CurlURL?, _ urlRange: Range<Int>?
  ) {
    if let bearer = operation.bearer {
      lead("Authorization", "Bearer " + bearer.value.string, bearer.range)
      return
    }
    guard !operation.usesOtherAuthentication else { return }
    var credentials = operation.user?.value.bytes ?? url?.user ?? []
    guard !credentials.isEmpty else { return }
    if !credentials.contains(.colon) { credentials.append(.colon) }
    lead(
      "Authorization", "Basic " + CurlEncoding.base64(credentials),
      operation.user?.range ?? urlRange)
  }

  private mutating func addRange(_ operation: CurlOperation, _ body: CurlRequest.Body?) {
    var bytes = operation.range.map { ($0.value.string, $0.range) }
    if let start = operation.continueAt, start.value.bytes.first?.isDigit == true,
      !start.value.bytes.equals("0")
    {
      bytes = (start.value.string + "-", start.range)
    }
    guard let (range, place) = bytes else { return }
    guard let body, !operation.isHead else {
      lead("Range", "bytes=\(range)", place)
      return
    }
    let size = body.files.isEmpty && body.formParts.isEmpty ? String(body.text.count) : "*"
    lead("Content-Range", "bytes \(range)/\(size)", place)
  }

  private mutating func addReferer(_ operation: CurlOperation) {
    guard let referer = operation.referer else { return }
    var value = referer.value.string
    if value.hasSuffix(";auto") { value.removeLast(5) }
    if !value.isEmpty { lead("Referer", value, referer.range) }
  }

  private mutating func addTimeCondition(_ operation: CurlOperation) {
    guard let condition = operation.timeCondition else { return }
    var value = condition.value.string
    let isNegated = value.hasPrefix("-")
    if isNegated || value.hasPrefix("+") || value.hasPrefix("=") { value.removeFirst() }
    lead(isNegated ? "If-Unmodified-Since" : "If-Modified-Since", value, condition.range)
  }

  private mutating func addContentType(_ operation: CurlOperation, _ body: CurlRequest.Body?) {
    if operation.isJSON {
      trail("Content-Type", "application/json")
      trail("Accept", "application/json")
    }
    switch body?.kind {
    case .data: trail("Content-Type", "application/x-www-form-urlencoded")
    case .form: trail("Content-Type", "multipart/form-data")
    case .upload:
      if body?.files.isEmpty == true || body?.files == ["-"] {
        trail("Transfer-Encoding", "chunked")
      }
      trail("Expect", "100-continue")
    case .json, nil: break
    }
  }
}
