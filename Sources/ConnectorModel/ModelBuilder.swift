import OrderedCollections
package import Diagnostics
package import PageFacts

/// A page's facts with the page they came from.
package struct FactPage: Sendable {
  package var source: SourceFile
  package var facts: PageFacts

  package init(source: SourceFile, facts: PageFacts) {
    self.source = source
    self.facts = facts
  }
}

/// Merges the facts of all pages.
package enum ModelBuilder {
  /// A model, and what was found while it was made.
  package struct Result: Sendable {
    package var model: ConnectorModel
    /// By the page's path below the documentation's root.
    package var diagnostics: [String: [Diagnostic]]
    /// What became of the tables and their rows, by page as above, in page order.
    package var coverage: [String: [CoverageEntry]]
    /// What became of the types that fields were given.
    package var types: FieldTypeReport
  }

  /// The order of the pages given does not matter.
  ///
  /// - Parameter types: the types that fields are given from outside the pages.
  package static func build(
    _ pages: [FactPage], types: FieldOverrides<FieldType> = FieldOverrides()
  ) -> Result {
    let sorted = pages.sorted {
      ($0.facts.page, $0.source.path) < ($1.facts.page, $1.source.path)
    }
    let contexts = sorted.enumerated().map {
      PageContext(index: $0.offset, source: $0.element.source, facts: $0.element.facts)
    }
    var builder = Build(pages: contexts, types: types)
    let model = builder.model()
    return Result(
      model: model, diagnostics: builder.findings.sorted(), coverage: builder.coverage,
      types: builder.findings.types)
  }
}

/// One run over all pages.
private struct Build {
  let pages: [PageContext]
  let types: FieldOverrides<FieldType>
  var findings = Findings()
  /// The rows that would describe something if there were no other pages.
  private var ownRows: Set<Place> = []
  private var names: [OperationKey: OperationNaming.Name] = [:]

  init(pages: [PageContext], types: FieldOverrides<FieldType>) {
    self.pages = pages
    self.types = types
  }

  mutating func model() -> ConnectorModel {
    var exchanges: [OperationKey: [Exchange]] = [:]
    var exchangesByPage: [[Exchange]] = []
    for page in pages {
      let found = self.exchanges(of: page)
      exchangesByPage.append(found)
      for exchange in found { exchanges[exchange.key, default: []].append(exchange) }
    }
    let keys = exchanges.keys.sorted()
    name(keys, exchanges)
    let builder = OperationBuilder(pages: pages, types: types)
    let operations = keys.map { operation($0, exchanges[$0] ?? [], builder) }
    SpecificationComparison(pages).report(to: &findings)
    let sources = sources(exchangesByPage, builder)
    return ConnectorModel(
      sources: sources, operations: operations, payloads: payloads(of: sources, builder),
      errorCodes: errorCodes(), pages: pages.map(Self.entry), tables: tables())
  }

  /// What became of the tables and their rows, by page.
  var coverage: [String: [CoverageEntry]] {
    var coverage: [String: [CoverageEntry]] = [:]
    for page in pages {
      coverage[page.path, default: []] += TableCoverage(page: page, uses: findings.rows).entries
    }
    return coverage
  }

  /// The rows whose words nothing else holds, as they stand. What other pages bring or take away
  /// must not change which they are.
  private func tables() -> [PageTable] {
    pages.flatMap {
      PageTableBuilder(page: $0, described: ownRows, held: findings.heldRows).tables
    }
  }

  private static func entry(_ page: PageContext) -> Page {
    Page(
      path: page.path, title: page.facts.title, kind: page.facts.kind.rawValue,
      requests: page.facts.requests.count, responses: page.facts.responses.count)
  }

  // MARK: - Operations

  private mutating func operation(
    _ key: OperationKey, _ exchanges: [Exchange], _ builder: OperationBuilder
  ) -> Operation {
    var found = Findings()
    let operation = builder.operation(key, exchanges, name: name(of: key), &found)
    let byPage = Dictionary(grouping: exchanges, by: \.page)
    if byPage.count > 1 {
      for own in byPage.values {
        var alone = Findings()
        _ = builder.operation(key, own, name: name(of: key), &alone)
        ownRows.formUnion(alone.rows.keys)
      }
    } else {
      ownRows.formUnion(found.rows.keys)
    }
    findings.mergeShared(found)
    return operation
  }

  private mutating func exchanges(of page: PageContext) -> [Exchange] {
    var responses: [Int: [Int]] = [:]
    for (index, response) in page.facts.responses.enumerated() {
      if let request = response.request, page.facts.requests.indices.contains(request) {
        responses[request, default: []].append(index)
      } else {
        findings.add(
          .responseWithoutRequest(
            response.section.heading, answersPayload: response.payload != nil, at: response.range),
          on: page)
      }
    }
    var all: [Exchange] = []
    for index in page.facts.requests.indices {
      all += EndpointResolver.exchanges(of: index, on: page, responses: responses[index] ?? [])
    }
    return all
  }

