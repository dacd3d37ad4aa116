import CurlReader
import Diagnostics
import JSONReader
import PageFacts

/// Makes operations and requests of exchanges.
struct OperationBuilder {
  let pages: [PageContext]
  /// The types that fields are given from outside the pages.
  let types: FieldOverrides<FieldType>

  // MARK: - Operations

  /// An operation as all its exchanges document it together.
  func operation(
    _ key: OperationKey, _ exchanges: [Exchange], name: OperationNaming.Name,
    _ findings: inout Findings
  ) -> Operation {
    let parameters = ParameterBuilder(pages: pages, exchanges: exchanges, key: key)
    let isShared = Set(exchanges.map(\.page)).count > 1
    let examples = exchanges.filter(\.isExample)
    var conflicts: [SchemaBuilder.Conflict] = []
    let body = bodySchema(
      key, examples, isShared: isShared, conflicts: &conflicts, findings: &findings)
    let response = responseSchema(
      examples.map { Answers(page: $0.page, responses: $0.responses) },
      isShared: isShared, conflicts: &conflicts, findings: &findings)
    report(conflicts, &findings)
    return Operation(
      key: key, group: name.group, verb: name.verb,
      documentation: documentation(exchanges, isShared: isShared),
      pathParameters: parameters.pathParameters(&findings),
      queryParameters: parameters.queryParameters(&findings),
      headerParameters: parameters.headerParameters(&findings),
      body: body, response: response, examples: examples.map(requestExample),
      fieldExamples: examples.flatMap(fieldExamples),
      responseExamples: examples.flatMap(responseExamples),
      provenances: exchanges.map(provenance))
  }

  /// What one source's page says of an operation.
  func request(
    _ key: OperationKey, _ exchanges: [Exchange], of source: SourceIdentity,
    name: OperationNaming.Name, _ findings: inout Findings
  ) -> Request? {
    guard let first = exchanges.first else { return nil }
    // What is to be said was said of the operation, but for what is said of this source alone.
    var quiet = Findings()
    defer { findings.noteUse(of: quiet) }
    var conflicts: [SchemaBuilder.Conflict] = []
    let parameters = ParameterBuilder(pages: pages, exchanges: exchanges, key: key)
    let section = pages[first.page].facts.requests[first.request].section
    return Request(
      operation: key, group: name.group, verb: name.verb, title: section.heading,
      documentation: documentation(exchanges, isShared: false),
      pathParameters: parameters.pathParameters(&quiet),
      queryParameters: parameters.queryParameters(&quiet),
      headerParameters: parameters.headerParameters(&quiet),
      body: bodySchema(
        key, exchanges, isShared: false, of: source, conflicts: &conflicts, findings: &quiet),
      examples: exchanges.map(requestExample), fieldExamples: exchanges.flatMap(fieldExamples),
      provenance: provenance(first))
  }

  /// The prose of the first page that is not about one source, if pages of several sources share
  /// the operation.
  private func documentation(_ exchanges: [Exchange], isShared: Bool) -> String? {
    for exchange in exchanges {
      let page = pages[exchange.page]
      let text = page.facts.requests[exchange.request].documentation
      if !text.isEmpty, !(isShared && page.isSource) { return text }
    }
    return nil
  }

  // MARK: - Schemas

