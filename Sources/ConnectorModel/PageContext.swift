import Diagnostics
import JSONReader
import PageFacts

/// One page of the build: its facts, and how its places become provenances.
struct PageContext {
  /// The place in the sorted list of pages.
  let index: Int
  let source: SourceFile
  let facts: PageFacts
  /// What the page says otherwise than the facts, by the place where it says so.
  let corrections: [Range<Int>: [Provenance.Correction]]
  /// The anchors of all that facts stand in, by place.
  private let anchors: [(range: Range<Int>, anchor: String?)]
  private let tablesByRequest: [Int: [TableFact]]
  private let tablesByResponse: [Int: [TableFact]]
  private let tablesByPayload: [Int: [TableFact]]
  private let fieldValuesByRequest: [Int: [FieldValueFact]]
  /// The tables that are linked to no request: of parameters, say, in a section of their own.
  private let unlinkedTables: [TableFact]

  init(index: Int, source: SourceFile, facts: PageFacts) {
    self.index = index
    self.source = source
    self.facts = facts
    corrections = Dictionary(grouping: facts.corrections, by: \.range).mapValues {
      $0.map { Provenance.Correction($0) }
    }
    anchors =
      (facts.requests.map { ($0.range, $0.section.anchor) }
      + facts.responses.map { ($0.range, $0.section.anchor) }
      + facts.payloads.map { ($0.range, $0.section.anchor) }
      + facts.fieldValues.map { ($0.range, $0.section.anchor) }
      + facts.tables.map { ($0.range, $0.section.anchor) })
      .sorted { $0.0.lowerBound < $1.0.lowerBound }
    var byRequest: [Int: [TableFact]] = [:]
    var byResponse: [Int: [TableFact]] = [:]
    var byPayload: [Int: [TableFact]] = [:]
    for table in facts.tables {
      if let request = table.request { byRequest[request, default: []].append(table) }
      if let response = table.response { byResponse[response, default: []].append(table) }
      if let payload = table.payload { byPayload[payload, default: []].append(table) }
    }
    tablesByRequest = byRequest
    tablesByResponse = byResponse
    tablesByPayload = byPayload
    unlinkedTables = facts.tables.filter { $0.request == nil && $0.payload == nil }
    fieldValuesByRequest = Dictionary(grouping: facts.fieldValues, by: \.request)
  }

  var path: String { facts.page }

  /// Whether the page documents one source, rather than steps that sources share.
  var isSource: Bool {
    facts.source != nil
      && (facts.kind == .baseConnection || facts.kind == .sourceConnectionAndDataflow)
  }

  /// Whether words of a source's page are true of that source only: they name it or an ID.
  func isAboutItsSource(_ text: String) -> Bool {
    guard isSource, let name = facts.source?.name else { return false }
    if text.lowercased().contains(name.lowercased()) { return true }
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "-" }
    return words.contains { Identifiers.isUUID(String($0)) }
  }

  func provenance(_ offset: Int, _ section: SectionFact? = nil) -> Provenance {
    Provenance(
      page: facts.page, line: source.location(of: offset).line,
      anchor: section.map(\.anchor) ?? anchor(at: offset))
  }

  /// The same of a whole fact, with what the page says otherwise at that very place.
  func provenance(of range: Range<Int>) -> Provenance {
    var provenance = provenance(range.lowerBound)
    provenance.corrections = corrections[range] ?? []
    return provenance
  }

  /// What the page says otherwise anywhere in a range, in page order.
  func corrections(in range: Range<Int>) -> [Provenance.Correction] {
    var found: [Provenance.Correction] = []
    for correction in facts.corrections
    where range.lowerBound <= correction.range.lowerBound
      && correction.range.upperBound <= range.upperBound
    {
      let correction = Provenance.Correction(correction)
      if !found.contains(correction) { found.append(correction) }
    }
    return found
  }

  /// The anchor of the section of the table or fence around an offset.
  private func anchor(at offset: Int) -> String? {
    var low = 0
    var high = anchors.count
    while low < high {
      let middle = (low + high) / 2
      if anchors[middle].range.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, anchors[low - 1].range.contains(offset) else { return nil }
    return anchors[low - 1].anchor
  }

  /// The tables of these roles that explain a request.
  func tables(_ roles: Set<TableFact.Role>, ofRequest request: Int) -> [TableFact] {
    (tablesByRequest[request] ?? []).filter { roles.contains($0.role) }
  }

  /// The tables of these roles without a request of their own (`Using query parameters`), which
  /// explain all requests of the page.
  func sharedTables(_ roles: Set<TableFact.Role>) -> [TableFact] {
    unlinkedTables.filter { roles.contains($0.role) }
  }

  func tables(ofPayload payload: Int) -> [TableFact] { tablesByPayload[payload] ?? [] }

  /// Further values of fields that a request sends.
  func fieldValues(ofRequest request: Int) -> [FieldValueFact] {
    fieldValuesByRequest[request] ?? []
  }

  func tables(_ role: TableFact.Role, ofResponse response: Int) -> [TableFact] {
    (tablesByResponse[response] ?? []).filter { $0.role == role }
  }
}

