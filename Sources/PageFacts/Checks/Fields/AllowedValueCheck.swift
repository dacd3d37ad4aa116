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
          let field = context.bodies[request].field(at: FieldPath(row.name))
        {
          check.checkValue(of: field, row)
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

  private mutating func report(_ range: Range<Int>, _ subject: String, _ message: String) {
    diagnostics.append(
      .nameMismatch(
        at: range, subject, message, assumption: "what the request sends",
        remedy: "write the value in one way"))
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
    for value in (used[name] ?? []).sorted() where !allowed.contains(value) {
      if let other = row.allowedValues.first(where: { $0.lowercased() == value.lowercased() }) {
        report(
          row.range, "\(row.name) \(other)", "the row allows \(other), the page uses \(value)")
      } else {
        report(
          row.range, "\(row.name) \(value)",
          "the row allows \(row.allowedValues.joined(separator: ", ")), the page uses \(value)")
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
}