  private func bodySchema(
    _ key: OperationKey, _ exchanges: [Exchange], isShared: Bool, of source: SourceIdentity? = nil,
    conflicts: inout [SchemaBuilder.Conflict], findings: inout Findings
  ) -> Schema? {
    let shape = Shape()
    var count = 0
    for exchange in exchanges {
      guard let body = pages[exchange.page].facts.requests[exchange.request].json else { continue }
      let page = pages[exchange.page]
      ShapeReader(page: page.index, corrections: page.corrections).add(body, to: shape)
      count += 1
    }
    addFieldValues(of: exchanges, to: shape)
    guard count > 0 else { return nil }
    if isForeign(key.server) { return .any(reason: "a payload of the user's own") }
    let matcher = DocumentationMatcher(root: shape, of: .body)
    let roles: Set<TableFact.Role> = [.requestProperties, .enumeration]
    let ordered = inOrderOfWords(exchanges, \.page)
    for exchange in ordered {
      let page = pages[exchange.page]
      for table in page.tables(roles, ofRequest: exchange.request) {
        attach(table, on: page, to: matcher, isShared: isShared, &findings)
      }
    }
    var seen: Set<Int> = []
    for exchange in ordered where seen.insert(exchange.page).inserted {
      let page = pages[exchange.page]
      for table in page.sharedTables(roles) {
        attach(table, on: page, to: matcher, isShared: isShared, &findings)
      }
      attachCredentials(of: page, to: matcher, isShared: isShared, &findings)
    }
    return schema(of: shape, of: source, &conflicts, &findings)
  }

  /// Values that pages show by themselves say nothing of what else the body has or lacks.
  private func addFieldValues(of exchanges: [Exchange], to shape: Shape) {
    for exchange in exchanges {
      let page = pages[exchange.page]
      for fact in page.fieldValues(ofRequest: exchange.request) {
        guard let field = shape.descendant(at: fact.path) else { continue }
        ShapeReader(page: page.index, corrections: page.corrections).add(
          fact.json, to: field, key: fact.path.last, depth: fact.path.count)
      }
    }
  }

  func attach(
    _ table: TableFact, on page: PageContext, to matcher: DocumentationMatcher, isShared: Bool,
    _ findings: inout Findings
  ) {
    if table.role == .enumeration {
      matcher.attach(enumeration: table, on: page, findings: &findings)
    } else {
      matcher.attach(
        table, on: page, isLinked: table.request != nil || table.payload != nil,
        isShared: isShared, findings: &findings)
    }
  }

  /// Some tables of credentials list fields of other bodies too.
  private func attachCredentials(
    of page: PageContext, to matcher: DocumentationMatcher, isShared: Bool,
    _ findings: inout Findings
  ) {
    guard !isShared, page.isSource else { return }
    for table in page.facts.credentialTables {
      for row in table.rows where !CredentialRows.isConnectionSpecification(row.name) {
        matcher.attach(row, on: page, isLinked: false, findings: &findings)
      }
    }
  }

  /// The answers of one page to one request or payload.
  struct Answers {
    var page: Int
    /// The indices in the page's responses.
    var responses: [Int]
  }

  func responseSchema(
    _ exchanges: [Answers], of source: SourceIdentity? = nil, isShared: Bool,
    conflicts: inout [SchemaBuilder.Conflict], findings: inout Findings
  ) -> Schema? {
    let shape = Shape()
    var count = 0
    for exchange in exchanges {
      for index in exchange.responses {
        let response = pages[exchange.page].facts.responses[index]
        guard let json = response.json, !ResponseFact.isError(response.status, json) else {
          continue
        }
        let page = pages[exchange.page]
        ShapeReader(page: page.index, corrections: page.corrections).add(json, to: shape)
        count += 1
      }
    }
    guard count > 0 else { return nil }
    let matcher = DocumentationMatcher(root: shape, of: .response)
    for exchange in inOrderOfWords(exchanges, \.page) {
      let page = pages[exchange.page]
      for index in exchange.responses {
        for table in page.tables(.responseProperties, ofResponse: index) {
          matcher.attach(
            table, on: page, isLinked: true, isShared: isShared, findings: &findings)
        }
      }
    }
    return schema(of: shape, of: source, isResponse: true, &conflicts, &findings)
  }

