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
  }

  /// The property tables of a request: its own, and one that stands behind a group of tabs for all of
  /// them.
  func tables(explaining request: Int) -> [TableFact] {
    let section = facts.requests[request].section
    return facts.tables.filter { table in
      guard table.role == .requestProperties, let target = table.request,
        target < facts.requests.count
      else { return false }
      if target == request { return true }
      let other = facts.requests[target].section
      return table.section.tab == nil && section.tab != nil && other.tab != nil
        && other.heading == section.heading && other.path == section.path
        && other.anchor == section.anchor
    }
  }

  /// The rows of tables that explained the same operation further up the page.
  func earlierRows(for request: Int) -> [TableFact.Row] {
    let fact = facts.requests[request]
    var rows: [TableFact.Row] = []
    for table in facts.tables where table.role == .requestProperties {
      guard let target = table.request, target < request,
        facts.requests[target].method == fact.method,
        facts.requests[target].resource == fact.resource
      else { continue }
      rows += table.rows
    }
    return rows
  }

  /// Whether the page is about making a source, not about a family of them.
  var makesSource: Bool {
    facts.kind == .baseConnection || facts.kind == .sourceConnectionAndDataflow
  }
}
