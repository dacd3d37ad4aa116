import JSONReader

/// Where two JSON values differ: the order of members means nothing, numbers count by value, and
/// `null` is not absent.
struct JSONDifference: CustomStringConvertible {
  var path: String
  var expected: JSONNode?
  var found: JSONNode?

  var description: String {
    "\(path): \(Self.text(found)) instead of \(Self.text(expected))"
  }

  private static func text(_ node: JSONNode?) -> String {
    node.map { String($0.serialized().prefix(400)) } ?? "nothing"
  }

  static func all(_ expected: JSONNode, _ found: JSONNode, at path: String = "$") -> [Self] {
    switch (expected.kind, found.kind) {
    case (.object(let expectedMembers), .object(let foundMembers)):
      var keys: [String] = []
      for member in expectedMembers + foundMembers where !keys.contains(member.key) {
        keys.append(member.key)
      }
      return keys.flatMap { key -> [Self] in
        // Of members with one key the last one counts.
        let expected = expectedMembers.last { $0.key == key }?.value
        let found = foundMembers.last { $0.key == key }?.value
        guard let expected, let found else {
          return [Self(path: "\(path).\(key)", expected: expected, found: found)]
        }
        return all(expected, found, at: "\(path).\(key)")
      }
    case (.array(let expectedElements), .array(let foundElements)):
      var differences: [Self] = []
      for index in 0..<max(expectedElements.count, foundElements.count) {
        let path = "\(path)[\(index)]"
        guard index < expectedElements.count, index < foundElements.count else {
          let expected = index < expectedElements.count ? expectedElements[index] : nil
          let found = index < foundElements.count ? foundElements[index] : nil
          differences.append(Self(path: path, expected: expected, found: found))
          continue
        }
        differences += all(expectedElements[index], foundElements[index], at: path)
      }
      return differences
    default:
      if expected.isEquivalent(to: found) { return [] }
      return [Self(path: path, expected: expected, found: found)]
    }
  }
}
