import Diagnostics

/// Takes values out of nodes and reports those that have another type.
///
/// `path` is the way of keys to a value, `names.sources.Snowflake`; it is the finding's subject.
struct ValueReader {
  let file: SourceFile
  private(set) var diagnostics: [Diagnostic]

  init(file: SourceFile, diagnostics: [Diagnostic]) {
    self.file = file
    self.diagnostics = diagnostics
  }

  // MARK: Values

  mutating func string(_ node: YAMLNode, _ path: String) -> String? {
    guard case .scalar(let scalar) = node.kind, scalar.meaning == .string else {
      reportType(node, path, "a string")
      return nil
    }
    guard !scalar.text.isEmpty else {
      report(node.range, path, "\(path) is empty", remedy: nil)
      return nil
    }
    return scalar.text
  }

  mutating func integer(
    _ node: YAMLNode, _ path: String, in range: ClosedRange<Int>
  ) -> Int? {
    guard case .scalar(let scalar) = node.kind, case .integer(let value) = scalar.meaning else {
      reportType(node, path, "an integer")
      return nil
    }
    guard let value, range.contains(value) else {
      report(
        node.range, path,
        "\(path) takes an integer from \(range.lowerBound) to \(range.upperBound)", remedy: nil)
      return nil
    }
    return value
  }

  /// A name that Swift takes without quoting; keywords are the business of whoever renders it.
  mutating func identifier(_ node: YAMLNode, _ path: String) -> String? {
    guard let text = string(node, path) else { return nil }
    let isIdentifier = text.utf8.enumerated().allSatisfy { index, byte in
      (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
        || index > 0 && (0x30...0x39).contains(byte)
    }
    guard isIdentifier else {
      report(
        node.range, path, "\"\(text)\" is no Swift identifier",
        remedy: "use letters, digits and underscores, and a letter first")
      return nil
    }
    return text
  }

  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ node: YAMLNode, _ path: String, _ type: Choice.Type
  ) -> Choice? {
    if case .scalar(let scalar) = node.kind, scalar.meaning == .string,
      let choice = Choice(rawValue: scalar.text)
    {
      return choice
    }
    reportChoice(node, path, type.allCases.map(\.rawValue))
    return nil
  }

  mutating func list(_ node: YAMLNode, _ path: String) -> [YAMLNode]? {
    guard case .sequence(let elements) = node.kind else {
      reportType(node, path, "a list")
      return nil
    }
    return elements
  }

  mutating func mapping(_ node: YAMLNode, _ path: String) -> [YAMLNode.Pair]? {
    guard case .mapping(let pairs) = node.kind else {
      reportType(node, path, "a mapping")
      return nil
    }
    return pairs
  }

  // MARK: Keys

  /// A key that is free to choose. A number or a boolean is a name here, too: fields have such names.
  mutating func name(_ node: YAMLNode, in path: String) -> String? {
    guard case .scalar(let scalar) = node.kind, !scalar.text.isEmpty else {
      reportType(node, path, "a name before each colon")
      return nil
    }
    return scalar.text
  }

  /// One of the keys that a mapping may have.
  mutating func key(_ node: YAMLNode, of keys: [String], in path: String) -> String? {
    guard let name = name(node, in: path.isEmpty ? "the configuration" : path) else { return nil }
    if keys.contains(name) { return name }
    let subject = path.isEmpty ? name : "\(path).\(name)"
    let place = path.isEmpty ? "" : " in \(path)"
    diagnostics.append(
      Diagnostic(
        .unknownConfigurationKey, at: node.range, subject: subject,
        "there is no key \"\(name)\"\(place)", assumption: "ignored",
        remedy: NearestName.suggestion(for: name, in: keys)
          ?? "use one of \(keys.joined(separator: ", "))"))
    return nil
  }

  /// The name of a rule, as a key or as a value.
  mutating func rule(_ node: YAMLNode, _ path: String) -> String? {
    guard let name = string(node, path) else { return nil }
    if Rule.named(name) != nil { return name }
    report(
      node.range, "\(path) \(name)", "there is no rule \"\(name)\"",
      remedy: NearestName.suggestion(for: name, in: Rule.all.lazy.map(\.identifier))
        ?? "`connectorgen rules` lists all rules")
    return nil
  }

  /// The values of a mapping with fixed keys; `nil` if one that it must have is missing.
  mutating func members(
    _ node: YAMLNode, _ path: String, required: [String], _ optional: [String]
  ) -> [String: YAMLNode]? {
    guard let pairs = mapping(node, path) else { return nil }
    var members: [String: YAMLNode] = [:]
    for pair in pairs {
      if let key = key(pair.key, of: required + optional, in: path) { members[key] = pair.value }
    }
    let missing = required.filter { members[$0] == nil }
    guard missing.isEmpty else {
      report(
        node.range, path, "\(path) has no \(missing.joined(separator: " and no "))",
        remedy: "add \(missing.map { "`\($0):`" }.joined(separator: " and "))")
      return nil
    }
    return members
  }

  // MARK: Problems

  mutating func report(
    _ range: Range<Int>, _ subject: String, _ message: String, remedy: String?
  ) {
    diagnostics.append(
      Diagnostic(
        .invalidConfigurationValue, at: range, subject: subject, message, assumption: "ignored",
        remedy: remedy))
  }

  mutating func reportType(_ node: YAMLNode, _ path: String, _ expected: String) {
    var remedy: String?
    if case .scalar(let scalar) = node.kind {
      switch scalar.meaning {
      case .null: remedy = "write a value, or remove the key"
      case .boolean, .integer, .number, .date:
        if expected.contains("string") { remedy = "put it in quotes" }
      default:
        if expected == "a list" { remedy = "write [\(scalar.text)]" }
      }
    }
    report(
      node.range, path, "\(path) takes \(expected), and this is \(node.kindName)", remedy: remedy)
  }

  mutating func reportChoice(_ node: YAMLNode, _ path: String, _ choices: [String]) {
    var remedy: String?
    if case .scalar(let scalar) = node.kind {
      remedy = NearestName.suggestion(for: scalar.text, in: choices)
    }
    report(
      node.range, path, "\(path) takes one of \(choices.joined(separator: ", "))", remedy: remedy)
  }
}
