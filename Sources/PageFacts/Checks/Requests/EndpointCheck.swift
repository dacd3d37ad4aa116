import CurlReader
import Diagnostics

/// Compares URLs with the API formats that they belong to.
struct EndpointCheck {
  /// Which service a collection belongs to, where its segment must stand in the path.
  private static let services: [Substring: Substring] = [
    "mappingSets": "conversion", "connections": "flowservice", "sourceConnections": "flowservice",
    "targetConnections": "flowservice", "flows": "flowservice", "flowSpecs": "flowservice",
    "connectionSpecs": "flowservice", "runs": "flowservice",
  ]

  private var diagnostics: [Diagnostic] = []
  private var blocks: Set<Range<Int>> = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = EndpointCheck()
    for request in context.facts.requests {
      if let format = request.apiFormat { check.checkBlock(format) }
      check.check(request)
    }
    return check.diagnostics
  }

  private mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String, assumption: String,
    remedy: String, note: Range<Int>? = nil, _ what: String = ""
  ) {
    diagnostics.append(
      Diagnostic(
        .endpointMismatch, at: range, subject: subject, message, assumption: assumption,
        remedy: remedy, notes: note.map { [Diagnostic.Note(range: $0, message: what)] } ?? []))
  }

  private mutating func report(_ url: RequestURL, _ range: Range<Int>, _ subject: String) {
    for slip in url.slips {
      switch slip {
      case .blankAtEnd:
        report(
          range, subject, "the URL has a blank at its end", assumption: "left out",
          remedy: "take the blank out")
      case .blank:
        report(
          malformed: range, subject, "a blank stands in the path of the URL",
          assumption: "left out", remedy: "take the blank out")
      case .blankInQuery:
        report(
          malformed: range, subject, "a blank stands in the query of the URL, which curl refuses",
          assumption: "read as a part of the value", remedy: "write %20")
      case .doubledSlash:
        report(
          malformed: range, subject, "two slashes stand in a row in the URL",
          assumption: "read as one", remedy: "take one out")
      case .scheme(let written):
        report(
          malformed: range, subject, "the URL starts with \(written), which is no scheme",
          assumption: "read as \(url.text)", remedy: "write https://")
      }
    }
    guard !url.namesHost else { return }
    report(
      malformed: range, subject, "\(url.text) names no host", assumption: "kept as it stands",
      remedy: "write a whole URL, and an option before what is none")
  }

  private mutating func report(
    malformed range: Range<Int>, _ subject: String, _ message: String, assumption: String,
    remedy: String
  ) {
    diagnostics.append(
      Diagnostic(
        .malformedURL, at: range, subject: subject, message, assumption: assumption,
        remedy: remedy))
  }

  /// What is wrong with the lines of a block whichever request they serve.
  private mutating func checkBlock(_ format: APIFormatFact) {
    guard blocks.insert(format.range).inserted else { return }
    for line in format.lines where line.target.hasSuffix(";") {
      report(
        line.range, "\(line.method) \(line.target)", "the API format ends in a semicolon",
        assumption: "read without it", remedy: "take the semicolon out")
    }
    for line in format.lines where line.target.first?.isLetter == true {
      guard !line.target.hasPrefix("http") else { continue }
      report(
        line.range, "\(line.method) \(line.target)", "the API format's path lacks its first slash",
        assumption: "read as /\(line.target)", remedy: "write the slash")
    }
  }

  private mutating func check(_ request: RequestFact) {
    guard let url = request.curl.url else { return }
    let path = EndpointPath(request.url)
    let range = url.sourceRange
    let subject = "\(request.method) \(request.url)"
    let isPlatform = path.host == EndpointPath.platformHost
    if request.method != request.curl.method {
      report(
        request.commandRange, subject, "the method is \(request.curl.method), in small letters",
        assumption: "read as \(request.method)", remedy: "write the method in capitals")
    }
    if path.scheme == "http", isPlatform {
      report(
        range, subject, "the scheme is http, the service answers on https only",
        assumption: "read as \"https\"", remedy: "write https://")
    }
    report(RequestURL(url), range, subject)
    if !isPlatform, path.host.hasSuffix(EndpointPath.platformDomain),
      path.segments.starts(with: ["data", "foundation"])
    {
      report(
        range, subject, "the host is \(path.host), the service is at \(EndpointPath.platformHost)",
        assumption: "sent as it stands", remedy: "write https://\(EndpointPath.platformHost)")
    }
    var lacksService = false
    if isPlatform, path.segments.count > 2, path.segments.starts(with: ["data", "foundation"]),
      let service = Self.services[path.segments[2]]
    {
      lacksService = true
      report(
        range, subject,
        "the URL lacks the service segment /\(service) before /\(path.segments[2])",
        assumption: "sent as it stands",
        remedy: "write /data/foundation/\(service)/\(path.segments[2])")
      reportFormat(of: request, without: service)
    }
    guard let format = request.apiFormat else { return }
    // One block may list several operations: the request is one of them.
    let candidates = format.lines.filter { $0.method == request.method }
    guard let line = bestLine(candidates.isEmpty ? format.lines : candidates, for: path) else {
      return
    }
    compare(line, with: path, request, range, lacksService: lacksService)
  }

  /// The API format of a URL without its service is no better where it has none either.
  private mutating func reportFormat(of request: RequestFact, without service: Substring) {
    guard let format = request.apiFormat, format.lines.count == 1, let line = format.lines.first
    else { return }
    let segments = EndpointPath(line.target).relative.segments
    guard service != "flowservice", let first = segments.first, Self.services[first] == service
    else { return }
    report(
      line.range, "\(line.method) \(line.target)",
      "the API format lacks the service segment /\(service) before /\(first), as the URL does",
      assumption: "sent as the URL stands", remedy: "write /\(service)/\(first)")
  }

  private func bestLine(
    _ lines: [APIFormatFact.Line], for path: EndpointPath
  ) -> APIFormatFact.Line? {
    var best: (line: APIFormatFact.Line, score: Int)?
    let names = Set(path.queryNames)
    for line in lines {
      let other = EndpointPath(line.target)
      let shared = other.queryNames.count(where: names.contains)
      let score = path.ends(with: other) ? shared * 2 - other.queryNames.count + 100 : 0
      if best == nil || score > best?.score ?? 0 { best = (line, score) }
    }
    return best?.line
  }

  private mutating func compare(
    _ line: APIFormatFact.Line, with path: EndpointPath, _ request: RequestFact,
    _ urlRange: Range<Int>, lacksService: Bool
  ) {
    let format = EndpointPath(line.target)
    let subject = "\(line.method) \(line.target)"
    func blameFormat(_ message: String) {
      report(
        line.range, subject, message, assumption: "the request is right",
        remedy: "make the API format say what the request sends", note: urlRange,
        "the URL of the request")
    }
    func blameURL(_ message: String) {
      report(
        urlRange, "\(request.method) \(request.url)", message,
        assumption: "the request is taken as it stands",
        remedy: "make the request do what the API format says", note: line.range,
        "the API format")
    }
    if request.method != line.method, request.curl.isMethodExplicit {
      blameFormat("the API format says \(line.method), the request is a \(request.method)")
    }
    if path.host == EndpointPath.platformHost || path.host.isEmpty {
      let formatPath = "/" + format.segments.joined(separator: "/")
      let urlPath = "/" + path.segments.joined(separator: "/")
      if !path.ends(with: format) {
        let message = "the API format names \(formatPath), the request goes to \(urlPath)"
        if lacksService { return }
        if path.isOtherCollection(than: format) { blameURL(message) } else { blameFormat(message) }
        return
      }
      if path.identifiesMore(than: format) {
        blameFormat("the API format names \(formatPath), the request goes to \(urlPath)")
        return
      }
    }
    guard !format.hasQueryPlaceholder else { return }
    let sent = Set(path.queryNames)
    let documented = Set(format.queryNames)
    let missing = format.queryNames.filter { !sent.contains($0) }
    let added = path.queryNames.filter { !documented.contains($0) }
    if !added.isEmpty {
      blameFormat("the API format lacks the query parameters \(added.joined(separator: ", "))")
    }
    // A placeholder's parameter may be left out; one with a fixed value makes the operation.
    let fixed = Set(
      QueryItem.items(of: line.target).filter { !$0.value.hasPrefix("{") }.map(\.name))
    if !missing.isEmpty, missing.allSatisfy({ !fixed.contains(String($0)) }) {
      blameFormat(
        "the API format has the query parameters \(missing.joined(separator: ", ")), "
          + "the request leaves them out")
    } else if !missing.isEmpty {
      blameURL("the URL lacks the query parameters \(missing.joined(separator: ", "))")
    }
    if format.query.contains("\""), path.query.contains("%22") {
      blameFormat("the API format has raw double quotes, the URL has %22")
    }
  }
}

extension EndpointPath {
  /// Whether the two differ in a collection's name and not just in depth.
  fileprivate func isOtherCollection(than format: EndpointPath) -> Bool {
    let left = relative.segments
    let right = format.relative.segments
    return left.count == right.count && left.first != right.first
      && zip(left.dropFirst(), right.dropFirst()).allSatisfy { Self.matches($0, $1) }
  }

  /// Whether this URL goes on with an identifier behind the collection that the API format ends in.
  fileprivate func identifiesMore(than format: EndpointPath) -> Bool {
    let short = format.relative.segments
    let long = relative.segments
    guard let first = short.first, let last = long.last, !Self.isPlaceholder(first) else {
      return false
    }
    return short.count < long.count && Self.isPlaceholder(last)
      && !(short.last.map(Self.isPlaceholder) ?? false)
  }
}
