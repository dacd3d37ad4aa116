import CurlReader
import Diagnostics
import JSONReader
import MarkdownTree

/// Walks over a page once and notes what its fences and tables are.
struct PageScan {
  private(set) var requests: [RequestFact] = []
  private(set) var responses: [ResponseFact] = []
  private(set) var payloads: [PayloadFact] = []
  private(set) var tables: [TableFact] = []
  /// All API-format blocks, those without a request too.
  private(set) var apiFormats: [APIFormatFact] = []
  /// Prose, for IDs that stand nowhere else.
  private(set) var paragraphs: [(content: [Inline], section: SectionFact, sectionIndex: Int)] = []
  /// JSON that is neither sent nor a response: payloads.
  private(set) var looseJSON: [(node: JSONNode, section: SectionFact)] = []
  /// Those of them that no label calls a request, in page order.
  private(set) var unlabelledJSON: [UnlabelledJSON] = []
  private(set) var coverage: [CoverageEntry] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// The section of each request, by index in `requests`.
  private(set) var requestSections: [Int] = []

  /// What answers of each tab answer, in the section of the last request.
  private var questionsOfTabs: [String: Question] = [:]
  private var tabsSection: Int?

  private let labels: Labels
  let source: SourceFile
  private let tableReader: TableReader

  /// What the next response answers.
  private var question = Question.unknown
  /// What the last label promised for the next fence.
  private var label: Labels.Kind?
  /// What the label before a group of tabs promised for the first fence of each of them; `nil`
  /// outside of tabs.
  private var tabsLabel: Labels.Kind??
  private var apiFormat: (fact: APIFormatFact, sectionIndex: Int)?
  /// The paragraph before a fence.
  private var prose = ""
  /// The tables that explain the next request, if it stands in their section or below.
  private var waitingTables: [Int] = []
  /// Whether the next fence of the section is a command.
  private var isBeforeCommand = false
  /// What the last fence was, for the table behind it.
  private var lastFence: TableRoles.Fence?

  /// A block with more lines is a list of operations, not the format of a request.
  private static let mostLines = 100

  /// JSON that no label calls a request, and that no command sends.
  struct UnlabelledJSON {
    var node: JSONNode
    var section: SectionFact
    var range: Range<Int>
    var isUncertain: Bool { node.holdsUncertainty }
  }

  /// What a response may answer.
  private enum Question {
    /// A command, by its index in `requests`.
    case command(Int)
    /// JSON that no command sends, by its index in `payloads`.
    case payload(Int)
    /// Nothing that could be read.
    case unknown

    var command: Int? { if case .command(let index) = self { index } else { nil } }
    var payload: Int? { if case .payload(let index) = self { index } else { nil } }
  }

  init(_ outline: PageOutline, source: SourceFile, labels: Labels) {
    self.labels = labels
    self.source = source
    tableReader = TableReader(labels: labels)
    for (item, isBefore) in zip(outline.items, outline.areBeforeCommands) {
      isBeforeCommand = isBefore
      read(item)
    }
  }

  private mutating func read(_ item: PageOutline.Item) {
    switch item.kind {
    case .heading(let heading):
      let text = heading.content.plainText
      label = labelKind(of: text)
      if label == nil {
        prose = ""
        lastFence = nil
        if let format = apiFormat, !isBelow(format.fact.section, item) { apiFormat = nil }
        waitingTables = waitingTables.filter { isBelow(tables[$0].section, item) }
      }
    case .foldTitle(let title):
      label = labelKind(of: title) ?? label
    case .tab:
      prose = ""
      if let tabsLabel { label = tabsLabel } else { tabsLabel = .some(label) }
    case .tabsEnd:
      tabsLabel = nil
    case .paragraph(let content):
      readParagraph(content, item)
    case .fence(let fence):
      readFence(fence, item)
      prose = ""
    case .table(let table):
      readTable(table, item)
    }
  }

