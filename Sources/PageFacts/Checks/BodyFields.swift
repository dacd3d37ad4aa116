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
  private var first: [FieldPath: Int] = [:]

  init(_ root: JSONNode?) {
    if let root { add(root, under: [], isInArray: false) }
  }

  /// The first field of that path.
  func field(at path: FieldPath) -> Field? { first[path].map { fields[$0] } }

  /// The array of objects around a field that is nearest to the root.
  func outermostArray(around field: Field) -> Field? {
    field.isInArray ? outermostArray(above: field.path) : nil
  }

  /// The outermost arrays that hold a field of which `condition` is true.
  func arrays(holding condition: (Field) -> Bool) -> Set<FieldPath> {
    var paths: Set<FieldPath> = []
    for field in fields where condition(field) {
      if let array = outermostArray(above: field.path) { paths.insert(array.path) }
    }
    return paths
  }

  private func outermostArray(above path: FieldPath) -> Field? {
    for count in 1..<max(path.parts.count, 1) {
      if let outer = field(at: FieldPath(parts: Array(path.parts.prefix(count)))),
        outer.value.elements != nil
      {
        return outer
      }
    }
    return nil
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
        let field = FieldPath(parts: path)
        if first[field] == nil { first[field] = fields.count }
        fields.append(
          Field(
            path: field, isInArray: isInArray, keyRange: member.keyRange,
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
