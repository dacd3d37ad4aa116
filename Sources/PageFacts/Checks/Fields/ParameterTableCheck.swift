import Diagnostics
import MarkdownTree

/// Compares the placeholders and query parameters of API formats with the tables that explain them.
struct ParameterTableCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []
  /// A format with more of them is none that a table explains.
  private static let mostParameters = 500

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = ParameterTableCheck(context: context)
    let formats = context.scan.apiFormats
    var tables = context.facts.tables[...]
    for (index, format) in formats.enumerated() {
      let end = index + 1 < formats.count ? formats[index + 1].range.lowerBound : .max
      tables = tables.drop { $0.range.lowerBound < format.range.lowerBound }
      let own = tables.prefix { $0.range.lowerBound < end }
      check.check(
        format, own.filter { $0.role == .parameters && $0.section == format.section })
    }
    return check.diagnostics
  }

  private mutating func check(_ format: APIFormatFact, _ tables: [TableFact]) {
    let items = format.lines.flatMap { QueryItem.items(of: $0.target) }
    var placeholders: [String] = []
    for line in format.lines {
      for name in Self.placeholders(in: line.target) where !placeholders.contains(name) {
        placeholders.append(name)
        guard placeholders.count <= Self.mostParameters else { return }
      }
    }
    guard let first = tables.first, items.count <= Self.mostParameters else { return }
    let rows = tables.flatMap(\.rows)
    var unused = rows.filter { row in
      row.isPlaceholder(in: context.document.source) && !placeholders.contains(row.name)
    }
    let documented = Set(rows.map(\.name))
    var missing = placeholders.filter { !documented.contains($0) }
    // A row may give the whole item, `property=name=="{NAME}"`, as the API format has it.
    for row in rows where row.name.contains("=") {
      guard format.lines.contains(where: { $0.target.contains(row.name) }) else { continue }
      let explained = Self.placeholders(in: row.name)
      unused.removeAll { $0.name == row.name }
      missing.removeAll { explained.contains($0) }
    }
    reportLiterals(rows, items, &missing, format)
    // A parameter may be explained by its own name instead of its placeholder's.
    missing.removeAll { name in
      items.contains { $0.value == "{\(name)}" && documented.contains($0.name) }
    }
    reportRenamed(&unused, &missing)
    for row in unused {
      diagnostics.append(
        Diagnostic(
          .documentedButUnusedField, at: row.nameRange, subject: row.name,
          "the table documents {\(row.name)}, the API format has no such placeholder",
          assumption: "no parameter of the operation",
          remedy: "put the placeholder into the API format, or take the row out"))
    }
    // A table behind an API format may be about the body.
    let isAboutFormat = rows.contains { row in
      placeholders.contains(row.name)
        || items.contains { $0.name == row.name.prefix { $0 != "=" } }
    }
    // An identifier in the path speaks for itself.
    let isQuery = missing.contains { name in items.contains { $0.value.contains("{\(name)}") } }
    if isQuery, isAboutFormat {
      let names = missing.map { "{\($0)}" }.joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .undocumentedField, at: first.rows.first?.nameRange ?? first.range,
          subject: "parameters \(names)",
          "the table does not explain \(names) of the API format", remedy: "add the rows"))
    }
  }

  /// `fileType=json` explains a parameter that the API format leaves open as `fileType={FILE_TYPE}`.
  private mutating func reportLiterals(
    _ rows: [TableFact.Row], _ items: [QueryItem], _ missing: inout [String],
    _ format: APIFormatFact
  ) {
    for row in rows {
      guard let equals = row.name.firstIndex(of: "=") else { continue }
      let name = String(row.name[..<equals])
      guard
        let item = items.first(where: { $0.name == name }), item.value.hasPrefix("{"),
        let index = missing.firstIndex(where: { item.value == "{\($0)}" })
      else { continue }
      missing.remove(at: index)
      diagnostics.append(
        Diagnostic(
          .documentedButUnusedField, at: format.lines.first?.range ?? format.range,
          subject: row.name,
          "the table explains \(row.name), the API format has the placeholder \(item.value)",
          assumption: "the parameter may have other values",
          remedy: "write the value in the API format, or explain the placeholder",
          notes: [Diagnostic.Note(range: row.nameRange, message: "the row")]))
    }
  }

  /// One row without a placeholder and one placeholder without a row that share a word are the same.
  private mutating func reportRenamed(
    _ unused: inout [TableFact.Row], _ missing: inout [String]
  ) {
    guard unused.count == 1, missing.count == 1 else { return }
    let words = Set(SecretNames.words(of: missing[0])).subtracting(["id"])
    guard !words.isDisjoint(with: SecretNames.words(of: unused[0].name)) else { return }
    diagnostics.append(
      .nameMismatch(
        at: unused[0].nameRange, unused[0].name,
        "the table says {\(unused[0].name)}, the API format {\(missing[0])}",
        assumption: "the same placeholder", remedy: "use one name"))
    unused = []
    missing = []
  }

  private static func placeholders(in target: String) -> [String] {
    var names: [String] = []
    var rest = target[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      if !name.isEmpty { names.append(name) }
      rest = rest[rest.index(after: close)...]
    }
    return names
  }
}

/// `name=value` of a query.
struct QueryItem {
  var name: String
  var value: String

  /// The items of a path with a query; a stray semicolon at the end belongs to no value.
  static func items(of target: String) -> [QueryItem] {
    guard let mark = target.firstIndex(of: "?") else { return [] }
    return target[target.index(after: mark)...].split(separator: "&").map { item in
      let parts = item.split(separator: "=", maxSplits: 1)
      var value = parts.count > 1 ? String(parts[1]) : ""
      while value.last == ";" { value.removeLast() }
      return QueryItem(name: String(parts.first ?? ""), value: value)
    }
  }
}
