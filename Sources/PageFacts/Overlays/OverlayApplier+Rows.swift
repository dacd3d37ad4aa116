import JSONReader

/// What rows of tables say of fields.
extension OverlayApplier {
  mutating func correct(_ attribute: OverlaySubject.Attribute, of name: String) {
    var rows: [RowPlace] = []
    for table in facts.tables.indices {
      let role = facts.tables[table].role
      for row in facts.tables[table].rows.indices
      where Self.isRow(facts.tables[table].rows[row].name, ofRole: role, about: name) {
        rows.append(RowPlace(table: table, row: row))
      }
    }
    // Several rows of one field say it once, as a rule; where none does, the first one should.
    let telling = rows.filter { self[$0].says(attribute) }
    for place in telling.isEmpty ? Array(rows.prefix(1)) : telling {
      let row = self[place]
      guard note(row.text(of: attribute), at: row.range) else { continue }
      self[place].set(attribute, overlay.value)
    }
    switch attribute {
    case .name: correctNames(name)
    case .type: checkType(of: name)
    default: break
    }
  }

  /// Whether a row is about a field: called so, or a credential with and without its path.
  private static func isRow(
    _ row: String, ofRole role: TableFact.Role, about name: String
  ) -> Bool {
    if row == name { return true }
    guard credential(row) == credential(name) else { return false }
    return credential(row) != row || role == .credentials || role == .connectionStringOptions
  }

  /// The name of a credential without what property tables write before it.
  static func credential(_ name: String) -> String {
    for prefix in ["auth.params.", "params.auth.", "auth."] where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return name
  }

  /// The keys of examples and the query parameters that are called so.
  mutating func correctNames(_ name: String) {
    guard let new = overlay.value.text else { return }
    for path in Self.paths(of: FieldPath(name).parts) {
      guard let last = FieldPath(new).parts.last else { continue }
      for index in facts.requests.indices {
        facts.requests[index].json = correctKey(
          at: path, to: last, in: facts.requests[index].json)
      }
    }
    for index in facts.requests.indices {
      let place = facts.requests[index].commandRange
      let url = facts.requests[index].url
      if let renamed = QueryItem.renaming(name, to: new, in: url), note(name, at: place) {
        facts.requests[index].url = renamed
      }
      guard var format = facts.requests[index].apiFormat else { continue }
      for line in format.lines.indices {
        let target = format.lines[line].target
        if let renamed = QueryItem.renaming(name, to: new, in: target), note(name, at: place) {
          format.lines[line].target = renamed
        }
      }
      facts.requests[index].apiFormat = format
    }
  }

  /// The words of a table have no say where examples send values of another type.
  mutating func checkType(of name: String) {
    guard let type = overlay.value.text else { return }
    for path in Self.paths(of: FieldPath(name).parts) {
      for request in facts.requests {
        guard let node = request.json?.value(at: path[...]), !isBarePlaceholder(node),
          node.typeName != type, node.typeName != "null",
          !(node.typeName == "integer" && type == "number")
        else { continue }
        problem = """
          the examples send \(node.typeName) for it, which decides; correct their value \
          (`\(path.joined(separator: "."))`)
          """
        return
      }
    }
  }
}

extension QueryItem {
  /// A target or URL with another name for one of its query parameters; nil where it has none of
  /// that name.
  fileprivate static func renaming(
    _ name: String, to new: String, in target: String
  ) -> String? {
    guard let mark = target.firstIndex(of: "?") else { return nil }
    var isThere = false
    let items = target[target.index(after: mark)...]
      .split(separator: "&", omittingEmptySubsequences: false)
      .map { item -> String in
        let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.first.map(String.init) == name else { return String(item) }
        isThere = true
        return ([new] + parts.dropFirst().map(String.init)).joined(separator: "=")
      }
    return isThere ? target[...mark] + items.joined(separator: "&") : nil
  }
}

/// Where a row is.
struct RowPlace: Hashable {
  var table: Int
  var row: Int
}

extension OverlayApplier {
  private subscript(place: RowPlace) -> TableFact.Row {
    get { facts.tables[place.table].rows[place.row] }
    set { facts.tables[place.table].rows[place.row] = newValue }
  }
}

extension TableFact.Row {
  /// What the row says, as overlays write it; nil where it says nothing.
  fileprivate func text(of attribute: OverlaySubject.Attribute) -> String? {
    switch attribute {
    case .name: name
    case .type: type
    case .default: defaultValue
    case .optional: isOptional ? "true" : "false"
    case .description: description.isEmpty ? nil : description
    }
  }

  fileprivate func says(_ attribute: OverlaySubject.Attribute) -> Bool {
    attribute == .optional ? isOptional : text(of: attribute) != nil
  }

  fileprivate mutating func set(_ attribute: OverlaySubject.Attribute, _ value: Overlay.Value) {
    switch attribute {
    case .name:
      // A credential keeps the path before its name.
      let path = name.dropLast(OverlayApplier.credential(name).count)
      name = path + OverlayApplier.credential(value.text ?? name)
    case .type: type = value.text
    case .default: defaultValue = value.text
    case .optional: isOptional = value == .boolean(true)
    case .description:
      description = value.text ?? ""
      documentation = description
    }
  }
}
