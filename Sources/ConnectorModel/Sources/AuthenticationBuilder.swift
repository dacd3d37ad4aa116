import Diagnostics
import JSONReader
import PageFacts

/// Makes the authentications of a source's page.
struct AuthenticationBuilder {
  let page: PageContext
  let source: SourceIdentity
  /// The types that fields are given from outside the pages.
  let types: FieldOverrides<FieldType>

  func authentications(_ findings: inout Findings) -> [Authentication] {
    let drafts = makeDrafts()
    guard !drafts.isEmpty else {
      reportCredentials(&findings)
      return []
    }
    attachCredentialTables(to: drafts, &findings)
    attachPropertyTables(to: drafts, &findings)
    for draft in drafts { draft.settleTexts() }
    let titles = titles(of: drafts)
    return zip(drafts, titles).map { authentication($0, title: $1, &findings) }
  }

  /// One draft for each spec name, in page order.
  private func makeDrafts() -> [AuthenticationDraft] {
    var drafts: [AuthenticationDraft] = []
    var indices: [String: Int] = [:]
    for fact in page.facts.authentications {
      let index = indices[fact.specName] ?? drafts.count
      if index == drafts.count {
        indices[fact.specName] = index
        drafts.append(AuthenticationDraft(fact))
      }
      drafts[index].add(fact, on: page) { name in
        let path = FieldPath.path(name, below: FieldPath.credentials)
        return types.index(of: path, in: source).map { types.entries[$0].value }
      }
    }
    return drafts
  }

  private func reportCredentials(_ findings: inout Findings) {
    for table in page.facts.credentialTables {
      let names = table.rows.map(\.name).filter {
        !$0.isEmpty && !CredentialRows.isConnectionSpecification($0)
      }
      if !names.isEmpty {
        findings.add(.credentialsWithoutAuthentication(names, at: table.range), on: page)
      }
    }
  }

  // MARK: - Tables

  private func attachCredentialTables(
    to drafts: [AuthenticationDraft], _ findings: inout Findings
  ) {
    let tables = page.facts.credentialTables.map { ($0, owners(of: $0, among: drafts)) }
    // Fields that are sent come first: their patterns say which other rows are components.
    var rest: [(TableFact.Row, [AuthenticationDraft])] = []
    for (table, owners) in tables {
      for row in table.rows {
        let name = NameMatching.credential(row.name)
        guard !name.isEmpty, !CredentialRows.isConnectionSpecification(name) else { continue }
        let own = owners.filter { $0.field(named: name) != nil }
        for draft in own {
          guard let field = draft.field(named: name) else { continue }
          draft.describe(field, by: row, isCredential: true, on: page, findings: &findings)
        }
        if own.isEmpty { rest.append((row, owners)) }
      }
    }
    for table in page.facts.tables where table.role == .connectionStringOptions {
      for row in table.rows {
        noteComponent(row, of: owners(of: table, among: drafts), &findings)
      }
    }
    let otherKeys = keysOfOtherBodies()
    let schemaTypes = embeddedTypes()
    for (row, owners) in rest {
      attachUnsent(
        row, owners: owners, otherKeys: otherKeys, schemaTypes: schemaTypes, &findings)
    }
  }

  /// A credential that none of its authentications' examples sends.
  private func attachUnsent(
    _ row: TableFact.Row, owners: [AuthenticationDraft], otherKeys: Set<String>,
    schemaTypes: [String: String], _ findings: inout Findings
  ) {
    let name = NameMatching.credential(row.name)
    if noteComponent(row, of: owners, &findings) { return }
    for draft in owners {
      if let field = draft.slip(for: name) ?? draft.undocumentedField(sending: name) {
        draft.describe(field, by: row, isCredential: true, on: page, findings: &findings)
        return
      }
    }
    // Sent, but in another body: the source connection's parameters, as a rule.
    if otherKeys.contains(NameMatching.normalized(name)) { return }
    let isIdentifier = !name.contains(" ")
    let wireName = isIdentifier ? name : NameMatching.camelCase(name)
    guard !wireName.isEmpty else { return }
    for draft in owners {
      draft.addUnsent(
        row, name: wireName, type: schemaTypes[name], isCredential: true, on: page,
        findings: &findings)
      // What a display name is on the wire is a guess.
      if !isIdentifier { draft.field(named: wireName)?.shape.isUncertain = true }
    }
  }

