import CurlReader
import Diagnostics
import JSONReader

/// Identifiers that a later body uses and an earlier response of the page did not return.
struct IdentifierCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = IdentifierCheck(context: context)
    check.checkConnections()
    check.checkBaseConnections()
    check.checkMappings()
    check.checkFlowLookups()
    check.checkSchemas()
    return check.diagnostics
  }

  private mutating func checkConnections() {
    let uses = [
      ("sourceConnectionIds", "sourceConnections"), ("targetConnectionIds", "targetConnections"),
    ]
    for (field, resource) in uses {
      guard let returned = returnedIdentifier(of: resource, ifUUID: true) else { continue }
      for request in flows {
        for element in request.json?[field]?.elements ?? [] {
          compare(element, field, with: returned, ifUUID: true)
        }
      }
    }
  }

  /// A source connection, or a look at the data, of another base connection than the page made.
  private mutating func checkBaseConnections() {
    var returned: [(text: String, range: Range<Int>)] = []
    for response in context.facts.responses {
      guard let index = response.request, let id = response.json?["id"], let text = id.string,
        SpecIDPattern.isUUID(text), context.facts.requests[index].method == "POST",
        context.facts.requests[index].resource == "connections",
        context.facts.requests[index].json?["auth"] != nil
      else { continue }
      returned.append((text, id.range))
    }
    guard let first = returned.first else { return }
    let known = Set(returned.map(\.text))
    for request in context.facts.requests {
      if request.resource == "sourceConnections", let id = request.json?["baseConnectionId"],
        let text = id.string, !known.contains(text)
      {
        compare(id, "baseConnectionId", with: first, ifUUID: true)
      }
      let segments = request.pathSegments
      guard request.resource == "connections", segments.last == "explore",
        let url = request.curl.url, let id = segments.dropLast().last.map(String.init),
        SpecIDPattern.isUUID(id), !known.contains(id)
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: url.sourceRange, "explore \(id)",
          "the request explores the connection \(id), the response above returned \(first.text)",
          assumption: "an example value", remedy: "use the ID of the response",
          notes: [Diagnostic.Note(range: first.range, message: "returned here")]))
    }
  }

  private mutating func checkMappings() {
    guard let returned = returnedIdentifier(of: "mappingSets", ifUUID: false) else { return }
    for request in flows {
      for transformation in request.json?["transformations"]?.elements ?? [] {
        if let id = transformation["params"]?["mappingId"] {
          compare(id, "mappingId", with: returned, ifUUID: false)
        }
      }
    }
  }

  /// A look-up of another flow than the one that the page made.
  private mutating func checkFlowLookups() {
    guard let returned = returnedIdentifier(of: "flows", ifUUID: true) else { return }
    for request in context.facts.requests where request.resource == "flows" {
      guard let url = request.curl.url, let id = request.pathSegments.last.map(String.init),
        SpecIDPattern.isUUID(id), id != returned.text
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: url.sourceRange, "flows \(id)",
          "the request is about the flow \(id), the response above returned \(returned.text)",
          assumption: "an example value", remedy: "use the ID of the response",
          notes: [Diagnostic.Note(range: returned.range, message: "returned here")]))
    }
  }

  /// A mapping to another schema than the target connection's.
  private mutating func checkSchemas() {
    let requests = context.facts.requests
    let targets = requests.filter { $0.resource == "targetConnections" && $0.method == "POST" }
    let ids = targets.compactMap { $0.json?["data"]?["schema"]?["id"] }
    guard ids.count == 1, let target = ids[0].string else { return }
    for request in requests where request.pathSegments.last == "mappingSets" {
      let schema =
        request.json?["xdmSchema"] ?? request.json?["outputSchema"]?["schemaRef"]?["id"]
      guard let schema, let text = schema.string, text != target,
        text.contains("/schemas/"), target.contains("/schemas/")
      else { continue }
      diagnostics.append(
        .nameMismatch(
          at: schema.range, "schema \(text)",
          "the mapping is to the schema \(text), the target connection has \(target)",
          assumption: "an example value", remedy: "use one schema",
          notes: [Diagnostic.Note(range: ids[0].range, message: "the target connection's schema")]))
    }
  }

  private var flows: [RequestFact] {
    context.facts.requests.filter { $0.resource == "flows" && $0.method == "POST" }
  }

  private mutating func compare(
    _ node: JSONNode, _ field: String, with returned: (text: String, range: Range<Int>),
    ifUUID: Bool
  ) {
    guard let text = node.string, text != returned.text, !text.contains("{"), !text.isEmpty,
      !ifUUID || SpecIDPattern.isUUID(text)
    else { return }
    diagnostics.append(
      .nameMismatch(
        at: node.range, "\(field) \(text)",
        "\(field) has \(text), the response above returned \(returned.text)",
        assumption: "an example value", remedy: "use the ID of the response",
        notes: [Diagnostic.Note(range: returned.range, message: "returned here")]))
  }

  private func returnedIdentifier(
    of resource: String, ifUUID: Bool
  ) -> (text: String, range: Range<Int>)? {
    for response in context.facts.responses {
      guard let index = response.request, let id = response.json?["id"], let text = id.string,
        !ifUUID || SpecIDPattern.isUUID(text)
      else { continue }
      let request = context.facts.requests[index]
      let segments = request.pathSegments
      if request.method == "POST", request.resource == resource || segments.last == resource[...] {
        return (text, id.range)
      }
    }
    return nil
  }
}
