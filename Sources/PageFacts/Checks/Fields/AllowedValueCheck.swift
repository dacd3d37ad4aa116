import Diagnostics
import JSONReader

/// Compares the values that tables allow with those that the page uses.
struct AllowedValueCheck {
  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []
  private let enumerated: Set<String>
  /// The same by their lower case.
  private let foldedValues: [String: String]
  /// What API formats and URLs give each query parameter, and which parameter a placeholder fills.
  private var used: [String: Set<String>] = [:]
  private var parameters: [String: String] = [:]

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = AllowedValueCheck(context)
    for table in context.facts.tables {
      for row in table.rows {
        if row.allowedValues.count > 1 {
          check.checkEnumeration(row)
          check.checkParameter(row)
        }
        if let request = table.request, request < context.bodies.count,
          table.role == .requestProperties,
          let field = check.field(of: row, request)
        {
          check.checkValue(of: field, row)
          check.checkSchema(field, row)
          check.checkHostName(field, row)
          check.checkDatePatterns(in: field, row)
        }
      }
    }
    return check.diagnostics
  }

  private init(_ context: CheckContext) {
    self.context = context
    var values: Set<String> = []
    for table in context.facts.tables where table.role == .enumeration {
      for row in table.rows { values.insert(row.cells.last ?? "") }
    }
    enumerated = values
    foldedValues = Dictionary(values.map { ($0.lowercased(), $0) }, uniquingKeysWith: min)
    let targets =
      context.scan.apiFormats.flatMap { $0.lines.map(\.target) }
      + context.facts.requests.map(\.url)
    for item in targets.flatMap(QueryItem.items) {
      if item.value.hasPrefix("{") {
        parameters[String(item.value.dropFirst().dropLast())] = item.name
      } else {
        used[item.name, default: []].insert(item.value)
      }
    }
  }

  private mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String,
    remedy: String = "write the value in one way"
  ) {
    diagnostics.append(
      .nameMismatch(
        at: range, subject, message, assumption: "what the request sends", remedy: remedy))
  }

  /// The field that a row is about, also where the row misspells it.
  private func field(of row: TableFact.Row, _ request: Int) -> BodyFields.Field? {
    let body = context.bodies[request]
    if let field = body.field(at: FieldPath(row.name)) { return field }
    guard row.allowedValues.count > 1 || row.documentation.contains("`yyyy") else { return nil }
    if case .respelt(let field)? = RowMatching([row], body).rows.first?.outcome { return field }
    return nil
  }

  /// An allowed value that an enumeration of the page spells in another case.
  private mutating func checkEnumeration(_ row: TableFact.Row) {
    for value in row.allowedValues where !enumerated.contains(value) {
      if let other = foldedValues[value.lowercased()] {
        report(
          row.range, "\(row.name) \(value)",
          "the row allows \(value), the page's list of values says \(other)")
      }
    }
  }

  /// A query parameter whose table allows other values than the page uses.
  private mutating func checkParameter(_ row: TableFact.Row) {
    let name = parameters[row.name] ?? row.name
    let allowed = Set(row.allowedValues)
    let strange = (used[name] ?? []).subtracting(allowed).sorted()
    for value in strange {
      if let other = row.allowedValues.first(where: { $0.lowercased() == value.lowercased() }) {
        report(
          row.range, "\(row.name) \(other)", "the row allows \(other), the page uses \(value)")
      } else {
        report(
          row.range, "\(row.name) \(value)",
          "the row allows \(row.allowedValues.joined(separator: ", ")), "
            + "the page uses \(strange.joined(separator: ", "))")
      }
      return
    }
  }

  /// A body's value that the row spells with other blanks or in another case.
  private mutating func checkValue(of field: BodyFields.Field, _ row: TableFact.Row) {
    guard let text = field.value.string, !text.contains("{"), !text.isEmpty,
      !row.description.contains(text)
    else { return }
    if let other = row.allowedValues.first(where: { $0.lowercased() == text.lowercased() }) {
      report(
        field.value.range, "\(row.name) \(text)",
        "the body sends \(text), the table allows \(other)")
    } else if text.contains(" "), text.contains("/") || text.contains("="),
      row.description.contains(text.filter { $0 != " " })
    {
      report(
        field.value.range, "\(row.name) blank",
        "the body's \(field.path.text) has a blank that the table's value has not")
    }
  }

  /// A value that the table calls a schema's `$id`, which is a URI, and that is none.
  private mutating func checkSchema(_ field: BodyFields.Field, _ row: TableFact.Row) {
    guard let text = field.value.string, !text.isEmpty, !text.hasPrefix("{"),
      !text.contains("://"), row.documentation.contains("`$id`")
    else { return }
    report(
      field.value.range, "\(row.name) $id",
      "the table says that \(row.name) is a $id, \(text) is no URI",
      remedy: "send the schema's $id, or say in the table what is sent")
  }

  /// A host name where the table asks for the name of something: is the rest of it part of the name?
  private mutating func checkHostName(_ field: BodyFields.Field, _ row: TableFact.Row) {
    guard let text = field.value.string, Self.isHostName(text), let name = field.path.parts.last
    else { return }
    let words = row.description.lowercased().split(whereSeparator: { !$0.isLetter })
    guard words.contains("name"), Self.hostWords.isDisjoint(with: words),
      Self.hostWords.isDisjoint(with: SecretNames.words(of: name).map { $0[...] })
    else { return }
    report(
      row.nameRange, "\(row.name) host",
      "the table says that \(name) is a name, the body sends the host name \(text)",
      remedy: "say in the table what is sent")
  }

  private static let hostWords: Set<Substring> = [
    "address", "domain", "endpoint", "host", "hostname", "server", "site", "subdomain", "uri",
    "url",
  ]

  /// Three labels and more, the last of which is a domain of the kind that services have.
  private static func isHostName(_ text: String) -> Bool {
    let labels = text.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 2 && labels.allSatisfy { !$0.isEmpty }
      && ["com", "io", "net", "org"].contains(labels.last ?? "")
      && text.utf8.allSatisfy { byte in
        byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte)
          || (0x61...0x7A).contains(byte | 0x20)
      }
  }

  /// A date pattern that differs from all those that the field's row names.
  private mutating func checkDatePatterns(in field: BodyFields.Field, _ row: TableFact.Row) {
    let named = row.documentation.split(separator: "`").map(String.init)
      .filter(Self.isDatePattern)
    guard !named.isEmpty else { return }
    let values = field.value.members?.map(\.value) ?? [field.value]
    for value in values {
      guard let text = value.string, Self.isDatePattern(text), !named.contains(text) else {
        continue
      }
      report(
        value.range, "\(row.name) date pattern",
        "the body sends the date pattern \(text), the table names \(named.joined(separator: ", "))",
        remedy: "write a pattern that the service takes")
      return
    }
  }

  /// `yyyy-MM-dd HH:mm:ss` and its like.
  private static func isDatePattern(_ text: String) -> Bool {
    text.utf8.count >= 8 && text.utf8.count <= 40 && text.lowercased().hasPrefix("yyyy")
      && text.utf8.allSatisfy { datePatternBytes.contains($0) }
  }

  private static let datePatternBytes = Set("yYMdDHhmsSaZTX-/:. '".utf8)
}
