import JSONReader

/// Values and keys of examples.
extension OverlayApplier {
  /// Where a name may stand: a name alone may be that of a credential.
  static func paths(of names: [String]) -> [[String]] {
    names.count == 1 ? [names, ["auth", "params"] + names] : [names]
  }

  /// The values of requests, or those of payloads and responses where no request has such a field.
  mutating func correctValues(at names: [String]) {
    if names == ["auth", "specName"], Set(facts.authentications.map(\.specName)).count > 1 {
      problem = "the page has several spec names; write `specName of` and the wrong one"
      return
    }
    for path in Self.paths(of: names) {
      for index in facts.requests.indices {
        facts.requests[index].json = correctValue(
          at: path, in: facts.requests[index].json)
      }
      for index in facts.fieldValues.indices {
        let start = facts.fieldValues[index].path.filter { $0 != "[]" }
        guard path.starts(with: start), path.count > start.count else { continue }
        facts.fieldValues[index].json = correctValue(
          at: Array(path.dropFirst(start.count)), in: facts.fieldValues[index].json)
      }
    }
    guard matches == 0 else { return }
    for index in facts.payloads.indices {
      facts.payloads[index].json = correctValue(at: names, in: facts.payloads[index].json)
    }
    for index in facts.responses.indices {
      facts.responses[index].json = correctValue(
        at: names, in: facts.responses[index].json)
    }
  }

  mutating func correctValue(
    at path: [String], in root: JSONNode?, where old: String? = nil
  ) -> JSONNode? {
    root.map { correctValue(at: path, in: $0, where: old) }
  }

  mutating func correctValue(
    at path: [String], in root: JSONNode, where old: String? = nil
  ) -> JSONNode {
    var root = root
    root.edit(at: path[...]) { member in
      if let old, member.value.string != old { return }
      switch member.value.kind {
      case .object, .array:
        let kind = member.value.elements == nil ? "an object" : "an array"
        problem = "it is \(kind) in an example, and only single values can be corrected"
        return
      default: break
      }
      let value = JSONNode(overlay.value.kind, range: member.value.range)
      matches += 1
      // `22` and `"22"` are not the same.
      guard value.kind != member.value.kind else { return }
      if let documented = overlay.documented, documented.kind != member.value.kind {
        noteChange(member.value.serialized(), at: member.value.range)
        return
      }
      let texts = (member.value.string, value.string)
      let isText = texts.0 != nil && texts.1 != nil
      corrections.append(
        FactCorrection(
          subject: title, documented: isText ? texts.0 : member.value.serialized(),
          value: isText ? texts.1 : value.serialized(), reason: overlay.reason,
          range: member.value.range))
      member.value = value
    }
    return root
  }

  mutating func correctKey(
    at path: [String], to name: String, in root: JSONNode?
  ) -> JSONNode? {
    var root = root
    root?.edit(at: path[...]) { member in
      if note(member.key, at: member.keyRange) { member.key = name }
    }
    return root
  }

  /// Strings that are a text as a whole.
  mutating func correctStrings(_ old: String, in root: JSONNode?) -> JSONNode? {
    root.map { correctStrings(old, in: $0) }
  }

  mutating func correctStrings(_ old: String, in root: JSONNode) -> JSONNode {
    var root = root
    root.editStrings { node in
      guard node.string == old, note(old, at: node.range) else { return }
      node.kind = .string(overlay.value.text ?? old)
    }
    return root
  }
}

extension Overlay.Value {
  fileprivate var kind: JSONNode.Kind {
    switch self {
    case .string(let text): .string(text)
    case .number(let spelling): .number(spelling)
    case .boolean(let flag): .boolean(flag)
    case .null: .null
    }
  }
}

extension JSONNode {
  /// The first value at a path, arrays looked through.
  func value(at path: ArraySlice<String>) -> JSONNode? {
    guard let first = path.first else { return self }
    if let elements { return elements.lazy.compactMap { $0.value(at: path) }.first }
    return self[first]?.value(at: path.dropFirst())
  }

  /// Edits all members at a path, arrays looked through.
  fileprivate mutating func edit(
    at path: ArraySlice<String>, _ change: (inout JSONMember) -> Void
  ) {
    switch kind {
    case .array(var elements):
      for index in elements.indices { elements[index].edit(at: path, change) }
      kind = .array(elements)
    case .object(var members):
      for index in members.indices where members[index].key == path.first {
        if path.count == 1 {
          change(&members[index])
        } else {
          members[index].value.edit(at: path.dropFirst(), change)
        }
      }
      kind = .object(members)
    default: break
    }
  }

  fileprivate mutating func editStrings(_ change: (inout JSONNode) -> Void) {
    switch kind {
    case .array(var elements):
      for index in elements.indices { elements[index].editStrings(change) }
      kind = .array(elements)
    case .object(var members):
      for index in members.indices { members[index].value.editStrings(change) }
      kind = .object(members)
    case .string: change(&self)
    default: break
    }
  }
}
