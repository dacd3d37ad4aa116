import JSONReader

/// Why a text is no model.
struct ModelReadingError: Error, Hashable {
  var range: Range<Int>
  var message: String
}

/// Takes the members of an object one by one.
struct JSONObjectReader {
  private let node: JSONNode
  private var members: [String: JSONNode] = [:]

  init(_ node: JSONNode) throws(ModelReadingError) {
    guard let members = node.members else { throw Self.error(node, "expected an object") }
    self.node = node
    for member in members {
      guard self.members.updateValue(member.value, forKey: member.key) == nil else {
        throw ModelReadingError(range: member.keyRange, message: "`\(member.key)` stands twice")
      }
    }
  }

  private static func error(_ node: JSONNode, _ message: String) -> ModelReadingError {
    ModelReadingError(range: node.range, message: message)
  }

  func optional(_ key: String) -> JSONNode? { members[key] }

  func required(_ key: String) throws(ModelReadingError) -> JSONNode {
    guard let value = members[key] else { throw Self.error(node, "`\(key)` is missing") }
    return value
  }

  func text(_ key: String) throws(ModelReadingError) -> String {
    try Self.text(try required(key))
  }

  func optionalText(_ key: String) throws(ModelReadingError) -> String? {
    guard let value = members[key] else { return nil }
    return try Self.text(value)
  }

  func texts(_ key: String) throws(ModelReadingError) -> [String] {
    try list(key) { (node) throws(ModelReadingError) in try Self.text(node) }
  }

  func integer(_ key: String) throws(ModelReadingError) -> Int {
    try Self.integer(try required(key))
  }

  func optionalInteger(_ key: String) throws(ModelReadingError) -> Int? {
    guard let value = members[key] else { return nil }
    return try Self.integer(value)
  }

  /// False where it is absent.
  func flag(_ key: String) throws(ModelReadingError) -> Bool {
    guard let value = members[key] else { return false }
    guard case .boolean(let flag) = value.kind else {
      throw Self.error(value, "expected true or false")
    }
    return flag
  }

  /// Empty where it is absent.
  func list<Value>(
    _ key: String, _ read: (JSONNode) throws(ModelReadingError) -> Value
  ) throws(ModelReadingError) -> [Value] {
    guard let value = members[key] else { return [] }
    guard let elements = value.elements else { throw Self.error(value, "expected an array") }
    var values: [Value] = []
    values.reserveCapacity(elements.count)
    for element in elements { values.append(try read(element)) }
    return values
  }

  func optionalList<Value>(
    _ key: String, _ read: (JSONNode) throws(ModelReadingError) -> Value
  ) throws(ModelReadingError) -> [Value]? {
    members[key] == nil ? nil : try list(key, read)
  }

  private static func text(_ node: JSONNode) throws(ModelReadingError) -> String {
    guard let text = node.string else { throw error(node, "expected a string") }
    return text
  }

  private static func integer(_ node: JSONNode) throws(ModelReadingError) -> Int {
    guard case .number(let spelling) = node.kind, let value = Int(spelling) else {
      throw error(node, "expected an integer")
    }
    return value
  }
}
