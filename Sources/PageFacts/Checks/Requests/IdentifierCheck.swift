import Diagnostics
import JSONReader

/// Identifiers that a later body uses and an earlier response of the page did not return.
struct IdentifierCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = IdentifierCheck(context: context)
    check.checkConnections()
    check.checkMappings()
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
