import Diagnostics
import JSONReader
import PageFacts

/// The facts of a page as a person wants to see them.
struct FactsText {
  private(set) var text = ""
  private let source: SourceFile

  init(_ facts: PageFacts, in source: SourceFile) {
    self.source = source
    add(source.path)
    add("  \(facts.title)")
    if let page = facts.source {
      add("  source: \(page.name)" + (page.category.isEmpty ? "" : " (\(page.category))"))
    }
    for spec in facts.connectionSpecs {
      add("  connection specification: \(spec.id) \(spec.version.map { "version " + $0 } ?? "")")
    }
    for spec in facts.otherSpecIDs { add("  \(spec.role): \(spec.id)") }
    for table in facts.credentialTables { add(table) }
    for authentication in facts.authentications { add(authentication) }
    for request in facts.requests { add(request) }
    for response in facts.responses {
      add(
        "  \(line(response.range)) response: \(response.json?.typeName ?? "not JSON") in "
          + response.section.heading)
    }
    if facts.requests.isEmpty { add("  no requests") }
  }

  private mutating func add(_ line: String) {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    text += line + "\n"
  }

  private func line(_ range: Range<Int>) -> String {
    "line \(source.location(of: range.lowerBound).line):"
  }

  private mutating func add(_ table: TableFact) {
    add("  \(line(table.range)) credentials" + (table.authentication.map { " of \($0)" } ?? ""))
    for row in table.rows where !row.isSpecID {
      var notes: [String] = []
      if row.isSecret { notes.append("secret") }
      if row.isOptional { notes.append("optional") }
      if let value = row.defaultValue { notes.append("default \(value)") }
      if !row.allowedValues.isEmpty {
        notes.append("one of \(row.allowedValues.joined(separator: ", "))")
      }
      add("    \(row.name)" + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"))
    }
  }

  private mutating func add(_ authentication: AuthenticationFact) {
    add("  \(line(authentication.range)) authentication \"\(authentication.specName)\"")
    for parameter in authentication.parameters {
      add("    \(parameter.key): \(parameter.value.typeName)")
    }
  }

  private mutating func add(_ request: RequestFact) {
    add("  \(line(request.commandRange)) \(request.method) \(request.url)")
    if let format = request.apiFormat {
      add(
        "    API format: \(format.lines.map { "\($0.method) \($0.target)" }.joined(separator: ", "))"
      )
    }
    let paths = request.json?.leafPaths() ?? []
    if !paths.isEmpty { add("    body: \(paths.joined(separator: ", "))") }
  }
}
