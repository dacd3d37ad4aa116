import Diagnostics
import JSONReader
import PageFacts

/// One page of the build: its facts, and how its places become provenances.
struct PageContext {
  /// The place in the sorted list of pages.
  let index: Int
  let source: SourceFile
  let facts: PageFacts

  var path: String { facts.page }

  func provenance(_ offset: Int, _ section: SectionFact? = nil) -> Provenance {
    Provenance(
      page: facts.page, line: source.location(of: offset).line, anchor: section?.anchor)
  }

  /// The tables of these roles that explain a request, those that are linked to it first.
  ///
  /// A table of parameters without a request of its own (`Using query parameters`) explains all
  /// requests of the page.
  func tables(_ roles: Set<TableFact.Role>, ofRequest request: Int) -> [TableFact] {
    let candidates = facts.tables.filter { roles.contains($0.role) }
    return candidates.filter { $0.request == request } + candidates.filter { $0.request == nil }
  }

  func tables(_ role: TableFact.Role, ofResponse response: Int) -> [TableFact] {
    facts.tables.filter { $0.role == role && $0.response == response }
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

  mutating func add(_ diagnostic: Diagnostic, on page: PageContext) {
    byPage[page.path, default: []].append(diagnostic)
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