  /// Whether a heading stands below another one: API formats, and tables before their requests,
  /// serve their own section and the sections below it.
  private func isBelow(_ section: SectionFact, _ item: PageOutline.Item) -> Bool {
    let path = item.section.path
    return path.count > section.path.count && path[section.path.count] == section.heading
  }

  private func labelKind(of text: String) -> Labels.Kind? {
    for kind in [Labels.Kind.apiFormat, .request, .response] where labels.matches(text, kind) {
      return kind
    }
    return nil
  }

  private mutating func readParagraph(_ content: [Inline], _ item: PageOutline.Item) {
    if !item.isAside {
      if let first = content.first, case .strong(let strong) = first.kind,
        let kind = labelKind(of: strong.plainText)
      {
        paragraphs.append((content, item.section, item.sectionIndex))
        label = kind
        let rest = CellText(Array(content.dropFirst())).marked
        prose = rest.contains(where: \.isLetter) ? rest : ""
        return
      }
      if let lines = spannedFormat(content) {
        readFormat(lines, item)
        if label == .apiFormat { label = nil }
        return
      }
      if let code = UnfencedCode(
        item.range, of: source, label: label, isBeforeCommand: mayBeUnlabelledFormat)
      {
        readUnfenced(code, item)
        return
      }
      if looksLikeTable(item.range) { reportBrokenTable(item.range) }
      prose = CellText(content).marked
    }
    paragraphs.append((content, item.section, item.sectionIndex))
  }

  /// Whether a paragraph would be a table, were its row of dashes right.
  private func looksLikeTable(_ range: Range<Int>) -> Bool {
    let lines = source.bytes[range].split(separator: UInt8(ascii: "\n"))
    let bar = UInt8(ascii: "|")
    return lines.count > 2 && lines.allSatisfy { $0.first == bar && $0.count { $0 == bar } > 1 }
  }

  private mutating func reportBrokenTable(_ range: Range<Int>) {
    coverage.append(
      CoverageEntry(
        .table, range: range, isUsed: false, outcome: "its row of dashes is broken, so it is text"))
    diagnostics.append(
      Diagnostic(
        .raggedTableRow, at: range, subject: "table",
        "the row of dashes is broken, so that Markdown takes the table for text",
        assumption: "kept as text: none of its rows is read",
        remedy: "write as many cells of dashes as the header has"))
  }

  /// The API format of a paragraph that is nothing but a code span, behind its label or behind one
  /// in a language that is not known.
  private func spannedFormat(_ content: [Inline]) -> [APIFormatFact.Line]? {
    if label == .apiFormat { return APIFormatReader.lines(of: content, in: source) }
    guard mayBeUnlabelledFormat else { return nil }
    return APIFormatReader.codeSpan(content, in: source).flatMap(APIFormatReader.strictLines)
  }

  /// Whether a method and a path can only be the format of the command behind them.
  private var mayBeUnlabelledFormat: Bool {
    if case .apiFormat = lastFence { return false }
    return isBeforeCommand
  }

  private mutating func readUnfenced(_ code: UnfencedCode, _ item: PageOutline.Item) {
    diagnostics.append(.unfenced(code, at: item.range))
    switch code {
    case .apiFormat(let lines): readFormat(lines, item)
    case .requests(let curls): readCommands(curls, item)
    case .json(let reading): readJSON(reading, item)
    }
    label = nil
    prose = ""
  }

  // MARK: - Fences

  private mutating func readFence(_ fence: FencedCodeBlock, _ item: PageOutline.Item) {
    let method = apiFormat?.fact.lines.first?.method
    let content = FenceContent(fence, fallbackMethod: method, expected: label)
    switch content {
    case .apiFormat(let lines, let findings):
      diagnostics += findings
      readFormat(lines, item)
      cover(.fence, item.range, "API format")
    case .requests(let curls):
      readCommands(curls, item)
    case .brokenRequests(let curls):
      for curl in curls { diagnostics += curl.diagnostics }
      expectAnswer(to: .unknown, item)
      coverage.append(
        CoverageEntry(.fence, range: item.range, isUsed: false, outcome: "a command without a URL"))
    case .json(let reading):
      readJSON(reading, item)
    case .other(let what):
      coverage.append(
        CoverageEntry(.fence, range: item.range, isUsed: false, outcome: what))
    }
    label = nil
  }

