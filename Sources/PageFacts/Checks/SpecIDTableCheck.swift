import Diagnostics
import JSONReader
import MarkdownTree

/// Compares the spec IDs of tables with those of flow specifications, prose and bodies.
struct SpecIDTableCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = SpecIDTableCheck(context: context)
    check.checkLists()
    check.checkTargets()
    return check.diagnostics
  }

  private mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String, assumption: String? = nil,
    note: Range<Int>? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        .specIDMismatch, at: range, subject: subject, message, assumption: assumption,
        remedy: "give one ID in all places",
        notes: note.map { [Diagnostic.Note(range: $0, message: "the other ID")] } ?? []))
  }

  // MARK: - Lists of sources

  /// Sources that a list names and the flow specification of the page does not let in.
  private mutating func checkLists() {
    var known: Set<String> = []
    for response in context.facts.responses {
      response.json?.collectIDs(below: "sourceConnectionSpecIds", isInside: false, into: &known)
    }
    guard !known.isEmpty else { return }
    let sorted = known.sorted()
    for table in context.facts.tables where table.role == .specIDs {
      let ids = table.rows.map { $0.cells.last ?? "" }
      guard ids.count(where: known.contains) * 2 > ids.count else { continue }
      for (row, id) in zip(table.rows, ids)
      where SpecIDPattern.isWhole(id) && !known.contains(id) {
        let near = sorted.first { SpecIDPattern.areNear($0, id) }
        report(
          row.range, id,
          near.map { "\(row.name) has \(id) here, the flow specification lists \($0)" }
            ?? "\(row.name) has \(id), which the flow specification above does not list")
      }
    }
  }

  // MARK: - Target connections

  /// The target's ID by prose, body and table of one section.
  private mutating func checkTargets() {
    let requests = context.facts.requests
    var prose: [Int: [(id: String, range: Range<Int>)]] = [:]
    for paragraph in context.scan.paragraphs {
      for inline in paragraph.content.flattened {
        guard case .code(let text) = inline.kind, SpecIDPattern.isWhole(text) else { continue }
        prose[paragraph.sectionIndex, default: []].append((text, inline.range))
      }
    }
    let own = Set(context.specIDs.own.map(\.id))
    for (index, request) in requests.enumerated() where request.resource == "targetConnections" {
      let prose = prose[context.scan.requestSections[index]] ?? []
      let body = request.json?["connectionSpec"]?["id"]
      if let said = prose.first, let body, let id = body.string, SpecIDPattern.isWhole(id),
        !prose.contains(where: { $0.id == id }), !own.contains(id)
      {
        report(
          body.range, "targetConnections \(id)",
          "the target connection has \(id), the text says \(said.id)",
          assumption: "the body is right", note: said.range)
      }
      for table in context.tables(explaining: index) {
        checkRows(of: table, prose, body?.string)
      }
    }
  }

  private mutating func checkRows(
    of table: TableFact, _ prose: [(id: String, range: Range<Int>)], _ sent: String?
  ) {
    for row in table.rows where row.isSpecID {
      let bytes = Array(row.description.utf8)
      if let sent, isSaidToBeSources(row), !context.specIDs.own.contains(where: { $0.id == sent }) {
        report(
          row.nameRange, "targetConnections row of the source",
          "the table says that the target's specification is the source's, the body sends \(sent)",
          assumption: "the body is right")
        continue
      }
      for place in SpecIDPattern.ranges(in: bytes) {
        let id = String(decoding: bytes[place], as: UTF8.self)
        let right = prose.first?.id ?? sent
        guard let right, id != right, !prose.contains(where: { $0.id == id }) else { continue }
        report(
          row.range, "targetConnections row \(id)",
          "the table gives \(id) for the target, the page elsewhere says \(right)",
          assumption: "read as \"\(right)\"", note: prose.first?.range)
      }
    }
  }
}

extension SpecIDTableCheck {
  /// Words for what data comes from.
  private static let sourceWords = ["source", "cloud storage", "database"]
  /// Words for where it goes.
  private static let targetWords = ["target", "lake", "destination", "dataset"]

  /// A row without an ID whose words are about where the data comes from.
  private func isSaidToBeSources(_ row: TableFact.Row) -> Bool {
    let text = row.description.lowercased()
    return SpecIDPattern.ranges(in: Array(text.utf8)).isEmpty
      && Self.sourceWords.contains(where: text.contains)
      && !Self.targetWords.contains(where: text.contains)
  }
}

extension JSONNode {
  /// All strings inside the values of a key.
  fileprivate func collectIDs(below key: String, isInside: Bool, into known: inout Set<String>) {
    switch kind {
    case .string(let text):
      if isInside { known.insert(text) }
    case .array(let elements):
      for element in elements { element.collectIDs(below: key, isInside: isInside, into: &known) }
    case .object(let members):
      for member in members {
        member.value.collectIDs(
          below: key, isInside: isInside || member.key == key, into: &known)
      }
    default: break
    }
  }
}