  func schema(
    of shape: Shape, of source: SourceIdentity?, isResponse: Bool = false,
    _ conflicts: inout [SchemaBuilder.Conflict], _ findings: inout Findings
  ) -> Schema {
    var builder = SchemaBuilder { place in
      pages[place.page].provenance(place.range.lowerBound)
    }
    builder.types = types
    builder.source = source
    builder.isResponse = isResponse
    let schema = builder.schema(of: shape)
    conflicts += builder.conflicts
    findings.note(builder) { pages[$0] }
    return schema
  }

  /// Pages that are not about one source have the better words for all.
  private func inOrderOfWords<Value>(
    _ values: [Value], _ page: KeyPath<Value, Int>
  ) -> [Value] {
    values.filter { !pages[$0[keyPath: page]].isSource }
      + values.filter { pages[$0[keyPath: page]].isSource }
  }

  /// Whether requests to a server carry the user's own data.
  private func isForeign(_ server: String) -> Bool {
    !server.hasSuffix(".adobe.io")
  }

  func report(
    _ conflicts: [SchemaBuilder.Conflict], _ findings: inout Findings
  ) {
    for conflict in conflicts {
      // Whole documents of different kinds are different answers, not a slip.
      guard !conflict.path.isEmpty, let rare = conflict.rarePlace, !isVariant(rare) else {
        continue
      }
      let notes = conflict.places.filter { $0.page == rare.page && $0 != rare }
        .map { Diagnostic.Note(range: $0.range, message: "another type here") }
      findings.add(
        .typeConflict(conflict.path, kinds: conflict.kinds, at: rare.range, notes: notes),
        on: pages[rare.page])
    }
  }

  /// Whether a place is in a value that a page shows by itself, for a case of its own.
  private func isVariant(_ place: Place) -> Bool {
    pages[place.page].facts.fieldValues.contains { $0.range.contains(place.range.lowerBound) }
  }

  // MARK: - Examples

  private func provenance(_ exchange: Exchange) -> Provenance {
    let page = pages[exchange.page]
    let fact = page.facts.requests[exchange.request]
    return page.provenance(fact.commandRange.lowerBound, fact.section)
  }

  private func requestExample(_ exchange: Exchange) -> RequestExample {
    let page = pages[exchange.page]
    let fact = page.facts.requests[exchange.request]
    var provenance = provenance(exchange)
    provenance.corrections = page.corrections(in: fact.range)
    return RequestExample(
      method: fact.method, url: fact.url,
      headers: fact.curl.headers.map { .init(name: $0.name, value: $0.value) },
      json: fact.json?.withoutPlaces,
      text: fact.json == nil ? fact.curl.body?.text.string : nil,
      provenance: provenance, isUncertain: fact.isUncertain)
  }

  private func fieldExamples(_ exchange: Exchange) -> [FieldExample] {
    let page = pages[exchange.page]
    return page.fieldValues(ofRequest: exchange.request).map { fact in
      FieldExample(
        path: fact.path, json: fact.json.withoutPlaces,
        provenance: exampleProvenance(fact.range, fact.section, on: page),
        isUncertain: fact.isUncertain)
    }
  }

  private func responseExamples(_ exchange: Exchange) -> [ResponseExample] {
    responseExamples(exchange.responses, on: pages[exchange.page])
  }

  func responseExamples(_ responses: [Int], on page: PageContext) -> [ResponseExample] {
    responses.map { index in
      let fact = page.facts.responses[index]
      return ResponseExample(
        status: fact.status, json: fact.json?.withoutPlaces,
        provenance: exampleProvenance(fact.range, fact.section, on: page))
    }
  }

  func exampleProvenance(
    _ range: Range<Int>, _ section: SectionFact, on page: PageContext
  ) -> Provenance {
    var provenance = page.provenance(range.lowerBound, section)
    provenance.corrections = page.corrections(in: range)
    return provenance
  }
}

extension ResponseFact {
  /// Whether a response is that to a request that failed: its body is no answer of the operation.
  static func isError(_ status: Int?, _ json: JSONNode) -> Bool {
    status ?? 200 >= 400 || ValueRecognition.isProblem(json)
  }
}
