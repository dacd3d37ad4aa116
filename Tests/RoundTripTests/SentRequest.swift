import Diagnostics
import FlowServiceRuntime
import HTTPTypes
import JSONReader
import TestSupport

/// A request on its way, in the form in which curl's and the client's can be compared.
struct SentRequest {
  var method: String
  var url: ExampleURL
  /// Names in lower case, with all their values.
  var headers: [String: [String]]
  var body: [UInt8]?

  /// What curl sent. What it adds by itself and would say of itself is left out.
  init(_ request: CurlRecorder.Request, scheme: String) {
    method = request.method
    url = ExampleURL(scheme + "://" + (request.header("Host") ?? "") + request.target)
    headers = [:]
    for header in request.headers {
      let name = header[0].lowercased()
      if ["host", "content-length", "expect"].contains(name) { continue }
      if name == "accept", header[1] == "*/*" { continue }
      if name == "user-agent", header[1].hasPrefix("curl/") { continue }
      headers[name, default: []].append(header[1])
    }
    body = request.body.isEmpty ? nil : request.body
  }

  /// What the client sends.
  init(_ request: FlowServiceRequest<Void>, for configuration: FlowServiceConfiguration) throws {
    let http = try request.httpRequest(for: configuration)
    method = http.method.rawValue
    url = ExampleURL((http.scheme ?? "") + "://" + (http.authority ?? "") + (http.path ?? ""))
    headers = [:]
    for field in http.headerFields {
      headers[field.name.rawName.lowercased(), default: []].append(field.value)
    }
    body = try request.httpBody()
  }

  func differences(to other: SentRequest) -> [String] {
    var differences: [String] = []
    if other.method != method { differences.append("\(other.method) instead of \(method)") }
    if other.url != url { differences.append("\(other.url) instead of \(url)") }
    for name in Set(headers.keys).union(other.headers.keys).sorted()
    where headers[name] != other.headers[name] {
      let found = other.headers[name]?.joined(separator: " and ") ?? "nothing"
      let expected = headers[name]?.joined(separator: " and ") ?? "nothing"
      differences.append("\(name): \(found) instead of \(expected)")
    }
    return differences + bodyDifferences(to: other)
  }

  /// The request with one part of it changed, each part in turn: what a comparison must not miss.
  func changed() throws -> [(part: String, request: SentRequest)] {
    var all: [(String, SentRequest)] = []
    func add(_ part: String, _ change: (inout SentRequest) -> Void) {
      var copy = self
      change(&copy)
      all.append((part, copy))
    }
    add("method") { $0.method = "OPTIONS" }
    add("server") { $0.url.server += "x" }
    for index in url.path.indices {
      add("step \(index) of the path") { $0.url.path[index] += "x" }
    }
    add("slash at the end") { $0.url.path.append("") }
    for index in url.query.indices {
      add("query item \(index)") { $0.url.query[index] += "x" }
      add("missing query item \(index)") { $0.url.query.remove(at: index) }
    }
    add("new query item") { $0.url.query.append("x=1") }
    for name in headers.keys.sorted() {
      add(name) { $0.headers[name]?[0] += "x" }
      add("missing " + name) { $0.headers[name] = nil }
      add("repeated " + name) { $0.headers[name]?.append("x") }
    }
    add("new header") { $0.headers["x-new"] = ["x"] }
    add("body") { $0.body = body == nil ? Array("{}".utf8) : nil }
    if let json = Self.json(body) {
      for (place, value) in json.changedParts() {
        add("body at \(place)") { $0.body = Array(value.serialized().utf8) }
      }
    }
    return all
  }

  /// JSON is compared by value, everything else by bytes.
  private func bodyDifferences(to other: SentRequest) -> [String] {
    guard body != other.body else { return [] }
    guard let expected = Self.json(body), let found = Self.json(other.body) else {
      return ["\(Self.text(other.body)) instead of \(Self.text(body))"]
    }
    return JSONDifference.all(expected, found).map(\.description)
  }

  /// Sound JSON; a key that stands twice does not break it.
  private static func json(_ body: [UInt8]?) -> JSONNode? {
    guard let body else { return nil }
    let reading = JSONReader.read(MappedText(String(decoding: body, as: UTF8.self)))
    return reading.diagnostics.allSatisfy { $0.rule == .duplicateField } ? reading.root : nil
  }

  private static func text(_ body: [UInt8]?) -> String {
    body.map { String(decoding: $0, as: UTF8.self) } ?? "no body"
  }
}
