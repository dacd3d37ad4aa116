import ClientEmitter
import ConnectorModel
import Diagnostics
import GenerationPipeline
import Linting
import ModelDiff
import PageFacts

/// The entries of a report in the order in which they are shown, and where links lead.
struct Contents {
  let input: ReportInput
  private(set) var entries: [Entry] = []
  /// The entry that shows a page, by the page's path.
  private var places: [String: String] = [:]
  /// The pages whose lines are shown; of a model alone there are none.
  private var pagesWithLines: Set<String> = []
  /// The entry that an operation belongs to, and its function.
  private var functions: [OperationKey: [String]] = [:]
  /// Where the declarations of emitted files stand, by entry.
  private(set) var outlines: [String: SwiftOutline] = [:]
  /// The entry that shows a name space of the client.
  private var nameSpaces: [String: String] = [:]
  /// The places of the old pages' lines, by page; of those with changes only.
  private var oldPlaces: [String: [Int: String]] = [:]
  /// Changes that belong to no entry.
  private(set) var otherChanges: [Change] = []

  var isComparison: Bool { input.previous != nil }

  init(_ input: ReportInput) {
    self.input = input
    let current = Self.drafts(of: input.current)
    let previous = input.previous.map { Self.drafts(of: $0) }
    let known = Set(current.map(\.anchor))
    entries = current + (previous ?? []).filter { !known.contains($0.anchor) }
    for index in entries.indices {
      guard let previous else { continue }
      let anchor = entries[index].anchor
      entries[index].previous =
        previous.first { $0.anchor == anchor }?.current ?? Entry.Side()
      if !known.contains(anchor) { entries[index].current = Entry.Side() }
    }
    entries.sort(by: Self.comesFirst)
    for entry in entries {
      if let page = entry.shown.reading?.facts.page ?? entry.shown.source?.provenance.page {
        places[page] = entry.anchor
        if entry.shown.reading != nil { pagesWithLines.insert(page) }
      }
    }
    for side in [input.previous, input.current].compactMap(\.self) {
      for request in side.client.requests where request.source == nil {
        functions[request.operation] = request.function
      }
    }
    for entry in entries {
      let outline = SwiftOutline(SwiftScanner.lines(of: entry.shown.file?.bytes ?? []))
      outlines[entry.anchor] = outline
      if let name = outline.items.first?.name { nameSpaces[name] = entry.anchor }
    }
    addFindings()
    addChanges()
    addOldPlaces()
  }

  // MARK: - Links

  /// The place that a line of a page has in the document; none where the page is not shown.
  func place(of provenance: Provenance) -> String? {
    guard pagesWithLines.contains(provenance.page) else { return nil }
    return places[provenance.page].map { Anchor.line(provenance.line, of: $0) }
  }

  /// The place of a line of an old page: where it stands now, or where it is shown as removed.
  func place(ofOld provenance: Provenance) -> String? {
    oldPlaces[provenance.page]?[provenance.line]
  }

  /// The place of a declaration of the client, by its qualified name.
  func place(ofDeclaration name: String) -> String? {
    let scope = String(name.prefix { $0 != "." })
    guard let entry = nameSpaces[scope], let line = outlines[entry]?.line(of: name) else {
      return nil
    }
    return Anchor.swiftLine(line, of: entry)
  }

  /// The entry that shows a page.
  func entry(ofPage page: String) -> String? { places[page] }

  /// The entry with the Swift of an operation, and the function there.
  func function(of key: OperationKey) -> (entry: String, name: String)? {
    guard let function = functions[key], let group = function.first else { return nil }
    return (Anchor.operations(group), function.joined(separator: "."))
  }

  // MARK: - Entries

  private static func drafts(of side: ReportInput.Side) -> [Entry] {
    let readings = Dictionary(
      side.readings.map { ($0.facts.page, $0) }, uniquingKeysWith: { first, _ in first })
    let files = Dictionary(
      side.client.files.compactMap { file in file.source.map { ($0, file) } },
      uniquingKeysWith: { first, _ in first })
    let tables = Dictionary(grouping: side.model.tables ?? [], by: \.provenance.page)
    let payloads = Dictionary(grouping: side.model.payloads, by: \.provenance.page)
    let payloadFiles = Self.payloadFiles(of: side)
    var entries = side.model.sources.map { source in
      Entry(
        kind: .source, anchor: Anchor.source(source.key), title: source.name,
        category: source.category,
        current: Entry.Side(
          isThere: true, reading: readings[source.provenance.page], file: files[source.key],
          source: source, payloads: payloads[source.provenance.page] ?? [],
          tables: tables[source.provenance.page] ?? []))
    }
    let sourcePages = Set(side.model.sources.map(\.provenance.page))
    for page in side.model.pages where !sourcePages.contains(page.path) {
      entries.append(
        Entry(
          kind: .page, anchor: Anchor.page(page.path), title: page.title, category: page.kind,
          current: Entry.Side(
            isThere: true, reading: readings[page.path], file: payloadFiles[page.path],
            operations: side.model.operations.filter { operation in
              operation.provenances.contains { $0.page == page.path }
            }, payloads: payloads[page.path] ?? [], tables: tables[page.path] ?? [])))
    }
    return entries + operationGroups(of: side)
  }

