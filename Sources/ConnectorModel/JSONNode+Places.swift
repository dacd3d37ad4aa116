package import JSONReader

extension JSONNode {
  /// The same value without places: a model must not change when a page's lines move.
  package var withoutPlaces: JSONNode {
    let nowhere = 0..<0
    switch kind {
    case .object(let members):
      return JSONNode(
        .object(
          members.map {
            JSONMember(key: $0.key, keyRange: nowhere, value: $0.value.withoutPlaces)
          }),
        range: nowhere)
    case .array(let elements):
      return JSONNode(.array(elements.map(\.withoutPlaces)), range: nowhere)
    case .string, .number, .boolean, .null:
      return JSONNode(kind, range: nowhere)
    }
  }
}
