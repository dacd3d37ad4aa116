import ConnectorModel

/// The tables of which the model makes nothing else: documentation, whatever they say.
extension Comparer {
  mutating func compareTables() {
    // A model that was written before tables were kept says nothing of them.
    guard let before = old.model.tables, let after = new.model.tables else { return }
    let oldTables = Dictionary(grouping: before, by: \.provenance.page)
    let newTables = Dictionary(grouping: after, by: \.provenance.page)
    // Pages and sources that come or go are changes of their own.
    let sources = Pairing(
      old.model.sources, new.model.sources, key: \.key, evidence: Evidence.source)
    for pair in sources.pairs {
      compareTables(
        oldTables[pair.old.provenance.page] ?? [], newTables[pair.new.provenance.page] ?? [],
        ChangeSubject(.table, source: pair.new.key, name: pair.new.provenance.page))
    }
    let sourcePages = Set((old.model.sources + new.model.sources).map(\.provenance.page))
    let known = Set(old.model.pages.map(\.path))
    for page in new.model.pages
    where known.contains(page.path) && !sourcePages.contains(page.path) {
      compareTables(
        oldTables[page.path] ?? [], newTables[page.path] ?? [],
        ChangeSubject(.table, name: page.path))
    }
  }

  /// What a table is recognised by: its section and its header. Tables that have both in common are
  /// told apart by their rows where these are the same.
  private struct TableKey: Hashable {
    var heading: String
    var tab: String?
    var header: [String]
    var rows: [[String]] = []

    static func section(_ table: PageTable) -> TableKey {
      TableKey(heading: table.heading, tab: table.tab, header: table.header)
    }

    static func whole(_ table: PageTable) -> TableKey {
      var key = section(table)
      key.rows = table.rows.map(\.cells)
      return key
    }
  }

  /// - Parameter subject: The page.
  private mutating func compareTables(
    _ before: [PageTable], _ after: [PageTable], _ subject: ChangeSubject
  ) {
    let same = Pairing(before, after, key: TableKey.whole) { _, _ in nil }
    let pairing = Pairing(
      same.removed, same.added, key: TableKey.section, evidence: Evidence.table)
    for pair in pairing.pairs { compare(pair, subject) }
    for table in pairing.removed {
      add(
        Draft(
          rule: .tableRemoved, subject: subject, message: "\(Self.name(of: table)) is gone",
          oldValue: Self.text(of: table), old: table.provenance, otherwise: .documentation))
    }
    for table in pairing.added {
      add(
        Draft(
          rule: .tableAdded, subject: subject, message: "\(Self.name(of: table)) is new",
          newValue: Self.text(of: table), new: table.provenance, otherwise: .documentation))
    }
  }

  private mutating func compare(_ pair: Pairing<PageTable>.Pair, _ subject: ChangeSubject) {
    let name = Self.name(of: pair.new)
    if pair.guess != nil {
      add(
        Draft(
          rule: .documentationChanged, subject: subject,
          message: "\(name) has another heading or header",
          oldValue: Self.title(of: pair.old), newValue: Self.title(of: pair.new),
          guess: pair.guess, old: pair.old.provenance, new: pair.new.provenance,
          otherwise: .documentation))
    }
    // Rows that are the same belong together, whatever other rows begin with the same cell.
    let same = Pairing(pair.old.rows, pair.new.rows, key: \.cells) { _, _ in nil }
    let rows = Pairing(same.removed, same.added, key: \.cells.first) { _, _ in nil }
    func place(_ row: PageTable.Row, _ table: PageTable) -> Provenance {
      Provenance(page: table.provenance.page, line: row.line, anchor: table.provenance.anchor)
    }
    for row in rows.pairs {
      add(
        Draft(
          rule: .tableRowChanged, subject: subject,
          message: "\(name) says otherwise of \(Self.name(of: row.new))",
          oldValue: Self.text(of: row.old), newValue: Self.text(of: row.new),
          old: place(row.old, pair.old), new: place(row.new, pair.new),
          otherwise: .documentation))
    }
    for row in rows.removed {
      add(
        Draft(
          rule: .tableRowRemoved, subject: subject,
          message: "\(name) no longer has \(Self.name(of: row))", oldValue: Self.text(of: row),
          old: place(row, pair.old), new: pair.new.provenance, otherwise: .documentation))
    }
    for row in rows.added {
      add(
        Draft(
          rule: .tableRowAdded, subject: subject, message: "\(name) has \(Self.name(of: row)) now",
          newValue: Self.text(of: row), old: pair.old.provenance, new: place(row, pair.new),
          otherwise: .documentation))
    }
  }

  // MARK: - Words

  private static func name(of table: PageTable) -> String {
    "the table under \"\(table.heading)\"" + (table.tab.map { ", \"\($0)\"" } ?? "")
  }

  private static func name(of row: PageTable.Row) -> String { "`\(row.cells.first ?? "")`" }

  private static func title(of table: PageTable) -> String {
    ([table.heading, table.tab].compactMap(\.self) + [table.header.joined(separator: " | ")])
      .joined(separator: ": ")
  }

  private static func text(of row: PageTable.Row) -> String {
    row.cells.joined(separator: " | ")
  }

  private static func text(of table: PageTable) -> String {
    ([table.header.joined(separator: " | ")] + table.rows.map(text)).joined(separator: "\n")
  }
}
