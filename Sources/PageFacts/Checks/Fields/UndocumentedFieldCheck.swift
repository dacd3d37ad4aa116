import Diagnostics
import JSONReader

/// Finds fields of bodies that no table explains.
struct UndocumentedFieldCheck {
  /// Fields that every body of the service has and no page explains anew.
  private static let envelope = [
    FieldPath("name"), FieldPath("description"), FieldPath("auth.specName"),
    FieldPath("connectionSpec.version"),
  ]
  /// The same of mapping sets, which pages leave out or explain.
  private static let mappingSetEnvelope: Set<FieldPath> = [
    FieldPath("version"), FieldPath("xdmVersion"), FieldPath("id"),
  ]

  private let context: CheckContext
  private var diagnostics: [Diagnostic] = []
  /// Sections without any table that were reported.
  private var bareSections: Set<SectionFact> = []
  private let credentials: Set<String>
  /// What tables up to here explain of each operation: a second example need not say it again.
  private var explained: [String: Explained] = [:]

  /// Paths of rows; kept from request to request, since a page may have thousands of both.
  private struct Explained {
    var paths: Set<[String]> = []
    /// The last names by the path before them.
    var names: [[String]: Set<String>] = [:]
    var hasCredentials = false

    mutating func insert(_ path: [String]) {
      guard paths.insert(path).inserted else { return }
      if let last = path.last { names[Array(path.dropLast()), default: []].insert(last) }
      if path.first == "auth", path.count > 2 { hasCredentials = true }
    }
  }

  static func run(_ context: CheckContext) -> [Diagnostic] {
    var check = UndocumentedFieldCheck(context)
    for index in context.facts.requests.indices {
      let request = context.facts.requests[index]
      // What is sent elsewhere is the reader's own data.
      guard request.json?.members != nil, request.goesToPlatform else { continue }
      check.check(index)
      check.checkEnvelope(index)
    }
    return check.diagnostics
  }

  private init(_ context: CheckContext) {
    self.context = context
    var names: Set<String> = []
    for table in context.facts.credentialTables {
      for row in table.rows { names.insert(row.name.foldedName) }
    }
    credentials = names
  }

  private mutating func check(_ index: Int) {
    let rows = context.tables(explaining: index).flatMap(\.rows)
    let operation = context.facts.requests[index].operation
    for row in rows {
      explained[operation, default: Explained()].insert(FieldPath(row.name).folded)
    }
    let known = explained[operation] ?? Explained()
    let documented = known.paths
    let respelt = RowMatching(rows, context.bodies[index]).respelt
    var reported: Set<[String]> = []
    var unexplained: [BodyFields.Field] = []
    for field in context.bodies[index].fields where field.isLeaf {
      let path = field.path
      let folded = path.folded
      guard !Self.envelope.contains(path), path != FieldPath("flowSpec.version"),
        !documented.contains(folded),
        reported.insert(folded).inserted
      else { continue }
      // Where the table leaves the credentials to the list above, that list explains them.
      if path.parts.first == "auth", !known.hasCredentials,
        credentials.contains(folded.last ?? "")
      {
        continue
      }
      // A table with a slip of the pen does explain the field.
      if respelt.contains(path) { continue }
      if let last = folded.last, last.count > 4, documented.count < 500,
        known.names[Array(folded.dropLast())]?.contains(where: {
          $0.distance(to: last, limit: 1) <= 1
        }) ?? false
      {
        continue
      }
      unexplained.append(field)
    }
    if documented.isEmpty {
      reportBare(index, unexplained)
    } else {
      report(withoutGaps(of: unexplained, in: index), in: index)
    }
  }

  /// What is best seen at the table, where a row is missing among its like, is reported there in one
  /// finding; the fields that are left are reported where they are sent.
  private mutating func withoutGaps(
    of fields: [BodyFields.Field], in index: Int
  ) -> [BodyFields.Field] {
    guard let table = context.tables(explaining: index).first(where: { $0.request == index }),
      let first = table.rows.first
    else { return fields }
    var rest = fields
    // A table that has only some of the set's own fields lists nothing.
    if context.facts.requests[index].pathSegments.last == "mappingSets",
      table.rows.contains(where: { FieldPath($0.name).parts.first == "mappings" })
    {
      let common = rest.filter { Self.mappingSetEnvelope.contains($0.path) }
      rest.removeAll { Self.mappingSetEnvelope.contains($0.path) }
      reportGap(
        common, at: first.nameRange,
        "the table explains the mapping set, but not its", remedy: "add the missing rows")
    }
    let listed = rest.filter { isListedCredential($0.path) }
    rest.removeAll { isListedCredential($0.path) }
    let repeated = table.rows.first { row in
      let path = FieldPath(row.name)
      return Self.isCredential(path) && context.bodies[index].field(at: path) != nil
    }
    // A table that has none of those that are sent is no place for them.
    reportGap(
      listed, at: repeated?.nameRange ?? listed.first?.keyRange ?? first.nameRange,
      "the list of credentials explains what the table of the request leaves out:",
      remedy: "add rows for them, or leave all credentials to the list")
    return rest
  }

