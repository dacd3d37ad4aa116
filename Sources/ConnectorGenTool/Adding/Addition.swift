import ClientEmitter
import ConnectorModel
import CurlReader
import Diagnostics
import GenerationPipeline
import Linting
import ModelDiff
import PageFacts

/// What becomes of the client when pages are added.
struct Addition {
  let before: Generation
  let after: Generation
  /// The files of the client that would be other ones, by path.
  let changes: [(action: OutputFolder.Action, path: String)]
  /// What that means for those who use the client.
  private let comparison: ModelComparison
  private let clashesBefore: Set<EmitterFinding>
  private let client: EmittedClient
  private let findings: PageFindings

  init(
    _ new: [PageReading], to existing: [PageReading], _ session: inout Session
  ) {
    before = session.generation(existing, isWhole: false)
    let replaced = Set(new.map(\.facts.page))
    after = session.generation(
      existing.filter { !replaced.contains($0.facts.page) } + new, isWhole: false)
    _ = session.reportRefusals(of: after)
    let old = before.client()
    client = after.client()
    comparison = ModelComparison(
      before.model, after.model, oldOptions: before.emitterOptions,
      newOptions: after.emitterOptions)
    clashesBefore = Set(old.findings)
    changes = Self.changes(from: old.files, to: client.files)
    findings = PageFindings(after.lintInputs(client), policy: session.policy(isWhole: false))
  }

