extension JSONNode {
  /// The dotted paths of all leaves, in the order in which they first stand in the text.
  ///
  /// An array element is `[]`, whatever its index: the paths of an array are the union over its
  /// elements. An empty object or array is a leaf itself. A root that is a leaf has no path.
  package func leafPaths() -> [String] {
    var collector = LeafPathCollector()
    collector.visit(self, path: "")
    return collector.paths
  }
}

private struct LeafPathCollector {
  var paths: [String] = []
  private var known: Set<String> = []

  // Readers cap the nesting, so recursion is safe here.
  mutating func visit(_ node: JSONNode, path: String) {
    switch node.kind {
    case .object(let members) where !members.isEmpty:
      for member in members {
        visit(member.value, path: path.isEmpty ? member.key : "\(path).\(member.key)")
      }
    case .array(let elements) where !elements.isEmpty:
      for element in elements { visit(element, path: path + "[]") }
    default:
      if !path.isEmpty, known.insert(path).inserted { paths.append(path) }
    }
  }
}
