import JSONReader
import PageFacts

/// An authentication while its facts are gathered.
final class AuthenticationDraft {
  let specName: String
  /// Where its first example stands.
  let range: Range<Int>
  /// The objects that examples send as `params`.
  let shape = Shape()
  private(set) var tabs: [String] = []
  private(set) var headings: [String] = []
  private(set) var requests: Set<Int> = []
  /// What the examples send beside the spec name and the parameters, each by its first value.
  private(set) var constants: [Authentication.Constant] = []
  /// What tables may call it, letters and digits only.
  private(set) var normalizedTitles: Set<String> = []
  /// The texts of credential tables and of property tables, by field.
  private var credentialTexts: [String: RowText] = [:]
  private var propertyTexts: [String: RowText] = [:]
  /// The patterns that tables give, by field.
  var tablePatterns: [String: ConnectionStringReader.Reading] = [:]
  /// The rows about components of a pattern, by component.
  var componentRows: [[String]: TableFact.Row] = [:]
  /// The fields by their letters and digits, and the components of patterns; made when needed.
  private var fieldsByName: [String: [PropertyShape]]?
  private var components: Set<[String]>?
  /// The fields that examples send, if they are so few that a name near to one of them tells.
  private var sentFields: [PropertyShape] = []
  private static let mostSentFields = 500

  init(_ fact: AuthenticationFact) {
    specName = fact.specName
    range = fact.range
  }

  /// - Parameter types: the types that the source's fields are given from outside the pages.
  func add(
    _ fact: AuthenticationFact, on page: PageContext,
    types: (String) -> FieldType?
  ) {
    if let tab = fact.tab, !tabs.contains(tab) { tabs.append(tab) }
    if !headings.contains(fact.heading) { headings.append(fact.heading) }
    requests.formUnion(fact.requests)
    normalizedTitles.formUnion(([specName] + tabs + headings).map(NameMatching.normalized))
    let reader = ShapeReader(page: page.index, corrections: page.corrections)
    var sent: [JSONNode] = []
    for index in fact.requests where page.facts.requests.indices.contains(index) {
      let auth = page.facts.requests[index].json?["auth"]
      guard let auth, auth["specName"]?.string == fact.specName else { continue }
      if let params = auth["params"], params.members != nil { sent.append(params) }
      if let members = auth.members, ValueRecognition.isAuthentication(members) {
        for constant in members.compactMap(Authentication.Constant.init)
        where !constants.contains(where: { $0.name == constant.name }) {
          constants.append(constant)
        }
      }
    }
    var fact = fact
    // What stands behind a bare placeholder is a guess, which gives way to what is known.
    for name in fact.inferredTypes.keys {
      if let type = types(name), type != .json { fact.inferredTypes[name] = type.rawValue }
    }
    if sent.isEmpty { sent = [JSONNode(.object(fact.parameters), range: fact.range)] }
    for params in sent { reader.add(fact.typingPlaceholders(in: params), to: shape) }
    sentFields = shape.properties.count <= Self.mostSentFields ? shape.properties : []
    fieldsByName = nil
    components = nil
  }

  /// The field that a row's name means: spelt the same, in other case, or with other punctuation.
  func field(named name: String) -> PropertyShape? {
    if let exact = shape.property(named: name) { return exact }
    if fieldsByName == nil {
      fieldsByName = Dictionary(grouping: shape.properties) { NameMatching.normalized($0.name) }
    }
    let similar = fieldsByName?[NameMatching.normalized(name)] ?? []
    let lowercase = name.lowercased()
    return similar.first { $0.name.lowercased() == lowercase } ?? similar.first
  }

  /// The field whose example is a placeholder of that name, where nothing else explains it.
  func undocumentedField(sending name: String) -> PropertyShape? {
    let normalized = NameMatching.normalized(name)
    return sentFields.first { property in
      property.facts.place == nil
        && property.shape.values.contains {
          NameMatching.placeholder($0).map(NameMatching.normalized) == normalized
        }
    }
  }

  /// The fields that no table explains.
  func slip(for name: String) -> PropertyShape? {
    let normalized = NameMatching.normalized(name)
    return sentFields.first {
      $0.facts.place == nil
        && NameMatching.differByOneEdit(NameMatching.normalized($0.name), normalized)
    }
  }

  func describe(
    _ field: PropertyShape, by row: TableFact.Row, isCredential: Bool, on page: PageContext,
    findings: inout Findings
  ) {
    var facts = DocumentedFacts(row, name: field.name, page: page)
    findings.note(.credential(field.name), of: row, on: page)
    if let text = facts.text {
      if isCredential {
        if credentialTexts[field.name] == nil { credentialTexts[field.name] = text }
      } else if propertyTexts[field.name] == nil {
        propertyTexts[field.name] = text
      }
    }
    facts.text = nil
    if let known = field.facts.defaultValue, let other = facts.defaultValue, known != other {
      findings.add(
        .conflictingDefault(of: field.name, known: known, other: other, at: row.range), on: page)
    }
    field.facts.merge(facts)
    guard tablePatterns[field.name] == nil,
      let pattern = row.example.flatMap(ConnectionStringReader.read)
        ?? ConnectionStringReader.find(in: row.description)
    else { return }
    tablePatterns[field.name] = pattern
    // What the example sends is stronger.
    if !field.shape.values.contains(where: { ConnectionStringReader.read($0) != nil }) {
      components?.formUnion(pattern.placeholders.map(NameMatching.component))
    }
  }

  /// A field that is documented and not sent.
  func addUnsent(
    _ row: TableFact.Row, name: String, type: String?, isCredential: Bool, on page: PageContext,
    findings: inout Findings
  ) {
    let isNew = shape.property(named: name) == nil
    let field = shape.property(name, at: Place(page: page.index, range: row.nameRange))
    if isNew { fieldsByName?[NameMatching.normalized(name), default: []].append(field) }
    field.facts.isUnsent = true
    field.facts.type = row.type ?? type ?? "string"
    describe(field, by: row, isCredential: isCredential, on: page, findings: &findings)
  }

  /// Of a credential table's text and a property table's the longer one, the former if they are
  /// equally long.
  func settleTexts() {
    for field in shape.properties {
      let credential = credentialTexts[field.name]
      let property = propertyTexts[field.name]
      let isLonger = (property?.text.utf8.count ?? -1) > (credential?.text.utf8.count ?? -1)
      field.facts.text = isLonger ? property : credential
    }
  }

  // MARK: - Patterns

  /// The patterns of the fields: what the example sends, else what a table shows.
  func readings() -> [(field: PropertyShape, reading: ConnectionStringReader.Reading)] {
    shape.properties.compactMap { field in
      for value in field.shape.values {
        if let reading = ConnectionStringReader.read(value) { return (field, reading) }
      }
      return tablePatterns[field.name].map { (field, $0) }
    }
  }

  /// Whether a credential is a part of one of the patterns.
  func hasComponent(_ name: String) -> Bool {
    if components == nil {
      components = Set(readings().flatMap { $0.reading.placeholders }.map(NameMatching.component))
    }
    return components?.contains(NameMatching.component(name)) ?? false
  }
}
