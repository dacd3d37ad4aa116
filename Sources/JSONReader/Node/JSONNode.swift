/// A JSON value as it stands in a page: keys in order, numbers as spelt, everything with its place.
package struct JSONNode: Hashable, Sendable {
  package indirect enum Kind: Hashable, Sendable {
    case object([JSONMember])
    case array([JSONNode])
    case string(String)
    /// The number's spelling, `5.5458332804E10` as much as `1.0`.
    case number(String)
    case boolean(Bool)
    case null
  }

  package var kind: Kind
  /// Byte offsets into the page, quotes and brackets included.
  package var range: Range<Int>
  /// Whether the value had to be guessed: another reading of the broken text was possible.
  package var isUncertain: Bool

  package init(_ kind: Kind, range: Range<Int>, isUncertain: Bool = false) {
    self.kind = kind
    self.range = range
    self.isUncertain = isUncertain
  }
}

/// One `"key": value` of an object. A key that stands twice is two members.
package struct JSONMember: Hashable, Sendable {
  package var key: String
  /// Byte offsets into the page, quotes included.
  package var keyRange: Range<Int>
  package var value: JSONNode

  package init(key: String, keyRange: Range<Int>, value: JSONNode) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

extension JSONNode {
  /// The value of the first member of that name, if this is an object.
  package subscript(key: String) -> JSONNode? {
    guard case .object(let members) = kind else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? {
    if case .string(let value) = kind { value } else { nil }
  }

  package var members: [JSONMember]? {
    if case .object(let members) = kind { members } else { nil }
  }

  package var elements: [JSONNode]? {
    if case .array(let elements) = kind { elements } else { nil }
  }
}
