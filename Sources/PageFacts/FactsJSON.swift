import CurlReader
package import Diagnostics
package import JSONReader

/// The facts of a page in the form that `connectorgen inspect --format json` prints.
package enum FactsJSON {
  /// The kinds that a finding has in that form; all other rules are `other`.
  private static let kinds: Set<String> = [
    "malformed-json", "unterminated-quote", "missing-continuation", "invalid-uuid",
    "spec-id-mismatch", "name-mismatch", "undocumented-field", "documented-but-unused-field",
    "duplicate-field", "endpoint-mismatch", "missing-header", "mojibake", "smart-quotes",
  ]

  package static func json(of facts: PageFacts, in source: SourceFile) -> JSONNode {
    func line(_ offset: Int) -> JSONNode { .number(source.location(of: offset).line) }
    return [
      "page": .text(facts.page),
      "kind": .text(facts.kind.rawValue),
      "source": facts.source.map { ["name": .text($0.name), "category": .text($0.category)] }
        ?? nil,
      "connectionSpecs": .list(
        facts.connectionSpecs.map { ["id": .text($0.id), "version": .text($0.version)] }),
      "otherSpecIDs": .list(
        facts.otherSpecIDs.map { ["id": .text($0.id), "role": .text($0.role)] }),
      "credentials": .list(
        facts.credentialTables.enumerated().map { index, table in
          credentials(table, number: index + 1)
        }),
      "authentications": .list(authentications(of: facts)),
      "requests": .list(
        facts.requests.map { request in
          [
            "line": line(request.commandRange.lowerBound),
            "section": .text(request.section.heading),
            "tab": .text(request.section.tab),
            "method": .text(request.method),
            "url": .text(request.url),
            "apiFormat": .text(request.apiFormat?.text),
            "headers": .texts(request.curl.headers.map(\.name)),
            "bodyPaths": .texts(request.json?.leafPaths() ?? []),
          ]
        }),
      "responses": .list(
        facts.responses.map { response in
          [
            "line": line(response.range.lowerBound),
            "section": .text(response.section.heading),
            "topLevel": .text(response.json?.typeName),
            "keys": .texts(response.json?.topLevelKeys ?? []),
          ]
        }),
      "payloads": .list(
        facts.payloads.map { payload in
          [
            "line": line(payload.range.lowerBound),
            "section": .text(payload.section.heading),
            "tab": .text(payload.section.tab),
            "bodyPaths": .texts(payload.json.leafPaths()),
          ]
        }),
      "fieldValues": .list(
        facts.fieldValues.map { value in
          [
            "line": line(value.range.lowerBound),
            "section": .text(value.section.heading),
            "field": .text(FieldValueFact.text(of: value.path)),
            "paths": .texts(value.json.leafPaths()),
          ]
        }),
      "anomalies": .list(
        facts.diagnostics.map { diagnostic in
          let rule = diagnostic.rule.identifier
          return [
            "line": line(diagnostic.range.lowerBound),
            "kind": .text(kinds.contains(rule) ? rule : "other"),
            "rule": .text(rule),
            "what": .text(diagnostic.message),
          ]
        }),
    ]
  }

  private static func credentials(_ table: TableFact, number: Int) -> JSONNode {
    [
      "table": .number(number),
      "authentication": .text(table.authentication),
      "fields": .list(
        table.rows.filter { !$0.isSpecID }.map { row in
          [
            "name": .text(row.name),
            "optional": .flag(row.isOptional),
            "default": .text(row.defaultValue),
            "secret": .flag(row.isSecret),
            "allowed": row.allowedValues.isEmpty ? nil : .texts(row.allowedValues),
            "example": .text(row.example),
          ]
        }),
    ]
  }

  /// One for each distinct `auth` of the bodies: authentications of one name may send other
  /// parameters under each tab.
  private static func authentications(of facts: PageFacts) -> [JSONNode] {
    var nodes: [JSONNode] = []
    for fact in facts.authentications {
      var seen: Set<[String]> = []
      for index in fact.requests {
        let request = facts.requests[index]
        let parameters = request.json?["auth"]?["params"]?.members ?? []
        guard seen.insert(parameters.map(\.key)).inserted else { continue }
        nodes.append([
          "specName": .text(fact.specName),
          "tab": .text(request.section.tab),
          "params": .list(
            parameters.map {
              ["name": .text($0.key), "type": .text(fact.typeName(of: $0))]
            }),
        ])
      }
    }
    return nodes
  }
}

extension JSONNode {
  /// The keys of an object, or of all the objects of an array, in order of first appearance.
  var topLevelKeys: [String] {
    var keys: [String] = []
    var seen: Set<String> = []
    for object in elements ?? [self] {
      for member in object.members ?? [] where seen.insert(member.key).inserted {
        keys.append(member.key)
      }
    }
    return keys
  }
}
