import ClientEmitter
import ConnectorModel
import Diagnostics
import GenerationPipeline
import Linting
import PageFacts

/// The entries of a report in the order in which they are shown, and where links lead.
struct Contents {
  let input: ReportInput
  private(set) var entries: [Entry] = []
  /// The entry that shows a page, by the page's path.
  private var places: [String: String] = [:]
  /// The entry that an operation belongs to, and its function.
  private var functions: [OperationKey: [String]] = [:]

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
      }
    }
    for side in [input.previous, input.current].compactMap(\.self) {
      for request in side.client.requests where request.source == nil {
        functions[request.operation] = request.function
      }
    }
    addFindings()
    addChanges()
  }

  // MARK: - Links

  /// The place that a line of a page has in the document; none where the page is not shown.
  func place(of provenance: Provenance) -> String? {
    places[provenance.page].map { Anchor.line(provenance.line, of: $0) }
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
    var entries = side.model.sources.map { source in
      Entry(
        kind: .source, anchor: Anchor.source(source.key), title: source.name,
        category: source.category,
        current: Entry.Side(
          reading: readings[source.provenance.page], file: files[source.key], source: source))
    }
    let sourcePages = Set(side.model.sources.map(\.provenance.page))
    for reading in side.readings where !sourcePages.contains(reading.facts.page) {
      let page = reading.facts.page
      entries.append(
        Entry(
          kind: .page, anchor: Anchor.page(page), title: reading.facts.title,
          category: reading.facts.kind.rawValue,
          current: Entry.Side(
            reading: reading,
            operations: side.model.operations.filter { operation in
              operation.provenances.contains { $0.page == page }
            })))
    }
    return entries + operationGroups(of: side)
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
          file: side.client.files.first { $0.path == "Operations/\(name).swift" },
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

  private mutating func addFindings() {
    for index in entries.indices {
      guard let path = entries[index].current.reading?.source.path else { continue }
      entries[index].findings = input.current.findings[path] ?? []
    }
  }

  /// A change stands at the entry whose page says it; one of an operation at its group, too.
  private mutating func addChanges() {
    for change in input.changes {
      let anchors = [change.new, change.old].compactMap { $0 }.compactMap { places[$0.page] }
      guard let first = anchors.first,
        let index = entries.firstIndex(where: { $0.anchor == first })
      else { continue }
      entries[index].changes.append(change)
    }
  }
}
