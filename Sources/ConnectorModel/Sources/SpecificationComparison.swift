import Diagnostics
import PageFacts

/// Compares the connection specification IDs that different pages give.
struct SpecificationComparison {
  /// What a source's own page says of it.
  private struct Known {
    var page: PageContext
    var name: String
    var key: String
    /// The IDs that the page is sure of.
    var specs: [SpecIDFact]
  }

  private let pages: [PageContext]
  private var sources: [Known] = []
  /// Indices in `sources` by the comparable name.
  private var byName: [String: [Int]] = [:]

  init(_ pages: [PageContext]) {
    self.pages = pages
    for page in pages where page.isSource {
      guard let name = page.facts.source?.name else { continue }
      let key = NameMatching.normalized(name)
      byName[key, default: []].append(sources.count)
      sources.append(
        Known(
          page: page, name: name, key: key,
          specs: page.facts.connectionSpecs.filter { !$0.isDoubtful && $0.isValidUUID }))
    }
  }

  func report(to findings: inout Findings) {
    reportShared(&findings)
    reportLists(&findings)
    reportOwners(&findings)
  }

  // MARK: - One ID for two sources

  private func reportShared(_ findings: inout Findings) {
    var owners: [String: [Int]] = [:]
    for (index, source) in sources.enumerated() {
      for spec in source.specs { owners[spec.id, default: []].append(index) }
    }
    let listed = listedNames
    for id in owners.keys.sorted() {
      let claims = owners[id] ?? []
      for index in claims {
        let source = sources[index]
        guard
          let other = claims.lazy.map({ sources[$0] }).first(where: { isStranger($0, to: source) }),
          let place = source.specs.first(where: { $0.id == id })?.ranges.first,
          // A list that gives the ID for this source settles whose it is, and so does the one page
          // that counts it among the values to gather.
          !(listed[id] ?? []).contains(source.key),
          !(isGathered(id, on: source.page) && !isGathered(id, on: other.page))
        else { continue }
        findings.add(
          .sharedSpecification(
            id, of: source.name, and: other.name, on: other.page.path, at: place),
          on: source.page)
      }
    }
  }

  /// Whether a page gives an ID among the values that its reader must gather.
  private func isGathered(_ id: String, on page: PageContext) -> Bool {
    page.facts.credentialTables.contains { table in
      table.rows.contains { $0.isSpecID && $0.description.contains(id) }
    }
  }

  /// Two pages of one product (`Snowflake` and `Snowflake Streaming`) may well have one ID.
  private func isStranger(_ one: Known, to other: Known) -> Bool {
    !one.key.isEmpty && !other.key.isEmpty && !one.key.contains(other.key)
      && !other.key.contains(one.key)
  }

  /// The comparable names that lists give each ID.
  private var listedNames: [String: Set<String>] {
    var names: [String: Set<String>] = [:]
    for page in pages {
      for fact in page.facts.otherSpecIDs {
        for name in Self.names(inList: fact) { names[fact.id, default: []].insert(name) }
      }
    }
    return names
  }

  /// `Amazon S3 (S3)` is a list's name for a source called either.
  private static func names(inList fact: SpecIDFact) -> [String] {
    let prefix = "appendix: "
    guard fact.role.hasPrefix(prefix) else { return [] }
    let parts = fact.role.dropFirst(prefix.count).split(whereSeparator: { $0 == "(" || $0 == ")" })
    return parts.map { NameMatching.normalized(String($0)) }.filter { !$0.isEmpty }
  }

  // MARK: - Lists of sources

  /// A list that gives a source another ID than the source's own page.
  private func reportLists(_ findings: inout Findings) {
    for page in pages {
      for fact in page.facts.otherSpecIDs where fact.isValidUUID {
        for name in Self.names(inList: fact) {
          let known = (byName[name] ?? []).map { sources[$0] }.filter { !$0.specs.isEmpty }
          guard let first = known.first, let range = fact.ranges.first,
            !known.contains(where: { $0.specs.contains { $0.id == fact.id } })
          else { continue }
          findings.add(
            .listedSpecification(
              fact.id, of: first.name, known: first.specs[0].id, on: first.page.path, at: range),
            on: page)
          break
        }
      }
    }
  }

  // MARK: - IDs given for another source

  /// A row that says whose ID it gives, and names a source whose own page gives another.
  private func reportOwners(_ findings: inout Findings) {
    for source in sources {
      for table in source.page.facts.tables where !isOfTarget(table, on: source.page) {
        for row in table.rows
        where NameMatching.normalized(row.name) == "connectionspecid" {
          guard let other = owner(named: row, source), !isReported(row, source.page),
            let id = source.specs.first(where: { row.description.contains($0.id) })?.id,
            !other.specs.isEmpty, !other.specs.contains(where: { $0.id == id })
          else { continue }
          findings.add(
            .strangersSpecification(
              id, of: other.name, known: other.specs[0].id, not: source.name,
              on: other.page.path, at: row.range), on: source.page)
        }
      }
    }
  }

  private func isOfTarget(_ table: TableFact, on page: PageContext) -> Bool {
    guard let request = table.request, page.facts.requests.indices.contains(request) else {
      return false
    }
    return page.facts.requests[request].url.contains("/targetConnections")
  }

  /// Reading the page by itself may have found that the row is about another product.
  private func isReported(_ row: TableFact.Row, _ page: PageContext) -> Bool {
    page.facts.diagnostics.contains {
      $0.rule == .nameMismatch && row.range.contains($0.range.lowerBound)
    }
  }

  /// The other source that the row's words say the ID is of: `ID of Snowflake: …`.
  private func owner(named row: TableFact.Row, _ source: Known) -> Known? {
    let words = Self.words(row.description)
    var best: Known?
    var start = words.startIndex
    while start < words.endIndex {
      defer { start += 1 }
      guard words[start] == "of" || words[start] == "for" else { continue }
      var name = ""
      for word in words[(start + 1)...].prefix(5) {
        name += word
        if name == source.key { return nil }
        if let found = byName[name]?.first, best == nil || best?.key.count ?? 0 < name.count {
          best = sources[found]
        }
      }
    }
    return best
  }

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: { " :,.".contains($0) }).map {
      NameMatching.normalized(String($0))
    }
  }
}