/// A place on one of the pages.
struct Place: Hashable {
  var page: Int
  var range: Range<Int>
}

/// Gathers findings by page.
struct Findings {
  private(set) var byPage: [String: [Diagnostic]] = [:]
  /// What became of the types that fields are given from outside the pages.
  private(set) var types = FieldTypeReport()
  /// What the rows of tables became, by place.
  private(set) var rows: [Place: Set<RowUse>] = [:]
  /// The rows whose words the model has.
  private(set) var heldRows: Set<Place> = []

  mutating func add(_ diagnostic: Diagnostic, on page: PageContext) {
    byPage[page.path, default: []].append(diagnostic)
  }

  /// Notes what a builder made of the types that fields are given.
  ///
  /// - Parameter page: the page of a number.
  mutating func note(_ builder: SchemaBuilder, _ page: (Int) -> PageContext) {
    var report = FieldTypeReport(used: builder.usedTypes)
    for contradiction in builder.contradictions {
      let source = page(contradiction.place.page).source
      report.contradictions.append(
        FieldTypeReport.Contradiction(
          entry: contradiction.entry, path: contradiction.path, kind: "\(contradiction.kind)",
          page: source.path, location: source.location(of: contradiction.place.range.lowerBound)))
    }
    types.merge(report)
    heldRows.formUnion(builder.heldRows)
  }

  mutating func note(_ use: RowUse, of row: TableFact.Row, on page: PageContext) {
    note(use, at: Place(page: page.index, range: row.range))
  }

  mutating func note(_ use: RowUse, at place: Place) {
    rows[place, default: []].insert(use)
  }

  mutating func noteHeld(_ row: Place) { heldRows.insert(row) }

  /// Takes over what became of types and rows, and nothing else.
  mutating func noteUse(of other: Findings) {
    types.merge(other.types)
    rows.merge(other.rows) { $0.union($1) }
    heldRows.formUnion(other.heldRows)
  }

  mutating func merge(_ other: Findings) {
    for (page, diagnostics) in other.byPage { byPage[page, default: []] += diagnostics }
    noteUse(of: other)
  }

  /// Takes over what was found while the facts of several pages were merged. Of their words some
  /// give way to those of other pages, so that none is held for certain.
  mutating func mergeShared(_ other: Findings) {
    var other = other
    other.heldRows = []
    merge(other)
  }

  /// In page order, each finding once.
  func sorted() -> [String: [Diagnostic]] {
    byPage.mapValues { diagnostics in
      var seen: Set<Diagnostic> = []
      return diagnostics.filter { seen.insert($0).inserted }.sorted { left, right in
        (left.range.lowerBound, left.range.upperBound, left.rule.identifier, left.subject)
          < (right.range.lowerBound, right.range.upperBound, right.rule.identifier, right.subject)
      }
    }
  }
}
