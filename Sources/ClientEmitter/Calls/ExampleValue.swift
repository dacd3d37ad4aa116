import ConnectorModel
import JSONReader
import SwiftDeclarations

/// The JSON of an example as code that makes the same value of the emitted types.
///
/// It follows the `SchemaEmitter` step by step. Nothing is named but members: the types are those of
/// the place where the value stands. What the types cannot say is `nil`.
struct ExampleValue {
  var types: SchemaEmitter
  /// The authentications of a source; none for the generic one.
  var authentications: [AuthenticationEmitter.Case] = []

  // MARK: - By schema

  func expression(_ node: JSONNode, _ schema: Schema, depth: Int = 0) -> Expression? {
    guard depth < SchemaEmitter.greatestDepth else { return Self.json(node) }
    switch schema {
    case .string:
      return node.string.map { .string($0) }
    case .integer, .number, .boolean:
      return Self.scalar(node, schema)
    case .null, .any:
      return Self.json(node)
    case .jsonSchema:
      return node.members == nil ? nil : Self.json(node)
    case .authentication:
      return authentication(node)
    case .array(let element):
      return node.elements.flatMap { elements in
        Self.all(elements) { expression($0, element, depth: depth + 1) }.map { .array($0) }
      }
    case .dictionary(let value):
      return dictionary(node) { expression($0, value, depth: depth + 1) }
    case .enumeration(let values):
      guard let text = node.string else { return nil }
      let name = EnumerationEmitter.names(values)[text]
      return name.map { .implicitMember($0) } ?? .string(text)
    case .union(let kinds):
      return union(node, kinds, depth: depth)
    case .object(let object):
      guard !object.properties.isEmpty else { return dictionary(node, Self.json) }
      return arguments(node, object.properties, depth: depth + 1).map {
        .call(.implicitMember("init"), $0.map(\.argument))
      }
    }
  }

  /// A number or truth value. One takes the place of a placeholder, whose text is none.
  private static func scalar(_ node: JSONNode, _ schema: Schema) -> Expression? {
    let isPlaceholder = node.string.map { $0.hasPrefix("{") && $0.hasSuffix("}") } ?? false
    switch (schema, node.kind) {
    case (.integer, .number(let text)): return integer(text).map { .integer($0) }
    case (.number, .number(let text)): return number(text)
    case (.boolean, .boolean(let value)): return .boolean(value)
    case (.integer, _) where isPlaceholder: return .integer(0)
    case (.number, _) where isPlaceholder: return .floatingPoint(0.5)
    case (.boolean, _) where isPlaceholder: return .boolean(true)
    default: return nil
    }
  }

  private static func integer(_ text: String) -> Int64? {
    Int64(text) ?? Double(text).flatMap { Int64(exactly: $0) }
  }

  /// A literal of the same value; none for more digits than a `Double` holds.
  private static func number(_ text: String) -> Expression? {
    if let value = Int64(text) { return .integer(value) }
    guard let value = Double(text) else { return nil }
    let literal = JSONNode(.number("\(value)"), range: 0..<0)
    let isExact = literal.isEquivalent(to: JSONNode(.number(text), range: 0..<0))
    return isExact ? .floatingPoint(value) : nil
  }

  private func union(_ node: JSONNode, _ kinds: [Schema], depth: Int) -> Expression? {
    guard UnionEmitter(kinds, types: types, depth: depth) != nil else { return Self.json(node) }
    for kind in kinds {
      guard let name = UnionEmitter.name(of: kind) else { continue }
      if kind == .null {
        if node.kind == .null { return .implicitMember(name) }
        continue
      }
      let schema = kind.isText ? Schema.string : kind
      if let value = expression(node, schema, depth: depth + 1) {
        return .call(.implicitMember(name), [.init(nil, value)])
      }
    }
    return nil
  }

  private func dictionary(
    _ node: JSONNode, _ value: (JSONNode) -> Expression?
  ) -> Expression? {
    guard let members = node.distinctMembers else { return nil }
    let entries = Self.all(members) { member in
      value(member.value).map { Expression.DictionaryEntry(.string(member.key), $0) }
    }
    return entries.map { .dictionary($0) }
  }

  // MARK: - Objects

  /// A part of an object with the field that it is.
  struct Part {
    var field: Field
    var argument: Expression.Argument
  }

  /// The parts of an object in the order of its initializer; what is sent without being said is
  /// left out.
  func arguments(_ node: JSONNode, _ properties: [ModelProperty], depth: Int) -> [Part]? {
    parts(node, types.fields(properties, depth: depth).fields, properties, depth: depth)
  }