  private mutating func reportGap(
    _ fields: [BodyFields.Field], at range: Range<Int>, _ message: String, remedy: String
  ) {
    guard !fields.isEmpty else { return }
    let names = fields.map(\.path.text).joined(separator: ", ")
    diagnostics.append(
      Diagnostic(
        .undocumentedField, at: range, subject: names, "\(message) \(names)",
        remedy: remedy,
        notes: fields.map { Diagnostic.Note(range: $0.keyRange, message: "sent here") }))
  }

  private func isListedCredential(_ path: FieldPath) -> Bool {
    Self.isCredential(path) && credentials.contains(path.folded.last ?? "")
  }

  private static func isCredential(_ path: FieldPath) -> Bool {
    path.parts.count > 2 && path.parts[0] == "auth" && path.parts[1] == "params"
  }

  /// A body without any table: one finding, and only where the page is there to explain it.
  private mutating func reportBare(_ index: Int, _ fields: [BodyFields.Field]) {
    let request = context.facts.requests[index]
    let own = fields.first { $0.path.parts.first != "connectionSpec" } ?? fields.first
    guard context.facts.source != nil, let first = own,
      bareSections.insert(request.section).inserted
    else { return }
    diagnostics.append(
      Diagnostic(
        .undocumentedField, at: first.keyRange, subject: "\(request.method) \(request.resource)",
        "no table explains the fields of this body",
        remedy: "add a table of properties behind the request"))
  }

  /// One finding for each field, or for an array of objects none of whose fields has a row.
  private mutating func report(_ fields: [BodyFields.Field], in index: Int) {
    let body = context.bodies[index]
    let missing = Set(fields.map(\.path))
    let partial = body.arrays { $0.isLeaf && !missing.contains($0.path) }
    var known: Set<FieldPath> = []
    for field in fields {
      var path = field.path
      var range = field.keyRange
      if let array = body.outermostArray(around: field), !partial.contains(array.path) {
        path = array.path
        range = array.keyRange
      }
      guard known.insert(path).inserted else { continue }
      let isGroup = path != field.path
      diagnostics.append(
        Diagnostic(
          .undocumentedField, at: range, subject: path.text,
          isGroup
            ? "the body sends elements of \(path.text), and no table explains any of their fields"
            : "the body sends \(path.text), which no table explains",
          remedy: isGroup ? "add rows for the fields of an element" : "add a row for the field"))
    }
  }

  /// A table that lists the envelope lists it whole.
  private mutating func checkEnvelope(_ index: Int) {
    for table in context.tables(explaining: index) where table.request == index {
      let paths = Set(table.rows.map { FieldPath($0.name) })
      let lists =
        paths.contains(FieldPath("auth.specName"))
        || paths.contains(FieldPath("name")) && paths.contains(FieldPath("description"))
      guard lists else { continue }
      let missing = Self.envelope.filter {
        !paths.contains($0) && context.bodies[index].field(at: $0) != nil
      }
      guard let first = table.rows.first(where: { Self.envelope.contains(FieldPath($0.name)) }),
        !missing.isEmpty
      else { continue }
      let names = missing.map(\.text).joined(separator: ", ")
      diagnostics.append(
        Diagnostic(
          .undocumentedField, at: first.nameRange, subject: "envelope: \(names)",
          "the table lists the fields that every body of the kind has, but not \(names)",
          remedy: "add the missing rows, or leave the common fields to the API reference"))
    }
  }
}

extension RequestFact {
  /// The method and the collection.
  fileprivate var operation: String { "\(method) \(resource)" }

  var goesToPlatform: Bool { EndpointPath(url).host == EndpointPath.platformHost }
}
