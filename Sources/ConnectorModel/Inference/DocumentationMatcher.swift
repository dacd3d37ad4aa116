import Diagnostics
import PageFacts

/// Hands the words of property tables to the places of a shape that they are about.
///
/// A row names a place by its path, with or without `[]`; a path that names no place from the root
/// is taken for the end of one (`durationSummary` for `items[].metrics.durationSummary`), the
/// shallowest first.
final class DocumentationMatcher {
  private struct Candidate {
    var path: [String]
    var property: PropertyShape
  }

  /// Whose fields the rows describe.
  enum Document {
    case body
    case payload
    case response
  }

  private let root: Shape
  private let document: Document
  /// By the last name of the path, letters and digits only.
  private var candidates: [String: [Candidate]] = [:]
  /// The fields whose examples are placeholders, by the placeholder, letters and digits only.
  private var placeholders: [String: [PropertyShape]] = [:]

  init(root: Shape, of document: Document) {
    self.root = root
    self.document = document
    collect(root, path: [])
  }

  private func collect(_ shape: Shape, path: [String]) {
    guard Self.isOpen(shape) else { return }
    for property in shape.properties {
      let path = path + [property.name]
      candidates[NameMatching.normalized(property.name), default: []].append(
        Candidate(path: path, property: property))
      let shown = property.shape.values.compactMap(NameMatching.placeholder)
      for name in Set(shown.map(NameMatching.normalized)) {
        placeholders[name, default: []].append(property)
      }
      collect(property.shape, path: path)
    }
    if let element = shape.element { collect(element, path: path) }
  }

  /// Whether what is inside has a type of its own.
  private static func isOpen(_ shape: Shape) -> Bool {
    shape.dataReason == nil && shape.jsonSchemas == 0
      && (shape.authentications == 0 || shape.authentications != shape.count(.object))
  }

  /// Hands over all rows of a table.
  ///
  /// - Parameters:
  ///   - isLinked: whether the table explains this very document, so that a field which no example
  ///     has is one of its fields.
  ///   - isShared: whether the document is that of several pages, so that words about one page's
  ///     own source are left out.
  func attach(
    _ table: TableFact, on page: PageContext, isLinked: Bool, isShared: Bool,
    findings: inout Findings
  ) {
    for var row in table.rows {
      if isShared, page.isAboutItsSource(row.description) {
        row.description = ""
        row.documentation = ""
      }
      attach(row, on: page, isLinked: isLinked, findings: &findings)
    }
  }

  func attach(
    _ row: TableFact.Row, on page: PageContext, isLinked: Bool, findings: inout Findings
  ) {
    let path = Self.path(row.name)
    guard let last = path.last, !Self.isOfAuthentication(path) else { return }
    let found = matches(path)
    if found.count == 1, let property = found.first {
      describe(property, by: row, on: page, findings: &findings)
    } else if found.isEmpty {
      if isLinked, let property = property(showing: row) {
        return describe(property, by: row, on: page, findings: &findings)
      }
      guard isLinked, Self.isName(row.name), let parent = parent(of: path) else { return }
      if let slip = slip(of: last, in: parent) {
        describe(slip, by: row, on: page, findings: &findings)
      } else {
        addUnsent(last, to: parent, path: path, row: row, on: page, findings: &findings)
      }
    } else {
      // One row for several places: the words fit all of them, the rest none for certain.
      findings.note(use(of: last), of: row, on: page)
      let text = RowText(row, on: page)
      for property in found where property.facts.text == nil { property.facts.text = text }
    }
  }

  /// The one field whose example is the placeholder that a row names, where no other row explains
  /// the field.
  private func property(showing row: TableFact.Row) -> PropertyShape? {
    guard let placeholder = row.cells.first.flatMap(NameMatching.placeholder) else { return nil }
    let found = placeholders[NameMatching.normalized(placeholder)] ?? []
    return found.count == 1 && found[0].facts.place == nil ? found[0] : nil
  }

  /// Among more fields than that, names are near each other by chance.
  private static let mostSiblings = 500

  /// The field whose name is one edit away.
  private func slip(of name: String, in parent: Shape) -> PropertyShape? {
    guard parent.properties.count <= Self.mostSiblings else { return nil }
    let wanted = NameMatching.normalized(name)
    return parent.properties.first {
      NameMatching.differByOneEdit(NameMatching.normalized($0.name), wanted)
    }
  }

  private func addUnsent(
    _ name: String, to parent: Shape, path: [String], row: TableFact.Row, on page: PageContext,
    findings: inout Findings
  ) {
    let property = parent.property(name, at: Place(page: page.index, range: row.nameRange))
    property.facts.isUnsent = true
    candidates[NameMatching.normalized(name), default: []].append(
      Candidate(path: path, property: property))
    describe(property, by: row, on: page, findings: &findings)
  }

  // MARK: - Paths