  private static func changes(
    from old: [EmittedClient.File], to new: [EmittedClient.File]
  ) -> [(action: OutputFolder.Action, path: String)] {
    var rest: [String: [UInt8]] = [:]
    for file in old { rest[file.path] = file.bytes }
    var changes: [(action: OutputFolder.Action, path: String)] = []
    for file in new {
      guard let bytes = rest.removeValue(forKey: file.path) else {
        changes.append((.add, file.path))
        continue
      }
      if bytes != file.bytes { changes.append((.change, file.path)) }
    }
    changes += rest.keys.map { (.remove, $0) }
    return changes.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  func findings(of page: PageReading) -> LintReport { findings.report(of: page.source) }

  func source(of page: PageReading) -> Source? {
    after.model.sources.first { $0.provenance.page == page.facts.page }
  }

  // MARK: - New

  /// What the model has because of the page.
  func news(of page: PageReading) -> [String] {
    var news: [String] = []
    if let source = source(of: page) {
      if let old = before.model.sources.first(where: { $0.key == source.key }) {
        if old.name != source.name { news.append("\(old.name) becomes \(source.name)") }
      } else {
        news.append("the source \(source.name)")
      }
      let known = Set(before.model.sources.flatMap { $0.authentications.map(\.specName) })
      for authentication in source.authentications where !known.contains(authentication.specName) {
        news.append("an authentication that no other source has: \(authentication.specName)")
      }
    }
    for operation in after.model.operations
    where operation.provenances.contains(where: { $0.page == page.facts.page }) {
      let name = "\(operation.key.method) \(operation.key.path)"
      guard let old = before.model.operations.first(where: { $0.key == operation.key }) else {
        news.append("the operation \(name)")
        continue
      }
      let fields = Self.newPaths(of: operation.body, since: old.body)
      if !fields.isEmpty {
        news.append("in the body of \(name): \(fields.joined(separator: ", "))")
      }
      let answers = Self.newPaths(of: operation.response, since: old.response)
      if !answers.isEmpty {
        news.append("in the response of \(name): \(answers.joined(separator: ", "))")
      }
    }
    let known = Set(
      before.model.payloads.filter { $0.provenance.page == page.facts.page }.map(\.title))
    for payload in after.model.payloads
    where payload.provenance.page == page.facts.page && !known.contains(payload.title) {
      news.append("a payload that no command sends: \(payload.title)")
    }
    return news
  }

  private static func newPaths(of schema: Schema?, since old: Schema?) -> [String] {
    let known = Set(paths(old))
    return paths(schema).filter { !known.contains($0) }
  }

  /// The dotted paths of all fields of a schema.
  private static func paths(_ schema: Schema?, below path: String = "") -> [String] {
    switch schema {
    case .object(let object):
      object.properties.flatMap { property in
        let place = path.isEmpty ? property.name : path + "." + property.name
        return [place] + paths(property.schema, below: place)
      }
    case .array(let element), .dictionary(let element): paths(element, below: path + "[]")
    case .union(let schemas): schemas.flatMap { paths($0, below: path) }
    default: []
    }
  }

  // MARK: - Changed

  /// What changes for callers where the page takes the place of another one; nil for a new page.
  func changes(of page: PageReading) -> [Change]? {
    guard before.model.pages.contains(where: { $0.path == page.facts.page }) else { return nil }
    return comparison.changes.filter { change in
      (change.new ?? change.old)?.page == page.facts.page
    }
  }

  // MARK: - Clashes

  /// Where the page gets in the way of what is there.
  func clashes(of page: PageReading) -> [String] {
    guard let source = source(of: page) else { return [] }
    var clashes: [String] = []
    let others = after.model.sources.filter { $0.key != source.key }
    for specification in source.connectionSpecifications {
      for other in others {
        let same = other.connectionSpecifications.first {
          $0.id.lowercased() == specification.id.lowercased()
        }
        guard let same else { continue }
        clashes.append(
          "the specification ID \(specification.id) is also that of \(other.name) "
            + "(\(Self.place(same.provenance)))")
      }
    }
    for authentication in source.authentications {
      for other in others where Self.names(authentication.specName, other, butNot: source) {
        guard
          let same = other.authentications.first(where: {
            $0.specName.lowercased() == authentication.specName.lowercased()
          })
        else { continue }
        clashes.append(
          "the specName \(authentication.specName) is that of \(other.name) "
            + "(\(Self.place(same.provenance)))")
      }
    }
    for other in others where other.name.lowercased() == source.name.lowercased() {
      clashes.append(
        "\(other.name) is also the name of another source (\(Self.place(other.provenance)))")
    }
    for diagnostic in after.modelDiagnostics[page.facts.page] ?? []
    where diagnostic.rule == .operationNameCollision {
      clashes.append(diagnostic.message)
    }
    for finding in client.findings
    where finding.rule == .swiftNameCollision && !clashesBefore.contains(finding) {
      let isOwn = finding.provenance.page == page.facts.page
      let isOfNamesake = others.contains {
        $0.provenance == finding.provenance && $0.name.lowercased() == source.name.lowercased()
      }
      guard isOwn || isOfNamesake else { continue }
      let assumption = finding.assumption.map { "; \(isOwn ? "this" : "that") one is \($0)" } ?? ""
      clashes.append("\(finding.message)\(assumption) (\(Self.place(finding.provenance)))")
    }
    return clashes
  }

  /// Whether a specName is called after another source: most are called after what they are.
  private static func names(_ specName: String, _ other: Source, butNot own: Source) -> Bool {
    let text = specName.lowercased()
    return text.contains(other.name.lowercased()) && !text.contains(own.name.lowercased())
  }

  private static func place(_ provenance: Provenance) -> String {
    "\(provenance.page):\(provenance.line)"
  }

  // MARK: - Missing

  /// What a complete client of the source would need and the page does not say.
  func gaps(of page: PageReading) -> [String] {
    let facts = page.facts
    guard let source = source(of: page) else {
      return facts.requests.isEmpty
        ? ["a request: the page has none, so that nothing is generated of it"] : []
    }
    var gaps: [String] = []
    if source.connectionSpecifications.isEmpty {
      gaps.append("the ID of the connection specification")
    } else if !source.connectionSpecifications.contains(where: \.isValidUUID) {
      gaps.append("an ID of the connection specification that is a UUID")
    }
    if !source.requests.contains(where: { $0.operation.method == "POST" && $0.body != nil }) {
      gaps.append("a request with a body that makes something")
    } else if source.authentications.isEmpty, facts.kind == .baseConnection {
      gaps.append("an authentication: no request body has auth.specName and auth.params")
    }
    for finding in after.modelDiagnostics[facts.page] ?? []
    where finding.rule == .credentialsWithoutAuthentication {
      gaps.append("a request body for credentials: \(finding.message)")
    }
    if facts.credentialTables.isEmpty, !source.authentications.isEmpty {
      gaps.append("a table of the credentials")
    }
    for authentication in source.authentications {
      let bare = authentication.fields.filter { $0.documentation == nil }.map(\.name)
      if !bare.isEmpty {
        gaps.append(
          "words about \(bare.joined(separator: ", ")) of \(authentication.specName)")
      }
    }
    for request in facts.requests where request.curl.body != nil && request.json == nil {
      let line = page.source.location(of: request.commandRange.lowerBound).line
      gaps.append("a body that is JSON, in line \(line)")
    }
    if facts.responses.isEmpty { gaps.append("an example of a response") }
    if source.category.isEmpty { gaps.append("a category: the folder that the page stands in") }
    return gaps
  }
}