  /// The files of pages that are about no source and show payloads, by page.
  private static func payloadFiles(of side: ReportInput.Side) -> [String: EmittedClient.File] {
    var names: [String: String] = [:]
    for payload in side.client.payloads {
      names["Payloads/\(payload.path[0]).swift"] =
        side.model.payloads[payload.index].provenance.page
    }
    var files: [String: EmittedClient.File] = [:]
    for file in side.client.files {
      if let page = names[file.path] { files[page] = file }
    }
    return files
  }

  private static func operationGroups(of side: ReportInput.Side) -> [Entry] {
    let operations = Dictionary(
      side.model.operations.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    var groups: [String: [Operation]] = [:]
    for request in side.client.requests where request.source == nil {
      guard let name = request.function.first, let operation = operations[request.operation]
      else { continue }
      groups[name, default: []].append(operation)
    }
    return groups.sorted { $0.key < $1.key }.map { name, operations in
      Entry(
        kind: .operations, anchor: Anchor.operations(name), title: name,
        category: operations.first?.key.server ?? "",
        current: Entry.Side(
          isThere: true, file: side.client.files.first { $0.path == "Operations/\(name).swift" },
          operations: operations))
    }
  }

  private static func comesFirst(_ left: Entry, _ right: Entry) -> Bool {
    func key(_ entry: Entry) -> (Int, String, String, String) {
      (
        Entry.Kind.allCases.firstIndex(of: entry.kind) ?? 0,
        entry.kind == .operations ? "" : entry.category, entry.title.lowercased(), entry.anchor
      )
    }
    return key(left) < key(right)
  }

  // MARK: - Findings and changes

  /// Fingerprints that are made of the page's path below the root, so that links into the report
  /// are the same wherever the pages are.
  private mutating func addFindings() {
    for index in entries.indices {
      guard let reading = entries[index].current.reading else { continue }
      let findings = input.current.findings[reading.source.path] ?? []
      entries[index].findings = Finding.findings(
        findings.map(\.diagnostic), on: reading.facts.page)
      entries[index].corrections = reading.corrected?.facts.corrections ?? []
      entries[index].corrected = input.current.corrected[reading.source.path] ?? []
    }
  }

  private mutating func addChanges() {
    let indices = Dictionary(
      entries.enumerated().map { ($0.element.anchor, $0.offset) }, uniquingKeysWith: { $1 })
    for change in input.changes {
      if let index = anchors(of: change).lazy.compactMap({ indices[$0] }).first {
        entries[index].changes.append(change)
      } else {
        otherChanges.append(change)
      }
    }
  }

  /// Where a change belongs, the best place first.
  private func anchors(of change: Change) -> [String] {
    let subject = change.subject
    var anchors: [String] = []
    if let source = subject.source {
      anchors.append(Anchor.source(source))
    } else if let operation = subject.operation, let function = function(of: operation) {
      anchors.append(function.entry)
    }
    if let page = subject.page { anchors.append(Anchor.page(page)) }
    if subject.part == .page { anchors.append(Anchor.page(subject.name)) }
    for provenance in [change.new, change.old].compactMap(\.self) {
      if let place = places[provenance.page] { anchors.append(place) }
    }
    return anchors
  }

  private mutating func addOldPlaces() {
    let pages = Set(input.changes.compactMap { $0.old?.page })
    for entry in entries {
      guard let old = entry.previous?.reading, pages.contains(old.facts.page) else { continue }
      var lines: [Int: String] = [:]
      let pairing = LinePairing(
        old: PageLines(old).lines, new: entry.current.reading.map { PageLines($0).lines } ?? [])
      for row in pairing.rows {
        switch row {
        case .same(let before, let now):
          lines[before + 1] = Anchor.line(now + 1, of: entry.anchor)
        case .removed(let before) where entry.state == .removed:
          lines[before + 1] = Anchor.line(before + 1, of: entry.anchor)
        case .removed(let before):
          lines[before + 1] = Anchor.removedLine(before + 1, of: entry.anchor)
        case .added: break
        }
      }
      oldPlaces[old.facts.page] = lines
    }
  }
}
