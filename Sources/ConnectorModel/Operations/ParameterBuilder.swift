import CurlReader
import Diagnostics
import PageFacts

/// Merges the parameters of an operation over its examples and API formats.
struct ParameterBuilder {
  let pages: [PageContext]
  let exchanges: [Exchange]
  let key: OperationKey

  private struct Entry {
    var name: String
    var aliases: [String] = []
    var examples: [String] = []
    /// The values that have a placeholder and other text, `flowId=={FLOW_ID}`, by the placeholder.
    var patterns: [String: String] = [:]
    /// The examples and API formats that have it.
    var requests = 0
    var lines = 0
    var facts = DocumentedFacts()

    mutating func note(alias: String) {
      if !aliases.contains(alias), alias != name { aliases.append(alias) }
    }

    mutating func note(example: String) {
      if examples.count < Shape.valueLimit, !example.isEmpty, !examples.contains(example) {
        examples.append(example)
      }
    }

    /// A placeholder is another name, anything else a value.
    mutating func note(value: String) {
      if let placeholder = NameMatching.placeholder(value) {
        note(alias: placeholder)
      } else {
        note(example: value)
        for placeholder in NameMatching.placeholders(in: value) {
          let name = NameMatching.normalized(placeholder)
          if patterns[name] == nil { patterns[name] = value }
        }
      }
    }

    func parameter(isRequired: Bool) -> Parameter {
      Parameter(
        name: name, aliases: aliases, documentation: facts.documentation,
        isRequired: isRequired && !facts.isOptional, defaultValue: facts.defaultValue,
        allowedValues: facts.allowedValues, examples: examples,
        corrections: facts.corrections)
    }
  }

  // MARK: - Path

  func pathParameters(_ findings: inout Findings) -> [Parameter] {
    var entries = OperationNaming.pathParameterNames(of: key).map { Entry(name: $0) }
    for exchange in exchanges {
      note(exchange.endpoint, in: &entries)
      for line in exchange.lines { note(line, in: &entries) }
    }
    describe(&entries, as: RowUse.pathParameter, &findings)
    return entries.map { $0.parameter(isRequired: true) }
  }

  /// Notes the parameters of a path, which may be the end of the operation's.
  private func note(_ endpoint: Endpoint, in entries: inout [Entry]) {
    let values = endpoint.segments.compactMap { segment in
      if case .parameter(let text) = segment { text } else { nil }
    }
    guard values.count <= entries.count else { return }
    for (index, value) in values.enumerated() {
      entries[entries.count - values.count + index].note(value: value)
    }
  }

  // MARK: - Query

  func queryParameters(_ findings: inout Findings) -> [Parameter] {
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    func note(_ item: Endpoint.QueryItem) -> Int {
      let index = indices[item.name] ?? entries.count
      if index == entries.count {
        indices[item.name] = index
        entries.append(Entry(name: item.name))
      }
      // Some API formats end their lines in a semicolon.
      let value = item.value.hasSuffix(";") ? String(item.value.dropLast()) : item.value
      entries[index].note(value: value)
      return index
    }
    for exchange in exchanges {
      for index in Set(exchange.endpoint.query.map({ note($0) })) { entries[index].requests += 1 }
      for line in exchange.lines {
        for index in Set(line.query.map({ note($0) })) { entries[index].lines += 1 }
      }
    }
    describe(&entries, as: RowUse.queryParameter, &findings)
    takeSlips(from: &entries, &findings)
    let requests = exchanges.count { $0.isExample }
    let lines = exchanges.reduce(0) { $0 + $1.lines.count }
    return entries.map { entry in
      entry.parameter(
        isRequired: entry.requests >= requests && (entry.lines >= lines || lines == 0))
    }
  }

  /// Takes a name that no request sends and no table explains for the one that it is a letter away
  /// from.
  private func takeSlips(from entries: inout [Entry], _ findings: inout Findings) {
    for index in entries.indices.reversed() {
      let slip = entries[index]
      guard slip.requests == 0, slip.facts.place == nil,
        let meant = entries.firstIndex(where: {
          $0.requests > 0 && NameMatching.differByOneEdit($0.name, slip.name)
        })
      else { continue }
      for alias in slip.aliases { entries[meant].note(alias: alias) }
      for example in slip.examples { entries[meant].note(example: example) }
      entries[meant].lines += slip.lines
      report(slip.name, meant: entries[meant].name, &findings)
      entries.remove(at: index)
    }
  }