  /// `transformations[].params.mappingId` as its names.
  private static func path(_ name: String) -> [String] {
    name.split(separator: ".").compactMap { part in
      let bare = part.prefix { $0 != "[" }
      return bare.isEmpty ? nil : String(bare)
    }
  }

  private static func isOfAuthentication(_ path: [String]) -> Bool { path.first == "auth" }

  /// Whether a row's name is one that JSON could have, not a sentence, a value or a placeholder.
  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 120 && name.utf8.contains { $0 >= UInt8(ascii: "a") }
      && name.utf8.allSatisfy { byte in
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
          || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
          || "_$@.:-[]".utf8.contains(byte)
      }
  }

  private func matches(_ path: [String]) -> [PropertyShape] {
    guard let last = path.last, let named = candidates[NameMatching.normalized(last)] else {
      return []
    }
    let exact = named.filter { $0.path == path }
    if exact.count == 1 { return exact.map(\.property) }
    let normalized = path.map(NameMatching.normalized)
    let ending = named.filter { candidate in
      candidate.path.count >= path.count
        && candidate.path.suffix(path.count).map(NameMatching.normalized) == normalized
    }
    let depth = ending.map(\.path.count).min()
    return ending.filter { $0.path.count == depth }.map(\.property)
  }

  /// The objects that a field of that path would belong to, if the path stands from the root.
  private func parent(of path: [String]) -> Shape? {
    var shape = Self.objects(of: root)
    for name in path.dropLast() {
      guard let inner = shape?.property(named: name)?.shape else { return nil }
      shape = Self.objects(of: inner)
    }
    return shape
  }

  /// The objects of a shape, or of its elements.
  private static func objects(of shape: Shape) -> Shape? {
    var shape = shape
    while isOpen(shape) {
      if shape.count(.object) > 0 {
        let isDictionary =
          !shape.properties.isEmpty
          && shape.properties.allSatisfy { Identifiers.isKeyOfData($0.name) }
        return isDictionary ? nil : shape
      }
      guard let element = shape.element else { return nil }
      shape = element
    }
    return nil
  }

  /// The one field whose name, or path in one word, is this.
  fileprivate func property(calling normalized: String) -> PropertyShape? {
    var found: [PropertyShape] = []
    for named in candidates.values {
      for candidate in named
      where NameMatching.normalized(candidate.path.joined()) == normalized
        || NameMatching.normalized(candidate.property.name) == normalized
      {
        found.append(candidate.property)
      }
    }
    return found.count == 1 ? found.first : nil
  }

  // MARK: - Rows

  private func use(of name: String) -> RowUse {
    switch document {
    case .body: .bodyField(name)
    case .payload: .payloadField(name)
    case .response: .responseField(name)
    }
  }

  private func describe(
    _ property: PropertyShape, by row: TableFact.Row, on page: PageContext,
    findings: inout Findings
  ) {
    let facts = DocumentedFacts(row, name: property.name, page: page)
    findings.note(use(of: property.name), of: row, on: page)
    if let known = property.facts.defaultValue, let other = facts.defaultValue, known != other {
      findings.add(
        .conflictingDefault(of: row.name, known: known, other: other, at: row.range), on: page)
    }
    property.facts.merge(facts)
  }
}

extension RowText {
  /// Nothing where a row has no words.
  init?(_ row: TableFact.Row, on page: PageContext) {
    guard !row.documentation.isEmpty else { return nil }
    self.init(text: row.documentation, place: Place(page: page.index, range: row.range))
  }
}

extension DocumentedFacts {
  /// What a row says of the value called `name`.
  init(_ row: TableFact.Row, name: String, page: PageContext) {
    self.init()
    text = RowText(row, on: page)
    let bare = NameMatching.credential(row.name)
    let last = bare.split(separator: ".").last.map(String.init) ?? bare
    if last != name, !last.hasSuffix("]"), bare != name { aliases = [last] }
    isOptional = row.isOptional
    defaultValue = row.defaultValue
    allowedValues = row.allowedValues
    example = row.example
    isSecret = row.isSecret
    type = row.type
    place = Place(page: page.index, range: row.range)
    corrections = page.corrections[row.range] ?? []
  }
}

extension DocumentationMatcher {
  /// Takes a table of names and values for the values of the field that its header names (`Data
  /// format` for `data.format`).
  func attach(
    enumeration table: TableFact, on page: PageContext, findings: inout Findings
  ) {
    guard let header = table.header.first, table.rows.count >= 2,
      let property = property(calling: NameMatching.normalized(header))
    else { return }
    var facts = DocumentedFacts()
    var seen: Set<String> = []
    for row in table.rows {
      let isWord = !row.description.isEmpty && !row.description.contains(" ")
      let value = isWord ? row.description : row.name
      findings.note(.value(of: property.name), of: row, on: page)
      if seen.insert(value).inserted { facts.allowedValues.append(value) }
    }
    property.facts.merge(facts)
  }
}
