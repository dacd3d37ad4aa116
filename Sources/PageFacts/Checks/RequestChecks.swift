import CurlReader
import Diagnostics
import JSONReader

/// Compares requests with their API formats, with what the service requires and with each other.
struct RequestChecks {
  private(set) var diagnostics: [Diagnostic] = []
  private let facts: PageFacts

  /// What every operation of the platform wants.
  private static let required = ["Authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name"]
  private static let platformHost: Substring = "platform.adobe.io"
  /// Which service a collection belongs to, where its segment must stand in the path.
  private static let services: [Substring: Substring] = [
    "mappingSets": "conversion", "connections": "flowservice", "sourceConnections": "flowservice",
    "targetConnections": "flowservice", "flows": "flowservice", "flowSpecs": "flowservice",
    "connectionSpecs": "flowservice", "runs": "flowservice",
  ]

  init(_ facts: PageFacts) {
    self.facts = facts
    for request in facts.requests {
      checkEndpoint(request)
      checkHeaders(request)
      checkPlaceholders(request)
    }
    checkRoots()
    checkIdentifiers()
  }

  // MARK: - Endpoints

  private mutating func checkEndpoint(_ request: RequestFact) {
    guard let url = request.curl.url else { return }
    let path = EndpointPath(request.url)
    let range = url.sourceRange
    let subject = "\(request.method) \(request.url)"
    if path.scheme == "http", path.host == Self.platformHost {
      diagnostics.append(
        Diagnostic(
          .endpointMismatch, at: range, subject: subject,
          "the scheme is http, the service answers on https only",
          assumption: "read as \"https\"", remedy: "write https://"))
    }
    if path.host == Self.platformHost, path.segments.count > 2,
      path.segments.starts(with: ["data", "foundation"]),
      let service = Self.services[path.segments[2]]
    {
      diagnostics.append(
        Diagnostic(
          .endpointMismatch, at: range, subject: subject,
          "the URL lacks the service segment /\(service) before /\(path.segments[2])",
          assumption: "sent as it stands",
          remedy: "write /data/foundation/\(service)/\(path.segments[2])"))
    }
    guard let format = request.apiFormat else { return }
    // One block may list several operations: the request is one of them.
    let candidates = format.lines.filter { $0.method == request.method }
    guard let line = bestLine(candidates.isEmpty ? format.lines : candidates, for: path) else {
      return
    }
    compare(line, with: path, request, range)
  }

  private func bestLine(
    _ lines: [APIFormatFact.Line], for path: EndpointPath
  ) -> APIFormatFact.Line? {
    var best: (line: APIFormatFact.Line, score: Int)?
    for line in lines {
      let other = EndpointPath(line.target)
      let score =
        Self.isSuffix(other, of: path)
        ? other.queryNames.count { path.queryNames.contains($0) } * 2
          - other.queryNames.count + 100 : 0
      if best == nil || score > best?.score ?? 0 { best = (line, score) }
    }
    return best?.line
  }

  /// Whether the API format's path ends the URL's path.
  private static func isSuffix(_ format: EndpointPath, of path: EndpointPath) -> Bool {
    let short = format.relative.segments
    let long = path.segments
    guard short.count <= long.count else { return false }
    return zip(short.reversed(), long.reversed()).allSatisfy { EndpointPath.matches($0, $1) }
  }

  private mutating func compare(
    _ line: APIFormatFact.Line, with path: EndpointPath, _ request: RequestFact,
    _ urlRange: Range<Int>
  ) {
    let format = EndpointPath(line.target)
    let notes = [Diagnostic.Note(range: urlRange, message: "the URL of the request")]
    func report(_ message: String) {
      diagnostics.append(
        Diagnostic(
          .endpointMismatch, at: line.range, subject: "\(line.method) \(line.target)", message,
          assumption: "the request is right",
          remedy: "make the API format say what the request sends",
          notes: notes))
    }
    if request.method != line.method, request.curl.isMethodExplicit {
      report("the API format says \(line.method), the request is a \(request.method)")
    }
    if path.host == Self.platformHost || path.host.isEmpty {
      let isWhole =
        Self.isSuffix(format, of: path)
        && format.relative.segments.first.map { !EndpointPath.isPlaceholder($0) } ?? true
      let lacksIdentifier =
        isWhole && format.relative.segments.count < path.relative.segments.count
        && path.relative.segments.last.map(EndpointPath.isPlaceholder) ?? false
        && !(format.relative.segments.last.map(EndpointPath.isPlaceholder) ?? false)
      if !Self.isSuffix(format, of: path) || lacksIdentifier {
        report(
          "the API format names /\(format.segments.joined(separator: "/")), the request goes to /\(path.segments.joined(separator: "/"))"
        )
        return
      }
    }
    if line.target.hasSuffix(";") { report("the API format ends in a semicolon") }
    guard !format.hasQueryPlaceholder else { return }
    let missing = format.queryNames.filter { !path.queryNames.contains($0) }
    let added = path.queryNames.filter { !format.queryNames.contains($0) }
    if !missing.isEmpty || !added.isEmpty {
      let names = (missing + added).joined(separator: ", ")
      report("API format and URL have different query parameters: \(names)")
    } else if format.query.contains("\""), path.query.contains("%22") {
      report("the API format has raw double quotes, the URL has %22")
    }
  }

