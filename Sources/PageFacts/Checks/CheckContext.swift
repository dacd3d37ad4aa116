import Diagnostics
import JSONReader
import MarkdownTree

/// What the checks of a page look at.
struct CheckContext {
  let facts: PageFacts
  let document: MarkdownDocument
  let outline: PageOutline
  let scan: PageScan
  let specIDs: SpecIDReader
  /// The fields of each request's body, by index in `facts.requests`.
  let bodies: [BodyFields]

  init(
    _ facts: PageFacts, document: MarkdownDocument, outline: PageOutline, scan: PageScan,
    specIDs: SpecIDReader
  ) {
    self.facts = facts
    self.document = document
    self.outline = outline
    self.scan = scan
    self.specIDs = specIDs
    bodies = facts.requests.map { BodyFields($0.json) }
    for (index, table) in facts.tables.enumerated() where table.role == .requestProperties {
      guard let target = table.request, target < facts.requests.count else { continue }
      propertyTables[target, default: []].append(index)
      let section = facts.requests[target].section
      if table.section.tab == nil, section.tab != nil {
        sharedTables[section.withoutTab, default: []].append(index)
      }
    }
    for (index, request) in facts.requests.enumerated() {
      requestsBySection[request.section.withoutTab, default: []].append(index)
    }
  }

  /// Indices of tables by the request that they stand behind.
  private var propertyTables: [Int: [Int]] = [:]
  /// Indices of tables that stand behind a group of tabs, by the section.
  private var sharedTables: [SectionFact: [Int]] = [:]
  /// Indices of requests by their section, tabs left out.
  private(set) var requestsBySection: [SectionFact: [Int]] = [:]

  /// The property tables of a request: its own, and those that stand behind a group of tabs for all
  /// of them.
  func tables(explaining request: Int) -> [TableFact] {
    var indices = propertyTables[request] ?? []
    let section = facts.requests[request].section
    if section.tab != nil {
      indices += (sharedTables[section.withoutTab] ?? []).filter { !indices.contains($0) }
    }
    return indices.sorted().map { facts.tables[$0] }
  }

  /// The table that a place is in.
  func table(at offset: Int) -> TableFact? {
    var low = 0
    var high = facts.tables.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if facts.tables[middle].range.lowerBound <= offset { low = middle } else { high = middle }
    }
    guard low < facts.tables.count, facts.tables[low].range.contains(offset) else { return nil }
    return facts.tables[low]
  }

  /// Whether the page is about making a source, not about a family of them.
  var makesSource: Bool {
    facts.kind == .baseConnection || facts.kind == .sourceConnectionAndDataflow
  }
}

extension SectionFact {
  /// The section that tabs and folds of it share.
  var withoutTab: SectionFact { SectionFact(heading: heading, path: path, anchor: anchor) }
}