  /// Keeps the row for the parameters of patterns, if it is about one.
  @discardableResult
  private func noteComponent(
    _ row: TableFact.Row, of owners: [AuthenticationDraft], _ findings: inout Findings
  ) -> Bool {
    let name = NameMatching.credential(row.name)
    var isComponent = false
    for draft in owners where draft.hasComponent(name) {
      let component = NameMatching.component(name)
      if draft.componentRows[component] == nil { draft.componentRows[component] = row }
      isComponent = true
      findings.note(.connectionStringPart, of: row, on: page)
    }
    return isComponent
  }

  private func attachPropertyTables(
    to drafts: [AuthenticationDraft], _ findings: inout Findings
  ) {
    let schemaTypes = embeddedTypes()
    // A page may have thousands of both tables and authentications.
    var draftsByRequest: [Int: [AuthenticationDraft]] = [:]
    var names: Set<String> = []
    for draft in drafts {
      for request in draft.requests { draftsByRequest[request, default: []].append(draft) }
      for property in draft.shape.properties {
        names.insert(NameMatching.normalized(property.name))
      }
    }
    for table in page.facts.tables
    where table.role == .requestProperties && table.payload == nil {
      let linked = table.request.map { draftsByRequest[$0] ?? [] } ?? drafts
      for row in table.rows {
        let name = NameMatching.credential(row.name)
        guard name != row.name, !name.isEmpty, name != "specName", !name.hasPrefix("params")
        else { continue }
        let known = linked.filter { $0.field(named: name) != nil }
        for draft in known {
          guard let field = draft.field(named: name) else { continue }
          draft.describe(field, by: row, isCredential: false, on: page, findings: &findings)
        }
        // A name that another authentication sends is a slip of the page, no field of this one.
        let normalized = NameMatching.normalized(name)
        guard known.isEmpty, !names.contains(normalized) else { continue }
        for draft in linked {
          if let field = draft.slip(for: name) {
            draft.describe(field, by: row, isCredential: false, on: page, findings: &findings)
          } else if !draft.hasComponent(name) {
            draft.addUnsent(
              row, name: name, type: schemaTypes[name], isCredential: false, on: page,
              findings: &findings)
            names.insert(normalized)
          }
        }
      }
    }
  }

  // MARK: - Whose table

  /// The authentications that a table of credentials is about: the one that its heading or tab
  /// names, else all.
  private func owners(
    of table: TableFact, among drafts: [AuthenticationDraft]
  ) -> [AuthenticationDraft] {
    guard drafts.count > 1, let title = table.authentication ?? table.section.tab else {
      return drafts
    }
    let normalized = NameMatching.normalized(title)
    let same = drafts.filter { $0.normalizedTitles.contains(normalized) }
    if !same.isEmpty { return same }
    let words = Self.tellingWords(title)
    let scores = drafts.map { draft in
      let theirs = ([draft.specName] + draft.tabs + draft.headings).map(Self.tellingWords)
      return theirs.reduce(into: Set<String>()) { $0.formUnion($1) }.intersection(words).count
    }
    return best(drafts, by: scores) ?? best(drafts, by: sentRows(of: table, by: drafts)) ?? drafts
  }

  /// The one with the highest score, if it is the only one and there is any.
  private func best(
    _ drafts: [AuthenticationDraft], by scores: [Int]
  ) -> [AuthenticationDraft]? {
    guard let highest = scores.max(), highest > 0 else { return nil }
    let winners = zip(drafts, scores).filter { $0.1 == highest }.map(\.0)
    return winners.count == 1 ? winners : nil
  }

  private func sentRows(of table: TableFact, by drafts: [AuthenticationDraft]) -> [Int] {
    drafts.map { draft in
      table.rows.count { draft.field(named: NameMatching.credential($0.name)) != nil }
    }
  }

  private static func tellingWords(_ text: String) -> Set<String> {
    Set(SecretNames.words(of: text)).subtracting(commonWords)
  }

