import ConnectorModel
import CurlReader
import Diagnostics
import JSONReader
import Linting
import PageFacts

/// What a page says, as a person wants to see it.
struct FactsText {
  private let facts: PageFacts
  private let page: SourceFile
  /// What the model makes of the page; nil where the page is about no source.
  private let source: Source?
  private var layout: TextLayout

  /// Where labels end and what belongs to them starts.
  private static let column = 17

  var text: String { layout.text }

  /// - Parameter corrections: what overlays of the configuration say otherwise.
  init(
    _ facts: PageFacts, in page: SourceFile, source: Source?, style: Style,
    corrections: [FactCorrection] = []
  ) {
    self.facts = facts
    self.page = page
    self.source = source
    layout = TextLayout(style)
    layout.heading(page.path)
    if !facts.title.isEmpty { layout.line(VisibleText.make(facts.title)) }
    layout.line()
    addIdentity()
    for correction in corrections { add(correction) }
    if let source {
      for authentication in source.authentications { add(authentication) }
    } else {
      for authentication in facts.authentications { add(authentication) }
    }
    for (index, request) in facts.requests.enumerated() { add(request, at: index) }
    addPayloads()
    addLooseResponses()
    if facts.requests.isEmpty { row("Requests", "no requests") }
  }

  private mutating func addIdentity() {
    if let source = facts.source {
      let category = source.category.isEmpty ? "no category" : source.category
      row("Source", "\(source.name) (\(category))")
    } else {
      row("Source", "none: the page is about no single source")
    }
    row("Documents", facts.kind.words)
    for spec in facts.connectionSpecs {
      var notes: [String] = spec.version.map { ["version \($0)"] } ?? ["no version"]
      if !spec.isValidUUID { notes.append("no UUID") }
      if spec.isDoubtful { notes.append("doubtful: the page gives another one, too") }
      row(
        "Specification", ([spec.id] + notes).joined(separator: ", "),
        note: spec.ranges.first.map { line($0) } ?? "")
    }
    if facts.connectionSpecs.isEmpty, facts.source != nil { row("Specification", "none") }
    for spec in facts.otherSpecIDs {
      row("Other ID", "\(spec.id), \(spec.role)", note: spec.ranges.first.map { line($0) } ?? "")
    }
  }

  private mutating func add(_ correction: FactCorrection) {
    let value = correction.value ?? "nothing"
    let documented = correction.documented ?? "nothing"
    let reason = correction.reason.map { ": " + $0 } ?? ""
    row(
      "Corrected",
      "\(correction.subject) is \(value), while the page says \(documented)\(reason)",
      note: line(correction.range))
  }

  // MARK: - Authentications

  private mutating func add(_ authentication: Authentication) {
    layout.line()
    let title = authentication.title.map { $0 == authentication.specName ? "" : " (\($0))" } ?? ""
    row(
      "Authentication", authentication.specName + title,
      note: "line \(authentication.provenance.line)", color: .cyan)
    add(
      authentication.fields.map { field in
        Field(
          name: field.name, type: field.schema.words, notes: notes(of: field),
          documentation: field.documentation ?? "")
      })
    for pattern in authentication.patterns {
      layout.row(
        "pattern", pattern.text, at: Self.column, indent: 2,
        note: "of \(pattern.field), line \(pattern.provenance.line)")
    }
  }

  /// Of a page that is about no source the model keeps no authentications; what its bodies send is
  /// shown all the same.
  private mutating func add(_ authentication: AuthenticationFact) {
    layout.line()
    row(
      "Authentication", authentication.specName, note: line(authentication.range), color: .cyan)
    add(
      authentication.parameters.map { parameter in
        Field(
          name: parameter.key, type: authentication.typeName(of: parameter), notes: [],
          documentation: "")
      })
  }

  private struct Field {
    var name: String
    var type: String
    var notes: [String]
    var documentation: String
  }

  private func notes(of field: Property) -> [String] {
    var notes = [field.isOptional ? "optional" : "required"]
    if let reason = field.optionalReason { notes[0] += " (\(reason))" }
    if field.isSecret { notes.append("secret") }
    if let value = field.defaultValue { notes.append("default \(value)") }
    if !field.allowedValues.isEmpty {
      notes.append("one of " + field.allowedValues.joined(separator: ", "))
    }
    if !field.aliases.isEmpty {
      notes.append("also called " + field.aliases.joined(separator: ", "))
    }
    if field.isUncertain { notes.append("uncertain: read from a repaired example") }
    return notes
  }