  private func report(_ slip: String, meant: String, _ findings: inout Findings) {
    for exchange in exchanges where exchange.lines.contains(where: { $0.has(query: slip) }) {
      let page = pages[exchange.page]
      guard let format = page.facts.requests[exchange.request].apiFormat else { continue }
      for line in format.lines where Endpoint(line.target).has(query: slip) {
        // Reading the page by itself may have found the same slip.
        let isKnown = page.facts.diagnostics.contains {
          $0.rule == .nameMismatch && $0.subject == slip && $0.range == line.range
        }
        if isKnown { continue }
        findings.add(.queryParameterTypo(slip, meant: meant, at: line.range), on: page)
      }
    }
  }

  // MARK: - Headers

  /// What every request sends, so that no operation needs it as a parameter.
  static let commonHeaders: Set<String> = [
    "authorization", "x-api-key", "x-gw-ims-org-id", "x-sandbox-name", "content-type",
  ]

  func headerParameters(_ findings: inout Findings) -> [Parameter] {
    var entries: [Entry] = []
    var indices: [String: Int] = [:]
    for exchange in exchanges where exchange.isExample {
      var seen: Set<Int> = []
      for header in pages[exchange.page].facts.requests[exchange.request].curl.headers {
        let key = header.name.lowercased()
        guard !Self.commonHeaders.contains(key) else { continue }
        let index = indices[key] ?? entries.count
        if index == entries.count {
          indices[key] = index
          entries.append(Entry(name: header.name))
        }
        entries[index].note(alias: header.name)
        entries[index].note(value: header.value)
        if seen.insert(index).inserted { entries[index].requests += 1 }
      }
    }
    describe(&entries, as: RowUse.header, &findings)
    let requests = exchanges.count { $0.isExample }
    return entries.map { $0.parameter(isRequired: $0.requests >= requests) }
  }

  // MARK: - Tables

  /// What rows may call the parameters.
  private struct RowNames {
    /// A parameter, and the value that a row is about, if it is about one alone.
    typealias Explained = (index: Int, value: String?)

    /// By name and by placeholder, letters and digits only.
    private var names: [String: [Int]] = [:]
    /// By a placeholder within a value, and by a whole value.
    private var patterns: [String: [Explained]] = [:]
    private var values: [String: [Explained]] = [:]

    init(_ entries: [Entry]) {
      for (index, entry) in entries.enumerated() {
        for name in Set(([entry.name] + entry.aliases).map(NameMatching.normalized)) {
          names[name, default: []].append(index)
        }
        for (placeholder, value) in entry.patterns {
          patterns[placeholder, default: []].append((index, value))
        }
        for value in entry.examples { values[value, default: []].append((index, value)) }
      }
    }

    /// The parameters that a row explains: by name, else by a value of only one.
    func entries(of row: TableFact.Row) -> [Explained] {
      // `objectType=rest` explains the parameter by one of its values.
      let name = row.name.split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
      if let named = names[NameMatching.normalized(name)] { return named.map { ($0, nil) } }
      let isPlaceholder = row.cells.first.flatMap(NameMatching.placeholder) != nil
      let found = isPlaceholder ? patterns[NameMatching.normalized(name)] : values[row.name]
      return found?.count == 1 ? found ?? [] : []
    }
  }

  private func describe(
    _ entries: inout [Entry], as use: (String) -> RowUse, _ findings: inout Findings
  ) {
    guard !entries.isEmpty else { return }
    let names = RowNames(entries)
    let isShared = Set(exchanges.map(\.page)).count > 1
    let roles: Set<TableFact.Role> = [.parameters, .headers]
    var tables: [(PageContext, [TableFact])] = exchanges.map { exchange in
      let page = pages[exchange.page]
      return (page, page.tables(roles, ofRequest: exchange.request))
    }
    // What stands with the request has the better words.
    var seen: Set<Int> = []
    for exchange in exchanges where seen.insert(exchange.page).inserted {
      tables.append((pages[exchange.page], pages[exchange.page].sharedTables(roles)))
    }
    for (page, tables) in tables {
      for row in tables.lazy.flatMap(\.rows) {
        for (index, value) in names.entries(of: row) {
          var facts = DocumentedFacts(row, name: entries[index].name, page: page)
          if isShared, page.isAboutItsSource(row.description) { facts.text = nil }
          if let value { facts.text?.tell(value) }
          entries[index].facts.merge(facts)
          findings.note(use(entries[index].name), of: row, on: page)
        }
      }
    }
    for text in entries.lazy.compactMap(\.facts.text) { findings.noteHeld(text.place) }
  }
}

extension RowText {
  /// Says which value the words are about, where they do not.
  fileprivate mutating func tell(_ value: String) {
    if !text.contains(value) { text = "`\(value)`: " + text }
  }
}

extension Endpoint {
  fileprivate func has(query name: String) -> Bool { query.contains { $0.name == name } }
}
