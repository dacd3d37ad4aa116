import ConnectorModel

/// The words of tables that nothing else of the model holds: documentation, whatever they say.
extension Comparer {
  mutating func compareTables() {
    // A model that was written before tables were kept says nothing of them.
    guard let before = old.model.tables, let after = new.model.tables else { return }
    let oldTables = Dictionary(grouping: before, by: \.provenance.page)
    let newTables = Dictionary(grouping: after, by: \.provenance.page)
    let told = ToldRows(drafts)
    // Pages and sources that come or go are changes of their own.
    let sources = Pairing(
      old.model.sources, new.model.sources, key: \.key, evidence: Evidence.source)
    for pair in sources.pairs {
      compareTables(
        oldTables[pair.old.provenance.page] ?? [], newTables[pair.new.provenance.page] ?? [],
        ChangeSubject(.table, source: pair.new.key, name: pair.new.provenance.page), told)
    }
    let sourcePages = Set((old.model.sources + new.model.sources).map(\.provenance.page))
    let known = Set(old.model.pages.map(\.path))
    for page in new.model.pages
    where known.contains(page.path) && !sourcePages.contains(page.path) {
      compareTables(
        oldTables[page.path] ?? [], newTables[page.path] ?? [],
        ChangeSubject(.table, name: page.path), told)
    }
  }

  /// What a table is recognised by: its section and its header. Tables that have both in common are
  /// told apart by their rows, or else by the names of these, where they are the same.
  private struct TableKey: Hashable {
    var heading: String
    var tab: String?
    var header: [String]
    var rows: [[String]] = []
    var names: [String] = []

    static func section(_ table: PageTable) -> TableKey {
      TableKey(heading: table.heading, tab: table.tab, header: table.header)
    }

    static func names(_ table: PageTable) -> TableKey {
      var key = section(table)
      key.names = table.names.sorted()
      return key
    }

    static func whole(_ table: PageTable) -> TableKey {
      var key = section(table)
      key.rows = table.rows.map { $0.cells + $0.links }
      key.names = table.otherRows
      return key
    }
  }

  /// - Parameter subject: The page.
  private mutating func compareTables(
    _ before: [PageTable], _ after: [PageTable], _ subject: ChangeSubject, _ told: ToldRows
  ) {
    let same = Pairing(before, after, key: TableKey.whole) { _, _ in nil }
    let alike = Pairing(same.removed, same.added, key: TableKey.names) { _, _ in nil }
    let rest = Pairing(
      alike.removed, alike.added, key: TableKey.section, evidence: Evidence.table)
    for pair in alike.pairs + rest.pairs { compare(pair, subject, told) }
    // Of a table that describes something, other changes tell that it comes or goes.
    for table in rest.removed
    where table.describesNothing
      || !table.rows.allSatisfy({ told.hasRemoved($0, on: table.provenance.page) })
    {
      add(
        Draft(
          rule: .tableRemoved, subject: subject, message: "\(Self.name(of: table)) is gone",
          oldValue: Self.text(of: table), old: table.provenance, otherwise: .documentation))
    }
    for table in rest.added
    where table.describesNothing
      || !table.rows.allSatisfy({ told.hasAdded($0, on: table.provenance.page) })
    {
      add(
        Draft(
          rule: .tableAdded, subject: subject, message: "\(Self.name(of: table)) is new",
          newValue: Self.text(of: table), new: table.provenance, otherwise: .documentation))
    }
  }

  private mutating func compare(
    _ pair: Pairing<PageTable>.Pair, _ subject: ChangeSubject, _ told: ToldRows
  ) {
    let name = Self.name(of: pair.new)
    // What a table describes tells of another heading by itself.
    if pair.guess != nil, pair.old.describesNothing || pair.old.header != pair.new.header {
      add(
        Draft(
          rule: .documentationChanged, subject: subject,
          message: "\(name) has another heading or header",
          oldValue: Self.title(of: pair.old), newValue: Self.title(of: pair.new),
          guess: pair.guess, old: pair.old.provenance, new: pair.new.provenance,
          otherwise: .documentation))
    }
    // Rows that are the same belong together, whatever other rows begin with the same cell.
    let same = Pairing(pair.old.rows, pair.new.rows, key: { $0.cells + $0.links }) { _, _ in nil }
    let rows = Pairing(same.removed, same.added, key: \.cells.first) { _, _ in nil }
    let (oldPage, newPage) = (pair.old.provenance.page, pair.new.provenance.page)
    for row in rows.pairs where !told.hasChanged(row.old, row.new, on: newPage) {
      let isLink = row.old.cells == row.new.cells
      let words = isLink ? "leads elsewhere from" : "says otherwise of"
      add(
        Draft(
          rule: .tableRowChanged, subject: subject,
          message: "\(name) \(words) \(Self.name(of: row.new))",
          oldValue: isLink ? row.old.links.joined(separator: ", ") : Self.text(of: row.old),
          newValue: isLink ? row.new.links.joined(separator: ", ") : Self.text(of: row.new),
          old: Self.place(row.old, pair.old), new: Self.place(row.new, pair.new),
          otherwise: .documentation))
    }
    // A row whose words stand elsewhere in the other model is told there.
    var held = HeldRows(pair.old.otherRows, pair.new.otherRows)
    for row in rows.removed where !held.takeCome(row) && !told.hasRemoved(row, on: oldPage) {
      add(
        Draft(
          rule: .tableRowRemoved, subject: subject,
          message: "\(name) no longer has \(Self.name(of: row))", oldValue: Self.text(of: row),
          old: Self.place(row, pair.old), new: pair.new.provenance, otherwise: .documentation))
    }
    for row in rows.added where !held.takeGone(row) && !told.hasAdded(row, on: newPage) {
      add(
        Draft(
          rule: .tableRowAdded, subject: subject, message: "\(name) has \(Self.name(of: row)) now",
          newValue: Self.text(of: row), old: pair.old.provenance, new: Self.place(row, pair.new),
          otherwise: .documentation))
    }
  }

  private static func place(_ row: PageTable.Row, _ table: PageTable) -> Provenance {
    Provenance(page: table.provenance.page, line: row.line, anchor: table.provenance.anchor)
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

/// How many rows that begin with a cell have come to those whose words stand elsewhere, and how many
/// have gone from them.
private struct HeldRows {
  private var come: [String: Int] = [:]

  init(_ before: [String], _ after: [String]) {
    for cell in after { come[cell, default: 0] += 1 }
    for cell in before { come[cell, default: 0] -= 1 }
  }

  /// Whether a row that is gone is one of those that have come.
  mutating func takeCome(_ row: PageTable.Row) -> Bool { take(row, 1) }

  /// Whether a row that is new is one of those that have gone.
  mutating func takeGone(_ row: PageTable.Row) -> Bool { take(row, -1) }

  private mutating func take(_ row: PageTable.Row, _ sign: Int) -> Bool {
    let cell = row.cells.first ?? ""
    guard let count = come[cell], count * sign > 0 else { return false }
    come[cell] = count - sign
    return true
  }
}