  private mutating func add(_ fields: [Field]) {
    let longest = fields.map { DisplayWidth.columns(of: $0.name) }.max() ?? 0
    let column = min(max(longest + 4, Self.column), 32)
    for field in fields {
      let facts = ([field.type] + field.notes).joined(separator: ", ")
      layout.row(field.name, facts, at: column, indent: 2, color: .bold)
      let words = VisibleText.make(
        field.documentation.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      if !words.isEmpty {
        let short = TextLayout.shortened(words, to: layout.style.width - column)
        layout.line(TextLayout.blanks(column) + layout.style.paint(short, .dim))
      }
    }
  }

  // MARK: - Requests

  private mutating func add(_ request: RequestFact, at index: Int) {
    layout.line()
    row(
      "Request", "\(request.method) \(request.url)", note: line(request.commandRange),
      color: .cyan)
    let place = [request.section.tab, request.section.heading].compactMap(\.self)
      .filter { !$0.isEmpty }
    if !place.isEmpty { detail("under", place.joined(separator: ", ")) }
    if let format = request.apiFormat {
      detail("API format", format.lines.map { "\($0.method) \($0.target)" }.joined(separator: ", "))
    } else {
      detail("API format", "none")
    }
    let headers = request.curl.headers.map(\.name)
    if !headers.isEmpty { detail("headers", headers.joined(separator: ", ")) }
    if let json = request.json {
      detail("body", json.leafPaths().joined(separator: ", "))
    } else if request.curl.body != nil {
      detail("body", "no JSON")
    }
    if request.isUncertain { detail("uncertain", "a repair had another possible reading") }
    for value in facts.fieldValues where value.request == index {
      let name = value.path.isEmpty ? "body" : FieldValueFact.text(of: value.path)
      layout.row(
        "example", "another value of \(name)", at: Self.column, indent: 2,
        note: line(value.range))
    }
    for response in facts.responses where response.request == index { add(response, "response") }
  }

  /// What no command sends.
  private mutating func addPayloads() {
    for (index, payload) in facts.payloads.enumerated() {
      layout.line()
      row("Payload", "sent by no command", note: line(payload.range), color: .cyan)
      let place = [payload.section.tab, payload.section.heading].compactMap(\.self)
        .filter { !$0.isEmpty }
      if !place.isEmpty { detail("under", place.joined(separator: ", ")) }
      detail("body", payload.json.leafPaths().joined(separator: ", "))
      if payload.isUncertain { detail("uncertain", "a repair had another possible reading") }
      for response in facts.responses where response.payload == index { add(response, "response") }
    }
  }

  private mutating func addLooseResponses() {
    let loose = facts.responses.filter { $0.request == nil && $0.payload == nil }
    guard !loose.isEmpty else { return }
    layout.line()
    for response in loose {
      row("Response", description(of: response) + ", of no request", note: line(response.range))
    }
  }

  private mutating func add(_ response: ResponseFact, _ label: String) {
    layout.row(
      label, description(of: response), at: Self.column, indent: 2, note: line(response.range))
  }

  private func description(of response: ResponseFact) -> String {
    let status = response.status.map { "\($0), " } ?? ""
    guard let json = response.json else { return status + "no JSON" }
    let keys = json.members?.map(\.key) ?? []
    return status + json.typeName + (keys.isEmpty ? "" : " of " + keys.joined(separator: ", "))
  }

  // MARK: - Lines

  private mutating func row(
    _ label: String, _ content: String, note: String = "", color: Style.Color? = nil
  ) {
    layout.row(label, content, at: Self.column, note: note, color: color)
  }

  private mutating func detail(_ label: String, _ content: String) {
    layout.row(label, content, at: Self.column, indent: 2)
  }

  private func line(_ range: Range<Int>) -> String {
    "line \(page.location(of: range.lowerBound).line)"
  }
}

extension PageFacts.Kind {
  /// What a page of this kind documents.
  fileprivate var words: String {
    switch self {
    case .baseConnection: "a base connection"
    case .sourceConnectionAndDataflow: "a source connection and a dataflow"
    case .collect: "how data of a category of sources is collected"
    case .explore: "how data of a category of sources is explored"
    case .manage: "how things are changed, watched and deleted"
    case .other: "something else"
    }
  }
}

extension Schema {
  /// The type in one word or two.
  fileprivate var words: String {
    switch self {
    case .string: "string"
    case .integer: "integer"
    case .number: "number"
    case .boolean: "boolean"
    case .null: "null"
    case .enumeration: "string of a list"
    case .array(let element): "array of \(element.words)"
    case .object: "object"
    case .dictionary: "object with free keys"
    case .union(let schemas): schemas.map(\.words).joined(separator: " or ")
    case .jsonSchema: "JSON Schema"
    case .authentication: "authentication"
    case .any: "any JSON"
    }
  }
}