  private mutating func readCommands(_ curls: [CurlRequest], _ item: PageOutline.Item) {
    for curl in curls where curl.url == nil { diagnostics += curl.diagnostics }
    for curl in curls where curl.url != nil { addRequest(curl, item) }
    lastFence = .request(requests.count - 1)
    cover(.fence, item.range, curls.count == 1 ? "request" : "\(curls.count) requests")
  }

  private mutating func readFormat(_ lines: [APIFormatFact.Line], _ item: PageOutline.Item) {
    let fact = APIFormatFact(lines: lines, section: item.section, range: item.range)
    apiFormat = lines.count <= Self.mostLines ? (fact, item.sectionIndex) : nil
    apiFormats.append(fact)
    lastFence = .apiFormat
  }

  private mutating func addRequest(_ curl: CurlRequest, _ item: PageOutline.Item) {
    diagnostics += curl.diagnostics
    var json: JSONNode?
    if let body = curl.body, body.files.isEmpty, Self.looksLikeJSON(body.text, curl) {
      let reading = JSONReader.read(body.text)
      json = reading.root
      diagnostics += reading.diagnostics
    }
    let url = curl.url.map { RequestURL($0).text } ?? ""
    // Inside its own section an API format serves whatever follows; a section below it may be a
    // step of its own that lacks one.
    let format = apiFormat.flatMap { format in
      format.sectionIndex == item.sectionIndex || format.fact.names(url, method: curl.method)
        ? format.fact : nil
    }
    requests.append(
      RequestFact(
        section: item.section, documentation: prose, apiFormat: format, curl: curl,
        method: Self.method(of: curl), url: url, json: json, range: item.range,
        commandRange: curl.commandRange, isUncertain: json?.holdsUncertainty ?? false))
    requestSections.append(item.sectionIndex)
    for table in waitingTables { tables[table].request = requests.count - 1 }
    waitingTables = []
    expectAnswer(to: .command(requests.count - 1), item)
  }

  /// Methods are in capitals; the service knows no others.
  private static func method(of curl: CurlRequest) -> String {
    let method = curl.method.uppercased()
    return APIFormatReader.methods.contains(method) ? method : curl.method
  }

  private mutating func expectAnswer(to question: Question, _ item: PageOutline.Item) {
    self.question = question
    if tabsSection != item.sectionIndex {
      tabsSection = item.sectionIndex
      questionsOfTabs = [:]
    }
    if let tab = item.section.tab { questionsOfTabs[tab] = question }
  }

  private static func looksLikeJSON(_ text: MappedText, _ curl: CurlRequest) -> Bool {
    if curl.body?.kind == .json { return true }
    let first = text.bytes.first { $0 > UInt8(ascii: " ") }
    if first == UInt8(ascii: "{") || first == UInt8(ascii: "[") || first == UInt8(ascii: "\"") {
      return true
    }
    return curl.headers.contains {
      $0.name.lowercased() == "content-type" && $0.value.lowercased().contains("json")
    }
  }

  private mutating func readJSON(_ reading: JSONReading, _ item: PageOutline.Item) {
    diagnostics += reading.diagnostics
    let question = answered(item)
    let isAnswer: Bool
    switch label {
    case .response:
      isAnswer = true
    case .request, .apiFormat:
      isAnswer = false
    default:
      isAnswer =
        question.command.map {
          requestSections[$0] == item.sectionIndex && responses.last?.request != $0
        } ?? false
    }
    guard isAnswer else { return readPayload(reading.root, item) }
    responses.append(
      ResponseFact(
        section: item.section, documentation: prose, status: Self.status(in: prose),
        json: reading.root, request: question.command, payload: question.payload,
        range: item.range))
    lastFence = .response(responses.count - 1)
    switch question {
    case .command: cover(.fence, item.range, "response")
    case .payload: cover(.fence, item.range, "response to a payload that no command sends")
    case .unknown: cover(.fence, item.range, "response to what no command sends")
    }
  }

