import JSONReader

/// The fields of a body with the places of their keys.
struct BodyFields {
  struct Field {
    var path: FieldPath
    /// Whether an array stands on the way to it.
    var isInArray: Bool
    var keyRange: Range<Int>
    var value: JSONNode
    var isLeaf: Bool
  }

  private(set) var fields: [Field] = []

  init(_ root: JSONNode?) {
    if let root { add(root, under: [], isInArray: false) }
  }

  private mutating func add(_ node: JSONNode, under parts: [String], isInArray: Bool) {
    switch node.kind {
    case .object(let members):
      for member in members {
        let path = parts + [member.key]
        let isLeaf =
          switch member.value.kind {
          case .object(let members): members.isEmpty
          case .array(let elements): elements.allSatisfy { $0.members == nil && $0.elements == nil }
          default: true
          }
        fields.append(
          Field(
            path: FieldPath(parts: path), isInArray: isInArray, keyRange: member.keyRange,
            value: member.value, isLeaf: isLeaf))
        add(member.value, under: path, isInArray: isInArray)
      }
    case .array(let elements):
      for element in elements { add(element, under: parts, isInArray: true) }
    default:
      break
    }
  }
}