  /// Gives each operation a name of its own: of two with the same name the later one, by key, has
  /// its service put into it, and a number where that is not enough.
  private mutating func name(_ keys: [OperationKey], _ exchanges: [OperationKey: [Exchange]]) {
    var owners: [OperationNaming.Name: OperationKey] = [:]
    for key in keys {
      let first = OperationNaming.name(of: key)
      var name = first
      var count = 2
      while owners[name] != nil {
        let group = OperationNaming.groupWithService(of: key)
        name = OperationNaming.Name(
          group: group, verb: count == 2 ? first.verb : first.verb + String(count - 1))
        count += 1
      }
      if name != first, let other = owners[first], let exchange = exchanges[key]?.first {
        let page = pages[exchange.page]
        let range = page.facts.requests[exchange.request].commandRange
        findings.add(.operationNameCollision(key, other: other, at: range), on: page)
      }
      owners[name] = key
      names[key] = name
    }
  }

  private func name(of key: OperationKey) -> OperationNaming.Name {
    names[key] ?? OperationNaming.name(of: key)
  }

  private mutating func payloads(
    of sources: [Source], _ builder: OperationBuilder
  ) -> [Payload] {
    let identities = Dictionary(
      sources.map { ($0.provenance.page, $0.identity) }, uniquingKeysWith: { first, _ in first })
    var payloads: [Payload] = []
    for page in pages {
      payloads += builder.payloads(of: page, source: identities[page.path], &findings)
    }
    return payloads
  }

  // MARK: - Sources

  private mutating func sources(
    _ exchanges: [[Exchange]], _ builder: OperationBuilder
  ) -> [Source] {
    var sources: [Source] = []
    var byKey: [String: PageContext] = [:]
    var byName: [String: PageContext] = [:]
    for page in pages where page.isSource {
      guard let fact = page.facts.source else { continue }
      let folder = fact.category.isEmpty ? "other" : fact.category
      var key = folder + "/" + Self.stem(page.path)
      let name = fact.name.lowercased()
      if let other = byKey[key] ?? byName[name] {
        findings.add(.duplicateSource(fact.name, other: other.path, at: fact.range), on: page)
      }
      // A key is a file's name, so it cannot be there twice.
      if byKey[key] != nil { key = Self.withoutExtension(page.path) }
      if byKey[key] == nil { byKey[key] = page }
      if byName[name] == nil { byName[name] = page }
      sources.append(source(key, fact, on: page, exchanges[page.index], builder))
    }
    return sources.sorted { $0.key < $1.key }
  }

  private mutating func source(
    _ key: String, _ fact: PageFacts.Source, on page: PageContext, _ exchanges: [Exchange],
    _ builder: OperationBuilder
  ) -> Source {
    let specs = page.facts.connectionSpecs
    let believable = specs.filter { !$0.isDoubtful } + specs.filter(\.isDoubtful)
    let identity = SourceIdentity(key: key, name: fact.name)
    let authentications = AuthenticationBuilder(page: page, source: identity, types: types)
    var found = Findings()
    let source = Source(
      key: key, name: fact.name, category: fact.category, documentation: page.facts.summary,
      provenance: page.provenance(of: fact.range),
      connectionSpecifications: believable.map { specification($0, on: page) },
      authentications: authentications.authentications(&found),
      requests: requests(exchanges.filter(\.isExample), of: identity, builder, &found))
    ownRows.formUnion(found.rows.keys)
    findings.merge(found)
    return source
  }

  private func specification(
    _ fact: SpecIDFact, on page: PageContext
  ) -> ConnectionSpecification {
    ConnectionSpecification(
      id: fact.id, version: fact.version, isValidUUID: fact.isValidUUID,
      isUncertain: fact.isDoubtful,
      provenance: page.provenance(of: fact.ranges.first ?? 0..<0))
  }

  /// One request for each operation of the page, in page order.
  private func requests(
    _ exchanges: [Exchange], of source: SourceIdentity, _ builder: OperationBuilder,
    _ findings: inout Findings
  ) -> [Request] {
    let groups = OrderedDictionary(grouping: exchanges, by: \.key)
    return groups.compactMap { key, exchanges in
      builder.request(key, exchanges, of: source, name: name(of: key), &findings)
    }
  }

  /// The name of the page's file without `.md`.
  private static func stem(_ path: String) -> String {
    withoutExtension(path.split(separator: "/").last.map(String.init) ?? path)
  }

  private static func withoutExtension(_ path: String) -> String {
    path.hasSuffix(".md") ? String(path.dropLast(3)) : path
  }

  // MARK: - Error codes

  /// In page order; of one code the first row.
  private mutating func errorCodes() -> [ErrorCode] {
    var codes: [ErrorCode] = []
    var messages: [String: String] = [:]
    for page in pages {
      var own: Set<String> = []
      for fact in page.facts.errorCodes {
        let place = Place(page: page.index, range: fact.range)
        if own.insert(fact.code).inserted { ownRows.insert(place) }
        if let message = messages[fact.code] {
          if message != fact.message {
            findings.add(.conflictingErrorCode(fact.code, at: fact.range), on: page)
          }
          continue
        }
        messages[fact.code] = fact.message
        findings.note(.errorCode, at: place)
        findings.noteHeld(place)
        codes.append(
          ErrorCode(
            code: fact.code, message: fact.message, remedy: fact.remedy,
            provenance: page.provenance(fact.range.lowerBound)))
      }
    }
    return codes
  }
}
