package import JSONReader

extension JSONNode {
  /// The same value without places: a model must not change when a page's lines move. Of a key that
  /// stands twice the last value is kept, as a reader of JSON does.
  package var withoutPlaces: JSONNode {
    let nowhere = 0..<0
    switch kind {
    case .object(let members):
      var kept: [JSONMember] = []
      var indices: [String: Int] = [:]
      kept.reserveCapacity(members.count)
      for member in members {
        let member = JSONMember(
          key: member.key, keyRange: nowhere, value: member.value.withoutPlaces)
        if let index = indices[member.key] {
          kept[index] = member
        } else {
          indices[member.key] = kept.count
          kept.append(member)
        }
      }
      return JSONNode(.object(kept), range: nowhere)
    case .array(let elements):
      return JSONNode(.array(elements.map(\.withoutPlaces)), range: nowhere)
    case .string, .number, .boolean, .null:
      return JSONNode(kind, range: nowhere)
    }
  }
}
