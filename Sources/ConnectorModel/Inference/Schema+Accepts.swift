package import JSONReader

extension Schema {
  /// Whether a value is of this type, to the last member: nothing of it would be lost.
  package func accepts(_ node: JSONNode) -> Bool { mismatch(with: node) == nil }

  /// Where a value is not of this type and why; nil where it is.
  package func mismatch(with node: JSONNode) -> String? { mismatch(with: node, at: "$") }

  fileprivate func mismatch(with node: JSONNode, at path: String) -> String? {
    switch (self, node.kind) {
    case (.any, _), (.null, .null), (.string, .string), (.enumeration, .string),
      (.boolean, .boolean), (.jsonSchema, .object):
      return nil
    case (.integer, .number(let spelling)):
      return Int64(spelling) == nil ? "\(path): \(spelling) is no Int64" : nil
    case (.number, .number(let spelling)):
      switch NumberSpelling.kind(of: spelling) {
      case .integer, .number: return nil
      case .wideInteger, .exact: return "\(path): no Double holds \(spelling)"
      }
    case (.array(let element), .array(let nodes)):
      for (index, node) in nodes.enumerated() {
        if let mismatch = element.mismatch(with: node, at: "\(path)[\(index)]") { return mismatch }
      }
      return nil
    case (.dictionary(let values), .object(let members)):
      for member in members {
        if let mismatch = values.mismatch(with: member.value, at: "\(path).\(member.key)") {
          return mismatch
        }
      }
      return nil
    case (.object(let object), .object(let members)):
      return object.mismatch(with: members, at: path)
    case (.authentication, .object(let members)):
      return ValueRecognition.isAuthentication(members) ? nil : "\(path): no authentication"
    case (.union(let options), _):
      var first: String?
      for option in options {
        guard let mismatch = option.mismatch(with: node, at: path) else { return nil }
        first = first ?? mismatch
      }
      return first ?? "\(path): an empty union"
    default:
      return "\(path): another kind of value"
    }
  }
}

extension ObjectSchema {
  fileprivate func mismatch(with members: [JSONMember], at path: String) -> String? {
    var declared: [String: Property] = [:]
    for property in properties { declared[property.name] = property }
    var present: Set<String> = []
    for member in members {
      guard let property = declared[member.key] else { return "\(path): no \(member.key)" }
      present.insert(member.key)
      if case .null = member.value.kind, property.isNullable { continue }
      if let mismatch = property.schema.mismatch(with: member.value, at: "\(path).\(member.key)") {
        return mismatch
      }
    }
    for property in properties where !property.isOptional && !present.contains(property.name) {
      return "\(path): \(property.name) is missing"
    }
    return nil
  }
}
