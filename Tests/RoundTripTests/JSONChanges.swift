import JSONReader

extension JSONNode {
  /// This value with one part of it changed, each part in turn.
  func changedParts(at path: String = "$") -> [(path: String, value: JSONNode)] {
    var all: [(path: String, value: JSONNode)] = []
    switch kind {
    case .object(let members):
      let new = JSONMember(key: "x-new", keyRange: 0..<0, value: nil)
      all.append((path, Self.object(members + [new])))
      for index in members.indices {
        let memberPath = "\(path).\(members[index].key)"
        var fewer = members
        fewer.remove(at: index)
        all.append((memberPath, Self.object(fewer)))
        for (path, value) in members[index].value.changedParts(at: memberPath) {
          var changed = members
          changed[index].value = value
          all.append((path, Self.object(changed)))
        }
      }
    case .array(let elements):
      all.append((path, Self.list(elements + [nil])))
      for index in elements.indices {
        for (path, value) in elements[index].changedParts(at: "\(path)[\(index)]") {
          var changed = elements
          changed[index] = value
          all.append((path, Self.list(changed)))
        }
      }
    case .string(let text): all += [(path, .text(text + "x")), (path, nil)]
    case .number(let text): all += [(path, .text(text)), (path, nil)]
    case .boolean(let value): all += [(path, .flag(!value)), (path, nil)]
    case .null: all.append((path, 0))
    }
    return all
  }

  private static func object(_ members: [JSONMember]) -> JSONNode {
    JSONNode(.object(members), range: 0..<0)
  }
}
