import Diagnostics

/// Finds keys that stand twice in an object.
struct DuplicateKeys {
  private(set) var findings: [Diagnostic] = []
  private var path: [String] = []

  // Readers cap the nesting, so recursion is safe here.
  mutating func visit(_ node: JSONNode) {
    switch node.kind {
    case .object(let members):
      check(members)
      for member in members {
        path.append(path.isEmpty ? member.key : "." + member.key)
        visit(member.value)
        path.removeLast()
      }
    case .array(let elements):
      path.append("[]")
      for element in elements { visit(element) }
      path.removeLast()
    default: break
    }
  }

  private mutating func check(_ members: [JSONMember]) {
    guard members.count > 1 else { return }
    var first: [String: Int] = [:]
    for (index, member) in members.enumerated() {
      guard let known = first[member.key] else {
        first[member.key] = index
        continue
      }
      // Swift takes keys as equal that differ in their normal form; JSON does not.
      guard findings.count < Replay.maximumFindings,
        members[known].key.utf8.elementsEqual(member.key.utf8)
      else { continue }
      let name = path.joined() + (path.isEmpty ? "" : ".") + member.key
      findings.append(
        Diagnostic(
          .duplicateField, at: member.keyRange, subject: name,
          "\(JSONNode.quoted(member.key)) stands twice in this object",
          assumption: "both are kept; most readers take the last one",
          remedy: "keep one of them",
          notes: [
            Diagnostic.Note(range: members[known].keyRange, message: "the first one stands here")
          ]))
    }
  }
}
