import Diagnostics
package import MarkdownTree

/// Reads the facts out of a page.
package enum PageReader {
  /// - Parameters:
  ///   - document: the page as a tree.
  ///   - page: the page's path below the documentation's root.
  ///   - labels: the words by which pages name their parts.
  package static func read(
    _ document: MarkdownDocument, page: String, labels: Labels = .builtIn
  ) -> PageFacts {
    let outline = PageOutline(document)
    let scan = PageScan(outline, source: document.source, labels: labels)
    let naming = SourceNaming(
      page: page, title: outline.title, requests: scan.requests,
      frontMatterTitle: document.frontMatter?["title"], terms: terms(of: scan))
    let source = naming.source
    let specIDs = SpecIDReader(scan, isSourcePage: source != nil)
    var authentications = AuthenticationReader.read(scan.requests)
    let placeholders = PlaceholderTypes(source: document.source, tables: scan.tables)
    for index in authentications.indices {
      authentications[index].inferredTypes = placeholders.types(
        of: authentications[index].parameters)
    }
    var facts = PageFacts(
      page: page,
      kind: kind(of: scan, source: source),
      title: outline.title?.text ?? document.frontMatter?["title"] ?? "",
      summary: document.frontMatter?["description"],
      source: source,
      connectionSpecs: specIDs.own,
      otherSpecIDs: specIDs.others,
      tables: CredentialTables(scan, authentications: authentications).tables,
      authentications: authentications,
      requests: scan.requests,
      responses: scan.responses,
      errorCodes: [],
      coverage: scan.coverage,
      diagnostics: document.diagnostics + scan.diagnostics)
    facts.errorCodes = errorCodes(of: facts.tables)
    facts.coverage += facts.tables.map { table in
      CoverageEntry(
        .table, range: table.range, isUsed: table.role != .other,
        outcome: table.role == .other ? "a table of another kind" : table.role.rawValue)
    }
    for fact in specIDs.own + specIDs.slips + specIDs.others {
      for range in fact.ranges {
        facts.coverage.append(
          CoverageEntry(
            .specID, range: range, isUsed: true,
            outcome: fact.role.isEmpty ? "connection specification" : fact.role))
      }
    }
    facts.coverage.sort { $0.range.lowerBound < $1.range.lowerBound }
    let context = CheckContext(
      facts, document: document, outline: outline, scan: scan, specIDs: specIDs)
    facts.diagnostics += PageChecks.run(context)
    facts.diagnostics.sort {
      ($0.range.lowerBound, $0.rule.identifier) < ($1.range.lowerBound, $1.rule.identifier)
    }
    return facts
  }

  /// The product names that the prose marks as such.
  private static func terms(of scan: PageScan) -> [String] {
    var terms: [String] = []
    for inline in scan.paragraphs.lazy.flatMap({ $0.content.flattened }) {
      guard case .term("DNL", let content) = inline.kind else { continue }
      terms.append(content.plainText)
    }
    return terms
  }

  private static func kind(of scan: PageScan, source: PageFacts.Source?) -> PageFacts.Kind {
    if let source {
      if source.category == "collect" { return .collect }
      if source.category == "explore" { return .explore }
      let makesMore = scan.requests.contains {
        ["sourceConnections", "targetConnections", "flows"].contains($0.resource)
      }
      return makesMore ? .sourceConnectionAndDataflow : .baseConnection
    }
    let manages = scan.requests.contains { request in
      ["PATCH", "DELETE"].contains(request.method) || request.resource == "runs"
    }
    return manages ? .manage : .other
  }

  private static func errorCodes(of tables: [TableFact]) -> [ErrorCodeFact] {
    var codes: [ErrorCodeFact] = []
    for table in tables where table.role == .errorCodes {
      for row in table.rows {
        codes.append(
          ErrorCodeFact(
            code: row.name, message: row.cells.count > 1 ? row.cells[1] : "",
            remedy: row.cells.count > 2 ? row.cells[2...].joined(separator: " ") : "",
            range: row.range))
      }
    }
    return codes
  }
}