  /// The same service's API formats with its root on some lines and without on others.
  private mutating func checkRoots() {
    var seen: Set<Int> = []
    var lines: [(line: APIFormatFact.Line, hasRoot: Bool)] = []
    for request in facts.requests {
      guard let format = request.apiFormat, seen.insert(format.range.lowerBound).inserted else {
        continue
      }
      for line in format.lines {
        let root = EndpointPath(line.target).relative.root
        lines.append((line, !root.isEmpty))
      }
    }
    let withRoot = lines.count(where: \.hasRoot)
    guard withRoot > 0, withRoot < lines.count else { return }
    let odd = withRoot * 2 <= lines.count
    for (line, hasRoot) in lines where hasRoot == odd {
      diagnostics.append(
        Diagnostic(
          .endpointMismatch, at: line.range, subject: "root \(line.target)",
          odd
            ? "this API format writes the service's root, the others of the page leave it out"
            : "this API format leaves out the service's root, the others of the page write it",
          assumption: "the same root for all", remedy: "write all API formats in one way"))
    }
  }

  // MARK: - Headers

  private mutating func checkHeaders(_ request: RequestFact) {
    guard EndpointPath(request.url).host == Self.platformHost else { return }
    let names = Set(request.curl.headers.map { $0.name.lowercased() })
    for name in Self.required where !names.contains(name.lowercased()) {
      let isSentBySibling = facts.requests.contains { other in
        other.curl.headers.contains { $0.name.lowercased() == name.lowercased() }
      }
      guard isSentBySibling || name == "Authorization" else { continue }
      reportMissing(name, request)
    }
    if request.json != nil, !names.contains("content-type"), request.curl.body?.kind != .json {
      reportMissing("Content-Type", request)
    }
  }

  private mutating func reportMissing(_ name: String, _ request: RequestFact) {
    diagnostics.append(
      Diagnostic(
        .missingHeader, at: request.commandRange,
        subject: "\(name) of \(request.method) \(request.url)",
        "the request has no \(name) header",
        assumption: "the client sends it all the same", remedy: "add -H '\(name): …'"))
  }

  // MARK: - Placeholders and identifiers

  /// Placeholders of the platform's own values: one name for each, and never for a source's value.
  private mutating func checkPlaceholders(_ request: RequestFact) {
    for header in request.curl.headers where header.name.lowercased() == "x-gw-ims-org-id" {
      if header.value != "{ORG_ID}", header.value.hasPrefix("{"), !header.value.isEmpty {
        diagnostics.append(
          Diagnostic(
            .nameMismatch, at: header.range, subject: "\(header.value) \(request.url)",
            "the organization's placeholder is \(header.value) here, {ORG_ID} elsewhere",
            assumption: "the same value", remedy: "write {ORG_ID}"))
      }
    }
    let bearer = request.curl.headers.first { $0.name.lowercased() == "authorization" }
    guard let bearer, let json = request.json else { return }
    for field in BodyFields(json).fields {
      guard let text = field.value.string, text.hasPrefix("{"), text.hasSuffix("}"),
        bearer.value.hasSuffix(" " + text)
      else { continue }
      diagnostics.append(
        Diagnostic(
          .nameMismatch, at: field.value.range, subject: "\(text) \(field.path.text)",
          "\(text) stands for a value of the source here and for the platform's own token in the Authorization header",
          assumption: "two different values",
          remedy: "give the source's value a placeholder of its own",
          notes: [Diagnostic.Note(range: bearer.range, message: "the platform's token")]))
    }
  }

  /// Identifiers that a later body uses and an earlier response of the page did not return.
  private mutating func checkIdentifiers() {
    let uses = [
      ("sourceConnectionIds", "sourceConnections"), ("targetConnectionIds", "targetConnections"),
    ]
    for (field, resource) in uses {
      guard let returned = returnedIdentifier(of: resource) else { continue }
      for request in facts.requests where request.resource == "flows" && request.method == "POST" {
        for element in request.json?[field]?.elements ?? [] {
          guard let text = element.string, SpecIDPattern.isUUID(text), text != returned.text else {
            continue
          }
          diagnostics.append(
            Diagnostic(
              .nameMismatch, at: element.range, subject: "\(field) \(text)",
              "\(field) has \(text), the response above returned \(returned.text)",
              assumption: "an example value", remedy: "use the ID of the response",
              notes: [Diagnostic.Note(range: returned.range, message: "returned here")]))
        }
      }
    }
  }

  private func returnedIdentifier(of resource: String) -> (text: String, range: Range<Int>)? {
    for response in facts.responses {
      guard let index = response.request, facts.requests[index].resource == resource,
        facts.requests[index].method == "POST", let id = response.json?["id"], let text = id.string
      else { continue }
      return (text, id.range)
    }
    return nil
  }
}