  /// The same for fields that have other names.
  private func parts(
    _ node: JSONNode, _ fields: [Field], _ properties: [ModelProperty], depth: Int
  ) -> [Part]? {
    guard let members = node.distinctMembers else { return nil }
    var values: [String: JSONNode] = [:]
    for member in members { values[member.key] = member.value }
    var parts: [Part] = []
    for field in fields.requiredFirst {
      guard let property = properties.first(where: { $0.name == field.wireName }) else {
        return nil
      }
      guard let value = values.removeValue(forKey: field.wireName) else {
        // What is left out must be left out on the wire, too.
        if field.isOptional { continue }
        return nil
      }
      guard let expression = self.value(value, of: property, field, depth: depth) else {
        return nil
      }
      if field.defaultValue != nil, value.isOwnSpecification(types) { continue }
      parts.append(Part(field: field, argument: .init(field.name, expression)))
    }
    return values.isEmpty ? parts : nil
  }

  private func value(
    _ node: JSONNode, of property: ModelProperty, _ field: Field, depth: Int
  ) -> Expression? {
    if node.kind == .null, property.isNullable { return .implicitMember("null") }
    if ConnectionSpecificationField.matches(property) {
      return nullable(specification(node), property)
    }
    let isTag = property.name.lowercased() == "etag" && property.schema == .string
    if isTag, !property.isSecret {
      return nullable(node.string.map { .string($0) }, property)
    }
    let schema = property.isSecret && property.schema.isText ? .string : property.schema
    guard var value = expression(node, schema, depth: depth) else { return nil }
    if property.isSecret, property.schema.isScalar, !value.isText {
      value = RuntimeTypes.secret(value)
    }
    if case .any = schema { return value }
    return nullable(value, property)
  }

  /// A value that might have been `null`. Literals are as good for it as for the value itself.
  private func nullable(_ value: Expression?, _ property: ModelProperty) -> Expression? {
    guard let value, property.isNullable else { return value }
    switch value {
    case .string, .integer, .floatingPoint, .boolean: return value
    default: return .call(.implicitMember("value"), [.init(nil, value)])
    }
  }

  private func specification(_ node: JSONNode) -> Expression? {
    guard let members = node.distinctMembers, let id = node["id"]?.string else { return nil }
    var arguments: [Expression.Argument] = [.init("id", .string(id))]
    if let version = node["version"] {
      guard let text = version.string else { return nil }
      arguments.append(.init("version", .string(text)))
    }
    return members.count == arguments.count ? .call(.implicitMember("init"), arguments) : nil
  }

  // MARK: - Authentications

  private func authentication(_ node: JSONNode) -> Expression? {
    guard let members = node.distinctMembers, let specName = node["specName"]?.string else {
      return nil
    }
    let parameters = node["params"]
    guard members.count == (parameters == nil ? 1 : 2) else { return nil }
    guard types.authentication != RuntimeTypes.genericAuthentication else {
      var arguments: [Expression.Argument] = [.init("specName", .string(specName))]
      if let parameters {
        guard let value = Self.json(parameters) else { return nil }
        arguments.append(.init("parameters", value))
      }
      return .call(.implicitMember("init"), arguments)
    }
    guard let parameters else { return nil }
    guard let item = authentications.first(where: { $0.authentication.specName == specName })
    else {
      return Self.json(parameters).map {
        .call(
          .implicitMember("other"),
          [.init("specName", .string(specName)), .init("parameters", $0)])
      }
    }
    guard !item.authentication.fields.isEmpty else {
      return parameters.members?.isEmpty == true ? .implicitMember(item.names.caseName) : nil
    }
    let parts = parts(parameters, item.fields, item.properties, depth: 0)
    return parts.map { parts in
      let value = Expression.call(.implicitMember("init"), parts.map(\.argument))
      return .call(.implicitMember(item.names.caseName), [.init(nil, value)])
    }
  }

  // MARK: - Any JSON

  /// A literal of a `JSONValue`.
  static func json(_ node: JSONNode) -> Expression? {
    switch node.kind {
    case .null: return .implicitMember("null")
    case .boolean(let value): return .boolean(value)
    case .number(let text): return number(text)
    case .string(let text): return .string(text)
    case .array(let elements): return all(elements, json).map { .array($0) }
    case .object:
      guard let members = node.distinctMembers else { return nil }
      let entries = all(members) { member in
        json(member.value).map { Expression.DictionaryEntry(.string(member.key), $0) }
      }
      return entries.map { .dictionary($0) }
    }
  }

  /// The results for all elements; nothing if one of them has none.
  private static func all<Element, Result>(
    _ elements: [Element], _ transform: (Element) -> Result?
  ) -> [Result]? {
    var results: [Result] = []
    for element in elements {
      guard let result = transform(element) else { return nil }
      results.append(result)
    }
    return results
  }
}

extension JSONNode {
  /// The members of an object; of several with one key the last one, which is the one that counts.
  fileprivate var distinctMembers: [JSONMember]? {
    guard let members else { return nil }
    var seen: Set<String> = []
    return members.reversed().filter { seen.insert($0.key).inserted }.reversed()
  }

  /// Whether it names the connection specification that is sent without being said.
  fileprivate func isOwnSpecification(_ types: SchemaEmitter) -> Bool {
    guard let own = types.ownSpecification else { return false }
    return self["id"]?.string == own.id && self["version"]?.string == own.version
  }
}

extension Expression {
  fileprivate var isText: Bool {
    if case .string = self { true } else { false }
  }
}