  /// Words that headings about any authentication have.
  private static let commonWords: Set<String> = [
    "a", "an", "and", "api", "auth", "authenticate", "authentication", "base", "based",
    "connect", "connection", "create", "for", "flow", "gather", "of", "on", "required",
    "credentials", "service", "source", "the", "to", "type", "using", "with", "your",
  ]

  // MARK: - Other evidence

  /// The keys, letters and digits only, of all that requests send outside `auth`.
  private func keysOfOtherBodies() -> Set<String> {
    var keys: Set<String> = []
    func collect(_ node: JSONNode, depth: Int) {
      guard depth < 100 else { return }
      for member in node.members ?? [] where member.key != "auth" {
        if depth > 0 { keys.insert(NameMatching.normalized(member.key)) }
        collect(member.value, depth: depth + 1)
      }
      for element in node.elements ?? [] { collect(element, depth: depth + 1) }
    }
    for request in page.facts.requests {
      if let json = request.json { collect(json, depth: 0) }
    }
    return keys
  }

  /// The types that the embedded schemas of `authSpec` in the page's responses give.
  private func embeddedTypes() -> [String: String] {
    var types: [String: String] = [:]
    for response in page.facts.responses {
      guard let json = response.json else { continue }
      for item in [json] + (json["items"]?.elements ?? []) {
        for specification in item["authSpec"]?.elements ?? [] {
          for member in specification["spec"]?["properties"]?.members ?? [] {
            if let type = member.value["type"]?.string { types[member.key] = type }
          }
        }
      }
    }
    return types
  }

  // MARK: - Result

  private func authentication(
    _ draft: AuthenticationDraft, title: String?, _ findings: inout Findings
  ) -> Authentication {
    var builder = SchemaBuilder { page.provenance($0.range.lowerBound) }
    builder.types = types
    builder.source = source
    builder.root = FieldPath.credentials
    let fields = builder.fields(of: draft.shape)
    findings.note(builder) { _ in page }
    for conflict in builder.conflicts {
      guard let rare = conflict.rarePlace else { continue }
      findings.add(
        .typeConflict(
          "auth.params." + conflict.path, kinds: conflict.kinds, at: rare.range, notes: []),
        on: page)
    }
    return Authentication(
      specName: draft.specName, title: title, fields: fields,
      patterns: draft.readings().map { pattern($0.reading, of: $0.field, draft, &findings) },
      constants: draft.constants,
      provenance: page.provenance(of: draft.range))
  }

  /// The tab, else the heading, of each where it is this authentication's alone.
  private func titles(of drafts: [AuthenticationDraft]) -> [String?] {
    var tabs: [String: Int] = [:]
    var headings: [String: Int] = [:]
    for draft in drafts {
      for tab in draft.tabs { tabs[tab, default: 0] += 1 }
      for heading in draft.headings { headings[heading, default: 0] += 1 }
    }
    return drafts.map { draft in
      if let tab = draft.tabs.first, draft.tabs.count == 1, tabs[tab] == 1 { return tab }
      guard drafts.count > 1, let heading = draft.headings.first, draft.headings.count == 1,
        headings[heading] == 1, !heading.isEmpty
      else { return nil }
      return heading
    }
  }

  private func pattern(
    _ reading: ConnectionStringReader.Reading, of field: PropertyShape,
    _ draft: AuthenticationDraft, _ findings: inout Findings
  ) -> ConnectionStringPattern {
    var parameters: [ConnectionStringPattern.Parameter] = []
    for placeholder in reading.placeholders {
      let row = draft.componentRows[NameMatching.component(placeholder)]
      let text = row.flatMap { RowText($0, on: page) }
      if let text { findings.noteHeld(text.place) }
      parameters.append(
        ConnectionStringPattern.Parameter(
          placeholder: placeholder, documentation: text?.text,
          isSecret: row?.isSecret ?? false
            || SecretNames.isSecret(name: placeholder, description: text?.text ?? "")))
    }
    let isSent = field.shape.values.contains(reading.text)
    let place = isSent ? field.place : field.facts.place ?? field.place
    return ConnectionStringPattern(
      field: field.name, text: reading.text, pieces: reading.pieces, parameters: parameters,
      provenance: page.provenance(place.range.lowerBound))
  }
}
