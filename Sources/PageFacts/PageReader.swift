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
    read(document, page: page, labels: labels, overlays: []).documented
  }

  /// The same, and beside what the page says what is right by the overlays.
  ///
  /// - Parameter overlays: those of this page.
  /// - Returns: no corrected facts where there is no overlay.
  package static func read(
    _ document: MarkdownDocument, page: String, labels: Labels, overlays: [Overlay]
  ) -> (documented: PageFacts, corrected: CorrectedFacts?) {
    let outline = PageOutline(document)
    let scan = PageScan(outline, source: document.source, labels: labels)
    let naming = SourceNaming(
      page: page, title: outline.title, requests: scan.requests,
      frontMatterTitle: document.frontMatter?["title"], terms: terms(of: scan))
    let source = naming.source
    let specIDs = SpecIDReader(scan, isSourcePage: source != nil)
    let authentications = authentications(
      of: scan.requests, tables: scan.tables, in: document.source)
    let fieldValues = FieldValueReader(scan)
    var facts = PageFacts(
      page: page,
      kind: kind(of: scan.requests, source: source),
      title: outline.title?.text ?? document.frontMatter?["title"] ?? "",
      summary: document.frontMatter?["description"],
      source: source,
      connectionSpecs: specIDs.own,
      otherSpecIDs: specIDs.others,
      tables: CredentialTables(scan, authentications: authentications).tables,
      authentications: authentications,
      requests: scan.requests,
      responses: scan.responses,
      payloads: scan.payloads,
      fieldValues: fieldValues.values,
      errorCodes: [],
      coverage: scan.coverage + fieldValues.coverage,
      diagnostics: document.diagnostics + scan.diagnostics)
    facts.errorCodes = errorCodes(of: facts.tables)
    facts.coverage += SpecIDCoverage(facts).entries(specIDs.own + specIDs.slips + specIDs.others)
    facts.coverage.sort { $0.range.lowerBound < $1.range.lowerBound }
    let readingFindings = facts.diagnostics
    func check(_ facts: PageFacts) -> [Diagnostic] {
      let context = CheckContext(
        facts, document: document, outline: outline, scan: scan, specIDs: specIDs)
      return (readingFindings + PageChecks.run(context)).sorted {
        ($0.range.lowerBound, $0.rule.identifier) < ($1.range.lowerBound, $1.rule.identifier)
      }
    }
    facts.diagnostics = check(facts)
    guard !overlays.isEmpty else { return (facts, nil) }

    let applier = OverlayApplier(facts, overlays, source: document.source)
    var corrected = CorrectedFacts(facts: applier.facts, settled: [], outcomes: applier.outcomes)
    corrected.facts.authentications = Self.authentications(
      of: corrected.facts.requests, tables: corrected.facts.tables, in: document.source)
    corrected.facts.kind = kind(of: corrected.facts.requests, source: corrected.facts.source)
    // What the corrected facts still contradict is found again.
    let found = check(corrected.facts)
    corrected.facts.diagnostics = found.filter { !applier.settles($0) }
    let remaining = Set(corrected.facts.diagnostics.map(FindingPlace.init))
    corrected.settled = facts.diagnostics.filter { !remaining.contains(FindingPlace($0)) }
    return (facts, corrected)
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

  /// What a finding is recognised by when its words change.
  private struct FindingPlace: Hashable {
    var rule: String
    var subject: String
    var start: Int

    init(_ diagnostic: Diagnostic) {
      rule = diagnostic.rule.identifier
      subject = diagnostic.subject
      start = diagnostic.range.lowerBound
    }
  }

  private static func authentications(
    of requests: [RequestFact], tables: [TableFact], in source: SourceFile
  ) -> [AuthenticationFact] {
    var authentications = AuthenticationReader.read(requests)
    let placeholders = PlaceholderTypes(source: source, tables: tables)
    for index in authentications.indices {
      authentications[index].inferredTypes = placeholders.types(
        of: authentications[index].parameters)
    }
    return authentications
  }

  private static func kind(
    of requests: [RequestFact], source: PageFacts.Source?
  ) -> PageFacts.Kind {
    if let source {
      if source.category == "collect" { return .collect }
      if source.category == "explore" { return .explore }
      let makesMore = requests.contains {
        ["sourceConnections", "targetConnections", "flows"].contains($0.resource)
      }
      return makesMore ? .sourceConnectionAndDataflow : .baseConnection
    }
    let manages = requests.contains { request in
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