  /// JSON that answers nothing.
  private mutating func readPayload(_ root: JSONNode?, _ item: PageOutline.Item) {
    guard let root else {
      if label == .request { expectAnswer(to: .unknown, item) }
      coverage.append(
        CoverageEntry(.fence, range: item.range, isUsed: false, outcome: "JSON that cannot be read")
      )
      return
    }
    looseJSON.append((root, item.section))
    guard label == .request else {
      unlabelledJSON.append(
        UnlabelledJSON(node: root, section: item.section, range: item.range))
      return
    }
    payloads.append(
      PayloadFact(
        section: item.section, documentation: prose, json: root, range: item.range,
        isUncertain: root.holdsUncertainty))
    lastFence = .payload(payloads.count - 1)
    // What answers this body answers none of the commands before it.
    expectAnswer(to: .payload(payloads.count - 1), item)
    cover(.fence, item.range, "payload that no command sends")
  }

  /// What the fence's tab asks for last, where the section has something there, or else the last
  /// request of all.
  private func answered(_ item: PageOutline.Item) -> Question {
    if let tab = item.section.tab, tabsSection == item.sectionIndex,
      let own = questionsOfTabs[tab]
    {
      return own
    }
    return question
  }

  /// The HTTP status that a sentence names.
  private static func status(in prose: String) -> Int? {
    guard prose.contains("HTTP") else { return nil }
    for word in prose.split(whereSeparator: { !$0.isNumber }) where word.count == 3 {
      if let status = Int(word), (100..<600).contains(status) { return status }
    }
    return nil
  }

  private mutating func cover(_ thing: CoverageEntry.Thing, _ range: Range<Int>, _ use: String) {
    coverage.append(CoverageEntry(thing, range: range, isUsed: true, outcome: use))
  }

  // MARK: - Tables

  private mutating func readTable(_ table: Table, _ item: PageOutline.Item) {
    var table = table
    // Markdown takes a paragraph right below a table for its last row.
    let isBarred = table.rows.contains(where: hasBars)
    while isBarred, let last = table.rows.last, !hasBars(last) {
      table.rows.removeLast()
      for cell in last.cells where !cell.content.isEmpty {
        paragraphs.append((cell.content, item.section, item.sectionIndex))
      }
    }
    var fact = tableReader.read(table, section: item.section, range: item.range)
    let roles = TableRoles(labels: labels, fence: lastFence, requests: requests)
    fact.role = roles.role(of: fact)
    switch fact.role {
    case .requestProperties:
      switch lastFence {
      case .response: break
      case .payload(let index): fact.payload = index
      default: fact.request = requests.indices.last
      }
    case .responseProperties:
      if case .response(let index) = lastFence {
        fact.response = index
        fact.request = responses[index].request
      }
    case .parameters, .headers:
      if case .request(let index) = lastFence {
        fact.request = index
      } else {
        waitingTables.append(tables.count)
      }
    default:
      break
    }
    tables.append(fact)
  }

  private func hasBars(_ row: Table.Row) -> Bool {
    source.bytes[row.range].contains(UInt8(ascii: "|"))
  }

  /// Whether a heading stands right below the one that all credentials stand under.
  func isBelowGathering(_ section: SectionFact) -> Bool {
    section.path.last.map { labels.contains(.gatherCredentials, in: $0) } ?? false
  }
}

extension JSONNode {
  /// Whether something in this value had to be guessed.
  fileprivate var holdsUncertainty: Bool {
    if isUncertain { return true }
    return (elements ?? []).contains(where: \.holdsUncertainty)
      || (members ?? []).contains { $0.value.holdsUncertainty }
  }
}
