/// A value of a YAML file with its exact place.
struct YAMLNode: Sendable {
  struct Pair: Sendable {
    var key: YAMLNode
    var value: YAMLNode
  }

  enum Kind: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  var kind: Kind
  /// A scalar as it is written; of a collection the place where it starts.
  var range: Range<Int>

  /// Whether nothing is written at all.
  var isEmpty: Bool {
    if case .scalar(let scalar) = kind { return scalar.text.isEmpty && scalar.meaning == .null }
    return false
  }

  /// What the value is, for messages.
  var kindName: String {
    switch kind {
    case .scalar(let scalar): scalar.kindName
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
